/** One registry for search, menu, keys, the sheet of keys, and the history that names each step. */
import type { Page } from '@playwright/test'
import { expect, openStudio, test } from './studio-test.ts'
import { canvasOf, leaveText, pointIn, selectOnCanvas, waitUntilSaved } from './studio.ts'

const nodes = (page: Page) => canvasOf(page).locator('[data-node]')

test.describe('the search for commands', () => {
  test('finds, does and remembers by keys alone, in either language', async ({ studio }) => {
    const before = await nodes(studio).count()
    await studio.getByTestId('canvas').focus()
    await studio.keyboard.press('ControlOrMeta+k')
    const search = studio.getByRole('combobox', { name: 'Find a command' })
    await expect(search).toBeFocused()
    await search.fill('notice')
    await expect(studio.getByRole('option', { selected: true })).toContainText('Insert Notice')
    await studio.keyboard.press('Enter')
    await expect(nodes(studio)).toHaveCount(before + 1)

    await studio.keyboard.press('ControlOrMeta+k')
    await expect(studio.getByRole('option').first()).toContainText('Insert Notice')
    await search.fill('撤销')
    await expect(studio.getByRole('option').first()).toContainText('Undo')
    await studio.keyboard.press('Enter')
    await expect(nodes(studio)).toHaveCount(before)

    await studio.keyboard.press('ControlOrMeta+k')
    await studio.keyboard.press('Escape')
    await expect(search).toBeHidden()
    await expect(studio.getByTestId('canvas')).toBeFocused()
  })

  test('leads to a page, and offers nothing that cannot be done', async ({ studio }) => {
    await studio.getByRole('button', { name: 'Find a command' }).click()
    const search = studio.getByRole('combobox', { name: 'Find a command' })
    await search.fill('Redo')
    await expect(studio.getByRole('option', { name: /^Redo/ })).toHaveCount(0)
    await search.fill('go to menu')
    await studio.getByRole('option', { name: /Go to the page “Menu/ }).click()
    await expect(studio.getByRole('button', { name: /^Page: Menu/ })).toBeVisible()
  })
})

test.describe('the menu of a block', () => {
  test('a right click chooses what is under the pointer, unless it is chosen; a command of it runs', async ({
    studio,
  }) => {
    const before = await nodes(studio).count()
    const first = nodes(studio).first()
    const { x, y } = await pointIn(first, 'middle')
    await studio.mouse.click(x, y, { button: 'right' })
    const menu = studio.getByRole('menu')
    await expect(menu).toBeVisible()
    await expect(menu.getByRole('menuitem', { name: /^Duplicate/ })).toContainText(/Ctrl\+D|⌘D/)
    await menu.getByRole('menuitem', { name: /^Delete/ }).click()
    await expect.poll(() => nodes(studio).count()).toBeLessThan(before)
    await expect(menu).toBeHidden()
  })

  test('opens by keys, and moves a block to another page from its submenu', async ({ studio }) => {
    await studio.getByTestId('canvas').focus()
    await studio.keyboard.press('ArrowDown')
    await studio.keyboard.press('Shift+F10')
    await expect(studio.getByRole('menu')).toBeVisible()
    await studio.getByRole('menuitem', { name: 'Move to a page' }).focus()
    await studio.keyboard.press('ArrowRight')
    const page = studio.getByRole('menu').last().getByRole('menuitem').first()
    const title = await page.innerText()
    await page.press('Enter')
    await expect(studio.getByRole('button', { name: `Page: ${title}` })).toBeVisible()
    await expect(studio.getByTestId('selection')).toBeVisible()
  })
})

test('the sheet of keys lists every command and is searched', async ({ studio }) => {
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('?')
  const sheet = studio.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByText('Mouse and touch')).toBeVisible()
  await expect(sheet.getByText('While you crop a picture')).toBeVisible()
  await expect(sheet.locator('[data-command=rename-page]')).toContainText('F2')
  await sheet.getByRole('searchbox').fill('dupl')
  await expect(sheet.locator('[data-command]').first()).toContainText('Duplicate')
  await expect(sheet.locator('[data-command=zoom-in]')).toHaveCount(0)
})

test('what is done with pages is found by the search, and means the page that is shown', async ({ studio }) => {
  const search = studio.getByRole('combobox', { name: 'Find a command' })
  const run = async (name: string) => {
    await studio.keyboard.press('ControlOrMeta+k')
    await search.fill(name)
    await expect(studio.getByRole('option').first()).toContainText(name)
    await studio.keyboard.press('Enter')
    await expect(search).toBeHidden()
  }
  await studio.getByTestId('canvas').focus()
  await run('Rename the page')
  const field = studio.getByRole('grid', { name: 'Pages' }).getByRole('textbox')
  await expect(field).toBeFocused()
  await field.fill('Welcome')
  await field.press('Enter')
  await expect(studio.getByRole('button', { name: 'Page: Welcome' })).toBeVisible()
  await run('Duplicate the page')
  await expect(studio.getByRole('button', { name: 'Page: Welcome (copy)' })).toBeVisible()
  await run('Hide the page from visitors')
  await expect(studio.getByRole('row', { name: 'Welcome (copy)' }).getByText('Hidden')).toBeVisible()
  await run('Add a page')
  await expect(studio.getByRole('dialog', { name: 'Add a page' })).toBeVisible()
  await studio.keyboard.press('Escape')
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('F2')
  await expect(field).toHaveValue('Welcome (copy)')
})

test('the key that saves says that everything is saved: on the canvas, in a field, in a text that is typed', async ({
  studio,
}) => {
  const said = studio.getByText('Everything is saved.')
  // The browser's own "save page" comes with a key that nobody took.
  await studio.evaluate(() => {
    addEventListener('keydown', (event) => {
      if (event.key === 's') document.body.dataset.saved = 'by the browser'
    })
  })
  const pressed = async () => {
    await waitUntilSaved(studio)
    await studio.keyboard.press('ControlOrMeta+s')
    await expect(said).toBeVisible()
    await studio.getByRole('status').filter({ has: said }).getByRole('button', { name: 'Close' }).click()
    await expect(said).toBeHidden()
  }
  await studio.getByTestId('canvas').focus()
  await pressed()
  await studio.getByRole('searchbox').first().focus()
  await pressed()
  const { x, y } = await pointIn(canvasOf(studio).locator('[data-edit]').first(), 'middle')
  await studio.mouse.dblclick(x, y)
  await expect(canvasOf(studio).locator('[contenteditable]')).toBeFocused()
  await pressed()
  await expect(studio.locator('body')).not.toHaveAttribute('data-saved')
})

test('shortcuts never fire while somebody types: in a field, on the canvas, in a dialog', async ({ studio }) => {
  const before = await nodes(studio).count()
  await selectOnCanvas(studio, nodes(studio).first())
  const keys = ['p', '1', '?', 'h', '0', 'Delete', 'Backspace', 'ControlOrMeta+d', 'ControlOrMeta+g', 'Alt+ArrowDown']
  const search = studio.getByRole('searchbox').first()
  await search.focus()
  for (const key of keys) await search.press(key)
  await expect(studio.getByRole('dialog')).toHaveCount(0)

  const text = canvasOf(studio).locator('[data-edit]').first()
  const { x, y } = await pointIn(text, 'middle')
  await studio.mouse.dblclick(x, y)
  await expect(text).toHaveAttribute('contenteditable', /.+/)
  for (const key of keys) await studio.keyboard.press(key)
  await leaveText(studio)
  await expect(studio.getByRole('dialog')).toHaveCount(0)

  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('?')
  await expect(studio.getByRole('dialog')).toBeVisible()
  for (const key of keys) await studio.keyboard.press(key)
  await studio.keyboard.press('Escape')
  await expect(nodes(studio)).toHaveCount(before)
  await expect(studio.locator('iframe[title="Preview of the program"]')).toHaveCount(0)
})

test.describe('the history', () => {
  test('names each step and goes back and forth to any of them', async ({ studio }) => {
    const before = await nodes(studio).count()
    await studio.getByTestId('canvas').focus()
    await studio.getByRole('button', { name: 'History', exact: true }).click()
    const history = studio.getByTestId('history')
    await history.getByRole('radio', { name: 'Your steps' }).click()
    await expect(history.getByText('No steps yet')).toBeVisible()
    for (const name of ['Notice', 'Heading', 'Text'])
      await studio.getByRole('button', { name: `Insert ${name}`, exact: true }).click()
    const steps = history.getByRole('listitem')
    await expect(steps).toHaveCount(4)
    await expect(steps.first()).toContainText('Insert Text')
    await expect(steps.first()).toContainText('just now')
    await expect(history.locator('[aria-current=step]')).toContainText('Insert Text')
    await history.getByRole('button', { name: 'Go back to: As you opened it' }).click()
    await expect(nodes(studio)).toHaveCount(before)
    await history.getByRole('button', { name: 'Go on to: Insert Heading' }).click()
    await expect(nodes(studio)).toHaveCount(before + 2)
    await expect(history.locator('[aria-current=step]')).toContainText('Insert Heading')
    await history.press('Escape')
    await expect(history).toBeHidden()
  })

  test('undo takes back only one’s own steps', async ({ studio, product, browser, context }) => {
    const other = await browser.newPage({ storageState: await context.storageState() })
    const programId = studio.url().split('/').at(-1)!
    await openStudio(other, product.url, programId)
    const before = await nodes(studio).count()
    await studio.getByRole('button', { name: 'Insert Notice', exact: true }).click()
    await other.getByRole('button', { name: 'Insert Heading', exact: true }).click()
    await expect(nodes(studio)).toHaveCount(before + 2)
    await expect(nodes(other)).toHaveCount(before + 2)
    await studio.getByTestId('canvas').focus()
    for (let at = 0; at < 3; at++) await studio.keyboard.press('ControlOrMeta+z')
    await expect(nodes(studio)).toHaveCount(before + 1)
    await expect(canvasOf(studio).getByText('Freshly made, every day')).toBeVisible()
    await waitUntilSaved(studio)
    await other.close()
  })
})
