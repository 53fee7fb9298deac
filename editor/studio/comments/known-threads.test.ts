import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryCache } from '#editor/api/index.ts'
import { threadsPerPage, type CommentThread } from '#platform/contract/comments.ts'
import { loadOlderThreads, loadThreads, threadPages } from './known-threads.ts'

/** What the platform has, in its order: so many open ones, then so many that were resolved. */
let all: CommentThread[]
let asked: (string | null)[]

const threads = (open: number, resolved: number): CommentThread[] =>
  Array.from({ length: open + resolved }, (_, at) => ({
    id: `t${at}`,
    kind: 'comment',
    pageId: null,
    nodeId: null,
    field: null,
    pinnedTo: '',
    createdAtIso: '2026-01-01T00:00:00.000Z',
    changedAtIso: '2026-01-01T00:00:00.000Z',
    resolved: at >= open,
    resolvedBy: null,
    unread: false,
    mentionsYou: false,
    comments: [],
  }))

beforeEach(() => {
  asked = []
  queryCache.clear()
  threadPages.setState({}, true)
  vi.stubGlobal('fetch', async (address: string | URL) => {
    const after = new URL(String(address), 'http://localhost').searchParams.get('after')
    asked.push(after)
    const from = all.findIndex(({ id }) => id === after) + 1
    return new Response(JSON.stringify(all.slice(from, from + threadsPerPage)))
  })
})
afterEach(() => vi.unstubAllGlobals())

const more = () => threadPages.getState().p?.hasMore

test('all open threads are loaded, however many, and of resolved ones a page at a time', async () => {
  all = threads(2 * threadsPerPage + 10, 3 * threadsPerPage)
  const first = await loadThreads('p')
  expect([first.length, more()]).toEqual([3 * threadsPerPage, true])
  await loadOlderThreads('p')
  expect([(await loadThreads('p')).length, more()]).toEqual([4 * threadsPerPage, true])
  await loadOlderThreads('p')
  await loadOlderThreads('p')
  expect([(await loadThreads('p')).length, more()]).toEqual([all.length, false])
})

test('few threads are one question', async () => {
  all = threads(3, 4)
  expect([(await loadThreads('p')).length, more(), asked]).toEqual([7, false, [null]])
})
