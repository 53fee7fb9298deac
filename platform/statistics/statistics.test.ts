/** Counting by the server, on a real database, as browsers would call it. */
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Program } from '../contract/merchant.ts'
import { blockFigures, visits } from '../contract/visits.ts'
import { merchantPaths, visitorPaths } from '../contract/routes.ts'
import { createHosting } from '../hosting/create-hosting.ts'
import { createPublishingFixture, publishAs } from '../releases/testing/publishing-fixture.ts'
import type { PublishingFixture } from '../releases/testing/publishing-fixture.ts'
import { signUp } from '../testing/platform.ts'
import { createStatistics } from './create-statistics.ts'
import { forgetOldCounts } from './forget-old.ts'
import { writeCounts } from './write-counts.ts'

vi.setConfig({ hookTimeout: 60_000 })

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1'

let fixture: PublishingFixture
let owner: pg.Pool
let program: Program
let origin: string

beforeAll(async () => {
  fixture = await createPublishingFixture()
  owner = new pg.Pool({ connectionString: fixture.platform.database.ownerUrl, max: 2 })
})
beforeEach(async () => {
  program = await fixture.makeProgram()
  origin = (await publishAs(fixture, program)).url
})
afterAll(async () => {
  await owner.end()
  await fixture.close()
})

const ask = async (path: string, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> =>
  fixture.platform.app.request(`${origin}${path}`, {
    ...init,
    headers: { host: new URL(origin).host, origin, 'user-agent': phone, ...headers },
  })

const tell = (address: string, notes: string, headers: Record<string, string> = {}) =>
  ask(address, { 'content-type': 'text/plain;charset=UTF-8', ...headers }, { method: 'POST', body: notes })

/** Where the page says that it tells, and the ids of its blocks. */
async function openPage(path: string, headers?: Record<string, string>) {
  const html = await (await ask(path, headers)).text()
  const address = /data-tell="([^"]+)"/.exec(html)?.[1]?.replaceAll('&#38;', '&').replaceAll('&amp;', '&') ?? ''
  return { address, ids: [...html.matchAll(/data-node="([^"]+)"/g)].map(([, id]) => id ?? '') }
}

/** A request for the home page, and what it is of. */
async function lookAtHome() {
  const { address } = await openPage('/', { dnt: '1' })
  const { release: releaseId = '', page: pageId = '' } = Object.fromEntries(new URL(address, origin).searchParams)
  const request = new Request(`${origin}/`, { headers: { 'user-agent': phone } })
  return { request, of: { tenantId: program.workspaceId, programId: program.id, releaseId, pageId } }
}

const loadVisits = async (days = 28) => {
  await fixture.platform.statistics.flush()
  return visits.parse((await fixture.ann.call('GET', `${merchantPaths.visits(program.id)}?days=${days}`)).body)
}
const loadFigures = async () => {
  await fixture.platform.statistics.flush()
  return blockFigures.parse((await fixture.ann.call('GET', merchantPaths.blockFigures(program.id))).body)
}
const rows = async () =>
  (
    await owner.query<{ kind: string; via: string; count: string }>('SELECT * FROM visit_count WHERE program_id = $1', [
      program.id,
    ])
  ).rows

test('every look at a page counts, also one that finds it unchanged; a visit begins only from outside', async () => {
  const first = await ask('/', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' })
  const again = await ask('/', { 'if-none-match': first.headers.get('etag') ?? '', 'sec-fetch-site': 'same-origin' })
  expect(again.status).toBe(304)
  await ask('/about', { 'sec-fetch-site': 'same-origin' })
  const seen = await loadVisits()
  expect(seen.totals).toMatchObject({ views: 3, visits: 1 })
  expect(seen.devices).toEqual({ phone: 1, tablet: 0, computer: 0 })
  expect(seen.pages.map(({ title, views, visits: begun }) => [title, views, begun])).toEqual([
    ['Home', 2, 1],
    ['About', 1, 0],
  ])
  expect(seen.series).toHaveLength(28)
  expect(seen.series.at(-1)).toEqual({ day: seen.toDay, visits: 1, views: 3, orders: 0 })
  expect(seen.releases).toMatchObject([{ version: 1, visits: 1 }])
  expect((await loadVisits(1)).series).toHaveLength(7)
})

test('robots, those who ask not to be counted, pages fetched ahead and addresses without a page count for nothing', async () => {
  await ask('/', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' })
  await ask('/', { dnt: '1' })
  await ask('/', { 'sec-gpc': '1' })
  await ask('/', { 'sec-purpose': 'prefetch' })
  await ask('/', { 'sec-fetch-mode': 'cors' })
  await ask('/', {}, { method: 'HEAD' })
  await ask('/no-such-page')
  const { address, ids } = await openPage('/', { dnt: '1' })
  await tell(address, `s:${ids[0]}`, { dnt: '1' })
  await tell(address, `s:${ids[0]}`, { 'sec-gpc': '1' })
  await tell(address, `s:${ids[0]}`, { 'user-agent': 'python-requests/2.32' })
  await loadVisits()
  expect(await rows()).toEqual([])
})

test('a page tells what was seen and tapped of it; what it cannot have is dropped', async () => {
  const { address, ids } = await openPage('/')
  const [hero = ''] = ids
  const told = await tell(address, `s:${hero},t:${hero},s:forged,b:cart:via=window,b:order:`)
  expect([told.status, await told.text()]).toEqual([204, ''])
  // A release of another program, a page that the release has not, and no release at all.
  const elsewhere = new URLSearchParams({ release: crypto.randomUUID(), page: 'x' })
  expect((await tell(`${visitorPaths.seen}?${elsewhere}`, `s:${hero}`)).status).toBe(204)
  expect((await tell(address.replace(/page=[^&]+/, 'page=x'), `s:${hero}`)).status).toBe(204)
  expect((await tell(visitorPaths.seen, `s:${hero}`)).status).toBe(400)
  expect((await tell(address, 'x'.repeat(70_000))).status).toBe(400)
  const figures = await loadFigures()
  expect(figures.blocks).toEqual({ [hero]: { seen: 1, tapped: 1 } })
  const seen = await loadVisits()
  expect(seen.blocks).toMatchObject([{ nodeId: hero, label: { en: 'Heading' }, pageTitle: 'Home', seen: 1, tapped: 1 }])
  expect(seen.totals).toMatchObject({ carts: 1, checkouts: 0 })
})

test('another site cannot tell in a visitor’s name', async () => {
  const { address, ids } = await openPage('/')
  const foreign = await tell(address, `s:${ids[0]}`, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
  expect(foreign.status).toBe(403)
  expect((await loadFigures()).blocks).toEqual({})
})

test('what was scanned goes with the visit; a code that the shop has not is none', async () => {
  const { rows: tables } = await owner.query<{ id: string; label: string }>(
    "SELECT id, label FROM resource WHERE program_id = $1 AND kind = 'table' ORDER BY sort LIMIT 1",
    [program.id],
  )
  const [table] = tables
  await ask(`/?table=${table?.id}`, { 'sec-fetch-site': 'none' })
  await ask(`/?table=${crypto.randomUUID()}`, { 'sec-fetch-site': 'none' })
  for (const via of ['window', 'window', 'made-up', "';--"])
    await ask(`/?${new URLSearchParams({ via })}`, { 'sec-fetch-site': 'none' })
  const seen = await loadVisits()
  expect(seen.totals.visits).toBe(6)
  expect(seen.vias).toEqual([
    { via: 'window', kind: 'poster', name: null, visits: 2, carts: 0, orders: 0 },
    { via: `table:${table?.id}`, kind: 'table', name: table?.label, visits: 1, carts: 0, orders: 0 },
  ])
})

test('a flood from one address is capped, and does not keep others from being counted', async () => {
  const { statistics } = fixture.platform
  const { request, of } = await lookAtHome()
  for (let at = 0; at < 5_000; at++) statistics.countLook(request, { address: 'flood' }, of)
  statistics.countLook(request, { address: 'somebody else' }, of)
  const { totals } = await loadVisits()
  expect(totals.views).toBeGreaterThan(240)
  expect(totals.views).toBeLessThan(260)
})

test('a day has so many sums and no more; those that are there still grow', async () => {
  const release = (await owner.query<{ id: string }>('SELECT id FROM release WHERE program_id = $1', [program.id]))
    .rows[0]!
  const { db } = fixture.platform.services
  const scope = { tenantId: program.workspaceId, programId: program.id }
  const sums = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => ({
      ...({ kind: 'seen', releaseId: release.id, pageId: 'home', via: '' } as const),
      nodeId: `n${String(from + at).padStart(3, '0')}`,
      count: 1,
    }))
  await writeCounts(db, { ...scope, counts: sums(0, 8) }, 10)
  await writeCounts(db, { ...scope, counts: sums(4, 100) }, 10)
  const stored = await rows()
  expect(stored).toHaveLength(10)
  expect(stored.filter(({ count }) => count === '2')).toHaveLength(4)
})

test('two processes add up, whoever writes when', async () => {
  const { services } = fixture.platform
  const { renderer } = createHosting(services)
  const second = createStatistics(services, renderer.program)
  const { request, of } = await lookAtHome()
  for (let round = 0; round < 5; round++) {
    for (const one of [fixture.platform.statistics, second]) one.countLook(request, { address: '1' }, of)
    await Promise.all([fixture.platform.statistics.flush(), second.flush(), second.flush()])
  }
  expect((await loadVisits()).totals).toMatchObject({ views: 10, visits: 10 })
})

test('a stop writes what waits, and what could not be written waits for the next time', async () => {
  const { services } = fixture.platform
  const { renderer } = createHosting(services)
  const { request, of } = await lookAtHome()
  const logged: string[] = []
  let broken = true
  const flaky = new Proxy(services.db, {
    get: (db, name) => {
      if (broken) throw new Error('The database is away')
      const value: unknown = Reflect.get(db, name)
      return typeof value === 'function' ? value.bind(db) : value
    },
  })
  const process = createStatistics({ db: flaky, log: ({ event }) => logged.push(event) }, renderer.program)
  process.start()
  process.countLook(request, { address: '1' }, of)
  await process.flush()
  expect([logged, await rows()]).toEqual([['visits-not-written'], []])
  broken = false
  process.countLook(request, { address: '1' }, of)
  await process.stop()
  expect((await loadVisits()).totals.views).toBe(2)
})

test('after thirteen months a day is forgotten', async () => {
  await ask('/')
  await loadVisits()
  await owner.query(
    "UPDATE visit_count SET day = current_date - interval '12 months' WHERE program_id = $1 AND kind = 'view'",
    [program.id],
  )
  await owner.query(
    "UPDATE visit_count SET day = current_date - interval '14 months' WHERE program_id = $1 AND kind = 'visit'",
    [program.id],
  )
  await forgetOldCounts(fixture.platform.services.db)
  const kinds = (await rows()).map(({ kind }) => kind).toSorted()
  expect(kinds).toEqual(['phone', 'view'])
})

test('nobody else sees any of it', async () => {
  await ask('/')
  await loadVisits()
  const bo = await signUp(fixture.platform, 'Bo')
  for (const path of [merchantPaths.visits(program.id), merchantPaths.blockFigures(program.id)])
    expect((await bo.call('GET', path)).status).toBe(404)
  const refused = await fixture.ann.call('GET', `${merchantPaths.visits(program.id)}?days=3650`)
  expect(refused.status).toBe(400)
})
