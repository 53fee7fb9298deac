/** What of an order is counted, told apart by the version that was open and by what had been scanned. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Menu } from '#model/shop/catalogue.ts'
import type { PlacedOrder } from '#model/shop/orders.ts'
import { publishResult } from '../contract/merchant.ts'
import { visits } from '../contract/visits.ts'
import { merchantPaths, visitorPaths } from '../contract/routes.ts'
import { createPublishingFixture, publishAs, visitorOf, writeVersion } from '../releases/testing/publishing-fixture.ts'
import type { PublishingFixture } from '../releases/testing/publishing-fixture.ts'

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'

let fixture: PublishingFixture
let owner: pg.Client

beforeAll(async () => {
  fixture = await createPublishingFixture({ ordering: true })
  owner = new pg.Client({ connectionString: fixture.platform.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await fixture.close()
})

/** A phone that opens the menu and tells what was begun there. */
async function look(origin: string, search: string, notes: string): Promise<void> {
  const headers = { 'user-agent': phone, 'sec-fetch-site': 'none' }
  const browser = visitorOf(fixture.platform, origin)
  const html = await (await browser.ask(`/about?${search}`, { headers })).text()
  const address = /data-tell="([^"]+)"/.exec(html)?.[1]?.replaceAll('&#38;', '&') ?? ''
  const told = await browser.ask(address, { method: 'POST', body: notes, headers: { 'user-agent': phone } })
  expect(told.status).toBe(204)
}

/** Somebody who came by this and orders a dish that takes no choices. */
async function guestWho(origin: string, via?: string) {
  const visitor = visitorOf(fixture.platform, origin)
  await visitor.begin(via)
  const { menu } = (await (await visitor.ask(visitorPaths.data)).json()) as { menu: Menu }
  const dish = menu.dishes.find(({ modifierGroupIds }) =>
    modifierGroupIds.every((id) => menu.modifierGroups.find((group) => group.id === id)?.min === 0),
  )
  const send = async (path: string, body: unknown): Promise<unknown> => {
    const answer = await visitor.ask(path, { method: 'POST', body: JSON.stringify(body) })
    if (answer.status !== 201) throw new Error(await answer.text())
    return answer.json()
  }
  return async (tableId?: string): Promise<string> => {
    const lines = [{ dishId: dish?.id, variantId: dish?.variants[0]?.id, modifiers: [], quantity: 1, note: '' }]
    const cart = { lines, channel: tableId === undefined ? 'pickup' : 'dine_in', tableId: tableId ?? null }
    const { id: quoteId } = (await send(visitorPaths.quotes, cart)) as { id: string }
    const placed = await send(visitorPaths.orders, { quoteId, payAt: 'counter', contactPhone: null })
    return (placed as PlacedOrder).order.id
  }
}

test('carts, orders begun and orders finished have figures per release and per poster', async () => {
  const program = await fixture.makeProgram()
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))
  await fixture.ann.call('PATCH', merchantPaths.settings(program.id), { body: { hours: { weekly, exceptions: [] } } })
  const tables = await owner.query<{ id: string }>(
    "SELECT id FROM resource WHERE program_id = $1 AND kind = 'table' ORDER BY sort LIMIT 1",
    [program.id],
  )
  const table = tables.rows[0]!.id

  const { url } = publishResult.parse(await publishAs(fixture, program))
  await look(url, 'via=window', 'b:cart:via=window,b:checkout:via=window')
  await look(url, 'via=window', 'b:cart:via=window')
  const byWindow = await guestWho(url, 'window')
  await byWindow()
  await byWindow()

  await writeVersion(fixture.platform, program.id, 'New')
  await publishAs(fixture, program)
  await look(url, `table=${table}`, `b:cart:table=${table},b:checkout:table=${table}`)
  const atTable = await guestWho(url)
  const cancelled = await atTable(table)
  await owner.query("UPDATE shop_order SET status = 'cancelled' WHERE id = $1", [cancelled])
  await atTable(table)

  await fixture.platform.statistics.flush()
  const seen = visits.parse((await fixture.ann.call('GET', `${merchantPaths.visits(program.id)}?days=28`)).body)
  expect(seen.totals).toMatchObject({ visits: 3, carts: 3, checkouts: 2, orders: 3 })
  expect(seen.releases.map(({ version, carts, orders }) => ({ version, carts, orders }))).toEqual([
    { version: 2, carts: 1, orders: 1 },
    { version: 1, carts: 2, orders: 2 },
  ])
  expect(seen.vias.map(({ via, carts, orders }) => ({ via, carts, orders }))).toEqual([
    { via: 'window', carts: 2, orders: 2 },
    { via: `table:${table}`, carts: 1, orders: 1 },
  ])
})
