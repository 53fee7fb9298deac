/** A dish from one form, over HTTP: made, changed, and refused in the shop's words. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createChangedShop } from '../changes/testing.ts'
import type { ChangedShop } from '../changes/testing.ts'
import { merchantPaths } from '../contract/routes.ts'
import type { SaveDishInput, SavedDish } from '../contract/save-dish.ts'
import { employ, signUp } from '../testing/platform.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let shop: ChangedShop
beforeAll(async () => void (shop = await createChangedShop()))
afterAll(() => shop.close())

const congee = {
  dish: null,
  language: 'en',
  name: 'Congee',
  description: 'Rice, slowly',
  category: { name: 'Breakfast' },
  variants: [
    { id: null, name: 'Small', priceMinor: 800 },
    { id: null, name: 'Large', priceMinor: 1100 },
  ],
} as const

const save = (change: Partial<SaveDishInput> = {}, by: Pick<ChangedShop['owner'], 'call'> = shop.owner) =>
  by.call('POST', merchantPaths.saveDish(shop.programId), { body: { requestId: randomUUID(), ...congee, ...change } })
const dishOf = async (id: string) => (await shop.catalogue()).dishes.find((dish) => dish.id === id)!

test('a dish is made with its sizes and a category of its own, once however often it is sent', async () => {
  const requestId = randomUUID()
  const [first, second] = [await save({ requestId }), await save({ requestId })]
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.body).toEqual(first.body)
  const { dishes, categories } = await shop.catalogue()
  expect(dishes.filter(({ name }) => name.en === 'Congee')).toHaveLength(1)
  const dish = await dishOf((first.body as SavedDish).dishId)
  expect(dish).toMatchObject({ name: { en: 'Congee', 'zh-CN': 'Congee' }, status: 'on', picture: null })
  expect(dish.variants.map(({ name, priceMinor }) => [name.en, priceMinor])).toEqual([
    ['Small', 800],
    ['Large', 1100],
  ])
  expect(categories.at(-1)).toMatchObject({ id: dish.categoryId, name: { en: 'Breakfast' } })

  const other = await dishOf(((await save({ name: 'Bun', category: { name: 'breakfast' } })).body as SavedDish).dishId)
  expect(other.categoryId).toBe(dish.categoryId)
})

test('what is said of a dish changes, a translation stays, and a size joins the others', async () => {
  const [dish] = (await shop.catalogue()).dishes
  const { id, version, categoryId, name } = dish!
  const kept = dish!.variants.map((variant) => ({
    id: variant.id,
    name: variant.name.en,
    priceMinor: variant.priceMinor,
  }))
  const change = {
    dish: { id, ifVersion: version },
    name: 'Chef’s noodles',
    category: { id: categoryId },
    variants: [...kept, { id: null, name: 'For two', priceMinor: 5600 }],
  }
  expect((await save(change)).status).toBe(200)
  const after = await dishOf(id)
  expect(after.name).toEqual({ en: 'Chef’s noodles', 'zh-CN': name['zh-CN'] })
  expect(after.variants.map((variant) => variant.name.en)).toEqual([...kept.map((each) => each.name), 'For two'])
  expect((await save(change)).status).toBe(409)
  const [newest] = (await shop.changes()).changes
  expect(newest).toMatchObject({ kind: 'dish', subjectId: id })
})

test('a picture of the library is shown with it, and none that is not there', async () => {
  const { dishId } = (await save({ name: 'Soy milk' })).body as SavedDish
  const pictureId = randomUUID()
  await shop.sql(
    `INSERT INTO picture (tenant_id, id, sha256, name, alt, width_px, height_px, added_by)
     SELECT tenant_id, '${pictureId}', '${'ab'.repeat(32)}', 'milk', 'Soy milk', 640, 480, 'somebody' FROM program LIMIT 1`,
  )
  const { version, categoryId, variants } = await dishOf(dishId)
  const change = {
    name: 'Soy milk',
    category: { id: categoryId },
    variants: variants.map((variant) => ({ id: variant.id, name: variant.name.en, priceMinor: variant.priceMinor })),
  }
  expect((await save({ ...change, dish: { id: dishId, ifVersion: version }, pictureId })).status).toBe(200)
  const shown = await dishOf(dishId)
  expect(shown.picture).toMatchObject({ url: `/pictures/${'ab'.repeat(32)}`, widthPx: 640 })
  const at = { id: dishId, ifVersion: shown.version }
  expect((await save({ ...change, dish: at, pictureId: randomUUID() })).status).toBe(404)
  expect((await save({ ...change, dish: at })).status).toBe(200)
  expect((await dishOf(dishId)).picture).not.toBeNull()
})

test.each([
  ['a dish without a name', { name: '  ' }, 400],
  ['two sizes of one name', { variants: [congee.variants[0], { ...congee.variants[1], name: 'small' }] }, 400],
  ['no size at all', { variants: [] }, 400],
  ['a price below nothing', { variants: [{ id: null, name: '', priceMinor: -1 }] }, 400],
  ['a category that is not there', { category: { id: randomUUID() } }, 404],
  ['a dish that is not there', { dish: { id: randomUUID(), ifVersion: 1 } }, 404],
  ['a size of another dish', { variants: [{ id: randomUUID(), name: '', priceMinor: 1 }] }, 404],
])('%s is refused, and nothing is made', async (_name, change, status) => {
  const before = JSON.stringify(await shop.catalogue())
  expect((await save(change as never)).status).toBe(status)
  expect(JSON.stringify(await shop.catalogue())).toBe(before)
})

test('who may only look makes no dish', async () => {
  const viewer = await signUp(shop.platform, 'Viewer')
  await employ(shop.platform, viewer, shop.workspaceId, 'viewer')
  expect((await save({}, viewer)).status).toBe(403)
})
