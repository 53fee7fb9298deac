/** A booking goes to another time: by its customer on the phone, then by the counter to another table. */
import type { Page } from '@playwright/test'
import { openAllDay } from './merchant.ts'
import { expect, test } from './studio-test.ts'

const openDay = (area: ReturnType<Page['getByRole']>) => area.getByRole('radio', { name: /^Tomorrow/ })

test('a booking is moved on the phone, then at the counter, and keeps its code', async ({
  studio,
  product,
  browser,
}) => {
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  await openAllDay(studio, product.url, programId)
  const release = await studio.request.post(`${product.url}/api/programs/${programId}/releases`, {
    data: { requestId: crypto.randomUUID() },
    headers: { origin: product.url },
  })
  const { url: liveUrl } = (await release.json()) as { readonly url: string }

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const phone = await context.newPage()
  await phone.goto(new URL('/booking', liveUrl).href)
  await openDay(phone.getByRole('radiogroup', { name: 'Which day?' })).tap()
  await phone.getByRole('button', { name: '18:00', exact: true }).tap()
  const sheet = phone.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Name' }).fill('Bo')
  await sheet.getByRole('textbox', { name: /Phone/ }).fill('13800138000')
  const consent = sheet.getByRole('checkbox')
  if ((await consent.count()) > 0) await consent.tap()
  await sheet.getByRole('button', { name: 'Confirm booking' }).tap()
  await expect(sheet).toContainText('See you then!')
  const code = await sheet.locator('.b-booking__code-text').textContent()
  await sheet.getByRole('button', { name: 'Done' }).tap()

  const own = phone.locator('.b-booking__own')
  await expect(own).toContainText('18:00')
  await own.getByRole('button', { name: 'Change time' }).tap()
  const moving = phone.getByRole('dialog', { name: 'Another time' })
  await expect(moving).toContainText('Now booked for')
  await moving.getByRole('button', { name: '19:30', exact: true }).tap()
  await moving.getByRole('button', { name: /^Move to .*19:30$/ }).tap()
  await expect(moving).toHaveCount(0)
  await expect(own).toContainText('19:30')
  await expect(own).toContainText(code ?? '')

  await studio.goto(`${product.url}/p/${programId}/console/bookings`)
  await studio.getByRole('button', { name: 'The day after' }).click()
  await studio
    .getByRole('button', { name: /\bBo\b/ })
    .first()
    .click()
  const detail = studio.getByRole('dialog', { name: 'Bo', exact: true })
  await expect(detail).toContainText('19:30')
  await detail.getByRole('button', { name: 'Move', exact: true }).click()
  const dialog = studio.getByRole('dialog', { name: 'Move the booking of Bo' })
  await dialog.getByRole('radio', { name: '20:30', exact: true }).click()
  const [, other] = await dialog.getByRole('radiogroup', { name: 'Where' }).getByRole('radio').all()
  const label = (await other?.textContent()) ?? ''
  await other?.click()
  await dialog.getByRole('button', { name: 'Move to 20:30' }).click()
  await expect(detail).toContainText('20:30')
  await expect(detail).toContainText(label)

  await phone.reload()
  await expect(own).toContainText('20:30')
  await expect(own).toContainText(code ?? '')
  await context.close()
})
