import { expect, test } from './studio-test.ts'

test('a dish is added at the counter with two sizes and a picture, and changed', async ({ studio, product }) => {
  const id = studio.url().split('/p/')[1]?.split(/[/?#]/)[0] ?? ''
  await studio.goto(`${product.url}/p/${id}/console/menu`)
  await studio.getByRole('button', { name: 'Add a dish' }).click()
  const dialog = studio.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('A dish needs a name.')).toBeVisible()
  await expect(dialog.getByText('Type a price.')).toBeVisible()

  await dialog.getByLabel('Name').fill('Congee with egg')
  await dialog.getByLabel(/Price/).fill('12')
  await dialog.getByRole('button', { name: 'Add a size' }).click()
  await dialog.getByRole('textbox', { name: 'Size' }).first().fill('Small')
  await dialog.getByRole('textbox', { name: 'Size' }).nth(1).fill('Large')
  await dialog.getByLabel(/Price/).nth(1).fill('15')
  await dialog.locator('input[type=file]').setInputFiles('templates/noodle-shop/pictures/almond-tofu.webp')
  await expect(dialog.getByRole('button', { name: 'Replace' })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Save' }).click()
  const dish = studio.getByRole('article', { name: 'Congee with egg' })
  await expect(dish.getByRole('textbox')).toHaveCount(2)
  await expect(dish.locator('img')).toHaveAttribute('src', /\/pictures\//)

  await dish.getByRole('button', { name: 'Edit Congee with egg' }).click()
  await dialog.getByLabel('Name').fill('Congee deluxe')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(studio.getByRole('article', { name: 'Congee deluxe' })).toBeVisible()
})
