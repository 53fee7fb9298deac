/** What a person may ask of a shop: all that it has of them, and to be forgotten. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Membership } from '#model/shop/members.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { mergeVisitors } from '#platform/customers/merge-visitors.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture, orderFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { eraseMember } from './erase-member.ts'
import { exportMember } from './export-member.ts'
import { loadMembers } from './load-members.ts'
import { notTold, personalTables } from './personal-tables.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
  shop.liveNodes.set('form', {
    type: 'form',
    props: {
      title: 'Cake',
      questions: [{ label: 'Wish', kind: 'short', options: '', isNeeded: true }],
      consent: 'You may ring me.',
    },
    slug: '',
    releaseId: randomUUID(),
  })
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const name = 'Zuleika Dobson'
const digits = '13800138000'

async function member(): Promise<TestVisitor & { id: string; visitorId: string }> {
  const who = await shop.visitor()
  await who.call('POST', visitorPaths.card, { name, phone: digits, consent: true })
  const [row] = await shop.sql<{ id: string; visitor_id: string }>(
    'SELECT id, visitor_id FROM member ORDER BY id DESC LIMIT 1',
  )
  return { ...who, id: row?.id ?? '', visitorId: row?.visitor_id ?? '' }
}

const act = (orderId: string, action: 'accept' | 'complete') =>
  shop.inShop((at) => actOnOrder(at, orderId, action, { actor: 'user:owner', reason: '' }))
const erase = (id: string) => shop.inShop((at) => eraseMember(at, id, 'user:bo'))
const take = (id: string) => shop.inShop((at) => exportMember(at, id))

/** A member who ordered, with a note to a dish, and sent a form. */
async function regular() {
  const who = await member()
  const { order } = await orderFor(shop, who)
  await shop.sql(`UPDATE order_line SET note = $2 WHERE order_id = $1`, [order.id, `For ${name}`])
  await shop.sql(
    `UPDATE shop_order SET contact_phone = $2, channel = 'delivery', zone_name = 'Near',
       deliver_to = jsonb_build_object('name', $3::text, 'phone', $2::text, 'area', '', 'address', '1 Lane')
     WHERE id = $1`,
    [order.id, `+86${digits}`, name],
  )
  await who.call('POST', visitorPaths.submissions, { nodeId: 'form', answers: [[name]], consent: true })
  await act(order.id, 'accept')
  return { who, orderId: order.id }
}

/** Every row of every table of this shop, as text. */
async function everything(): Promise<string> {
  const tables = await shop.sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'program_id' AND table_schema = 'public'`,
  )
  const texts = []
  for (const { name: table } of tables)
    texts.push(...(await shop.sql<{ text: string }>(`SELECT to_jsonb(t)::text AS text FROM "${table}" t`)))
  return texts.map(({ text }) => text).join('\n')
}

test('every table that knows a visitor is told of, or says why not', async () => {
  const rows = await shop.sql<{ name: string }>(
    `SELECT DISTINCT c.table_name AS name FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name IN ('visitor_id', 'member_id')`,
  )
  const known = new Set([...personalTables.map(({ table }) => table), ...Object.keys(notTold)])
  expect(rows.map((row) => row.name).filter((table) => !known.has(table))).toEqual([])
})

test('an export holds all of one person, and nothing of another', async () => {
  const [{ who, orderId }, other] = [await regular(), await member()]
  const { data = {} } = (await take(who.id)) ?? {}
  expect(data['member']).toMatchObject([{ id: who.id, name }])
  expect(data['shop_order']).toMatchObject([{ id: orderId, contact_phone: `+86${digits}` }])
  expect(data['order_line']).toMatchObject([{ note: `For ${name}` }])
  expect(data['form_submission']).toMatchObject([{ answers: [{ values: [name] }] }])
  expect(data['consent']).toHaveLength(2)
  const text = JSON.stringify(data)
  expect(text).not.toContain(other.id)
  expect(text).not.toContain('tenant_id')
  expect(await take(randomUUID())).toBeUndefined()
})

test('an export holds the points of a card that became part of theirs', async () => {
  const [ann, again] = [await member(), await member()]
  const { order } = await orderFor(shop, again)
  await act(order.id, 'accept')
  await act(order.id, 'complete')
  await shop.inShop((at) => mergeVisitors(at, again.visitorId, ann.visitorId))
  const entries = (await take(ann.id))?.data['wallet_entry'] as { delta: number; kind: string }[]
  expect(entries.map(({ kind, delta }) => `${kind} ${delta}`).toSorted()).toEqual([
    'adjust -36',
    'adjust 36',
    'earn 36',
  ])
})

test('nobody is erased while an order is under way; afterwards nothing personal is left, and the money is', async () => {
  for (const { id } of await shop.inShop((at) => loadMembers(at, 'en')))
    await shop.sql('UPDATE member SET name = $2, phone = $3 WHERE id = $1', [id, 'Somebody', '1'])
  await shop.sql(`UPDATE shop_order SET contact_phone = NULL, channel = 'pickup', deliver_to = NULL, zone_name = NULL`)
  await shop.sql(`UPDATE order_line SET note = ''`)
  await shop.sql('DELETE FROM form_submission')
  const { who, orderId } = await regular()
  await expect(erase(who.id)).rejects.toThrow(/under way/)
  expect((await who.call<Membership>('GET', visitorPaths.card)).body.name).toBe(name)
  await act(orderId, 'complete')
  expect(await everything()).toContain(name)
  await erase(who.id)
  const left = await everything()
  expect(left).not.toContain(name)
  expect(left).not.toContain(digits)
  expect(left).not.toContain('1 Lane')
  expect(await shop.sql('SELECT total_minor::int, pay_status FROM shop_order WHERE id = $1', [orderId])).toEqual([
    { total_minor: 3600, pay_status: 'paid' },
  ])
  expect((await who.call('GET', visitorPaths.card)).status).toBe(401)
  expect((await shop.inShop((at) => loadMembers(at, 'en'))).some(({ id }) => id === who.id)).toBe(false)
  await expect(erase(who.id)).rejects.toThrow(/no such member/)
  expect(await take(who.id)).toBeUndefined()
})

test('erased and asked for at once, it is done once', async () => {
  const ann = await member()
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => erase(ann.id)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
