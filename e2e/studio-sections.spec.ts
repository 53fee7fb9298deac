/** Sections that stand in several places: change once, see it everywhere, and be other in one place. */
import type { Locator, Page } from '@playwright/test'
import { expect, openStudio, test } from './studio-test.ts'
import { canvasOf, leaveText, pointIn, previewOf, selectOnCanvas, waitUntilSaved } from './studio.ts'

const heading = (page: Page, text: string): Locator => canvasOf(page).getByText(text, { exact: true })

async function goToPage(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: /^Page:/ }).click()
  await page.getByRole('menu').getByText(title, { exact: true }).click()
}

/** Double-clicks a text and replaces it by typing. */
async function retype(page: Page, from: string, to: string): Promise<void> {
  const { x, y } = await pointIn(heading(page, from), 'middle')
  await page.mouse.dblclick(x, y)
  await expect(canvasOf(page).locator('[contenteditable]')).toHaveText(from)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(to)
  await expect(heading(page, to)).toBeVisible()
  await leaveText(page)
}

/** The first click chooses the whole place, the next one the part under it. */
async function click(page: Page, text: string): Promise<void> {
  const { x, y } = await pointIn(heading(page, text), 'middle')
  await page.mouse.click(x, y)
}

/** Two headings at the end of the home page, saved as a shared section. */
async function makeSection(page: Page, name: string): Promise<void> {
  for (const text of ['Come in', 'We are nearby']) {
    await page.getByRole('button', { name: 'Insert Heading', exact: true }).click()
    await heading(page, 'Freshly made, every day').waitFor()
    await retype(page, 'Freshly made, every day', text)
  }
  await selectOnCanvas(page, heading(page, 'Come in'))
  // On its words: under its middle is the "+" of the block above, where fingers point.
  const { y } = await pointIn(heading(page, 'We are nearby'), 'middle')
  const words = await heading(page, 'We are nearby').boundingBox()
  await page.keyboard.down('Shift')
  await page.mouse.click(words!.x + 24, y)
  await page.keyboard.up('Shift')
  await page.keyboard.press('ControlOrMeta+Alt+k')
  await page.getByRole('textbox', { name: 'Name of the section' }).first().fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('section-place')).toContainText(name)
}

const card = (page: Page, name: string) => page.getByRole('button', { name: `Place the section ${name}` })

test('a section stands on two pages: a change shows in both, an override in one, and each is undone', async ({
  studio,
}) => {
  await makeSection(studio, 'Welcome')
  await expect(card(studio, 'Welcome')).toContainText('used in 1 place')
  await goToPage(studio, 'Our story')
  await card(studio, 'Welcome').click()
  await expect(card(studio, 'Welcome')).toContainText('used in 2 places')
  await expect(heading(studio, 'Come in')).toBeVisible()

  // Changed in the section: seen in both places.
  await studio.getByTestId('inspector').getByRole('button', { name: 'Edit the section' }).click()
  await expect(studio.getByTestId('section-bar')).toContainText('used in 2 places')
  await retype(studio, 'We are nearby', 'Two steps from the tram')
  await studio.getByTestId('section-bar').getByRole('button', { name: 'Done' }).click()
  await expect(heading(studio, 'Two steps from the tram')).toBeVisible()

  // Typed in one place: only there, until it is made so everywhere.
  await selectOnCanvas(studio, heading(studio, 'Come in'))
  await retype(studio, 'Come in', 'How it began')
  await expect(studio.getByTestId('only-here')).toBeVisible()
  await goToPage(studio, 'Home')
  await expect(heading(studio, 'Two steps from the tram')).toBeVisible()
  await expect(heading(studio, 'Come in')).toBeVisible()
  await expect(heading(studio, 'How it began')).toBeHidden()
  await goToPage(studio, 'Our story')
  await selectOnCanvas(studio, heading(studio, 'How it began'))
  await click(studio, 'How it began')
  await studio.getByRole('button', { name: /reset to the section$/ }).click()
  await expect(heading(studio, 'Come in')).toBeVisible()
  await studio.keyboard.press('Escape')
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('ControlOrMeta+z')
  await expect(heading(studio, 'How it began')).toBeVisible()
  await click(studio, 'How it began')
  await click(studio, 'How it began')
  await studio.getByTestId('only-here').getByRole('button', { name: 'Change everywhere' }).click()
  await expect(studio.getByTestId('only-here')).toBeHidden()
  await goToPage(studio, 'Home')
  await expect(heading(studio, 'How it began')).toBeVisible()
})

test('detaching and saving are one step of undo each; blocks inside keep their order', async ({ studio }) => {
  await makeSection(studio, 'Welcome')
  const before = await canvasOf(studio).locator('[data-node]').count()
  await studio.getByTestId('inspector').getByRole('button', { name: 'Detach from the section' }).click()
  await expect(studio.getByTestId('section-place')).toBeHidden()
  await expect(canvasOf(studio).locator('[data-node]')).toHaveCount(before)
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('ControlOrMeta+z')
  await selectOnCanvas(studio, heading(studio, 'Come in'))
  await expect(studio.getByTestId('section-place')).toContainText('Welcome')

  // A part cannot be moved in place; deleting it hides it here.
  await click(studio, 'Come in')
  await studio.keyboard.press('Alt+ArrowDown')
  await expect(studio.getByText('Order and blocks are the same in every place')).toBeVisible()
  await studio.keyboard.press('Delete')
  await expect(heading(studio, 'Come in')).toBeHidden()
  await studio.getByTestId('inspector').getByRole('button', { name: 'Show Heading again' }).click()
  await expect(heading(studio, 'Come in')).toBeVisible()

  for (let step = 0; step < 3; step++) await studio.keyboard.press('ControlOrMeta+z')
  await expect(card(studio, 'Welcome')).toBeHidden()
  await expect(heading(studio, 'Come in')).toBeVisible()
})

test('a deleted section stays where it stands, another person sees it all, and visitors too', async ({
  studio,
  browser,
  product,
}) => {
  await makeSection(studio, 'Welcome')
  await studio.getByRole('button', { name: 'More for Welcome' }).click()
  await studio.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(card(studio, 'Welcome')).toBeHidden()
  await expect(heading(studio, 'Come in')).toBeVisible()
  await studio.getByRole('button', { name: 'Undo' }).last().click()
  await expect(card(studio, 'Welcome')).toBeVisible()
  await waitUntilSaved(studio)

  const other = await browser.newContext({ storageState: await studio.context().storageState() })
  const second = await other.newPage()
  await openStudio(second, product.url, new URL(studio.url()).pathname.split('/').at(-1)!)
  await expect(heading(second, 'Come in')).toBeVisible()
  await selectOnCanvas(second, heading(second, 'Come in'))
  await retype(second, 'Come in', 'Hello')
  await expect(heading(studio, 'Hello')).toBeVisible()
  await other.close()
  await waitUntilSaved(studio)

  await studio.getByRole('button', { name: 'Publish', exact: true }).click()
  await studio.getByRole('button', { name: 'Publish now' }).click()
  const link = studio.getByRole('link', { name: 'Open', exact: true })
  const visitor = await studio.context().newPage()
  const html = await (await visitor.goto((await link.getAttribute('href'))!))!.text()
  await visitor.close()
  expect(html).toContain('Hello')
  expect(html).toContain('We are nearby')
  expect(html).not.toContain('section-instance')
})

test('a whole place has conditions of its own; with nothing in it, it is still there to be chosen', async ({
  studio,
}) => {
  await makeSection(studio, 'Welcome')
  const inspector = studio.getByTestId('inspector')
  await inspector.getByRole('button', { name: 'Show when', exact: true }).click()
  await inspector.getByText('Hide from customers').click()
  await expect(canvasOf(studio).locator('[data-not-shown]')).toHaveCount(2)
  await inspector.getByRole('button', { name: 'Always show' }).click()
  await expect(canvasOf(studio).locator('[data-not-shown]')).toHaveCount(0)

  await inspector.getByRole('button', { name: 'Edit the section' }).click()
  await click(studio, 'Come in')
  // The next one is chosen once the first is gone.
  for (const text of ['Come in', 'We are nearby']) {
    await studio.keyboard.press('Delete')
    await expect(heading(studio, text)).toHaveCount(0)
  }
  await studio.getByTestId('section-bar').getByRole('button', { name: 'Done' }).click()
  const empty = /^This shared section shows nothing here/
  const box = await pointIn(canvasOf(studio).getByText(empty), 'middle')
  await studio.keyboard.press('Escape')
  await studio.mouse.click(box.x, box.y)
  await expect(studio.getByTestId('section-place')).toContainText('Welcome')
  await studio.getByRole('button', { name: 'Preview', exact: true }).click()
  await expect(previewOf(studio).locator('[data-node]').first()).toBeVisible()
  await expect(previewOf(studio).getByText(empty)).toHaveCount(0)
})

test('formatted text typed in one place is bold there only', async ({ studio }) => {
  await studio.getByRole('button', { name: 'Insert Text', exact: true }).click()
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('Enter')
  await expect(canvasOf(studio).locator('.sw-rich[contenteditable="true"]')).toBeFocused()
  await studio.keyboard.type('Noodles')
  await leaveText(studio)
  await studio.keyboard.press('ControlOrMeta+Alt+k')
  await studio.getByRole('textbox', { name: 'Name of the section' }).first().press('Enter')
  await studio.getByRole('button', { name: /^Place the section/ }).click()
  const both = canvasOf(studio).locator('.sw-rich', { hasText: 'Noodles' })
  await expect(both).toHaveCount(2)
  // The new place is brought into sight meanwhile: what was aimed at may have moved.
  await expect(async () => {
    const { x, y } = await pointIn(both.first(), 'middle')
    await studio.mouse.click(x, y)
    await studio.mouse.dblclick(x, y)
    await expect(both.first()).toHaveAttribute('contenteditable', 'true', { timeout: 2000 })
  }).toPass()
  await studio.keyboard.press('ControlOrMeta+A')
  await studio.keyboard.press('ControlOrMeta+B')
  await studio.keyboard.press('Escape')
  await expect(canvasOf(studio).locator('.sw-rich__span--bold', { hasText: 'Noodles' })).toHaveCount(1)
  await expect(studio.getByTestId('only-here')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ hasTouch: true })

  test('a section goes to the place that is tapped', async ({ studio }) => {
    await makeSection(studio, 'Welcome')
    await studio.setViewportSize({ width: 390, height: 844 })
    await studio.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Insert' }).tap()
    await card(studio, 'Welcome').tap()
    await studio.getByTestId('tap-places').getByRole('button', { name: 'before Banner' }).tap()
    const all = canvasOf(studio).getByText(/^(Come in|Made by hand since 1998)$/)
    await expect(all).toHaveText(['Come in', 'Made by hand since 1998', 'Come in'])
  })
})
