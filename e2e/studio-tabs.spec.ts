/** Blocks in tabs: of several only one is in sight, and each is reached. */
import { expect, test } from './studio-test.ts'
import { canvasOf, drag, leaveText, pointIn, selectOnCanvas } from './studio.ts'

test('each tab is filled where it is opened, and what is chosen in another one comes to light', async ({ studio }) => {
  const canvas = canvasOf(studio)
  const slot = (name: string) => canvas.locator(`[data-slot="${name}"]`)
  await studio.getByRole('button', { name: 'Insert Tabs', exact: true }).click()
  await expect(slot('tab1')).toBeVisible()
  await studio.getByRole('button', { name: 'Insert Heading', exact: true }).click()
  await expect(slot('tab1').locator('.b-heading')).toBeVisible()

  // Its name opens a tab; what is added then goes into it, by a click as by a drag.
  await selectOnCanvas(studio, canvas.getByText('Take away'))
  await expect(slot('tab2')).toBeVisible()
  await expect(slot('tab1')).toHaveCount(0)
  await studio.getByRole('button', { name: 'Insert Divider', exact: true }).click()
  await expect(slot('tab2').locator('.b-divider')).toBeVisible()
  const card = await pointIn(studio.getByTestId('palette-text'), 'middle')
  await drag(studio, card, () => pointIn(slot('tab2').locator('.b-divider'), 'top'))
  await expect(slot('tab2').locator('.b-text')).toBeVisible()

  // What is in the other tab is in the tree, and choosing it there opens its tab.
  await studio.getByRole('navigation', { name: 'Panels' }).getByText('Layers').click()
  await studio.getByRole('searchbox', { name: 'Search in layers' }).fill('Freshly made')
  await studio.getByRole('treegrid', { name: 'Layers' }).getByText('Freshly made, every day').click()
  await expect(slot('tab1').locator('.b-heading')).toBeVisible()
  await expect(studio.getByTestId('selection')).toBeVisible()
})

test('the name of a tab is typed where it stands', async ({ studio }) => {
  const canvas = canvasOf(studio)
  await studio.getByRole('button', { name: 'Insert Tabs', exact: true }).click()
  const name = canvas.locator('[data-edit="label2"]')
  await selectOnCanvas(studio, name)
  const { x, y } = await pointIn(name, 'middle')
  await studio.mouse.dblclick(x, y)
  await expect(name).toHaveAttribute('contenteditable', /.+/)
  // A click within sets the caret, and typing goes on.
  await studio.mouse.click(x + 8, y)
  await studio.keyboard.press('ControlOrMeta+A')
  await studio.keyboard.type('Delivery')
  await leaveText(studio)
  await expect(name).toHaveText('Delivery')
  await expect(canvas.locator('[data-slot="tab2"]')).toBeVisible()
})
