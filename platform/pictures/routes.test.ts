import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { libraryPicture } from '../contract/merchant.ts'
import type { Program } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { codeOf, createTestPlatform, makeProgram, signUp, visit } from '../testing/platform.ts'
import type { TestPlatform } from '../testing/platform.ts'
import { MOST_UPLOAD_BYTES } from './encode-picture.ts'

let platform: TestPlatform
let ann: Awaited<ReturnType<typeof signUp>>
let program: Program

beforeAll(async () => {
  platform = await createTestPlatform()
  ann = await signUp(platform)
  program = await makeProgram(platform, ann)
})
afterAll(() => platform.close())

const photo = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#c33' } })
    .withExif({ IFD0: { Copyright: 'me' }, IFD3: { GPSLatitude: '31/1 12/1 0/1' } })
    .jpeg()
    .toBuffer()

function send(bytes: Uint8Array, by = ann, name = 'soup.jpg') {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return by.call('POST', merchantPaths.pictures(program.id), { body: form })
}

/** Straight to the app, for answers that are bytes. */
const fetchPicture = (url: string, headers: Record<string, string> = {}) => platform.app.request(url, { headers })

test('an uploaded picture is encoded anew, without the place where it was taken', async () => {
  const answer = await send(await photo())
  expect(answer.status).toBe(201)
  const picture = libraryPicture.parse(answer.body)
  expect(picture).toMatchObject({ name: 'soup.jpg', widthPx: 900, heightPx: 600 })
  const response = await fetchPicture(picture.url)
  const { format, exif } = await sharp(new Uint8Array(await response.arrayBuffer())).metadata()
  expect([format, exif]).toEqual(['webp', undefined])
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
})

test('the same picture twice is one picture', async () => {
  const first = await send(await photo())
  const second = await send(await photo(), ann, 'again.jpg')
  expect([second.status, second.body]).toEqual([200, first.body])
  const { body } = await ann.call('GET', merchantPaths.pictures(program.id))
  expect((body as { id: string }[]).filter(({ id }) => id === libraryPicture.parse(first.body).id)).toHaveLength(1)
})

test('smaller copies are made once, and only of the sizes we offer', async () => {
  const { url } = libraryPicture.parse((await send(await photo())).body)
  const [one, two] = await Promise.all([fetchPicture(`${url}?w=320`), fetchPicture(`${url}?w=320`)])
  const bytes = new Uint8Array(await one.arrayBuffer())
  expect((await sharp(bytes).metadata()).width).toBe(320)
  expect(new Uint8Array(await two.arrayBuffer())).toEqual(bytes)
  expect((await fetchPicture(`${url}?w=321`)).status).toBe(400)
  const again = await fetchPicture(`${url}?w=320`, { 'if-none-match': one.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
})

test('a picture of the template can be fetched from the program’s own origin too', async () => {
  const list = (await ann.call('GET', merchantPaths.pictures(program.id))).body as { url: string }[]
  const url = list.at(-1)?.url ?? ''
  expect((await fetchPicture(`${url}?w=160`)).headers.get('content-type')).toBe('image/webp')
})

test('an unknown picture, or a path in its place, is not found', async () => {
  for (const name of ['0'.repeat(64), '..%2F..%2Fsecret', 'x'])
    expect((await fetchPicture(`/pictures/${name}`)).status).toBe(404)
})

test('what is no picture is refused: text, a drawing with a script, a torn file, too many pixels', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const whole = await photo()
  const huge = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  for (const bytes of [Buffer.from('hello'), Buffer.from(svg), whole.subarray(0, whole.length / 2), huge]) {
    const answer = await send(bytes)
    expect([answer.status, codeOf(answer)]).toEqual([422, 'not-a-picture'])
  }
})

test('a file past the limit is refused unread', async () => {
  const answer = await send(new Uint8Array(MOST_UPLOAD_BYTES + 100_000))
  expect([answer.status, codeOf(answer)]).toEqual([413, 'too-large'])
})

test('a form without the file is refused', async () => {
  const form = new FormData()
  form.set('file', 'just text')
  expect((await ann.call('POST', merchantPaths.pictures(program.id), { body: form })).status).toBe(400)
  expect((await ann.call('POST', merchantPaths.pictures(program.id), { body: { file: 'x' } })).status).toBe(400)
})

test('only members of the workspace see and add', async () => {
  const bo = await signUp(platform, 'Bo')
  const stranger = visit(platform)
  expect((await bo.call('GET', merchantPaths.pictures(program.id))).status).toBe(404)
  expect((await stranger.call('GET', merchantPaths.pictures(program.id))).status).toBe(401)
  expect((await send(await photo(), bo)).status).toBe(404)
})
