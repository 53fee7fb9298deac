/**
 * `npm run bench:load`: the whole product under a day's rush. Visitors of several shops open the menu, look around, order
 * and book, counters serve, and the product is a process of its own with the embedded database on the same machine.
 * Prints how many of each a second, how long they took, what failed, whether memory grew, and what the doctor finds.
 * `-- --seconds N` is how long (600), `-- --visits N` how many a second (40, with everything else in proportion),
 * `-- --json FILE` also writes the figures. Ends with 1 when an aim is missed.
 */
import pg from 'pg'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { checkShops } from '#platform/shop/doctor.ts'
import { startProduct } from '../../e2e/server.ts'
import { readArguments, report } from '../report.ts'
import type { Samples } from '../report.ts'
import { arrive } from './arrivals.ts'
import { createAsker } from './ask.ts'
import { watchMemory } from './memory.ts'
import { readUsed } from './processor.ts'
import { openShops } from './shops.ts'
import type { Shop } from './shops.ts'
import { createTimings, kinds, quantile } from './timings.ts'
import type { Kind, Timings } from './timings.ts'
import { visit } from './visit.ts'
import type { Purpose } from './visit.ts'

/** What is aimed at on two cores that also make the load: 40 visits a second, and for each of them so much of the rest. */
const aims = { calls: 6, orders: 0.2, bookings: 0.1, readMs: 100, writeMs: 300, grownPercent: 10 }
/** Every fifth visitor orders and every tenth books: 8 orders and 4 bookings of 40 visits. */
const purposes: readonly Purpose[] = [
  ...(['order-online', 'look', 'look', 'book', 'look'] as const),
  ...(['order-at-counter', 'look', 'look', 'look', 'look'] as const),
]
/** With the tables of four, ten minutes of bookings fit into the next four weeks. */
const shopCount = 4
const warmUpSeconds = 10
/** Events tell a counter what changed; it looks at everything again when somebody comes back to it. */
const counterLooksEveryMs = 5000

const args = process.argv.slice(2)
const { jsonFile } = readArguments(args, 1)
const seconds = numberAfter('--seconds', 600, 10)
const visitsPerSecond = numberAfter('--visits', 40, 1)
/** A little more arrive than are aimed at, so that the last ones still under way at the end do not decide. */
const arrivalsPerSecond = visitsPerSecond * 1.025

const product = await startProduct({ TRUST_PROXY: 'on' })
const timings = createTimings()
const asker = createAsker(product.port, timings)
try {
  const platformHost = `localhost:${product.port}`
  const shops = await openShops(asker, platformHost, shopCount)
  const send = (index: number) =>
    visit({
      ...{ asker, platformHost, index },
      shop: shops[Math.floor(index / purposes.length) % shops.length] as Shop,
      purpose: purposes[index % purposes.length] ?? 'look',
    })
  for (const { counter } of shops) counter.listen()
  const stopLooking = keepLooking(shops)
  await arrive(arrivalsPerSecond, warmUpSeconds, send)
  timings.clear()
  console.log(`${shopCount} shops are open; ${seconds} seconds of visitors begin …`)
  const memory = watchMemory(product.url)
  const before = { ...readUsed(product.pid), load: process.cpuUsage() }
  const startedMs = performance.now()
  const first = Math.ceil(arrivalsPerSecond * warmUpSeconds)
  await arrive(arrivalsPerSecond, seconds, (index) => send(first + index))
  const tookSeconds = (performance.now() - startedMs) / 1000
  const used = readUsed(product.pid)
  const { user, system } = process.cpuUsage(before.load)
  const { megabytes, grownPercent } = memory.end()
  await stopLooking()
  asker.stop()
  await product.kill()
  const findings = await examine(product.dataDir)
  print(timings, tookSeconds)
  const figures = [
    ...rates(timings, tookSeconds),
    figure('processor time, product', used.product - before.product, 's', null),
    figure('processor time, its database', used.database - before.database, 's', null),
    figure('processor time, what makes the load', (user + system) / 1e6, 's', null),
    figure(
      'reads, p95',
      quantile(
        timings.of((kind) => kinds[kind].is === 'read'),
        0.95,
      ),
      'ms',
      aims.readMs,
    ),
    figure(
      'writes, p95',
      quantile(
        timings.of((kind) => kinds[kind].is === 'write'),
        0.95,
      ),
      'ms',
      aims.writeMs,
    ),
    figure(
      'errors',
      [...timings.errors.values()].reduce((sum, count) => sum + count, 0),
      'requests',
      0,
    ),
    figure('memory of the product at the end', megabytes, 'MB', null),
    figure('memory, more than half-way', grownPercent, '%', aims.grownPercent),
    figure('what the doctor finds', findings.length, 'checks', 0),
  ]
  for (const [error, count] of timings.errors) console.error(`✗ ${count} × ${error}`)
  for (const finding of findings) console.error(`✗ ${finding}`)
  report(figures, jsonFile)
  const missed = figures.filter(isMissed)
  for (const { name } of missed) console.error(`✗ ${name}: the aim is missed`)
  process.exitCode = missed.length === 0 ? 0 : 1
} finally {
  asker.stop()
  await product.stop()
}

function numberAfter(flag: string, usual: number, least: number): number {
  const value = args.includes(flag) ? Number(args[args.indexOf(flag) + 1]) : usual
  if (!(value >= least)) throw new Error(`${flag} takes a number from ${least}`)
  return value
}

/** @returns what ends it */
function keepLooking(shops: readonly Shop[]): () => Promise<void> {
  let looking: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    looking = Promise.all(shops.map(({ counter }) => counter.look().catch(() => undefined)))
  }, counterLooksEveryMs)
  return async () => {
    clearInterval(timer)
    await looking
  }
}

/** The doctor, while nothing runs. */
async function examine(dataDir: string): Promise<readonly string[]> {
  const embedded = await startEmbeddedPostgres({ dataDir, say: () => undefined })
  const client = new pg.Client({ connectionString: embedded.url })
  try {
    await client.connect()
    return (await checkShops(client)).map(({ check, count, example }) => `not so: ${check} (${count}, e.g. ${example})`)
  } finally {
    await client.end()
    await embedded.stop()
  }
}

function rates(timings: Timings, tookSeconds: number): readonly Samples[] {
  const perSecond = (which: (kind: Kind) => boolean) => timings.of(which).length / tookSeconds
  const rate = (name: string, value: number, bar: number): Samples => ({
    ...{ name, values: [value], unit: 'a second', better: 'higher', bar },
  })
  return [
    rate(
      'visits',
      perSecond((kind) => kind === 'page'),
      visitsPerSecond,
    ),
    rate(
      'calls of the API',
      perSecond((kind) => kinds[kind].isApi),
      aims.calls * visitsPerSecond,
    ),
    rate(
      'orders',
      perSecond((kind) => kind === 'place-order'),
      aims.orders * visitsPerSecond,
    ),
    rate(
      'bookings',
      perSecond((kind) => kind === 'book'),
      aims.bookings * visitsPerSecond,
    ),
  ]
}

function figure(name: string, value: number, unit: string, bar: number | null): Samples {
  return { name, values: [value], unit, better: 'lower', bar }
}

function isMissed({ values: [value = NaN], better, bar }: Samples): boolean {
  if (bar === null) return false
  return better === 'lower' ? !(value <= bar) : !(value >= bar)
}

function print(timings: Timings, tookSeconds: number): void {
  const round = (value: number) => Math.round(value * 10) / 10
  console.table(
    (Object.keys(kinds) as Kind[]).flatMap((kind) => {
      const taken = timings.of((each) => each === kind)
      if (taken.length === 0) return []
      const ms = (share: number) => round(quantile(taken, share))
      const { name, is } = kinds[kind]
      return [
        {
          what: name,
          is,
          'a second': round(taken.length / tookSeconds),
          'p50 ms': ms(0.5),
          'p95 ms': ms(0.95),
          'p99 ms': ms(0.99),
          'longest ms': ms(1),
        },
      ]
    }),
  )
}
