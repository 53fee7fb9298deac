/** A menu from a file over HTTP: shown first, then all of it or nothing, and taken back as one. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createChangedShop } from '../changes/testing.ts'
import type { ChangedShop } from '../changes/testing.ts'
import type { ImportedMenu, MenuFilePlan } from '../contract/menu-file.ts'
import { merchantPaths } from '../contract/routes.ts'
import { employ, signUp } from '../testing/platform.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let shop: ChangedShop
beforeAll(async () => void (shop = await createChangedShop()))
afterAll(() => shop.close())

type Failed = { readonly error: { readonly code: string } }

const preview = async (rows: string[][], isWhole = false) =>
  (await shop.owner.call('POST', merchantPaths.menuImportPreview(shop.programId), { body: { rows, isWhole } }))
    .body as MenuFilePlan
const bring = async (rows: string[][], basis: string, { isWhole = false, requestId = randomUUID() } = {}) =>
  shop.owner.call('POST', merchantPaths.menuImport(shop.programId), { body: { rows, isWhole, basis, requestId } })
const takeBack = (actId: string | null) =>
  shop.owner.call('POST', merchantPaths.takeBackAct(shop.programId, actId ?? ''), { body: {} })
/** Without what every change raises. */
const menu = async () =>
  JSON.stringify(await shop.catalogue(), (key, value: unknown) => (key === 'version' ? 0 : value))

/** A new category with a dish of two sizes, another price, other words, marks, and the rest taken off. */
async function wholeFile(): Promise<string[][]> {
  const [first] = (await shop.catalogue()).dishes
  const head = ['Dish ID', 'Size ID', 'Category', 'Name (English)', 'Size (English)', 'Price', 'Marks']
  return [
    head,
    [first!.id, first!.variants[0]!.id, 'Breakfast', `${first!.name.en} deluxe`, '', '66.50', 'new'],
    ['', '', 'Breakfast', 'Congee', 'Small', '8', ''],
    ['', '', 'Breakfast', 'Congee', 'Large', '11', ''],
  ].filter((row) => row !== undefined)
}

test('what the preview shows is what is done, as one act of the history, and goes back as one', async () => {
  const before = await menu()
  const rows = await wholeFile()
  const plan = await preview(rows, true)
  expect(plan.problems).toEqual([])
  expect(await menu()).toBe(before)
  const answer = await bring(rows, plan.basis, { isWhole: true })
  expect(answer.status).toBe(200)
  const { changes, actId } = answer.body as ImportedMenu
  expect(changes).toBe(plan.changes.length)
  const { dishes, categories } = await shop.catalogue()
  const congee = dishes.find(({ name }) => name.en === 'Congee')
  expect(congee?.variants.map(({ name, priceMinor }) => [name.en, priceMinor])).toEqual([
    ['Small', 800],
    ['Large', 1100],
  ])
  expect(categories.at(-1)?.name.en).toBe('Breakfast')
  expect(dishes.filter(({ status }) => status === 'on')).toHaveLength(2)
  const acts = new Set((await shop.changes()).changes.map((change) => change.actId))
  expect(acts).toEqual(new Set([actId]))

  expect((await takeBack(actId)).status).toBe(200)
  expect(await menu()).toBe(before)
  // Once: what it added is gone.
  expect((await takeBack(actId)).status).toBe(409)
})

test('sent twice it is imported once, and another menu than was shown is refused', async () => {
  const [, dish] = (await shop.catalogue()).dishes
  const rows = [
    ['Dish ID', 'Size ID', 'Price'],
    [dish!.id, dish!.variants[0]!.id, '7.77'],
  ]
  const { basis } = await preview(rows)
  const requestId = randomUUID()
  const twice = await Promise.all([bring(rows, basis, { requestId }), bring(rows, basis, { requestId })])
  expect(twice.map(({ status }) => status)).toEqual([200, 200])
  expect((await shop.dish(dish!.id)).version).toBe(dish!.version + 1)
  await shop.setPrice(await shop.dish(dish!.id), 999)
  const late = await bring(rows, basis)
  expect([late.status, (late.body as Failed).error.code]).toEqual([409, 'conflict'])
  expect((await shop.dish(dish!.id)).variants[0]?.priceMinor).toBe(999)
})

test('with one bad row nothing is imported', async () => {
  const before = await menu()
  const [first, second] = (await shop.catalogue()).dishes
  const rows = [
    ['Dish ID', 'Size ID', 'Price'],
    [first!.id, first!.variants[0]!.id, '1'],
    [second!.id, second!.variants[0]!.id, 'free'],
  ]
  const { problems, basis } = await preview(rows)
  expect(problems).toEqual([{ row: 3, column: 'price', code: 'bad-price', value: 'free' }])
  expect((await bring(rows, basis)).status).toBe(400)
  expect(await menu()).toBe(before)
})

test('an import whose dish was changed since is not taken back, and nothing of it is', async () => {
  const rows = await wholeFile()
  const { basis } = await preview(rows)
  const { actId } = (await bring(rows, basis)).body as ImportedMenu
  const congee = (await shop.catalogue()).dishes.find(({ name }) => name.en === 'Congee')!
  await shop.setPrice(congee, 850)
  const after = await menu()
  expect((await takeBack(actId)).status).toBe(409)
  expect(await menu()).toBe(after)
})

test('only who may edit imports; too much is refused before it is read', async () => {
  const viewer = await signUp(shop.platform, 'Viewer')
  await employ(shop.platform, viewer, shop.workspaceId, 'viewer')
  const body = { rows: [['Price']], isWhole: false }
  const path = merchantPaths.menuImportPreview(shop.programId)
  expect((await viewer.call('POST', path, { body })).status).toBe(403)
  const many = { rows: Array.from({ length: 2002 }, () => ['Tea']), isWhole: false }
  expect((await shop.owner.call('POST', path, { body: many })).status).toBe(400)
})
