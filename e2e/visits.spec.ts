/** What a visitor looks at and taps shows in the counter and over the canvas, and nothing of the visitor is kept. */
import { readFile } from 'node:fs/promises'
import { devices, expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { createProgram, openAllDay, publish, signInAsDemo } from './merchant.ts'
import { startProduct, type ProductServer } from './server.ts'
import { waitUntilSaved } from './studio.ts'
import { browserLaunchOptions } from '../scripts/find-browser.mjs'

// Said by the browser itself: what is told as a page goes is sent after its tab has lost the name that the test gives it,
// and a browser that calls itself headless is not counted.
const { args, ...launch } = browserLaunchOptions()
test.use({ launchOptions: { ...launch, args: [...args, `--user-agent=${devices['Pixel 7'].userAgent}`] } })

/** What is loaded for it when the page is idle; 0.4 KB. */
const mostScriptGzBytes = 410

let server: ProductServer
let context: BrowserContext
let merchant: Page
let phone: BrowserContext
let programId: string
let liveUrl: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  server = await startProduct()
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  merchant = await context.newPage()
  await signInAsDemo(merchant, server.url)
  programId = await createProgram(merchant, 'Lin’s Noodle Bar')
  await openAllDay(merchant, server.url, programId)
  await waitUntilSaved(merchant)
  liveUrl = await publish(merchant)
})

test.afterAll(async () => {
  await phone?.close()
  await context?.close()
  await server?.stop()
})

/** Somebody who scans the poster in the window, looks around, takes a dish and goes. */
async function visit(browser: Browser) {
  phone = await browser.newContext({ ...devices['Pixel 7'] })
  const page = await phone.newPage()
  await page.goto(`${liveUrl}/?via=window`)
  await page.waitForLoadState('networkidle')
  // A second in sight is what makes a block seen, by the page's own clock.
  await page.waitForFunction(() => (globalThis as { sw?: string[] }).sw?.some((note) => note.startsWith('s:')))
  await page.locator('.p-page__title, h1').first().click()
  await page.locator('a[href="/menu"]').last().click()
  await page.waitForURL(/\/menu/)
  await page.getByRole('button', { name: /^Add/ }).first().click()
  await page.waitForFunction(() => {
    const notes = (globalThis as { sw?: string[] }).sw ?? []
    return notes.some((note) => note.startsWith('t:')) && notes.some((note) => note.startsWith('s:'))
  })
  await page.goto('about:blank')
  return phone.cookies()
}

test('1 · two pages, a scroll and a tap are in the counter; nothing is stored on the phone', async ({ browser }) => {
  const manifest = JSON.parse(await readFile('dist/runtime/manifest.json', 'utf8')) as { seen: { gzBytes: number } }
  expect(manifest.seen.gzBytes).toBeLessThanOrEqual(mostScriptGzBytes)
  expect(await visit(browser)).toEqual([])
  await merchant.goto(`${server.url}/p/${programId}/console/visits`)
  const visits = merchant.getByRole('region', { name: 'Visits', exact: true })
  await expect(async () => {
    await merchant.reload()
    await expect(visits).toContainText('1', { timeout: 3_000 })
    await expect(merchant.getByRole('region', { name: 'What was tapped' })).toContainText('Menu', { timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
  await expect(merchant.getByRole('region', { name: 'Pages looked at' })).toContainText('2')
  await expect(merchant.getByRole('region', { name: 'By poster and table' })).toContainText('Shop window')
  await merchant.getByRole('radio', { name: 'Today' }).click()
  await expect(visits).toContainText('yesterday, all day')
  const [download] = await Promise.all([
    merchant.waitForEvent('download'),
    merchant.getByRole('button', { name: 'Save as CSV' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toContain('Shop window,1')
})

test('2 · the canvas shows it on each block, and says what it does not know', async () => {
  await merchant.goto(`${server.url}/p/${programId}`)
  await waitUntilSaved(merchant)
  await merchant.getByTestId('canvas').focus()
  await merchant.keyboard.press('n')
  await expect(merchant.getByTestId('figures')).toContainText('This page was looked at once.')
  await expect(merchant.locator('[data-figure]').first()).toContainText('Seen once')
  await merchant.getByRole('button', { name: 'Hide the figures' }).click()
  await expect(merchant.locator('[data-figure]')).toHaveCount(0)
})
