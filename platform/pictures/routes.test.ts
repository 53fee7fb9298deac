import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { metaOf } from '#model/schema.ts'
import { openProgram, setProp } from '#model/index.ts'
import type { NodeId } from '#model/index.ts'
import { libraryPart, libraryPicture, MOST_PICTURE_BYTES, pictureUses } from '../contract/pictures.ts'
import type { LibraryPicture } from '../contract/pictures.ts'
import type { Program } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { withTenant } from '../db/database.ts'
import { codeOf, createTestPlatform, employ, makeProgram, signUp, visit } from '../testing/platform.ts'
import type { TestPlatform } from '../testing/platform.ts'

let platform: TestPlatform
let ann: Awaited<ReturnType<typeof signUp>>
let program: Program

beforeAll(async () => {
  platform = await createTestPlatform()
  ann = await signUp(platform)
  program = await makeProgram(platform, ann)
})
afterAll(() => platform.close())

const photo = (background = '#c33') =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .withExif({ IFD0: { Copyright: 'me' }, IFD3: { GPSLatitude: '31/1 12/1 0/1' } })
    .jpeg()
    .toBuffer()

function send(bytes: Uint8Array, by = ann, name = 'soup.jpg') {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return by.call('POST', merchantPaths.pictures(program.workspaceId), { body: form })
}

const list = async (query = '') =>
  libraryPart.parse((await ann.call('GET', merchantPaths.pictures(program.workspaceId) + query)).body)

const change = ({ id }: Pick<LibraryPicture, 'id'>, body: object, by = ann) =>
  by.call('PATCH', merchantPaths.picture(program.workspaceId, id), { body })

const usesOf = async ({ id }: Pick<LibraryPicture, 'id'>) =>
  pictureUses.parse((await ann.call('GET', merchantPaths.pictureUses(program.workspaceId, id))).body).uses

const upload = async (background: string, name: string) =>
  libraryPicture.parse((await send(await photo(background), ann, name)).body)

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
  const { pictures } = await list()
  expect(pictures.filter(({ id }) => id === libraryPicture.parse(first.body).id)).toHaveLength(1)
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
  const url = (await list()).pictures.at(-1)?.url ?? ''
  expect((await fetchPicture(`${url}?w=160`)).headers.get('content-type')).toBe('image/webp')
})

test('an unknown picture, or a path in its place, is not found', async () => {
  for (const name of ['0'.repeat(64), '..%2F..%2Fsecret', 'x'])
    expect((await fetchPicture(`/pictures/${name}`)).status).toBe(404)
})

test('a photograph taken on its side stands upright', async () => {
  const turned = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#0c0' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect((await send(turned, ann, 'turned.jpg')).body).toMatchObject({ widthPx: 40, heightPx: 80 })
})

test('what is no picture is refused: text, a drawing with a script, a torn file', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const whole = await photo()
  for (const bytes of [Buffer.from('hello'), Buffer.from(svg), whole.subarray(0, whole.length / 2)]) {
    const answer = await send(bytes)
    expect([answer.status, codeOf(answer)]).toEqual([422, 'not-a-picture'])
  }
})

test('more than 40 megapixels are refused by their head, however small the file', async () => {
  const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  expect(bomb.byteLength).toBeLessThan(MOST_PICTURE_BYTES)
  const answer = await send(bomb)
  expect([answer.status, codeOf(answer)]).toEqual([422, 'too-many-pixels'])
})

test('a file past the limit is refused unread', async () => {
  const answer = await send(new Uint8Array(MOST_PICTURE_BYTES + 100_000))
  expect([answer.status, codeOf(answer)]).toEqual([413, 'too-large'])
})

test('a form without the file is refused', async () => {
  const form = new FormData()
  form.set('file', 'just text')
  expect((await ann.call('POST', merchantPaths.pictures(program.workspaceId), { body: form })).status).toBe(400)
  expect((await ann.call('POST', merchantPaths.pictures(program.workspaceId), { body: { file: 'x' } })).status).toBe(
    400,
  )
})

test('only members of the workspace see and add', async () => {
  const bo = await signUp(platform, 'Bo')
  const stranger = visit(platform)
  expect((await bo.call('GET', merchantPaths.pictures(program.workspaceId))).status).toBe(404)
  expect((await stranger.call('GET', merchantPaths.pictures(program.workspaceId))).status).toBe(401)
  expect((await send(await photo(), bo)).status).toBe(404)
})

test('the library is one for all programs of the workspace', async () => {
  const { id } = await upload('#123', 'shared.jpg')
  await makeProgram(platform, ann, 'Second shop')
  const { pictures } = await list('?search=shared')
  expect(pictures.map((picture) => picture.id)).toEqual([id])
})

test('the library comes in parts, and is searched by name and by what pictures show', async () => {
  const names = (await list('?search=%25')).pictures
  expect(names).toEqual([])
  const soup = await upload('#456', 'IMG_0042.jpg')
  await change(soup, { alt: 'Soup at Dusk' })
  expect((await list('?search=img_0042')).pictures.map(({ id }) => id)).toEqual([soup.id])
  expect((await list('?search=at%20dusk')).pictures.map(({ id }) => id)).toEqual([soup.id])
  const tenantId = program.workspaceId
  await withTenant(platform.services.db, tenantId, (tx) =>
    tx
      .insertInto('picture')
      .values(
        Array.from({ length: 70 }, (_, at) => ({
          tenant_id: tenantId,
          id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
          sha256: String(at).padStart(64, '0'),
          name: `archive ${at}`,
          width_px: 1,
          height_px: 1,
        })),
      )
      .execute(),
  )
  const first = await list('?search=archive')
  const second = await list(`?search=archive&before=${first.next}`)
  expect([first.pictures.length, second.pictures.length, second.next]).toEqual([60, 10, null])
  expect(new Set([...first.pictures, ...second.pictures].map(({ id }) => id)).size).toBe(70)
})

test('a picture is renamed and given a text; an empty name or an unknown wish is refused', async () => {
  const picture = await upload('#789', 'x.jpg')
  const answer = await change(picture, { name: ' Soup ', alt: 'A bowl' })
  expect([answer.status, answer.body]).toEqual([200, { ...picture, name: 'Soup', alt: 'A bowl' }])
  expect((await change(picture, { name: ' ' })).status).toBe(400)
  expect((await change(picture, { colour: 'red' })).status).toBe(400)
  expect((await change({ id: crypto.randomUUID() }, { name: 'y' })).status).toBe(404)
})

test('says on which page of which program, and for which dish, a picture is used', async () => {
  const picture = await upload('#abc', 'used.jpg')
  expect(await usesOf(picture)).toEqual([])
  let where: { nodeId: NodeId; page: { id: string; title: string } } | undefined
  await platform.documents.edit(program.id, ann.me.user.id, (doc) => {
    const open = openProgram(doc)
    const page = open.pages()[1]!
    const nodeId = open.children(page.id)[0]!
    setProp(open, nodeId, 'cover', [{ picture: { url: picture.url, widthPx: 1, heightPx: 1, alt: '' } }])
    where = { nodeId, page: { id: page.id, title: page.title } }
    open.destroy()
  })
  expect(await usesOf(picture)).toEqual([
    { programId: program.id, programName: program.name, page: where?.page, nodeId: where?.nodeId, dish: null },
  ])
  const [dishPicture] = (await list('?search=dan')).pictures
  const uses = await usesOf(dishPicture!)
  expect(uses.filter(({ dish }) => dish !== null).length).toBeGreaterThanOrEqual(2)
  expect((await ann.call('GET', merchantPaths.pictureUses(program.workspaceId, crypto.randomUUID()))).status).toBe(404)
})

test('a document that cannot be read hides its own uses, not those of the other programs', async () => {
  const broken = await makeProgram(platform, ann, 'Broken')
  await platform.documents.edit(broken.id, ann.me.user.id, (doc) => metaOf(doc).set('schemaVersion', 999))
  const [picture] = (await list('?search=dan')).pictures
  const programs = new Set((await usesOf(picture!)).map(({ programId }) => programId))
  expect(programs.has(program.id)).toBe(true)
  expect(platform.logged).toContainEqual(expect.objectContaining({ event: 'uses-unread', program: broken.id }))
})

test('only an unused picture is taken out of the library; it can be put back, and its file stays', async () => {
  const free = await upload('#def', 'free.jpg')
  expect((await change(free, { removed: true })).status).toBe(200)
  expect((await list('?search=free')).pictures).toEqual([])
  expect((await fetchPicture(free.url)).status).toBe(200)
  await change(free, { removed: false })
  expect((await list('?search=free')).pictures).toHaveLength(1)
  await change(free, { removed: true })
  expect(await upload('#def', 'again.jpg')).toEqual(free)
  const [used] = (await list('?search=dan')).pictures
  const answer = await change(used!, { removed: true })
  expect([answer.status, codeOf(answer)]).toEqual([409, 'conflict'])
})

test('a viewer looks and changes nothing', async () => {
  const viewer = await signUp(platform, 'Vi')
  const tenantId = program.workspaceId
  await employ(platform, viewer, tenantId, 'viewer')
  const [picture] = (await list()).pictures
  expect((await viewer.call('GET', merchantPaths.pictures(tenantId))).status).toBe(200)
  expect((await send(await photo(), viewer)).status).toBe(403)
  expect((await change(picture!, { name: 'y' }, viewer)).status).toBe(403)
})
