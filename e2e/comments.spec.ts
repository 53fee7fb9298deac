/** What two people say about blocks, each in a browser of their own. */
import type { Browser, Page } from '@playwright/test'
import { expectNone, lookAt, type AxeFindings } from './axe.ts'
import { letIn } from './merchant.ts'
import { expect, test } from './studio-test.ts'
import { canvasOf, pointIn, selectOnCanvas } from './studio.ts'

const heading = (page: Page) => canvasOf(page).getByText('Made by hand')
const pin = (page: Page) => page.locator('[data-pin]')
const list = (page: Page) => page.getByTestId('comments')
const field = (page: Page, name: string) => page.getByRole('textbox', { name })

/** Somebody who may only look and comment, with the program open. */
async function viewerOf(studio: Page, browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  const viewer = await context.newPage()
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  await letIn(studio, viewer, { url, programId, role: 'viewer' })
  await viewer.goto(`${url}/p/${programId}`)
  await expect(viewer.getByTestId('save-state')).toHaveAttribute('data-state', 'looking')
  await heading(viewer).waitFor()
  return viewer
}

async function say(page: Page, words: string): Promise<void> {
  await field(page, 'Comment').fill(words)
  await page.keyboard.press('ControlOrMeta+Enter')
}

test('one names the other beside a block; the other sees the mark at once, answers while offline too, and resolves it', async ({
  studio,
  browser,
  product,
}) => {
  const findings: AxeFindings = { states: [], problems: [] }
  const viewer = await viewerOf(studio, browser, product.url)
  await studio.keyboard.press('c')
  const at = await pointIn(heading(studio), 'middle')
  await studio.mouse.click(at.x, at.y)
  await field(studio, 'Comment').fill('Still true? @')
  await studio.getByRole('option').first().click()
  await lookAt(studio, 'a comment being written', findings)
  await studio.keyboard.press('ControlOrMeta+Enter')
  const [before, after] = await Promise.all([heading(studio).boundingBox(), pin(studio).boundingBox()])
  expect(after!.y).toBeLessThan(before!.y + before!.height)

  await expect(pin(viewer)).toHaveText('@', { timeout: 5000 })
  await viewer.getByRole('button', { name: 'Comments, 1 unread' }).click()
  await lookAt(viewer, 'list of comments', findings)
  await list(viewer)
    .getByRole('button', { name: /Still true/ })
    .click()
  await expect(viewer.getByRole('button', { name: 'Comments', exact: true })).toBeVisible()
  await viewer.context().setOffline(true)
  await field(viewer, 'Reply').fill('Since 1996, says my father.')
  await viewer.keyboard.press('ControlOrMeta+Enter')
  await expect(list(viewer).getByText('Waits to be sent')).toBeVisible()
  await viewer.context().setOffline(false)
  await expect(studio.getByRole('dialog').getByText('Since 1996, says my father.')).toBeVisible()
  await expect(list(viewer).getByText('Waits to be sent')).toHaveCount(0)

  await viewer.getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(pin(studio)).toHaveText('')
  await studio.keyboard.press('Escape')
  await expect(pin(studio)).toHaveCount(0)
  await list(viewer).getByRole('radio', { name: 'Resolved' }).click()
  await expect(list(viewer).getByRole('listitem')).toHaveCount(1)
  expectNone(findings)
  await viewer.context().close()
})

test('a comment goes with its block to another page; deleted, the list says so and brings the block back', async ({
  studio,
}) => {
  await selectOnCanvas(studio, heading(studio))
  await studio.keyboard.press('ControlOrMeta+Alt+m')
  await say(studio, 'Shorter, please')
  await studio.keyboard.press('Escape')
  await expect(pin(studio)).toHaveCount(1)

  await studio.keyboard.press('ControlOrMeta+k')
  await studio.getByRole('combobox').fill('Move to the page “Menu”')
  await studio.getByRole('option').first().click()
  await expect(studio.getByRole('button', { name: 'Page: Menu' })).toBeVisible()
  await expect(pin(studio)).toHaveCount(1)
  await studio.getByRole('button', { name: /^Page: Menu/ }).click()
  await studio
    .getByRole('menuitemradio', { name: 'Home' })
    .or(studio.getByRole('menuitem', { name: 'Home' }))
    .click()
  await expect(pin(studio)).toHaveCount(0)

  await studio.getByTestId('comments-button').getByRole('button').click()
  const row = list(studio).getByRole('listitem')
  await expect(row).toContainText('Menu')
  await row.getByRole('button', { name: /Shorter/ }).click()
  await expect(studio.getByRole('button', { name: 'Page: Menu' })).toBeVisible()
  await expect(studio.getByTestId('selection')).toBeVisible()
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('Delete')
  await expect(row).toContainText('The block “Made by hand since 1998” was deleted.')
  await row.getByRole('button', { name: 'Bring it back' }).click()
  await expect(heading(studio)).toBeVisible()
  await expect(pin(studio)).toHaveCount(1)
})

test('a comment on the page is resolved and opened again; other words for it wait while offline', async ({
  studio,
  browser,
  product,
}) => {
  const viewer = await viewerOf(studio, browser, product.url)
  await studio.getByTestId('comments-button').getByRole('button').click()
  await list(studio).getByRole('button', { name: 'Comment on the page' }).click()
  await say(studio, 'Warmer colours here')
  await studio.keyboard.press('Escape')
  const row = list(studio).getByRole('listitem')
  await expect(row).toContainText('Page “Home”')
  await viewer.getByRole('button', { name: 'Comments, 1 unread' }).click()
  const theirs = list(viewer).getByRole('listitem')
  await theirs.getByRole('button', { name: /Warmer colours/ }).click()

  await viewer.getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(row).toHaveCount(0)
  await list(studio).getByRole('radio', { name: 'Resolved' }).click()
  await row.getByRole('button', { name: /Warmer colours/ }).click()
  await expect(row).toContainText('Resolved by')
  await row.getByRole('button', { name: 'Open again' }).click()
  await list(studio).getByRole('radio', { name: 'Open', exact: true }).click()
  await expect(row).toContainText('Warmer colours here')
  await expect(theirs).toContainText('Warmer colours here')

  const change = async (words: string) => {
    await row.getByRole('button', { name: 'More about the comment by You' }).click()
    await studio.getByRole('menuitem', { name: 'Change' }).click()
    await field(studio, 'Change').fill(words)
  }
  if ((await row.getByRole('button', { name: /^More about/ }).count()) === 0)
    await row.getByRole('button', { name: /Warmer colours/ }).click()
  await studio.context().setOffline(true)
  await change('Warmer colours and larger words')
  await row.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row).toContainText('larger words')
  await expect(row).toContainText('Waits to be sent')
  await change('Warmer colours, larger words')
  await row.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row).toContainText('Warmer colours, larger words')
  await studio.context().setOffline(false)
  await expect(theirs).toContainText('Warmer colours, larger words')
  await expect(row).not.toContainText('Waits to be sent')
  await expect(row).toContainText('changed')
  await viewer.context().close()
})
