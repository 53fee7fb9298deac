/** Coupons as people meet them: made at the counter, taken on the published page, used at checkout; and reached by a link. */
import type { Browser, Page } from '@playwright/test'
import { openAllDay } from './merchant.ts'
import { canvasOf, selectOnCanvas, waitUntilSaved } from './studio.ts'
import { expect, test } from './studio-test.ts'

/** Publishes the program whose studio is open. @returns the address customers open */
async function publishNow(studio: Page, url: string): Promise<{ programId: string; liveUrl: string }> {
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  await openAllDay(studio, url, programId)
  const answer = await studio.request.post(`${url}/api/programs/${programId}/releases`, {
    data: { requestId: crypto.randomUUID() },
    headers: { origin: url },
  })
  expect(answer.ok()).toBe(true)
  return { programId, liveUrl: ((await answer.json()) as { readonly url: string }).url }
}

async function openPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  return context.newPage()
}

test('a coupon made at the counter is taken on the published page, and the order costs less', async ({
  studio,
  product,
  browser,
}) => {
  const { programId, liveUrl } = await publishNow(studio, product.url)
  await studio.goto(`${product.url}/p/${programId}/console/coupons`)
  await studio.getByRole('button', { name: 'New coupon' }).click()
  const form = studio.getByRole('dialog', { name: 'New coupon' })
  await form.getByRole('textbox', { name: 'Takes off' }).fill('12')
  await form.getByRole('textbox', { name: 'On orders from' }).fill('20')
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Rainy day')
  await expect(form).toContainText('Takes ¥12 off orders from ¥20. Everyone can take one.')
  await form.getByRole('button', { name: 'New coupon' }).click()
  const made = studio.getByRole('article', { name: 'Rainy day' })
  await expect(made).toContainText('Given out')

  const phone = await openPhone(browser)
  await phone.goto(new URL('/member', liveUrl).href)
  await phone.getByRole('button', { name: 'Take it: Rainy day' }).tap()
  await expect(phone.locator('.b-coupon-wall__ticket', { hasText: 'Rainy day' })).toContainText('Yours')

  await phone.goto(new URL('/menu', liveUrl).href)
  await phone.getByRole('button', { name: 'Add Peach soda' }).tap()
  await phone.getByRole('button', { name: 'Check out' }).tap()
  const checkout = phone.getByRole('dialog')
  await checkout.getByText('Pick up').tap()
  await expect(checkout).toContainText('¥4 more for this coupon')
  await checkout.getByRole('button', { name: 'Close' }).tap()
  await phone.getByRole('button', { name: 'Add Almond tofu with fruit' }).tap()
  await phone.getByRole('button', { name: 'Check out' }).tap()
  await checkout.getByText('Pick up').tap()
  await expect(checkout.getByRole('radio', { name: /Rainy day/ })).toBeChecked()
  await expect(checkout).toContainText('−¥12')
  await checkout.getByRole('radio', { name: /No coupon this time/ }).tap()
  await expect(checkout).not.toContainText('Subtotal')
  await checkout.getByRole('radio', { name: /Rainy day/ }).tap()
  await expect(checkout).toContainText('Subtotal')
  await checkout.getByText('Pay at the counter').tap()
  await checkout.getByRole('button', { name: 'Place order' }).tap()
  await phone.waitForURL(/\/_order\//)
  await expect(phone.locator('.b-order-status')).toContainText('Rainy day')
  await expect(phone.locator('.b-order-status')).toContainText('¥18')

  // The counter hears of it by itself.
  await expect(made).toContainText(/Taken1Used1Given away¥12/)
  await phone.context().close()
})

test('a link finds a coupon, and a tap on the published page opens it', async ({ studio, product, browser }) => {
  await selectOnCanvas(studio, canvasOf(studio).locator('.b-notice-bar').first())
  const link = studio.getByTestId('inspector').locator('[data-field="link"]')
  await link.getByRole('button', { name: 'Leads to: Nowhere' }).press('Enter')
  await studio.keyboard.type('plum drink on us')
  await studio.keyboard.press('ArrowDown')
  await studio.keyboard.press('Enter')
  await expect(link.getByRole('button', { name: 'Leads to: A plum drink on us' })).toBeVisible()
  await waitUntilSaved(studio)
  const { liveUrl } = await publishNow(studio, product.url)

  const phone = await openPhone(browser)
  await phone.goto(liveUrl)
  await phone.locator('.b-notice-bar__bar').tap()
  const sheet = phone.getByRole('dialog', { name: 'A plum drink on us' })
  await expect(sheet).toContainText('From ¥40')
  await sheet.getByRole('button', { name: /^Take it/ }).tap()
  await expect(sheet).toContainText('Yours')
  await phone.context().close()
})
