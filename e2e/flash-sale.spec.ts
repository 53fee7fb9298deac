/** A flash sale from the counter to the bill, and a tip for it: what is on sale shows on an open page by itself. */
import { openAllDay } from './merchant.ts'
import { canvasOf, waitUntilSaved } from './studio.ts'
import { expect, test } from './studio-test.ts'

test('a sale made at the counter shows on an open page, is bought at its price, and the team gets a tip', async ({
  studio,
  product,
  browser,
}) => {
  const headers = { origin: product.url }
  for (const block of ['Flash sale', 'Tip']) await studio.getByRole('button', { name: `Insert ${block}` }).click()
  await expect(canvasOf(studio).locator('.b-tip')).toContainText('Did you like it?')
  await expect(canvasOf(studio).locator('.b-flash-sale')).toContainText('Make one at the counter')
  await waitUntilSaved(studio)
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  await openAllDay(studio, product.url, programId)
  const published = await studio.request.post(`${product.url}/api/programs/${programId}/releases`, {
    data: { requestId: crypto.randomUUID() },
    headers,
  })
  const { url } = (await published.json()) as { readonly url: string }
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const phone = await context.newPage()
  await phone.goto(url)
  // Both stand at the end of the page: what nobody has come near to sleeps.
  await phone.locator('.b-tip').scrollIntoViewIfNeeded()
  await expect(phone.locator('.b-tip')).toContainText('once you have ordered')

  await studio.goto(`${product.url}/p/${programId}/console/flash-sales`)
  await studio.getByRole('button', { name: 'New flash sale' }).click()
  const form = studio.getByRole('dialog', { name: 'New flash sale' })
  await form.getByRole('button', { name: /Dish/ }).click()
  await studio.getByRole('option', { name: /^Peach soda/ }).click()
  await form.getByRole('textbox', { name: /Sale price/ }).fill('99')
  await form.getByRole('button', { name: 'New flash sale' }).click()
  await expect(form).toContainText('It has to be less than the usual')
  await form.getByRole('textbox', { name: /Sale price/ }).fill('5')
  await form.getByRole('button', { name: 'New flash sale' }).click()
  const made = studio.getByRole('article', { name: 'Peach soda' })
  await expect(made).toContainText('Not yet')
  // The page that is open hears of it.
  await expect(phone.locator('.b-flash-sale')).toContainText('Begins in')

  const sales = `${product.url}/api/programs/${programId}/flash-sales`
  const [sale] = (await (await studio.request.get(sales)).json()) as [
    { id: string; variantId: string; version: number },
  ]
  const definition = {
    variantId: sale.variantId,
    priceMinor: 500,
    quantity: 10,
    perPerson: 2,
    startsAtIso: new Date(Date.now() - 60_000).toISOString(),
    endsAtIso: new Date(Date.now() + 3_600_000).toISOString(),
  }
  await studio.request.patch(`${sales}/${sale.id}`, { data: { ifVersion: sale.version, definition }, headers })
  await expect(phone.locator('.b-flash-sale')).toContainText('Ends in')
  await phone.getByRole('button', { name: 'Add Peach soda' }).tap()
  await phone.getByRole('button', { name: 'Check out' }).tap()
  const checkout = phone.getByRole('dialog')
  await checkout.getByText('Pick up').tap()
  await checkout.getByText('Pay at the counter').tap()
  await checkout.getByRole('button', { name: 'Place order' }).tap()
  await phone.waitForURL(/\/_order\//)
  await expect(phone.locator('.b-order-status')).toContainText('¥5')
  await expect(made).toContainText('1 of 10')

  await phone.goto(url)
  const tip = phone.locator('.b-tip')
  await tip.scrollIntoViewIfNeeded()
  await tip.getByRole('radio', { name: 'Another amount' }).tap()
  await tip.getByRole('textbox', { name: 'Amount' }).fill('2')
  await tip.getByRole('button', { name: 'Give ¥2' }).tap()
  await phone.getByRole('button', { name: /^Pay/ }).tap()
  await phone.waitForURL(/\/_order\//)
  await expect(phone.locator('.b-order-status')).toContainText('Tip, with our thanks')
  await context.close()
})
