/** Two people in one program see where the other one is. */
import type { Page } from '@playwright/test'
import { expect, openStudio, test } from './studio-test.ts'
import { letIn } from './merchant.ts'
import { canvasOf, pointIn, selectOnCanvas } from './studio.ts'

const pointer = (page: Page) => page.getByTestId('peer-pointer')
const heading = (page: Page) => canvasOf(page).getByText('Made by hand')

/** Somebody else, let into the same program. */
async function joinedBy(page: Page, open: () => Promise<Page>, url: string): Promise<Page> {
  const other = await open()
  const programId = new URL(page.url()).pathname.split('/')[2]!
  await letIn(page, other, { url, programId })
  await openStudio(other, url, programId)
  await expect(page.getByTestId('people')).toBeVisible({ timeout: 5000 })
  return other
}

test('a pointer is over the same thing in both windows, whatever zoom and width; what is typed in is named', async ({
  studio,
  browser,
  product,
}) => {
  const other = await joinedBy(studio, () => browser.newPage({ viewport: { width: 1200, height: 800 } }), product.url)
  await other.getByRole('button', { name: 'Smaller' }).click()
  await other.getByRole('button', { name: /^Width of the phone/ }).click()
  await other.getByRole('menuitem').first().click()
  await selectOnCanvas(studio, heading(studio))
  // The click was in the middle of the words; in the block around them it is at the same share of width and height.
  const at = await studio.getByTestId('selection').boundingBox()
  const words = await pointIn(heading(studio), 'middle')
  const wanted = at && { x: (words.x - at.x) / at.width, y: (words.y - at.y) / at.height }
  await expect
    .poll(async () => {
      const [arrow, frame] = await Promise.all([
        pointer(other).boundingBox(),
        other.getByTestId('peer-selection').boundingBox(),
      ])
      if (!arrow || !frame || !wanted) return 1
      return Math.hypot((arrow.x - frame.x) / frame.width - wanted.x, (arrow.y - frame.y) / frame.height - wanted.y)
    })
    .toBeLessThan(0.03)
  await expect(pointer(other)).toHaveText(/\S/)

  await heading(other).scrollIntoViewIfNeeded()
  await studio.getByTestId('inspector').getByRole('textbox').first().focus()
  await expect(other.getByTestId('peer-selection')).toContainText('· Headline')
  await studio.getByTestId('inspector').getByRole('textbox').first().blur()
  await expect(other.getByTestId('peer-selection')).not.toContainText('·')

  const middle = await pointIn(heading(studio), 'middle')
  await studio.mouse.dblclick(middle.x, middle.y)
  await expect(other.getByTestId('peer-selection')).toContainText('· Headline')
  await studio.keyboard.press('Escape')
  await expect(other.getByTestId('peer-selection')).not.toContainText('·')
  await other.close()
  await expect(studio.getByTestId('people')).toHaveCount(0)
})

test('somebody is followed across pages and down the page, until one scrolls oneself', async ({
  studio,
  browser,
  product,
}) => {
  const other = await joinedBy(studio, () => browser.newPage({ viewport: { width: 1200, height: 640 } }), product.url)
  await other.getByRole('button', { name: /^Follow / }).click()
  await expect(other.getByTestId('following')).toBeVisible()
  await studio.getByRole('button', { name: /^Page:/ }).click()
  await studio.getByRole('menu').getByText('Our story', { exact: true }).click()
  await expect(other.getByRole('button', { name: 'Page: Our story' })).toBeVisible()
  await studio.getByRole('button', { name: /^Page:/ }).click()
  await studio.getByRole('menu').getByText('Home', { exact: true }).click()
  await expect(heading(other)).toBeVisible()
  const scrolled = (page: Page) => page.getByTestId('stage').evaluate((stage) => stage.scrollTop)
  await studio.getByTestId('stage').hover()
  await studio.mouse.wheel(0, 500)
  await expect.poll(() => scrolled(studio)).toBeGreaterThan(300)
  await expect.poll(() => scrolled(other)).toBeGreaterThan(300)

  await other.getByTestId('stage').hover()
  await other.mouse.wheel(0, -60)
  await expect(other.getByTestId('following')).toHaveCount(0)
  await other.getByRole('button', { name: /^Follow / }).click()
  await expect(other.getByTestId('following')).toBeVisible()
  await other.keyboard.press('Escape')
  await expect(other.getByTestId('following')).toHaveCount(0)

  await other.setViewportSize({ width: 390, height: 800 })
  await other.getByRole('button', { name: /^Also here: / }).click()
  await other.getByRole('menuitem', { name: /^Follow / }).click()
  await expect(other.getByTestId('following')).toBeVisible()
  const overflow = await other.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBe(0)
  await other.close()
})

test('who is in something that somebody else deletes is told, and brings it back', async ({
  studio,
  browser,
  product,
}) => {
  const other = await joinedBy(studio, () => browser.newPage({ viewport: { width: 1200, height: 800 } }), product.url)
  await selectOnCanvas(other, heading(other))
  await selectOnCanvas(studio, heading(studio))
  await studio.keyboard.press('Delete')
  await expect(heading(other)).toHaveCount(0)
  await other.getByText('Somebody deleted the block you were in.').waitFor()
  await other.getByRole('button', { name: 'Bring it back' }).click()
  for (const page of [studio, other]) await expect(heading(page)).toBeVisible()
  await expect(other.getByTestId('inspector')).toContainText('Heading')
  await other.close()
})
