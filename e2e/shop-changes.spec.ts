/** Two people run one shop; who changed what is told, taken back, and not when somebody has changed it again. */
import type { Locator, Page } from '@playwright/test'
import { expectNone, lookAt, type AxeFindings } from './axe.ts'
import { letIn } from './merchant.ts'
import { expect, openStudio, test } from './studio-test.ts'

const dishIn = (page: Page): Locator => page.getByRole('article', { name: 'Braised beef noodles' })

async function setPrice(page: Page, price: string): Promise<void> {
  const field = dishIn(page)
    .getByRole('textbox', { name: /^Price of/ })
    .first()
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())
  await field.fill(price)
  await field.press('Enter')
  await saved
}

const priceOf = (page: Page): Promise<string> =>
  dishIn(page)
    .getByRole('textbox', { name: /^Price of/ })
    .first()
    .inputValue()

test('who changed what of the shop is told beside the design’s history, and taken back', async ({
  studio,
  browser,
  product,
}) => {
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  const findings: AxeFindings = { states: [], problems: [] }
  const guest = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: 'en-US' })
  await letIn(studio, guest, { url: product.url, programId, role: 'editor' })
  const guestMenu = `${product.url}/p/${programId}/console/menu`
  await guest.goto(guestMenu)
  await dishIn(guest).waitFor()
  const before = await priceOf(guest)

  // Beside the design's versions, and up to date while one looks.
  await studio.getByRole('button', { name: 'History', exact: true }).click()
  const history = studio.getByTestId('history')
  await history.getByRole('radio', { name: 'Shop' }).click()
  const changes = history.getByTestId('shop-changes')
  await setPrice(guest, '77')
  const priced = changes.getByRole('listitem').filter({ hasText: 'Price' }).first()
  await expect(priced).toContainText('Braised beef noodles')
  await expect(priced).toContainText(`¥${before}.00`)
  await expect(priced).toContainText('¥77.00')
  await expect(priced).not.toContainText('You')
  await lookAt(studio, 'who changed the shop, in the studio', findings)

  // From the dish itself, in the console of whoever changed it.
  await dishIn(guest).getByRole('button', { name: 'Who changed Braised beef noodles' }).click()
  const ofDish = guest.getByRole('dialog', { name: 'Who changed Braised beef noodles' })
  await expect(ofDish).toContainText('You')
  await expect(ofDish).toContainText('¥77.00')
  await lookAt(guest, 'who changed a dish', findings)
  await ofDish.getByRole('button', { name: 'Close' }).click()

  // Taking back is a change of its own, and can be taken back itself.
  await priced.getByRole('button', { name: /^Take back: Braised beef noodles/ }).click()
  await expect(studio.locator('.ui-toast')).toContainText('Taken back')
  await expect.poll(() => priceOf(guest)).toBe(before)
  await expect(changes.getByRole('listitem').first()).toContainText('takes back an earlier change')
  await studio.locator('.ui-toast').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => priceOf(guest)).toBe('77')

  // Somebody is faster: nothing is taken back, and a sentence says why.
  const standing = changes.getByRole('button', { name: /^Take back: Braised beef noodles/ }).first()
  await expect(standing).toBeEnabled()
  await studio.route(/\/changes\?/, (route) => route.abort())
  await setPrice(guest, '80')
  await standing.click()
  await expect(studio.locator('.ui-toast').filter({ hasText: 'It was changed again since' })).toBeVisible()
  expect(await priceOf(guest)).toBe('80')

  // The console has the same list, with filters.
  const listed = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: 'en-US' })
  await listed.context().addCookies(await studio.context().cookies())
  await listed.goto(`${product.url}/p/${programId}/console/changes`)
  await expect(listed.getByTestId('shop-changes')).toContainText('¥80.00')
  await lookAt(listed, 'who changed the shop, in the console', findings)
  await listed.getByRole('button', { name: /Show$/ }).click()
  await listed.getByRole('option', { name: 'Team' }).click()
  await expect(listed.getByTestId('shop-changes')).toContainText('Joined')
  await expect(listed.getByTestId('shop-changes')).not.toContainText('¥80.00')
  await listed.getByRole('button', { name: /Show$/ }).click()
  await listed.getByRole('option', { name: 'Coupons' }).click()
  await expect(listed.getByText('No change like that')).toBeVisible()
  await listed.getByRole('button', { name: 'Show all' }).click()
  await expect(listed.getByTestId('shop-changes')).toContainText('¥80.00')
  expectNone(findings)
  await openStudio(studio, product.url, programId)
  await listed.close()
  await guest.close()
})
