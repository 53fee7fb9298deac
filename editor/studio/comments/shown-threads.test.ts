import { expect, test } from 'vitest'
import type { NodeId, PageId } from '#model/ids.ts'
import type { CommentThread } from '#platform/contract/comments.ts'
import type { ThreadPlace } from './comment-place.ts'
import { filterThreads, withWaiting, type ThreadFilter } from './shown-threads.ts'

const me = { id: 'me', name: 'Mia' }

function thread(id: string, more: Partial<CommentThread> = {}, by = 'ann', body = `About ${id}`): CommentThread {
  const at = `2026-01-0${id.length}T00:00:00.000Z`
  const said = { id, authorId: by, authorName: by, body, mentions: [], createdAtIso: at, editedAtIso: null }
  return {
    id,
    kind: 'comment',
    pageId: null,
    nodeId: null,
    field: null,
    pinnedTo: '',
    createdAtIso: at,
    changedAtIso: at,
    resolved: false,
    resolvedBy: null,
    unread: false,
    mentionsYou: false,
    comments: [said],
    ...more,
  }
}

const atIso = '2026-02-01T00:00:00.000Z'

test('what waits is shown in its thread, or as a new one, once only; what came too late for its thread is not lost', () => {
  const waiting = [
    { says: { kind: 'reply', threadId: 'a', input: { id: 'r', body: 'Yes' } }, atIso },
    {
      says: { kind: 'start', input: { id: 'n', kind: 'comment', body: 'New', pinnedTo: 'Menu', nodeId: 'x' } },
      atIso,
      refused: 'bad-request',
    },
    { says: { kind: 'reply', threadId: 'gone', input: { id: 'g', body: 'Late' } }, atIso },
    { says: { kind: 'reply', threadId: 'a', input: { id: 'a', body: 'Told already' } }, atIso },
    { says: { kind: 'reply', threadId: 'gone', input: { id: 'o', body: 'Too late' } }, atIso, refused: 'not-found' },
  ] as const
  const shown = withWaiting([thread('a')], waiting, me)
  expect(shown.map(({ id, comments }) => [id, comments.map((one) => `${one.body}: ${one.state}`)])).toEqual([
    ['a', ['About a: said', 'Yes: waiting']],
    ['n', ['New: refused']],
    ['o', ['Too late: refused']],
  ])
  expect(shown[1]).toMatchObject({ nodeId: 'x', pinnedTo: 'Menu', resolved: false })
})

test('what waits to take the place of other words is shown in their place; where those are gone it is not lost', () => {
  const edit = (id: string, threadId: string, commentId: string, body: string) => ({
    says: { kind: 'edit' as const, threadId, commentId, input: { id, body, mentions: ['ann'] } },
    atIso,
  })
  const shown = withWaiting(
    [thread('a', {}, 'me')],
    [
      edit('e', 'a', 'a', 'Better'),
      edit('f', 'a', 'taken-back', 'Of nothing'),
      { ...edit('g', 'gone', 'x', 'Too late'), refused: 'not-found' as const },
    ],
    me,
  )
  expect(shown.map(({ id, comments }) => [id, comments.map(({ body, state }) => `${body}: ${state}`)])).toEqual([
    ['a', ['Better: waiting', 'Of nothing: waiting']],
    ['g', ['Too late: refused']],
  ])
  expect(shown[0]?.comments[0]).toMatchObject({ id: 'a', waitsAs: 'e', isEdit: true, mentions: ['ann'] })
})

const all = withWaiting(
  [
    thread('a'),
    thread('bb', { resolved: true }),
    thread('ccc', { unread: true }),
    thread('dddd', {}, 'me', 'The price of noodles'),
    thread('eeeee', { comments: [{ ...thread('eeeee').comments[0]!, mentions: ['me'] }] }),
  ],
  [],
  me,
)
const places: { readonly [id: string]: ThreadPlace } = {
  a: { kind: 'block', drawn: [{ pageId: 'p' as PageId, id: 'n' as NodeId }] },
  dddd: { kind: 'page', pageId: 'p' as PageId },
}
const everything: ThreadFilter = { state: 'open', mine: false, pageId: undefined, search: '' }
const found = (filter: Partial<ThreadFilter>) =>
  filterThreads(
    all,
    { ...everything, ...filter },
    {
      ownUserId: 'me',
      placeOf: (id) => places[id] ?? { kind: 'program' },
      nameOf: ({ id }) => (id === 'a' ? 'Beef noodles' : ''),
    },
  ).map(({ id }) => id)

test('open ones, unread first, then the last changed', () => {
  expect(found({})).toEqual(['ccc', 'eeeee', 'dddd', 'a'])
  expect(found({ state: 'resolved' })).toEqual(['bb'])
})

test('mine, by this person or naming them; those of a page; those that say something or are about it', () => {
  expect(found({ mine: true })).toEqual(['eeeee', 'dddd'])
  expect(found({ pageId: 'p' })).toEqual(['dddd', 'a'])
  expect(found({ search: 'NOODLES' })).toEqual(['dddd', 'a'])
  expect(found({ search: 'zebra' })).toEqual([])
})
