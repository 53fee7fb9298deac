/** What somebody has begun in the preview stays while others, or they, go on editing. */
import { expect, test } from './studio-test.ts'
import { openAllDay } from './merchant.ts'
import { canvasOf, previewOf, selectOnCanvas, waitUntilSaved } from './studio.ts'

test('an open dish and a filled cart outlive edits, also of the menu they belong to', async ({ studio, product }) => {
  await openAllDay(studio, product.url, new URL(studio.url()).pathname.split('/')[2]!)
  await studio.getByRole('button', { name: 'Preview' }).click()
  const preview = previewOf(studio)
  await preview.locator('html').evaluate((root) => (root.dataset.mark = 'never reloaded'))
  await preview.getByRole('link', { name: 'Order' }).last().click()

  // Two of one dish in the cart, and another dish half chosen.
  await preview.getByRole('button', { name: 'Add Tea eggs' }).click()
  await preview.getByRole('button', { name: 'One Tea eggs more' }).click()
  const bar = preview.getByRole('button', { name: 'Open the cart' }).first()
  await expect(bar).toContainText('2')
  await preview.getByRole('button', { name: 'Choose options for Dan dan noodles' }).click()
  const sheet = preview.getByRole('dialog')
  await sheet.getByText('Very spicy').click()
  const spicy = sheet.getByRole('radio', { name: /Very spicy/ })
  await expect(spicy).toBeChecked()

  // An edit elsewhere, and one of the menu itself.
  const canvas = canvasOf(studio)
  await selectOnCanvas(studio, canvas.locator('.b-section .b-heading').first())
  await studio.getByTestId('inspector').getByRole('textbox', { name: 'Headline' }).fill('Noodles pulled by hand')
  await studio.getByRole('button', { name: /^Page: / }).click()
  await studio
    .getByRole('menuitemradio', { name: 'Menu' })
    .or(studio.getByRole('menuitem', { name: 'Menu' }))
    .first()
    .click()
  await selectOnCanvas(studio, canvas.locator('.b-menu__search'))
  await studio.getByTestId('inspector').getByRole('textbox', { name: 'Title' }).fill('Everything we cook')
  await waitUntilSaved(studio)
  await expect(preview.locator('.b-menu')).toContainText('Everything we cook')
  await expect(spicy).toBeChecked()

  // What was begun goes on.
  await sheet.getByRole('button', { name: 'Add to cart' }).click()
  await expect(sheet).toBeHidden()
  await expect(bar).toContainText('3')
  await preview.getByRole('link', { name: 'Home' }).last().click()
  await expect(preview.getByText('Noodles pulled by hand')).toBeVisible()
  await expect(preview.locator('html')).toHaveAttribute('data-mark', 'never reloaded')
})
