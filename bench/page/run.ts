/**
 * `npm run bench:page`: a published menu of sixty dishes beside a page written by hand with the same dishes and pictures,
 * in turns in one browser, on a slow network and a processor four times slower. Read the ratios: both had the same noise.
 * `-- --json FILE` also writes the figures, `-- --runs N` changes the number of runs (5), `-- --lighthouse FOLDER` also asks
 * the Lighthouse that is installed in that folder, or the one on the PATH.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { Menu } from '#model/shop/catalogue.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { startProduct, type ProductServer } from '../../e2e/server.ts'
import { openBrowser } from '../browser.ts'
import { median, readArguments, report, type Samples } from '../report.ts'
import { handWrittenPage, serveHandWritten } from './hand-written.ts'
import { lighthouseScores } from './lighthouse.ts'
import { readOrigin } from './read-origin.ts'
import { publishShop, type Shop } from './seed.ts'
import { visitSlowly, type Kind, type Visit } from './visit.ts'
import { weigh, weighSecond } from './weigh.ts'

/** The same two dishes on both pages; of the published one only those can be added at once that leave nothing to choose. */
function kinds({ dishes }: Menu): { readonly published: Kind; readonly byHand: Kind } {
  const [first, later] = dishes.filter(
    ({ variants, modifierGroupIds }) => variants.length + modifierGroupIds.length < 2,
  )
  if (!first || !later) throw new Error('The menu needs two dishes without choices')
  return {
    published: {
      add: [`#dish-${first.id} .b-menu__step--more`, `#dish-${later.id} .b-menu__step--more`],
      answered: '.b-menu__dish :is([data-echo]:not([data-echo=""]), .b-menu__count)',
    },
    byHand: { add: [`.add[name="${first.id}"]`, `.add[name="${later.id}"]`], answered: '.n:not(:empty)' },
  }
}

const args = process.argv.slice(2)
const { jsonFile, runs } = readArguments(args)
const lighthouseAt = args.indexOf('--lighthouse')
const lighthouseFolder = lighthouseAt < 0 ? undefined : (args[lighthouseAt + 1]?.replace(/^--.*/, '') ?? '')
const browser = await openBrowser()
const folder = await mkdtemp(path.join(tmpdir(), 'shopwright-bench-'))
const database = await startEmbeddedPostgres({ dataDir: folder })
const server = await startProduct({ DATABASE_URL: database.url })
try {
  report(await benchPage(browser, server, runs), jsonFile)
} finally {
  await browser.close()
  await server.stop()
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}

async function benchPage(browser: Browser, server: ProductServer, runs: number): Promise<readonly Samples[]> {
  const shop = await publishShop(server, database.url, 'First shop')
  const other = await publishShop(server, database.url, 'Second shop')
  const data = JSON.parse(String((await readOrigin(shop.origin, '/_shop/data')).body)) as { menu: Menu }
  const hand = await serveHandWritten(handWrittenPage(data.menu), shop)
  const { published, byHand } = kinds(data.menu)
  const ours: Visit[] = []
  const theirs: Visit[] = []
  try {
    // The first round warms up server and disk and is not counted.
    for (let run = 0; run <= runs; run++) {
      const [our, their] = [
        await visitSlowly(browser, shop.menuUrl, published),
        await visitSlowly(browser, hand.url, byHand),
      ]
      if (run === 0) continue
      ours.push(our)
      theirs.push(their)
      console.error(`run ${run} of ${runs}`)
    }
  } finally {
    await hand.close()
  }
  const scores = lighthouseFolder === undefined ? [] : await lighthouseScores(shop.menuUrl, lighthouseFolder, runs)
  return [...(await weights(browser, shop, other)), ...times(ours, theirs), ...scores]
}

/** Bytes do not change from run to run. */
async function weights(browser: Browser, shop: Shop, other: Shop): Promise<readonly Samples[]> {
  const menu = await weigh(browser, shop.menuUrl, useCart)
  const ordering = await weigh(browser, shop.menuUrl, checkOut)
  const secondAlone = await weighSecond(browser, [shop.menuUrl, other.menuUrl], useCart)
  const secondShared = await withSharedCode((first, second) =>
    weighSecond(browser, [first.menuUrl, second.menuUrl], useCart),
  )
  const still = await weigh(browser, `${shop.origin}/no-such-page`, async () => {})
  const sum = (modules: Iterable<number>) => [...modules].reduce((total, bytes) => total + bytes, 0)
  const figure = (name: string, value: number, bar: number | null): Samples => ({
    name,
    unit: 'bytes gzipped',
    better: 'lower',
    bar,
    values: [value],
  })
  return [
    figure('HTML with its critical styles', menu.htmlBytes, 14_336),
    figure('JavaScript before the first tap', menu.inlineBytes, 3072),
    figure('JavaScript with the cart in use', menu.inlineBytes + sum(menu.modules.values()), 20_480),
    figure('JavaScript up to the checkout', ordering.inlineBytes + sum(ordering.modules.values()), null),
    figure('styles that come with the first script', menu.styleBytes, null),
    figure('new code over the wire in a second shop, all shops one site with SHARED_CODE=on', secondShared, 5120),
    figure('the same where each shop is a site of its own, as on localhost', secondAlone, null),
    figure(
      'JavaScript of a page that only shows (the one for addresses that no page has)',
      still.inlineBytes + sum(still.modules.values()),
      0,
    ),
  ]
}

/** Two shops of a product whose programs are all one site and fetch their common code from one origin. */
async function withSharedCode<Result>(use: (first: Shop, second: Shop) => Promise<Result>): Promise<Result> {
  const shared = await startProduct((port) => ({
    DATABASE_URL: database.url,
    PROGRAM_HOST: `shops.localhost:${port}`,
    SHARED_CODE: 'on',
  }))
  try {
    const [first, second] = [
      await publishShop(shared, database.url, 'Third shop'),
      await publishShop(shared, database.url, 'Fourth shop'),
    ]
    return await use(first, second)
  } finally {
    await shared.stop()
  }
}

async function useCart(page: Page): Promise<void> {
  await page.locator('.b-menu__step--more[aria-label^="Add "]').first().tap()
  await page.getByRole('button', { name: /Open the cart/ }).tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Check out' }).waitFor()
}

async function checkOut(page: Page): Promise<void> {
  await useCart(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Check out' }).tap()
  await page.getByRole('dialog').getByLabel(/Phone/).waitFor()
}

function times(ours: readonly Visit[], theirs: readonly Visit[]): readonly Samples[] {
  const pair = (name: string, key: keyof Visit, bar: number | null): readonly Samples[] => {
    const [our, their] = [ours.map((visit) => visit[key]), theirs.map((visit) => visit[key])]
    const ms = { unit: 'ms', better: 'lower', bar: null } as const
    return [
      { ...ms, name, values: our },
      { ...ms, name: `${name}, by hand`, values: their },
      { name: `${name}, ratio`, unit: '×', better: 'lower', bar, values: [median(our) / median(their)] },
    ]
  }
  const alone = (name: string, key: keyof Visit, unit: string): Samples => ({
    name,
    unit,
    better: 'lower',
    bar: 0,
    values: ours.map((visit) => visit[key]),
  })
  return [
    ...pair('first paint', 'paintMs', 1.15),
    ...pair('largest paint', 'largestMs', null),
    ...pair('tap on Add as soon as it is painted', 'firstTapMs', 1.3),
    ...pair('tap on Add later', 'laterTapMs', 1.3),
    ...pair('the first tap is in the kept cart', 'keptMs', null),
    alone('total blocking time', 'blockedMs', 'ms'),
    // Some of it is the browser's own, and what this bench asks the page.
    {
      name: 'total blocking time, by hand',
      unit: 'ms',
      better: 'lower',
      bar: null,
      values: theirs.map((visit) => visit.blockedMs),
    },
    alone('layout shift', 'shift', ''),
  ]
}
