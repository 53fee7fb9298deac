/** An order for later as people meet it: a time that the shop offers, the counter's board, money back for a dish. */
import { openAllDay } from './merchant.ts'
import { expect, test } from './studio-test.ts'

test('a time is chosen at checkout, the counter sees it, and part of the money goes back', async ({
  studio,
  product,
  browser,
}) => {
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  await openAllDay(studio, product.url, programId)
  await studio.goto(`${product.url}/p/${programId}/console/settings`)
  await studio.getByRole('button', { name: /Orders for later/ }).click()
  await studio.getByRole('option', { name: 'Up to 2 days ahead' }).click()
  await studio.getByRole('switch', { name: 'Limit orders to pick up' }).press('Space')
  await studio.getByRole('textbox', { name: 'Orders in 15 minutes, at most' }).fill('1')
  await studio.getByRole('region', { name: 'Ordering' }).getByRole('button', { name: 'Save' }).click()
  await expect(studio.getByText('Customers order by these rules from now on.')).toBeVisible()
  const release = await studio.request.post(`${product.url}/api/programs/${programId}/releases`, {
    data: { requestId: crypto.randomUUID() },
    headers: { origin: product.url },
  })
  const { url: liveUrl } = (await release.json()) as { readonly url: string }

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const phone = await context.newPage()
  const checkout = phone.getByRole('dialog')
  const toTimes = async () => {
    await phone.goto(new URL('/menu', liveUrl).href)
    await phone.getByRole('button', { name: 'Add Peach soda' }).tap()
    await phone.getByRole('button', { name: 'Check out' }).tap()
    await checkout.getByText('Pick up').tap()
    await checkout.getByRole('radio', { name: /At a time I choose/ }).tap()
    await checkout.getByRole('radio', { name: 'Tomorrow', exact: true }).tap()
  }
  await toTimes()
  await checkout.getByRole('radio', { name: '12:30', exact: true }).tap()
  await expect(checkout.getByRole('radio', { name: /At a time I choose/ })).toContainText('tomorrow 12:30')
  await checkout.getByText('Pay at the counter').tap()
  await checkout.getByRole('button', { name: 'Place order' }).tap()
  await phone.waitForURL(/\/_order\//)
  await expect(phone.locator('.b-order-status')).toContainText('Ready for you: tomorrow 12:30')

  // The quarter takes one order: it is offered to nobody else.
  await toTimes()
  await expect(checkout.getByRole('radio', { name: '12:45', exact: true })).toBeVisible()
  await expect(checkout.getByRole('radio', { name: '12:30', exact: true })).toHaveCount(0)

  await studio.goto(`${product.url}/p/${programId}/console/orders`)
  const card = studio.getByRole('article', { name: 'Order 1' })
  await expect(card).toContainText('for tomorrow 12:30')
  await card.getByRole('button', { name: 'Accept order 1' }).click()
  await card.getByRole('button', { name: 'Start cooking order 1' }).click()
  await card.getByRole('button', { name: 'Ready: order 1' }).click()
  await card.getByRole('button', { name: 'Hand over order 1' }).click()
  await expect(card).toContainText('Paid')
  await card
    .getByRole('button', { name: /Open order 1|order 1/ })
    .first()
    .click()
  await studio.getByRole('button', { name: 'Refund', exact: true }).click()
  const refund = studio.getByRole('dialog', { name: 'Refund for order 1' })
  await refund.getByRole('textbox', { name: /^Amount/ }).fill('99')
  await expect(refund).toContainText('Only ¥16.00 can go back.')
  await refund.getByRole('textbox', { name: /^Amount/ }).fill('6')
  await refund.getByRole('radio', { name: 'Too late or cold' }).click()
  await refund.getByRole('button', { name: 'Refund ¥6.00' }).click()
  await expect(studio.getByRole('dialog', { name: 'Order 1', exact: true })).toContainText('from the till')

  await phone.goto(new URL('/member', liveUrl).href)
  const own = phone.locator('.b-own-orders__order').first()
  await expect(own).toContainText('Partly paid back')
  await own.tap()
  await phone.waitForURL(/\/_order\//)
  await expect(phone.locator('.b-order-status')).toContainText('Too late or cold')
  await expect(phone.locator('.b-order-status')).toContainText('−¥6')
  await context.close()
})
