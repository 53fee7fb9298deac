import { afterEach, expect, test, vi } from 'vitest'
import { findPicture, picturesIn } from './kept-pictures.ts'

afterEach(() => vi.unstubAllGlobals())

test('pictures are found wherever a program or its shop names them, each once', () => {
  const program = { pages: [{ nodes: [{ props: { picture: { url: '/pictures/abc-1' }, text: 'see /pictures' } }] }] }
  const shop = { menu: [{ pictureUrl: '/pictures/def.webp' }, { pictureUrl: '/pictures/abc-1' }] }
  expect(picturesIn([program, shop])).toEqual(['/pictures/abc-1', '/pictures/def.webp'])
  expect(picturesIn([program, null])).toEqual(['/pictures/abc-1'])
  expect(picturesIn([null])).toEqual([])
})

test('a frame gets pictures of the library and nothing else', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return new Response('bytes')
  })
  for (const url of [
    '/api/me',
    '/pictures/../api/me',
    'https://evil.example/pictures/a',
    '/pictures/a?w=1&x=/api',
    '//evil.example/pictures/a',
  ])
    expect(await findPicture(url), url).toBeUndefined()
  expect(asked).toEqual([])
  expect(await (await findPicture('/pictures/abc?w=320'))?.text()).toBe('bytes')
})
