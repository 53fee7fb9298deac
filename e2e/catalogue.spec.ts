/** What the counter says of its stock is on an open phone at once, and a menu comes back from a spreadsheet. */
import { openAllDay } from './merchant.ts'
import { expect, test } from './studio-test.ts'

test('few are left, then none, on a phone that lies open; a file is shown before it changes the menu, and taken back', async ({
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
  await phone.goto(new URL('/menu', liveUrl).href)
  await phone.getByRole('button', { name: 'Add Peach soda' }).tap()
  await expect(phone.getByRole('button', { name: 'One Peach soda more' })).toBeVisible()

  await studio.goto(`${product.url}/p/${programId}/console/menu`)
  const soda = studio.getByRole('article', { name: 'Peach soda' })
  await soda.getByRole('button', { name: 'Stock of Peach soda' }).click()
  const dialog = studio.getByRole('dialog', { name: 'Stock of Peach soda' })
  await dialog.getByRole('textbox', { name: 'How many there are now' }).fill('3')
  await dialog.getByRole('button', { name: 'Count this' }).click()
  await expect(phone.getByText('Only 3 left')).toBeVisible()
  await dialog.getByText('Waste', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'How many are gone' }).fill('3')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Dropped a crate')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(phone.locator('[id^=dish-]').filter({ hasText: 'Peach soda' })).toContainText('Sold out')
  await dialog.getByText('What moved it').click()
  await expect(dialog.getByRole('listitem').first()).toContainText('Dropped a crate')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(soda).toContainText('None left')

  const bring = async (name: string, text: string) => {
    await studio.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  }
  await studio.getByRole('button', { name: 'Menu as a file' }).click()
  await studio.getByRole('menuitem', { name: 'Bring in a file' }).click()
  const file = studio.getByRole('dialog', { name: 'Bring in a menu' })
  await bring('menu.csv', 'Name (English),Price\nPeach soda,cheap\n')
  await expect(file.getByRole('listitem')).toHaveText('Row 2, Price“cheap” is not a price.')
  await bring('menu.csv', 'Name (English),Price\nPeach soda,13.5\n')
  await expect(file.getByRole('listitem')).toContainText('13.50')
  await file.getByRole('button', { name: 'Make 1 change' }).click()
  await expect(soda.getByRole('textbox', { name: /^Price of/ })).toHaveValue('13.50')
  await studio.locator('.ui-toast').getByRole('button', { name: 'Undo' }).click()
  await expect(soda.getByRole('textbox', { name: /^Price of/ })).not.toHaveValue('13.50')
  await context.close()
})
