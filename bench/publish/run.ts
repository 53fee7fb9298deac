/**
 * `npm run bench:publish`: from the click to the new page at the link for 20 pages with 300 blocks, and back again, beside
 * bundling the same pages; twenty processes killed while they publish; a keystroke to the preview at 1,000 blocks.
 * `-- --json FILE` also writes the figures, `-- --runs N` changes the number of runs (5).
 */
import type { Browser, Page } from '@playwright/test'
import { SECTION, fillPages, fillProgram, sectionsOf } from '../editor/fill-program.ts'
import { canvasOf, previewOf, selectOnCanvas, waitUntilSaved } from '../../e2e/studio.ts'
import { createProgram, signInAsDemo } from '../../e2e/merchant.ts'
import { openBrowser, withProduct } from '../browser.ts'
import { fetchAs, publishOnce, typeAndWatch } from '../editing.ts'
import { median, readArguments, report, type Samples } from '../report.ts'
import { bundlePages } from './bundle-pages.ts'
import { compileOneEdit } from './compile-one-edit.ts'
import { killPublishers } from './kill-publishers.ts'

const PAGES = 20
const BLOCKS = 300
const PREVIEW_BLOCKS = 1000

const { jsonFile, runs } = readArguments(process.argv.slice(2))
const browser = await openBrowser()
try {
  const [published, previewed] = await benchProduct(browser)
  const bundled = await bundlePages(pagesOf(), runs)
  const killed = await killPublishers()
  const ms = { unit: 'ms', better: 'lower' } as const
  const samples: Samples[] = [
    {
      ...ms,
      name: 'publish, click to the new page at the link, 20 pages with 300 blocks',
      values: published.toLive,
      bar: 1000,
    },
    { ...ms, name: '  of it our own compile', values: published.compile, bar: 150 },
    { ...ms, name: '  the server’s whole part', values: published.server, bar: null },
    { ...ms, name: 'for comparison: bundling the same 20 pages with Vite', values: bundled, bar: null },
    { ...ms, name: 'rollback, request to the old page at the link', values: published.rollback, bar: 1000 },
    {
      name: 'killed while publishing: places with a mixed page or a lost version',
      unit: `of ${killed.places}`,
      better: 'lower',
      values: [killed.torn],
      bar: 0,
    },
    { ...ms, name: 'keystroke to changed pixels of the preview, 1,000 blocks', values: previewed.toPixels, bar: 16 },
    { ...ms, name: '  of it compiling', values: compileOneEdit(sectionsOf(PREVIEW_BLOCKS), runs), bar: 1 },
    {
      name: 'reloads of the preview’s frame, and lost places in it',
      unit: '',
      better: 'lower',
      values: [previewed.lost],
      bar: 0,
    },
  ]
  report(samples, jsonFile)
} finally {
  await browser.close()
}

/** Twenty pages of fifteen blocks. */
function pagesOf() {
  return Array.from({ length: PAGES }, () => sectionsOf(BLOCKS / PAGES))
}

async function benchProduct(browser: Browser) {
  return withProduct(async (server) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    const page = await context.newPage()
    await signInAsDemo(page, server.url)
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const programId = await createProgram(page, 'Twenty pages')
    await fillPages(server.url, cookie, programId, pagesOf())
    const published = await publishRuns(page, server.port, programId)
    const large = await openNew(page, server.url)
    await fillProgram(server.url, cookie, large, sectionsOf(PREVIEW_BLOCKS))
    const previewed = await previewRuns(page)
    await context.close()
    return [published, previewed] as const
  })
}

async function publishRuns(page: Page, port: number, programId: string) {
  const figures = { toLive: [] as number[], compile: [] as number[], server: [] as number[], rollback: [] as number[] }
  await page.reload()
  await selectOnCanvas(page, canvasOf(page).locator('.b-heading').first())
  const field = page.getByTestId('inspector').getByRole('textbox', { name: 'Headline' })
  // The first publish has nothing to be compared with, and warms up what every later one finds warm.
  for (let run = 0; run <= runs; run++) {
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/releases') && answer.status() === 201)
    const toLive = await publishOnce(page, port, field, `Published in run ${run}`)
    const answer = (await (await answered).json()) as { tookMs: number; compileMs: number; url: string }
    if (run === 0) continue
    figures.toLive.push(toLive)
    figures.compile.push(answer.compileMs)
    figures.server.push(answer.tookMs)
    figures.rollback.push(
      await rollBack(page, port, programId, new URL(answer.url).host, `Published in run ${run - 1}`),
    )
  }
  return figures
}

/** One version back, until the link shows it. */
async function rollBack(page: Page, port: number, programId: string, host: string, headline: string): Promise<number> {
  const origin = new URL(page.url()).origin
  const list = (await (await page.request.get(`${origin}/api/programs/${programId}/releases`)).json()) as {
    id: string
  }[]
  const startedMs = performance.now()
  const done = await page.request.post(`${origin}/api/programs/${programId}/releases/${list[1]!.id}/activate`, {
    data: {},
    headers: { origin },
  })
  if (!done.ok()) throw new Error(`Bringing back was refused: ${await done.text()}`)
  if (!(await fetchAs(host, port)).includes(headline)) throw new Error('The link does not show the version before')
  return performance.now() - startedMs
}

async function openNew(page: Page, url: string): Promise<string> {
  await page.goto(url)
  return createProgram(page, 'A thousand blocks')
}

async function previewRuns(page: Page) {
  const toPixels: number[] = []
  let lost = 0
  await page.reload()
  await canvasOf(page).locator('.b-heading').first().waitFor()
  await page.getByRole('button', { name: 'Preview' }).click()
  const preview = previewOf(page)
  await preview
    .locator('.b-heading')
    .nth(PREVIEW_BLOCKS / SECTION - 1)
    .waitFor()
  await selectOnCanvas(page, canvasOf(page).locator('.b-heading').first())
  const field = page.getByTestId('inspector').getByRole('textbox', { name: 'Headline' })
  for (let run = 0; run <= runs; run++) {
    await field.fill('')
    await waitUntilSaved(page)
    await preview.locator('body').evaluate(() => {
      document.scrollingElement!.scrollTop = 200
      // The headline above it grows by what is typed; what is looked at stays where it was.
      const looked = document.querySelectorAll('.b-heading')[1]!
      Object.assign(window, { looked, lookedAt: looked.getBoundingClientRect().top })
    })
    const delays = await typeAndWatch(page, field, preview)
    const kept = await preview.locator('body').evaluate(() => {
      const { looked, lookedAt } = window as unknown as { looked?: Element; lookedAt?: number }
      return looked !== undefined && Math.abs(looked.getBoundingClientRect().top - lookedAt!) <= 1
    })
    if (run === 0) continue
    if (!kept) lost++
    toPixels.push(median(delays.preview))
  }
  return { toPixels, lost }
}
