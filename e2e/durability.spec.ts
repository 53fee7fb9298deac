/** What a crash, a lost connection and a document from the future do to people's work: nothing. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { createProgram, signInAsDemo } from './merchant.ts'
import { startProduct, type ProductServer } from './server.ts'
import { canvasOf, selectOnCanvas, waitUntilSaved } from './studio.ts'

let server: ProductServer

test.beforeAll(async () => {
  server = await startProduct()
})

test.afterAll(async () => {
  await server?.stop()
})

async function openHeadline(page: Page) {
  const canvas = canvasOf(page)
  await selectOnCanvas(page, canvas.locator('.b-section .b-heading').first())
  return page.getByTestId('inspector').getByRole('textbox', { name: 'Headline' })
}

test('kill -9 right after another person saw an edit: after the restart it is there', async ({ browser }) => {
  const [ann, bo] = await Promise.all([newPage(browser), newPage(browser)])
  await signInAsDemo(ann, server.url)
  const programId = await createProgram(ann, 'Crash test')
  await signInAsDemo(bo, server.url)
  await bo.goto(`${server.url}/p/${programId}`)
  const headline = await openHeadline(ann)
  await expect(canvasOf(bo).locator('.b-section .b-heading').first()).toBeVisible()

  await headline.fill('Seen, so kept')
  await expect(canvasOf(bo).getByText('Seen, so kept')).toBeVisible()
  await server.kill()

  // Nobody who still has the text in memory may bring it back: both are gone before the restart.
  await ann.context().close()
  await bo.context().close()
  await server.restart()
  const later = await newPage(browser)
  await signInAsDemo(later, server.url)
  await later.goto(`${server.url}/p/${programId}`)
  await expect(canvasOf(later).getByText('Seen, so kept')).toBeVisible()
  await later.context().close()
})

test('a connection lost while typing says so, and nothing typed is lost', async ({ browser }) => {
  const page = await newPage(browser)
  await signInAsDemo(page, server.url)
  const programId = await createProgram(page, 'Tunnel test')
  const headline = await openHeadline(page)
  await waitUntilSaved(page)
  await server.kill()
  await headline.fill('Typed in a tunnel')
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'offline')
  await expect(canvasOf(page).getByText('Typed in a tunnel')).toBeVisible()
  await server.restart()
  await waitUntilSaved(page)
  await page.context().close()

  const later = await newPage(browser)
  await signInAsDemo(later, server.url)
  await later.goto(`${server.url}/p/${programId}`)
  await expect(canvasOf(later).getByText('Typed in a tunnel')).toBeVisible()
  await later.context().close()
})

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  return context.newPage()
}
