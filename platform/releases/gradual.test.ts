import { afterAll, beforeAll, expect, test } from 'vitest'
import { program as programOf, publishing } from '../contract/merchant.ts'
import type { Program } from '../contract/merchant.ts'
import { merchantPaths, visitorPaths } from '../contract/routes.ts'
import { withTenant } from '../db/database.ts'
import { getsNewRelease } from './gradual.ts'
import { createPublishingFixture, publishAs, visitorOf, writeVersion } from './testing/publishing-fixture.ts'
import type { PublishingFixture } from './testing/publishing-fixture.ts'

let fixture: PublishingFixture

beforeAll(async () => {
  fixture = await createPublishingFixture({ ordering: true })
})
afterAll(() => fixture.close())

const rolloutOf = async (program: Program) =>
  publishing.parse((await fixture.ann.call('GET', merchantPaths.publishing(program.id))).body).rollout

const nameInLists = async ({ id }: Program) =>
  programOf.parse((await fixture.ann.call('GET', merchantPaths.program(id))).body).name

async function gradual(percent: number) {
  const program = await fixture.makeProgram()
  await writeVersion(fixture.platform, program.id, 'Old')
  const { url } = await publishAs(fixture, program)
  await writeVersion(fixture.platform, program.id, 'New')
  await publishAs(fixture, program, { kind: 'gradual', percent })
  const rollout = (await rolloutOf(program))!
  const path = merchantPaths.rollout(program.id, rollout.id)
  return { program, url, rollout, path, visit: () => visitorOf(fixture.platform, url) }
}

test('the share is met, the same visitor always gets the same, and who has the new one keeps it as it grows', () => {
  const visitors = Array.from({ length: 4000 }, (_, index) => `visitor-${index}`)
  const having = (percent: number) => visitors.filter((visitor) => getsNewRelease('rollout', visitor, percent))
  for (const percent of [5, 25, 50, 90]) {
    expect(having(percent).length / 40).toBeGreaterThan(percent - 3)
    expect(having(percent).length / 40).toBeLessThan(percent + 3)
    expect(having(percent)).toEqual(having(percent))
  }
  const later = new Set(having(50))
  expect(having(25).every((visitor) => later.has(visitor))).toBe(true)
})

test('another gradual release draws its lots anew', () => {
  const visitors = Array.from({ length: 1000 }, (_, index) => `visitor-${index}`)
  const both = visitors.filter((each) => getsNewRelease('one', each, 50) && getsNewRelease('two', each, 50))
  expect(both.length).toBeGreaterThan(180)
  expect(both.length).toBeLessThan(320)
})

test('each visitor sees one version on every page, from the caches too, and is counted once', async () => {
  const { program, visit } = await gradual(50)
  const seen = { Old: 0, New: 0 }
  for (let each = 0; each < 24; each++) {
    const visitor = visit()
    const [first = ''] = await visitor.versionsOn('/')
    expect(await visitor.versionsOn('/about')).toEqual([first])
    expect(await visitor.versionsOn('/')).toEqual([first])
    seen[first as 'Old' | 'New']++
  }
  expect(Math.min(seen.Old, seen.New)).toBeGreaterThan(0)
  const { from, to } = (await rolloutOf(program))!
  expect([from.visits, to.visits]).toEqual([seen.Old, seen.New])
  expect([from.version, to.version]).toEqual([1, 2])
})

test('the browser’s copy of one version never stands for the other, and shared caches keep them apart', async () => {
  const { visit } = await gradual(50)
  const etags = new Map<string, string>()
  while (etags.size < 2) {
    const visitor = visit()
    const answer = await visitor.ask('/')
    const version = /Version (\w+) of all/.exec(await answer.text())?.[1] ?? ''
    etags.set(version, answer.headers.get('etag') ?? '')
    expect(answer.headers.get('vary')).toContain('cookie')
    expect((await visitor.ask('/', { headers: { 'if-none-match': etags.get(version)! } })).status).toBe(304)
  }
  expect(etags.get('Old')).not.toBe(etags.get('New'))
})

test('the cookie is a random id for this origin alone, out of reach of scripts, and comes only with a gradual release', async () => {
  const { program, path, visit } = await gradual(50)
  const [line = ''] = (await visit().ask('/')).headers.getSetCookie()
  expect(line).toMatch(/^sw-visitor=[\w-]{22}\.[0-9a-f-]{36}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
  await fixture.ann.call('POST', path, { body: { outcome: 'stop' } })
  expect((await visit().ask('/')).headers.getSetCookie()).toEqual([])
  expect(await rolloutOf(program)).toBeNull()
})

test('orders count for the version in which they were begun, and again when they are paid', async () => {
  const { program, visit, rollout } = await gradual(50)
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))
  await fixture.ann.call('PATCH', merchantPaths.settings(program.id), { body: { hours: { weekly, exceptions: [] } } })
  const visitor = visit()
  const [version] = await visitor.versionsOn('/')
  await visitor.begin()
  const data = (await (await visitor.ask(visitorPaths.data)).json()) as {
    menu: { dishes: { id: string; variants: { id: string }[]; modifierGroupIds?: string[] }[] }
  }
  expect(data.menu.dishes.length).toBeGreaterThan(0)
  const orderId = await placeAnyOrder(visitor, data.menu.dishes)
  const side = async () => (await rolloutOf(program))![version === 'New' ? 'to' : 'from']
  expect(await side()).toMatchObject({ ordersBegun: 1, ordersPaid: 0 })
  await withTenant(fixture.platform.services.db, program.workspaceId, (tx) =>
    tx.updateTable('shop_order').set({ paid_at: new Date() }).where('id', '=', orderId).execute(),
  )
  expect(await side()).toMatchObject({ ordersBegun: 1, ordersPaid: 1 })
  expect(rollout.percent).toBe(50)
})

async function placeAnyOrder(
  visitor: ReturnType<typeof visitorOf>,
  dishes: readonly { id: string; variants: { id: string }[] }[],
): Promise<string> {
  for (const dish of dishes) {
    const lines = [{ dishId: dish.id, variantId: dish.variants[0]!.id, modifiers: [], quantity: 1, note: '' }]
    const request = { lines, channel: 'pickup', tableId: null }
    const quoted = await visitor.ask(visitorPaths.quotes, { method: 'POST', body: JSON.stringify(request) })
    if (quoted.status !== 201) continue
    const { id: quoteId } = (await quoted.json()) as { id: string }
    const body = JSON.stringify({ quoteId, payAt: 'counter', contactPhone: null })
    const placed = await visitor.ask(visitorPaths.orders, { method: 'POST', body })
    const text = await placed.text()
    if (placed.status !== 201) throw new Error(text)
    return (JSON.parse(text) as { order: { id: string } }).order.id
  }
  throw new Error('No dish could be ordered')
}

test('promoted, everybody gets the new one; stopped, everybody the one from before', async () => {
  const promoted = await gradual(1)
  await fixture.ann.call('POST', promoted.path, { body: { outcome: 'promote' } })
  for (let each = 0; each < 4; each++) expect(await promoted.visit().versionsOn('/')).toEqual(['New'])
  expect(await nameInLists(promoted.program)).toBe('Version New of name')
  const stopped = await gradual(99)
  await fixture.ann.call('POST', stopped.path, { body: { outcome: 'stop' } })
  for (let each = 0; each < 4; each++) expect(await stopped.visit().versionsOn('/')).toEqual(['Old'])
  expect(await nameInLists(stopped.program)).toBe('Version Old of name')
  expect((await fixture.ann.call('POST', stopped.path, { body: { outcome: 'promote' } })).status).toBe(404)
})

test('the share can be changed while it runs; publishing for everybody ends it', async () => {
  const { program, path, visit } = await gradual(1)
  const changed = await fixture.ann.call('PATCH', path, { body: { percent: 99 } })
  expect(publishing.parse(changed.body).rollout?.percent).toBe(99)
  expect((await fixture.ann.call('PATCH', path, { body: { percent: 100 } })).status).toBe(400)
  await writeVersion(fixture.platform, program.id, 'Newest')
  await publishAs(fixture, program)
  expect(await rolloutOf(program)).toBeNull()
  expect(await visit().versionsOn('/')).toEqual(['Newest'])
})

test('nothing can be released gradually as long as nothing is live', async () => {
  const program = await fixture.makeProgram()
  const body = { requestId: crypto.randomUUID(), when: { kind: 'gradual', percent: 10 } }
  expect((await fixture.ann.call('POST', merchantPaths.releases(program.id), { body })).status).toBe(409)
  expect((await fixture.ann.call('GET', merchantPaths.releases(program.id))).body).toEqual([])
})
