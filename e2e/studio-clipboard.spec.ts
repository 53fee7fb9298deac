/** Copy, cut and paste with the browser's own clipboard, within a program, between two, and from other programs. */
import type { Page } from '@playwright/test'
import { expect, openStudio, test } from './studio-test.ts'
import { canvasOf, selectOnCanvas, waitUntilSaved } from './studio.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const nodes = (page: Page) => canvasOf(page).locator('[data-node]')
const selected = (page: Page) => page.getByTestId('selection')

/** As a paste with this on the clipboard, which no page may put there by itself in every browser. */
async function pasteFromOutside(page: Page, data: { readonly [type: string]: string }): Promise<void> {
  await page.getByTestId('canvas').focus()
  await page.evaluate((parts) => {
    const clipboardData = new DataTransfer()
    for (const [type, value] of Object.entries(parts)) clipboardData.setData(type, value)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, data)
}

test('blocks are copied and pasted behind the selection, with what they hold, and chosen', async ({ studio }) => {
  const before = await nodes(studio).count()
  await studio.keyboard.press('2')
  await studio.getByRole('button', { name: 'Insert Section' }).or(studio.getByTestId('canvas')).first().focus()
  await studio.keyboard.press('ArrowDown')
  await expect(selected(studio)).toBeVisible()
  const text = await canvasOf(studio).locator('[data-node]').first().innerText()
  await studio.keyboard.press('ControlOrMeta+c')
  await studio.keyboard.press('ControlOrMeta+v')
  await expect.poll(() => nodes(studio).count()).toBeGreaterThan(before)
  await expect(selected(studio)).toBeVisible()
  expect(text).toBe(await canvasOf(studio).locator('[data-node]').first().innerText())
  await studio.keyboard.press('ControlOrMeta+z')
  await expect(nodes(studio)).toHaveCount(before)
})

test('what is cut is gone here and comes with paste on another page', async ({ studio }) => {
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('ArrowDown')
  const before = await nodes(studio).count()
  await studio.keyboard.press('ControlOrMeta+x')
  await expect.poll(() => nodes(studio).count()).toBeLessThan(before)
  await studio.keyboard.press('Alt+PageDown')
  const there = await nodes(studio).count()
  await studio.keyboard.press('ControlOrMeta+v')
  await expect.poll(() => nodes(studio).count()).toBeGreaterThan(there)
})

test('blocks go from one program to another of the workspace, links to pages stay behind', async ({
  studio,
  makeProgram,
  product,
}) => {
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('ArrowDown')
  for (let at = 0; at < 8; at++) await studio.keyboard.press('Shift+ArrowDown')
  const others = await studio.getByTestId('also-selected').count()
  expect(others).toBeGreaterThan(2)
  await studio.keyboard.press('ControlOrMeta+c')
  await openStudio(studio, product.url, await makeProgram('Other'))
  const before = await nodes(studio).count()
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('ControlOrMeta+v')
  await expect.poll(() => nodes(studio).count()).toBeGreaterThan(before + others)
  await expect(studio.getByTestId('also-selected')).toHaveCount(others)
  await expect(studio.getByText(/^Left out, because this program does not have it: .*links? to/)).toBeVisible()
  await waitUntilSaved(studio)
})

test('lines of text become a text block, an address a text that leads there', async ({ studio }) => {
  await pasteFromOutside(studio, { 'text/plain': 'We open at nine.\nCome in.' })
  const pasted = canvasOf(studio).locator('[data-node]', { hasText: 'We open at nine.' }).last()
  await expect(pasted).toContainText('Come in.')
  await expect(selected(studio)).toContainText('Text')
  await pasteFromOutside(studio, { 'text/plain': 'https://example.com/menu' })
  await expect(canvasOf(studio).getByText('example.com/menu')).toBeVisible()
})

test('a picture becomes a picture block', async ({ studio }) => {
  const before = await nodes(studio).count()
  await studio.getByTestId('canvas').focus()
  await studio.evaluate(async () => {
    const drawn = new OffscreenCanvas(40, 30)
    drawn.getContext('2d')!.fillRect(0, 0, 20, 20)
    const clipboardData = new DataTransfer()
    const blob = await drawn.convertToBlob({ type: 'image/png' })
    clipboardData.items.add(new File([blob], 'shop.png', { type: 'image/png' }))
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await expect(nodes(studio)).toHaveCount(before + 1)
  await expect(selected(studio)).toContainText('Picture')
})

test('where somebody types, copy and paste are about letters', async ({ studio }) => {
  await selectOnCanvas(studio, canvasOf(studio).locator('[data-node]').first())
  const before = await nodes(studio).count()
  const name = studio.getByRole('searchbox').first()
  await name.fill('notice')
  await name.press('ControlOrMeta+a')
  await name.press('ControlOrMeta+x')
  await expect(name).toHaveValue('')
  await name.press('ControlOrMeta+v')
  await expect(name).toHaveValue('notice')
  await expect(nodes(studio)).toHaveCount(before)
})

test('damaged blocks are not pasted, and a sentence says so', async ({ studio }) => {
  const before = await nodes(studio).count()
  await pasteFromOutside(studio, {
    'text/html': '<span data-shopwright-clip="bm90IGpzb24="></span>',
    'text/plain': 'x',
  })
  await expect(studio.getByText('What was copied came through damaged')).toBeVisible()
  await expect(nodes(studio)).toHaveCount(before)
})

test('the menu copies and pastes through the browser, and says which keys to press where it refuses', async ({
  studio,
  context,
}) => {
  const before = await nodes(studio).count()
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('ArrowDown')
  await studio.keyboard.press('Shift+F10')
  await studio.getByRole('menuitem', { name: /^Copy/ }).click()
  await expect(studio.getByText(/ copied$/)).toBeVisible()
  await studio.keyboard.press('Shift+F10')
  await studio.getByRole('menuitem', { name: /^Paste/ }).click()
  await expect.poll(() => nodes(studio).count()).toBeGreaterThan(before)
  await context.clearPermissions()
  await studio.evaluate(() => {
    navigator.clipboard.read = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await studio.keyboard.press('Shift+F10')
  await studio.getByRole('menuitem', { name: /^Paste/ }).click()
  await expect(studio.getByText(/keeps the clipboard closed to buttons/)).toBeVisible()
})
