/** Text with marks: typed on the canvas by several people, formatted, pasted, undone, published. */
import type { Locator, Page } from '@playwright/test'
import { expect, openStudio, test } from './studio-test.ts'
import { publish } from './merchant.ts'
import { canvasOf, leaveText, pointIn, waitUntilSaved } from './studio.ts'

const toolbar = (page: Page) => page.getByTestId('text-toolbar')
const press = (page: Page, name: string) => toolbar(page).getByRole('button', { name, exact: true })
const typed = (page: Page) => canvasOf(page).locator('[contenteditable=true]')

/** Puts a fresh text block on the canvas and begins to type in it, everything chosen. */
async function typeInNewText(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Insert Text', exact: true }).click()
  await expect(page.getByTestId('selection')).toBeVisible()
  await page.getByTestId('canvas').focus()
  await page.keyboard.press('Enter')
  await expect(typed(page)).toBeVisible()
  await expect(toolbar(page)).toBeVisible()
}

async function doubleClick(page: Page, target: Locator): Promise<void> {
  const { x, y } = await pointIn(target, 'middle')
  await page.mouse.dblclick(x, y)
  await expect(typed(page)).toBeVisible()
}

test('words are formatted by keys and by the toolbar, which says what they are, and undo takes it back', async ({
  studio,
}) => {
  await typeInNewText(studio)
  await studio.keyboard.type('Fresh every day')
  await studio.keyboard.press('ControlOrMeta+A')
  await studio.keyboard.press('ControlOrMeta+B')
  await expect(press(studio, 'Bold')).toHaveAttribute('aria-pressed', 'true')
  await expect(press(studio, 'Italic')).toHaveAttribute('aria-pressed', 'false')
  await press(studio, 'Italic').click()
  await expect(press(studio, 'Italic')).toHaveAttribute('aria-pressed', 'true')
  await press(studio, 'Bulleted list').click()
  await press(studio, 'Text colour').click()
  await studio.getByRole('button', { name: 'Accent', exact: true }).click()
  const words = typed(studio).locator('.sw-rich__span')
  await expect(words).toHaveClass(/--bold.*--italic.*--accent/)
  await expect(typed(studio).locator('.sw-rich__line--bullet')).toHaveText('Fresh every day')

  // What covers the text cannot be read.
  const [bar, text] = [await toolbar(studio).boundingBox(), await typed(studio).boundingBox()]
  expect(bar!.y + bar!.height <= text!.y || bar!.y >= text!.y + text!.height).toBe(true)

  await press(studio, 'Clear formatting').click()
  await expect(words).toHaveClass('sw-text sw-rich__span')
  await studio.keyboard.press('ControlOrMeta+Z')
  await expect(words).toHaveClass(/--bold.*--italic.*--accent/)
  await studio.keyboard.press('ControlOrMeta+Z')
  await expect(words).not.toHaveClass(/--accent/)
  await studio.keyboard.press('Escape')
  await expect(toolbar(studio)).toHaveCount(0)
})

test('two people type in one text at once, one with an input method, and every letter is there once', async ({
  studio,
  browser,
  product,
}) => {
  await typeInNewText(studio)
  await studio.keyboard.type('牛肉面，好吃')
  await waitUntilSaved(studio)
  const other = await browser.newContext({
    storageState: await studio.context().storageState(),
    viewport: { width: 1440, height: 900 },
  })
  const second = await other.newPage()
  await openStudio(second, product.url, new URL(studio.url()).pathname.split('/')[2]!)
  await doubleClick(second, canvasOf(second).getByText('牛肉面，好吃'))
  await second.keyboard.press('ControlOrMeta+Home')

  const input = await studio.context().newCDPSession(studio)
  await input.send('Input.imeSetComposition', { text: 'zhen', selectionStart: 4, selectionEnd: 4 })
  await second.keyboard.type('红烧')
  await waitUntilSaved(second)
  await input.send('Input.imeSetComposition', { text: 'zhen de', selectionStart: 7, selectionEnd: 7 })
  await input.send('Input.insertText', { text: '真的' })
  for (const page of [studio, second]) await expect(typed(page)).toHaveText('红烧牛肉面，好吃真的')
  await Promise.all([studio.keyboard.type('123', { delay: 15 }), second.keyboard.type('abc', { delay: 15 })])
  for (const page of [studio, second]) await expect(typed(page)).toHaveText('红烧abc牛肉面，好吃真的123')
  await other.close()
})

test('what is pasted from a word processor is cleaned', async ({ studio }) => {
  await typeInNewText(studio)
  await typed(studio).evaluate((element) => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      `<p class=MsoNormal style='color:red;font-size:30pt'>Open <b>daily</b><o:p></o:p></p>
       <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>tea</p>`,
    )
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(typed(studio).locator('.sw-rich__line')).toHaveText(['Open daily', 'tea'])
  await expect(typed(studio).locator('.sw-rich__span--bold')).toHaveText('daily')
  await expect(typed(studio).locator('.sw-rich__line--bullet')).toHaveText('tea')
  await expect(typed(studio).locator('[style]')).toHaveCount(0)
})

test('the inspector formats the same text', async ({ studio }) => {
  await typeInNewText(studio)
  await studio.keyboard.type('Lunch menu')
  await studio.keyboard.press('Escape')
  const field = studio.getByTestId('inspector').getByRole('textbox', { name: 'Text', exact: true })
  await expect(field).toHaveText('Lunch menu')
  await field.click()
  await studio.keyboard.press('ControlOrMeta+A')
  await studio.keyboard.press('ControlOrMeta+B')
  const drawn = canvasOf(studio).locator('.sw-rich__span--bold', { hasText: 'Lunch menu' })
  await expect(drawn).toBeVisible()
  await studio.keyboard.press('End')
  await studio.keyboard.type(' today')
  await expect(canvasOf(studio).getByText('Lunch menu today')).toBeVisible()
})

test('chosen words become a link to a page: drawn as one, followed when published, and taken off again', async ({
  studio,
  browser,
}) => {
  await typeInNewText(studio)
  await studio.keyboard.type('Meet the family')
  await studio.keyboard.press('ControlOrMeta+A')
  await press(studio, 'Link').click()
  const dialog = studio.getByRole('dialog', { name: 'Link', exact: true })
  await dialog.getByRole('button', { name: 'Leads to: Nowhere' }).click()
  await studio.getByRole('option', { name: 'Our story' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toHaveCount(0)
  const linked = canvasOf(studio).locator('.sw-rich__span--link')
  await expect(linked).toHaveText('Meet the family')
  await expect(press(studio, 'Link')).toHaveAttribute('aria-pressed', 'true')
  await leaveText(studio)
  // On the canvas a press chooses, so nothing there leads away.
  await expect(canvasOf(studio).locator('a', { hasText: 'Meet the family' })).toHaveCount(0)
  await waitUntilSaved(studio)

  const url = await publish(studio)
  const visitor = await browser.newContext({ javaScriptEnabled: false })
  const live = await visitor.newPage()
  await live.goto(url)
  await live.getByRole('link', { name: 'Meet the family' }).click()
  await expect(live).toHaveURL(/\/about$/)
  await visitor.close()

  await doubleClick(studio, linked)
  await studio.keyboard.press('ControlOrMeta+A')
  await press(studio, 'Link').click()
  await expect(dialog.getByRole('button', { name: 'Leads to: Our story' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Remove link' }).click()
  await expect(linked).toHaveCount(0)
  await expect(typed(studio)).toHaveText('Meet the family')
})

test('a published page shows the marks, without script', async ({ studio, page, browser }) => {
  await typeInNewText(studio)
  await studio.keyboard.type('See our menu')
  await studio.keyboard.press('ControlOrMeta+A')
  await studio.keyboard.press('ControlOrMeta+B')
  await press(studio, 'Numbered list').click()
  // The toolbar says what the text has become: Escape would overtake a button's wish.
  await expect(press(studio, 'Numbered list')).toHaveAttribute('aria-pressed', 'true')
  await studio.keyboard.press('Escape')
  // The form reads the document: what it shows has left the canvas.
  const form = studio.getByTestId('inspector').getByRole('textbox', { name: 'Text', exact: true })
  await expect(form).toContainText('See our menu')
  await waitUntilSaved(studio)
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  const origin = new URL(studio.url()).origin
  const released = await page.request.post(`${origin}/api/programs/${programId}/releases`, {
    headers: { origin },
    data: { requestId: crypto.randomUUID() },
  })
  expect(released.ok()).toBe(true)
  const { url } = (await released.json()) as { readonly url: string }
  // Without script: what a page that only shows text must not need.
  const visitor = await browser.newContext({ javaScriptEnabled: false })
  const live = await visitor.newPage()
  await live.goto(url)
  const item = live.getByRole('listitem').filter({ hasText: 'See our menu' })
  await expect(item.locator('.sw-rich__span--bold')).toHaveCSS('font-weight', '700')
  await visitor.close()
})
