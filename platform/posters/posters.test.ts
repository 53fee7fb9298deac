import { afterAll, beforeAll, expect, test } from 'vitest'
import { posterBoard } from '../contract/posters.ts'
import { merchantPaths, visitorPaths } from '../contract/routes.ts'
import { openVisitor } from '../shop/testing/shop-fixture.ts'
import { createTestPlatform, makeProgram, signUp, visit } from '../testing/platform.ts'
import type { Answer, TestPlatform } from '../testing/platform.ts'

let platform: TestPlatform
let ann: Awaited<ReturnType<typeof signUp>>
let programId: string

beforeAll(async () => {
  platform = await createTestPlatform()
  ann = await signUp(platform)
  programId = (await makeProgram(platform, ann)).id
})
afterAll(() => platform.close())

const board = ({ body }: Answer) => posterBoard.parse(body)
const add = (name: unknown) => ann.call('POST', merchantPaths.posters(programId), { body: { name } })

test('a shop has the posters of its tables, in the colours of its theme, before it is published too', async () => {
  const { tables, colours, isPublished, isLocal, url, own } = board(
    await ann.call('GET', merchantPaths.posters(programId)),
  )
  expect(tables.length).toBeGreaterThan(0)
  expect(Object.values(colours)).toEqual(Array.from({ length: 5 }, () => expect.stringMatching(/^#[0-9a-f]{6}$/)))
  expect([isPublished, isLocal, own]).toEqual([false, true, []])
  expect(url).toMatch(/^http:\/\/[a-z2-7]{26}\.localhost:4000$/)
})

test('each new one has a code of its own that is read in its address', async () => {
  const names = ['Bus stop', 'Bus stop', '公交站', '橱窗', 'Window', 'Table']
  for (const name of names) expect((await add(name)).status).toBe(201)
  const { own } = board(await ann.call('GET', merchantPaths.posters(programId)))
  expect(own.map(({ code }) => code)).toEqual(['bus-stop', 'bus-stop-2', 'poster', 'poster-2', 'window-2', 'table-2'])
  expect(own.map(({ name }) => name)).toEqual(names)
})

test('a poster is taken off the list; another time there is none', async () => {
  const path = merchantPaths.poster(programId, 'poster-2')
  expect(board(await ann.call('DELETE', path)).own.map(({ code }) => code)).not.toContain('poster-2')
  expect((await ann.call('DELETE', path)).status).toBe(404)
})

test('it says how many came by each and ordered', async () => {
  const shop = {
    tenantId: ann.me.workspaces[0]?.id ?? '',
    programId,
    language: 'en',
    origin: 'http://shop.localhost:4000',
  } as const
  for (const via of ['window', 'window', 'flyer']) {
    const guest = await openVisitor(platform.commerce, shop)
    await guest.call('POST', visitorPaths.session, { visitorKey: guest.visitorKey, via })
  }
  const { came } = board(await ann.call('GET', merchantPaths.posters(programId)))
  expect(came).toEqual({ window: { visitors: 2, orders: 0 }, flyer: { visitors: 1, orders: 0 } })
})

test('a nameless one is refused, and so are strangers', async () => {
  expect([(await add('  ')).status, (await add('x'.repeat(61))).status]).toEqual([400, 400])
  const bo = await signUp(platform, 'Bo')
  expect((await bo.call('GET', merchantPaths.posters(programId))).status).toBe(404)
  expect((await bo.call('POST', merchantPaths.posters(programId), { body: { name: 'Mine' } })).status).toBe(404)
  expect((await visit(platform).call('GET', merchantPaths.posters(programId))).status).toBe(401)
})
