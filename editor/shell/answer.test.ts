import { expect, test } from 'vitest'
import {
  answerFile,
  answerPage,
  answerPicture,
  isAppAddress,
  kindOf,
  outdated,
  type KeptFiles,
  type Surroundings,
} from './answer.ts'

const origin = 'https://shopwright.example'

/** A cache in memory, with what is used of it. */
function fakeCache(files: { readonly [path: string]: string } = {}): KeptFiles {
  const kept = new Map(Object.entries(files).map(([path, text]) => [origin + path, new Response(text)]))
  const keyOf = (request: RequestInfo | URL) => (request instanceof Request ? request.url : String(request))
  const bare = (url: string) => url.split('?')[0]
  return {
    async match(request, options) {
      const key = keyOf(request)
      const found = options?.ignoreSearch ? [...kept].find(([url]) => bare(url) === bare(key))?.[1] : kept.get(key)
      return found?.clone()
    },
    put: async (request, response) => void kept.set(keyOf(request), response),
    delete: async (request) => kept.delete(keyOf(request)),
    keys: async () => [...kept.keys()].map((url) => new Request(url)),
  }
}

function browser() {
  const state = { online: true, sent: [] as string[] }
  const pictures = fakeCache()
  const around: Surroundings = {
    origin,
    files: new Set(['/', '/assets/new-12345678.js', '/runtime/frame-alone.txt']),
    shells: async () => [
      fakeCache({ '/': 'new page', '/assets/new-12345678.js': 'new code' }),
      fakeCache({ '/': 'old page', '/assets/old-12345678.js': 'old code' }),
    ],
    pictures: async () => pictures,
    send: async (request) => {
      const { pathname, search } = new URL((request as Request).url)
      state.sent.push(pathname + search)
      if (!state.online) throw new TypeError('no network')
      return Object.defineProperty(new Response(`sent ${pathname}`), 'type', { value: 'basic' })
    },
  }
  const work: Promise<unknown>[] = []
  const picture = async (path: string) => {
    const response = await answerPicture(new Request(origin + path), (more) => void work.push(more), around)
    await Promise.all(work)
    return response.text()
  }
  const file = async (path: string) => (await answerFile(new Request(origin + path), around)).text()
  return { state, around, picture, file }
}

test('it answers for the editor’s own page, files and pictures, and touches nothing that belongs to anybody', () => {
  const { around } = browser()
  const kind = (path: string, mode: RequestMode = 'cors', method = 'GET') =>
    kindOf({ url: path.startsWith('/') ? origin + path : path, method, mode }, around)
  expect(['/', '/new', '/p/1', '/p/1/console/orders', '/join/key'].map((path) => kind(path, 'navigate'))).toEqual(
    Array.from({ length: 5 }, () => 'page'),
  )
  expect([kind('/assets/old-12345678.js'), kind('/runtime/frame-alone.txt'), kind('/pictures/a?w=160')]).toEqual([
    'file',
    'file',
    'picture',
  ])
  const others = [
    '/api/me',
    '/api/programs/1',
    '/collab/1',
    '/runtime/frame.html',
    '/worker.js',
    '/healthz',
    'https://evil.example/',
  ]
  for (const path of others) expect(kind(path), path).toBeUndefined()
  for (const path of ['/cashier/1', '/pay/1', '/api/programs/1/releases/2/package', '/phone/token', '/metrics'])
    expect(kind(path, 'navigate'), path).toBeUndefined()
  expect(kind('/', 'navigate', 'POST')).toBeUndefined()
  expect(isAppAddress('/p/')).toBe(false)
})

test('a page and all it loads later are of one build; what tabs of the build before still load is there as well', async () => {
  const { around, file, state } = browser()
  expect(await (await answerPage(new Request(`${origin}/p/1`), around)).text()).toBe('new page')
  expect([await file('/assets/new-12345678.js'), await file('/assets/old-12345678.js')]).toEqual([
    'new code',
    'old code',
  ])
  expect(state.sent).toEqual([])
  expect(await file('/assets/other-12345678.js')).toBe('sent /assets/other-12345678.js')
})

test('a page that is not kept comes from the network', async () => {
  const { around } = browser()
  const empty = { ...around, shells: async () => [fakeCache()] }
  expect(await (await answerPage(new Request(`${origin}/p/1`), empty)).text()).toBe('sent /p/1')
})

test('a picture is fetched once; without a network it is shown in whatever size was seen', async () => {
  const { picture, state } = browser()
  expect(await picture('/pictures/a?w=640')).toBe('sent /pictures/a')
  expect(await picture('/pictures/a?w=640')).toBe('sent /pictures/a')
  expect(state.sent).toEqual(['/pictures/a?w=640'])
  state.online = false
  expect(await picture('/pictures/a?w=1280')).toBe('sent /pictures/a')
  await expect(picture('/pictures/b?w=640')).rejects.toThrow('no network')
})

test('of older builds the newest stays, for tabs that are on it; other stores are none of its business', () => {
  expect(outdated(['shell-1', 'pictures', 'shell-2', 'shell-3'], 'shell-3', 'shell-')).toEqual(['shell-1'])
  expect(outdated(['shell-3'], 'shell-3', 'shell-')).toEqual([])
})
