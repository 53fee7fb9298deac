/** Rich text on a phone: the toolbar is within reach while one types, over the bar of block tools. */
import { expect, test } from './studio-test.ts'
import { canvasOf, pointIn } from './studio.ts'

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

test('the toolbar is at the lower edge and takes a tap', async ({ studio }) => {
  const canvas = canvasOf(studio)
  await studio.getByRole('button', { name: 'Insert', exact: true }).tap()
  await studio.getByRole('button', { name: 'Insert Text', exact: true }).tap()
  await studio.getByRole('button', { name: 'At the end', exact: true }).tap()
  // What was just placed is chosen: one tap on its text is enough.
  const { x, y } = await pointIn(canvas.locator('.b-text').last(), 'middle')
  await studio.touchscreen.tap(x, y)
  await expect(canvas.locator('[contenteditable=true]')).toBeVisible()
  const bold = studio.getByTestId('text-toolbar').getByRole('button', { name: 'Bold', exact: true })
  await expect(bold).toBeInViewport()
  await studio.keyboard.press('ControlOrMeta+A')
  await bold.tap()
  await expect(bold).toHaveAttribute('aria-pressed', 'true')
})
