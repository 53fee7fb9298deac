/** The line at the door: numbers without gaps, nobody twice, and of two who press at once one. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ShopFailure } from '#model/shop/failure.ts'
import type { QueueView } from '#model/shop/queue.ts'
import { counterQueue, counterTicket } from '#platform/contract/queue.ts'
import { merchantPaths, visitorPaths } from '#platform/contract/routes.ts'
import { mergeVisitors } from '#platform/customers/merge-visitors.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { createTestPlatform, letIn, makeProgram, signUp } from '#platform/testing/platform.ts'
import { stepTicket, switchQueue } from './change-queue.ts'
import { findTicket, loadCounterQueue, loadQueue } from './load-queue.ts'

let shop: ShopFixture

const always = {
  weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' })),
  exceptions: [],
}

beforeAll(async () => void (shop = await createShopFixture()))
beforeEach(async () => {
  await shop.sql('DELETE FROM queue_ticket')
  await shop.sql('DELETE FROM queue_line')
  await shop.sql('UPDATE shop SET hours = $1', [JSON.stringify(always)])
  await shop.inShop((at) => switchQueue(at, true))
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

type Reply = QueueView & { error: ShopFailure }

const take = (visitor: TestVisitor, partySize = 2, key?: string) =>
  visitor.call<Reply>('POST', visitorPaths.queue, { partySize }, key)
const look = async (visitor: TestVisitor) => (await visitor.call<Reply>('GET', visitorPaths.queue)).body
const step = (id: string, action: Parameters<typeof stepTicket>[2]) =>
  shop.inShop(async (at) => stepTicket(at, id, action, (await findTicket(at, id))!.version))

test('twenty who take a number at once have twenty numbers in a row, each line its own', async () => {
  const visitors = await Promise.all(Array.from({ length: 20 }, () => shop.visitor()))
  const taken = await Promise.all(visitors.map((visitor, at) => take(visitor, at % 2 === 0 ? 2 : 6)))
  expect(new Set(taken.map(({ status }) => status))).toEqual(new Set([201]))
  for (const line of ['A', 'C']) {
    const numbers = taken.flatMap(({ body: { ticket } }) => (ticket?.line === line ? [ticket.number] : []))
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  }
})

test('nobody stands in line twice, however fast they press; once they have left they may again', async () => {
  const visitor = await shop.visitor()
  const both = await Promise.all([take(visitor), take(visitor)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  const { ticket } = await look(visitor)
  expect((await visitor.call('POST', visitorPaths.leaveQueue(ticket!.id))).status).toBe(200)
  expect((await visitor.call('POST', visitorPaths.leaveQueue(ticket!.id))).status).toBe(200)
  expect((await look(visitor)).ticket?.status).toBe('left')
  const again = await take(visitor)
  expect([again.status, again.body.ticket?.number]).toEqual([201, 2])
})

test('sent twice with one key, it is one number', async () => {
  const visitor = await shop.visitor()
  const key = randomUUID()
  const [first, second] = [await take(visitor, 3, key), await take(visitor, 3, key)]
  expect([first.status, second.status, second.body.ticket?.id]).toEqual([201, 201, first.body.ticket?.id])
  expect((await take(visitor, 4, key)).status).toBe(409)
})

test.each<[string, unknown]>([
  ['nobody', { partySize: 0 }],
  ['a wedding', { partySize: 21 }],
  ['half a person', { partySize: 1.5 }],
  ['more than was asked', { partySize: 2, number: 1 }],
])('a party of %s gets no number', async (_, request) => {
  const visitor = await shop.visitor()
  expect((await visitor.call('POST', visitorPaths.queue, request)).status).toBe(400)
})

test('while the counter gives none, or the shop is closed, none is given; those that were stay', async () => {
  const [early, late] = [await shop.visitor(), await shop.visitor()]
  await take(early)
  await shop.inShop((at) => switchQueue(at, false))
  expect((await take(late)).body.error.code).toBe('closed')
  expect(await look(early)).toMatchObject({ isOpen: false, ticket: { status: 'waiting' } })
  await shop.inShop((at) => switchQueue(at, true))
  await shop.sql('UPDATE shop SET hours = $1', [JSON.stringify({ weekly: [], exceptions: [] })])
  expect((await take(late)).body.error.code).toBe('closed')
})

test('a place is told by who is before it in the same line, and time by how fast the line goes', async () => {
  const visitors = [await shop.visitor(), await shop.visitor(), await shop.visitor(), await shop.visitor()]
  for (const visitor of visitors) await take(visitor)
  await take(await shop.visitor(), 4)
  const [first, second, third, last] = visitors as [TestVisitor, TestVisitor, TestVisitor, TestVisitor]
  expect(await look(last)).toMatchObject({
    ticket: { line: 'A', number: 4, ahead: 3, waitMinutes: 32 },
    lines: [
      { line: 'A', waiting: 4, waitMinutes: 40 },
      { line: 'B', waiting: 1 },
      { line: 'C', waiting: 0, waitMinutes: 0 },
    ],
  })
  for (const visitor of [first, second, third]) await step((await look(visitor)).ticket!.id, 'call')
  await shop.sql(
    `UPDATE queue_ticket SET called_at = now() - make_interval(mins => 4 * number) WHERE status = 'called'`,
  )
  expect((await look(last)).ticket).toMatchObject({ ahead: 0, waitMinutes: 4 })
  expect((await look(first)).ticket).toMatchObject({ status: 'called', ahead: 0, waitMinutes: 0 })
})

test('who was skipped comes back to their place; who sits is done', async () => {
  const [first, second] = [await shop.visitor(), await shop.visitor()]
  const id = (await take(first)).body.ticket!.id
  await take(second)
  await step(id, 'call')
  await step(id, 'skip')
  expect((await look(first)).ticket?.status).toBe('skipped')
  await step(id, 'back')
  expect((await look(second)).ticket?.ahead).toBe(1)
  await step(id, 'call')
  await step(id, 'done')
  expect((await shop.inShop(loadCounterQueue)).lines[0]?.tickets.map(({ number }) => number)).toEqual([2])
  await expect(step(id, 'back')).rejects.toThrow('faster')
})

test('of two at the counter who do something with one number at once, one has it', async () => {
  const { id } = (await take(await shop.visitor())).body.ticket!
  const act = (action: 'call' | 'skip') => shop.inShop((at) => stepTicket(at, id, action, 1))
  const outcomes = await Promise.allSettled([act('call'), act('skip')])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a new business day begins at one, and yesterday’s numbers are nobody’s', async () => {
  const visitor = await shop.visitor()
  await take(visitor)
  await shop.sql(`UPDATE queue_ticket SET day = day - 1`)
  await shop.sql(`UPDATE queue_line SET day = day - 1, last_number = 40`)
  expect((await look(visitor)).ticket).toBeNull()
  expect((await take(visitor)).body.ticket?.number).toBe(1)
})

test('a look at the lines makes nobody known, and shows no one’s number', async () => {
  await take(await shop.visitor())
  const before = await shop.sql('SELECT count(*) FROM visitor')
  const request = new Request(shop.program.origin + visitorPaths.queue)
  const response = await shop.commerce.visitorApp.fetch(request, { program: shop.program, clientAddress: '127.0.0.1' })
  expect(await response.json()).toMatchObject({ isOpen: true, ticket: null, lines: [{ waiting: 1 }, {}, {}] })
  expect(await shop.sql('SELECT count(*) FROM visitor')).toEqual(before)
})

test('a number is given back by its owner alone', async () => {
  const [owner, other] = [await shop.visitor(), await shop.visitor()]
  const { id } = (await take(owner)).body.ticket!
  expect((await other.call('POST', visitorPaths.leaveQueue(id))).status).toBe(404)
  expect((await look(owner)).ticket?.status).toBe('waiting')
})

test('whoever waits hears at once when the counter calls', async () => {
  const visitor = await shop.visitor()
  const { id } = (await take(visitor)).body.ticket!
  const stop = new AbortController()
  const request = new Request(`${shop.program.origin}${visitorPaths.queueEvents}?token=${visitor.token}`, {
    signal: stop.signal,
  })
  const response = await shop.commerce.visitorApp.fetch(request, { program: shop.program, clientAddress: '127.0.0.1' })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const until = async (words: string) => {
    while (!heard.includes(words)) heard += (await reader.read()).value
  }
  await until('"status":"waiting"')
  await step(id, 'call')
  await until('"status":"called"')
  stop.abort()
  await reader.cancel()
})

test('two visitors who turn out to be one person keep one place, the earlier one', async () => {
  const [one, two] = [await shop.visitor(), await shop.visitor()]
  await take(one)
  await take(two)
  const ids = await shop.sql<{ visitor_id: string }>('SELECT visitor_id FROM queue_ticket ORDER BY number')
  const [from, into] = [ids[1]!.visitor_id, ids[0]!.visitor_id]
  await shop.inShop((at) => mergeVisitors(at, from, into))
  const view = await shop.inShop((at) => loadQueue(at, into))
  expect([view.ticket?.number, view.lines[0]?.waiting]).toEqual([1, 1])
})

test('the counter writes down who has no phone, calls, and nobody else may', async () => {
  const platform = await createTestPlatform()
  const owner = await signUp(platform, 'Ann')
  const designer = await signUp(platform, 'Bo')
  const stranger = await signUp(platform, 'Cy')
  const program = await makeProgram(platform, owner)
  await letIn(owner, designer, merchantPaths.invitations(program.id), 'designer')
  const path = merchantPaths.queue(program.id)
  const party = { body: { partySize: 5, name: 'Lin', requestId: randomUUID() } }
  for (const [who, status] of [
    [designer, 403],
    [stranger, 404],
  ] as const) {
    expect((await who.call('GET', path)).status).toBe(status)
    expect((await who.call('PUT', path, { body: { isTaking: false } })).status).toBe(status)
    expect((await who.call('POST', merchantPaths.queueTickets(program.id), party)).status).toBe(status)
  }
  const off = await owner.call('PUT', path, { body: { isTaking: false } })
  expect(counterQueue.parse(off.body).isTaking).toBe(false)
  const added = await owner.call('POST', merchantPaths.queueTickets(program.id), party)
  const ticket = counterTicket.parse(added.body)
  expect([added.status, ticket.line, ticket.number, ticket.name]).toEqual([201, 'C', 1, 'Lin'])
  await owner.call('POST', merchantPaths.queueTickets(program.id), party)
  const actions = merchantPaths.queueTicketAction(program.id, ticket.id)
  const call = { body: { action: 'call', version: 1 } }
  expect((await designer.call('POST', actions, call)).status).toBe(403)
  expect(counterTicket.parse((await owner.call('POST', actions, call)).body).status).toBe('called')
  expect((await owner.call('POST', actions, call)).status).toBe(409)
  const queue = counterQueue.parse((await owner.call('GET', path)).body)
  expect(queue.lines.map(({ tickets }) => tickets.length)).toEqual([0, 0, 1])
  await platform.close()
})
