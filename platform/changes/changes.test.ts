/** Who changed what of a shop: what is told, to whom, for how long, and how it is taken back. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import type { ShopChange } from '../contract/shop-changes.ts'
import { taxSettings } from '../contract/taxes.ts'
import { withTenant } from '../db/database.ts'
import { codeOf, employ, makeProgram, signUp } from '../testing/platform.ts'
import { changeShop } from './change-shop.ts'
import { couponWish, createChangedShop } from './testing.ts'
import type { ChangedShop, Person } from './testing.ts'

let shop: ChangedShop
beforeAll(async () => void (shop = await createChangedShop()))
afterAll(() => shop.close())

const colleague = async (name: string, role: Role): Promise<Person> => {
  const person = await signUp(shop.platform, name)
  await employ(shop.platform, person, shop.workspaceId, role)
  return person
}
const patchSettings = (body: object) => shop.owner.call('PATCH', merchantPaths.settings(shop.programId), { body })
const brief = ({ by, subjectName, part, field, before, after }: ShopChange) => ({
  by: by?.name,
  of: [subjectName, part?.name].filter(Boolean),
  field,
  before,
  after,
})

test('a price says who, of what, from what to what', async () => {
  const [dish] = (await shop.catalogue()).dishes
  const price = dish!.variants[0]!.priceMinor
  await shop.setPrice(dish!, price + 200)
  const { changes, people } = await shop.changes()
  expect(brief(changes[0]!)).toEqual({
    by: 'Owner',
    of: [dish!.name, dish!.variants[0]!.name],
    field: 'price_minor',
    before: price,
    after: price + 200,
  })
  expect(changes[0]).toMatchObject({ kind: 'dish', subjectId: dish!.id, deed: 'changed', canTakeBack: true })
  expect(changes[0]!.program).toMatchObject({ id: shop.programId, currency: 'CNY' })
  expect(people).toEqual([{ id: shop.owner.me.user.id, name: 'Owner' }])
})

test('what is set to what it is, and what is refused, leaves no trace', async () => {
  const { address } = await shop.settings()
  const before = await shop.changes()
  await patchSettings({ address })
  const dish = (await shop.catalogue()).dishes[0]!
  expect((await shop.setPrice({ ...dish, version: dish.version - 1 }, 1)).status).toBe(409)
  expect(await shop.changes()).toEqual(before)
})

test('“closed today” is one change of one day, and taking it back opens that day alone', async () => {
  const { hours } = await shop.settings()
  const closed = { date: '2030-03-01', periods: [], note: '' }
  await patchSettings({ hours: { ...hours, exceptions: [closed] } })
  const [change] = (await shop.changes('area=shop')).changes
  expect(change).toMatchObject({ field: 'hours.2030-03-01', before: null, after: { periods: [], note: '' } })
  const other = { date: '2030-04-01', periods: [{ opens: '10:00', closes: '12:00' }], note: 'Party' }
  await patchSettings({ hours: { ...hours, exceptions: [closed, other] } })
  expect((await shop.takeBack(change!)).status).toBe(200)
  expect((await shop.settings()).hours).toEqual({ ...hours, exceptions: [other] })
})

test('two who change one dish at once: each says what it was when they did', async () => {
  const bo = await colleague('Bo', 'editor')
  const { id } = (await shop.catalogue()).dishes[4]!
  const at = merchantPaths.dishSoldOut(shop.programId, id)
  const untils = Array.from({ length: 12 }, (_, day) => `2031-01-${String(day + 10)}T10:00:00.000Z`)
  const replies = await Promise.all(
    untils.map((untilIso, turn) => (turn % 2 ? bo : shop.owner).call('PUT', at, { body: { soldOut: true, untilIso } })),
  )
  expect(replies.map(({ status }) => status)).toEqual(untils.map(() => 200))
  const { changes } = await shop.changes(`kind=dish&subject=${id}`)
  expect(changes).toHaveLength(untils.length)
  const chain = changes.toReversed()
  expect(chain[0]!.before).toBe(false)
  for (const [index, change] of chain.slice(1).entries()) expect(change.before).toEqual(chain[index]!.after)
  // Each did what they asked for, and nobody is said to have done what another did.
  const untilOf = ({ after }: ShopChange) => new Date((after as { until: string }).until).toISOString()
  for (const change of chain) {
    const asked = untils.indexOf(untilOf(change))
    expect(change.by!.name).toBe(asked % 2 ? 'Bo' : 'Owner')
  }
})

test('two who change two things at once are each told of their own', async () => {
  const bo = await colleague('Bea', 'editor')
  const [one, two] = (await shop.catalogue()).dishes.slice(5, 7)
  const [first, second] = await Promise.all([shop.setPrice(one!, 111), shop.setPrice(two!, 222, bo)])
  expect([first.status, second.status]).toEqual([200, 200])
  const newest = (await shop.changes('area=menu')).changes.slice(0, 2)
  expect(Object.fromEntries(newest.map((change) => [change.after, change.by!.name]))).toEqual({
    111: 'Owner',
    222: 'Bea',
  })
})

test('a change is taken back as a change of its own, once, and only as long as it stands', async () => {
  const dish = (await shop.catalogue()).dishes[7]!
  const price = dish.variants[0]!.priceMinor
  await shop.setPrice(dish, price + 100)
  const [change] = (await shop.changes()).changes
  const answer = await shop.takeBack(change!)
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject([{ before: price + 100, after: price, takesBack: change!.seq }])
  expect((await shop.dish(dish.id)).variants[0]!.priceMinor).toBe(price)
  const again = await shop.takeBack(change!)
  expect([again.status, codeOf(again)]).toEqual([409, 'conflict'])

  await shop.setPrice(await shop.dish(dish.id), price + 300)
  const [standing] = (await shop.changes()).changes
  await shop.setPrice(await shop.dish(dish.id), price + 500)
  expect((await shop.takeBack(standing!)).status).toBe(409)
  expect((await shop.dish(dish.id)).variants[0]!.priceMinor).toBe(price + 500)
  const { changes } = await shop.changes(`kind=dish&subject=${dish.id}`)
  expect(changes.map(({ canTakeBack }) => canTakeBack)).toEqual([true, false, false, false])
})

test.each([
  ['phone', { phone: '+86 21 1234 5678' }],
  ['address', { address: '8 Old Road' }],
  ['kind', { kind: 'bar' }],
  ['orders_paused', { ordersPaused: true }],
  ['lead_minutes', { leadMinutes: 40 }],
  ['orders_per_quarter', { ordersPerQuarter: 8 }],
  ['ahead_days', { aheadDays: null }],
])('%s of the shop goes back to what it was', async (field, change) => {
  const before = await shop.settings()
  await patchSettings(change)
  const [made] = (await shop.changes()).changes
  expect(made!.field).toBe(field)
  expect((await shop.takeBack(made!)).status).toBe(200)
  expect(await shop.settings()).toEqual(before)
})

test('the shop’s tax and the rate of a category go back', async () => {
  const path = merchantPaths.taxes(shop.programId)
  const read = async () => taxSettings.parse((await shop.owner.call('GET', path)).body)
  const before = await read()
  const [category] = before.categories
  for (const [field, body] of [
    ['tax_mode', { mode: 'excluded' }],
    ['tax_pcm', { usualPcm: 6000 }],
    ['tax_pcm', { categories: [{ id: category!.id, ratePcm: 13_000 }] }],
  ] as const) {
    await shop.owner.call('PATCH', path, { body })
    const [made] = (await shop.changes()).changes
    expect(made!.field).toBe(field)
    expect((await shop.takeBack(made!)).status).toBe(200)
    expect(await read()).toEqual(before)
  }
})

test('the hours of a weekday go back without those of the others', async () => {
  const { hours } = await shop.settings()
  const shorter = hours.weekly.map((period) =>
    period.day === 2 ? { ...period, opens: '11:00', closes: '20:00' } : period,
  )
  await patchSettings({ hours: { ...hours, weekly: shorter } })
  const [change] = (await shop.changes()).changes
  expect(change).toMatchObject({ field: 'hours.2', after: [{ opens: '11:00', closes: '20:00' }] })
  expect((await shop.takeBack(change!)).status).toBe(200)
  expect((await shop.settings()).hours).toEqual(hours)
})

test('name, category, visibility and sold out of a dish go back', async () => {
  const { categories, dishes } = await shop.catalogue()
  const { id, categoryId, version } = dishes[8]!
  const other = categories.find((category) => category.id !== categoryId)!
  const name = { en: 'Another', 'zh-CN': '另一个' }
  const body = { ifVersion: version, name, categoryId: other.id, status: 'hidden' }
  await shop.owner.call('PATCH', merchantPaths.dish(shop.programId, id), { body })
  await shop.owner.call('PUT', merchantPaths.dishSoldOut(shop.programId, id), {
    body: { soldOut: true, untilIso: null },
  })
  const { changes } = await shop.changes(`kind=dish&subject=${id}`)
  expect(changes.map(({ field }) => field).sort()).toEqual(['category_id', 'name', 'sold_out', 'status'])
  const moved = changes.find(({ field }) => field === 'category_id')
  expect(moved).toMatchObject({ after: { id: other.id, name: other.name } })
  expect(new Set(changes.map(({ actId }) => actId)).size).toBe(2)
  for (const change of changes)
    expect([change.field, (await shop.takeBack(change)).status]).toEqual([change.field, 200])
  expect(await shop.dish(id)).toMatchObject({ ...dishes[8]!, version: version + 6 })
})

test('a coupon that was paused or changed, a poster that was taken down: back as they were', async () => {
  const made = await shop.owner.call('POST', merchantPaths.coupons(shop.programId), { body: couponWish() })
  const { id, paused: _paused, ...rest } = made.body as { id: string; paused: boolean }
  const patch = (body: object) => shop.owner.call('PATCH', merchantPaths.coupon(shop.programId, id), { body })
  await patch({ ifVersion: 1, paused: true })
  const { requestId: _request, ...definition } = couponWish({ perPerson: 3, endsAtIso: '2032-01-01T00:00:00.000Z' })
  await patch({ ifVersion: 2, definition })
  const { changes } = await shop.changes(`kind=coupon&subject=${id}`)
  for (const change of changes.filter(({ deed }) => deed === 'changed'))
    expect([change.field, (await shop.takeBack(change)).status]).toEqual([change.field, 200])
  const coupons = (await shop.owner.call('GET', merchantPaths.coupons(shop.programId))).body as { id: string }[]
  expect(coupons.find((each) => each.id === id)).toMatchObject({ ...rest, paused: false, version: 6 })

  await shop.owner.call('POST', merchantPaths.posters(shop.programId), { body: { name: 'Door' } })
  await shop.owner.call('DELETE', merchantPaths.poster(shop.programId, 'door'))
  const [gone] = (await shop.changes()).changes
  expect(gone).toMatchObject({ kind: 'poster', deed: 'removed', canTakeBack: true })
  const board = (await shop.takeBack(gone!)).body
  expect(board).toMatchObject([{ kind: 'poster', deed: 'made', subjectId: 'door', subjectName: 'Door' }])
})

test('what comes back by itself says that nobody did it', async () => {
  const { id } = (await shop.catalogue()).dishes[9]!
  const untilIso = new Date(Date.now() + 3_600_000).toISOString()
  await shop.owner.call('PUT', merchantPaths.dishSoldOut(shop.programId, id), { body: { soldOut: true, untilIso } })
  await shop.sql('UPDATE dish SET sold_out_until = now() WHERE id = $1', [id])
  await shop.sql("UPDATE shop_timer SET due_at = now() WHERE kind = 'dish-return'")
  await shop.platform.commerce.runDue()
  const [change] = (await shop.changes(`kind=dish&subject=${id}`)).changes
  expect(change).toMatchObject({ by: null, field: 'sold_out', after: false })
})

test('work that fails leaves no trace, and work that is tried again is told once', async () => {
  const scope = { tenantId: shop.workspaceId, programId: shop.programId }
  const by = shop.owner.me.user.id
  const before = await shop.changes()
  const broken = changeShop(shop.platform.services, scope, { of: 'shop', by }, async ({ tx }) => {
    await tx.updateTable('shop').set({ phone: '1' }).execute()
    throw new Error('no')
  })
  await expect(broken).rejects.toThrow('no')
  expect(await shop.changes()).toEqual(before)
  let tries = 0
  await changeShop(shop.platform.services, scope, { of: 'shop', by }, async ({ tx }) => {
    await tx.updateTable('shop').set({ phone: '2' }).execute()
    if (++tries === 1) await sql`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`.execute(tx)
  })
  expect(tries).toBe(2)
  expect((await shop.changes()).changes.filter(({ after }) => after === '2')).toHaveLength(1)
})

test('each sees what their role lets them: colleagues’ doings are not everybody’s', async () => {
  const [editor, designer, viewer] = await Promise.all([
    colleague('Editor', 'editor'),
    colleague('Designer', 'designer'),
    colleague('Viewer', 'viewer'),
  ])
  const path = merchantPaths.orderAction(shop.programId, await shop.placeOrder())
  await editor.call('POST', path, { body: { action: 'accept' } })
  await shop.owner.call('PATCH', merchantPaths.workspacePerson(shop.workspaceId, viewer.me.user.id), {
    body: { role: 'viewer' },
  })
  await shop.owner.call('POST', merchantPaths.invitations(shop.programId), { body: { role: 'viewer' } })
  const kinds = async (person: Person) =>
    [...new Set((await shop.changes('', person)).changes.map(({ kind }) => kind))].filter((kind) =>
      ['order', 'invitation'].includes(kind),
    )
  expect((await kinds(shop.owner)).sort()).toEqual(['invitation', 'order'])
  expect(await kinds(editor)).toEqual(['order'])
  expect(await kinds(designer)).toEqual([])
  expect(await kinds(viewer)).toEqual([])
  expect((await shop.changes('area=counter', editor)).changes[0]).toMatchObject({
    kind: 'order',
    field: 'status',
    before: 'placed',
    after: 'accepted',
    by: { name: 'Editor' },
    canTakeBack: false,
  })
  const [change] = (await shop.changes('area=shop')).changes
  expect((await shop.takeBack(change!, viewer)).status).toBe(403)
  expect((await shop.takeBack(change!, designer)).status).toBe(403)
  const ofWorkspace = merchantPaths.workspaceChanges(shop.workspaceId)
  expect((await shop.owner.call('GET', ofWorkspace)).status).toBe(200)
  expect((await editor.call('GET', ofWorkspace)).status).toBe(403)
})

test('read by person and in parts, without a gap', async () => {
  const all: ShopChange[] = []
  let before = ''
  const dish = (await shop.catalogue()).dishes[10]!
  for (let turn = 0; turn < 60; turn++) await patchSettings({ phone: `+86 ${turn}`, address: `${turn} Long Road` })
  do {
    const part = await shop.changes(before && `before=${before}`)
    all.push(...part.changes)
    before = part.next === null ? '' : String(part.next)
  } while (before)
  expect(all.length).toBeGreaterThan(120)
  expect(all.map(({ seq }) => seq)).toEqual([...new Set(all.map(({ seq }) => seq))].sort((a, b) => b - a))
  const bo = await colleague('Bob', 'editor')
  await shop.setPrice(dish, 990, bo)
  const his = await shop.changes(`by=${bo.me.user.id}`)
  expect(his.changes.map(brief)).toMatchObject([{ by: 'Bob', after: 990 }])
  expect(his.people.map(({ name }) => name)).toContain('Bob')
})

test('another workspace sees nothing of it and takes nothing back', async () => {
  const [change] = (await shop.changes()).changes
  const stranger = await signUp(shop.platform, 'Stranger')
  const own = await makeProgram(shop.platform, stranger)
  const crossing = merchantPaths.takeBackChange(own.id, String(change!.seq))
  expect((await stranger.call('POST', crossing, { body: {} })).status).toBe(404)
  expect((await shop.takeBack(change!, stranger)).status).toBe(404)
  const seen = await withTenant(shop.platform.services.db, own.workspaceId, (tx) =>
    tx.selectFrom('shop_change').select('tenant_id').execute(),
  )
  expect(seen.filter((row) => row.tenant_id !== own.workspaceId)).toEqual([])
})

test('what is written stays as it is: the application cannot rewrite it, and forgets only what is old enough', async () => {
  const { db } = shop.platform.services
  const inTenant = <Result>(work: Parameters<typeof withTenant<Result>>[2]) => withTenant(db, shop.workspaceId, work)
  await expect(inTenant((tx) => sql`UPDATE shop_change SET actor = 'me'`.execute(tx))).rejects.toThrow(
    /permission denied/,
  )
  const count = async () =>
    (await shop.sql<{ count: number }>('SELECT count(*)::int AS count FROM shop_change'))[0]!.count
  const before = await count()
  await inTenant((tx) => tx.deleteFrom('shop_change').execute())
  expect(await count()).toBe(before)
  const short = {
    tenant_id: shop.workspaceId,
    program_id: shop.programId,
    act_id: crypto.randomUUID(),
    kind: 'shop' as const,
    subject_id: shop.programId,
    deed: 'made' as const,
    keep_until: new Date(),
  }
  await expect(inTenant((tx) => tx.insertInto('shop_change').values(short).execute())).rejects.toThrow(
    /check constraint/,
  )

  const oldest = await shop.sql<{ seq: string }>('SELECT min(seq) AS seq FROM shop_change')
  await shop.sql(
    `ALTER TABLE shop_change DISABLE TRIGGER shop_change_append_only;
     UPDATE shop_change SET at = now() - interval '400 days', keep_until = now() - interval '35 days'
     WHERE seq = (SELECT min(seq) FROM shop_change);
     ALTER TABLE shop_change ENABLE TRIGGER shop_change_append_only`,
  )
  await patchSettings({ phone: '+86 10 0000 0000' })
  expect(await shop.sql('SELECT seq FROM shop_change WHERE seq = $1', [oldest[0]!.seq])).toEqual([])
})

test('only what reads may read: the reading door refuses to write', async () => {
  const { readForMerchant } = await import('../shop/run-for-merchant.ts')
  const scope = { tenantId: shop.workspaceId, programId: shop.programId }
  const writing = readForMerchant(shop.platform.services, scope, ({ tx }) =>
    tx.updateTable('program').set({ name: 'Mine' }).execute(),
  )
  await expect(writing).rejects.toThrow(/read-only transaction/)
})
