/** Building and publishing a page with the keyboard alone: nothing here touches a mouse or a screen. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './studio-test.ts'
import { canvasOf, knowsTheStudio, waitUntilSaved } from './studio.ts'

/** Goes on with Tab until the focus is there. More steps than a person would take is a failure. */
async function tabTo(page: Page, target: Locator, atMost = 30): Promise<void> {
  await target.waitFor()
  for (let steps = 0; steps <= atMost; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${atMost} steps with Tab do not lead there: ${target}`)
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Which area of the screen the focus is in. */
const areaWithFocus = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-area]')?.className.split(' ')[0])

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })

test('a page is built and published by keys alone', async ({ page, context, product }) => {
  await knowsTheStudio(context)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(product.url)

  // In, and a program from the template.
  await tabTo(page, button(page, 'Try it as a demo merchant'))
  await press(page, 'Enter')
  await tabTo(page, page.getByRole('link', { name: 'New program' }).first())
  await press(page, 'Enter')
  await tabTo(page, page.getByRole('textbox', { name: 'Shop’s name' }))
  await page.keyboard.type('By hand')
  await press(page, 'Enter')
  const canvas = page.getByTestId('canvas')
  const blocks = canvasOf(page).locator('.sw-page > [data-node]')
  await blocks.first().waitFor()
  await waitUntilSaved(page)

  // F6 leads round the screen, Shift+F6 back; what has nothing to do is passed over.
  for (const area of ['st-top', 'st-rail', 'st-panel', 'st-strip', 'st-stage', 'st-top']) {
    await press(page, 'F6')
    expect(await areaWithFocus(page)).toBe(area)
  }
  await press(page, 'Shift+F6', 'ArrowDown')
  await expect(page.getByTestId('selection')).toBeVisible()
  await expect(page.getByTestId('inspector').getByRole('textbox').first()).toBeVisible()
  for (const [key, area] of [
    ['F6', 'st-side'],
    ['F6', 'st-top'],
    ['Shift+F6', 'st-side'],
    ['Shift+F6', 'st-stage'],
  ] as const) {
    await press(page, key)
    expect(await areaWithFocus(page)).toBe(area)
  }
  await expect(canvas).toBeFocused()

  // A page from a page template.
  await press(page, '2', 'Shift+F6', 'Shift+F6')
  await tabTo(page, button(page, 'Add a page'))
  await press(page, 'Enter')
  await tabTo(page, button(page, /^Hours and location/))
  await press(page, 'Enter')
  await expect(button(page, /^Page: Hours and location/)).toBeVisible()
  await expect(canvasOf(page).locator('.b-opening-hours')).toBeVisible()

  // A block, its text, bold.
  await expect(button(page, 'Add a page')).toBeFocused()
  await press(page, 'F6', 'F6')
  await expect(canvas).toBeFocused()
  const before = await blocks.count()
  await press(page, 'ArrowDown', '/')
  await expect(page.getByRole('searchbox', { name: 'Search by name' }).last()).toBeFocused()
  await page.keyboard.type('text')
  await press(page, 'Enter')
  await expect(blocks).toHaveCount(before + 1)
  await expect(canvas).toBeFocused()
  await expect(page.getByTestId('selection')).toContainText('Text')
  await press(page, 'Enter')
  await expect(canvasOf(page).locator('[contenteditable=true]')).toBeFocused()
  await page.keyboard.type('The side door is open late')
  await press(page, 'ControlOrMeta+A', 'ControlOrMeta+B')
  await expect(page.getByTestId('text-toolbar').getByRole('button', { name: 'Bold' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await press(page, 'Escape')
  await expect(canvas).toBeFocused()

  // To the home page and a block there, by the search for commands.
  const finder = page.getByRole('combobox', { name: 'Find a command' })
  await press(page, 'ControlOrMeta+K')
  await expect(finder).toBeFocused()
  await page.keyboard.type('go to home')
  await expect(page.getByRole('option').first()).toContainText('Home')
  await press(page, 'Enter')
  await expect(button(page, /^Page: Home/)).toBeVisible()
  await expect(canvas).toBeFocused()
  await press(page, 'ArrowDown', 'ControlOrMeta+K')
  await expect(finder).toBeFocused()
  await page.keyboard.type('insert heading')
  await expect(page.getByRole('option').first()).toContainText('Insert Heading')
  await press(page, 'Enter')
  const headline = canvasOf(page).getByText('Freshly made, every day')
  await expect(headline).toBeVisible()

  // A field of it: typed, and a link that is picked.
  await press(page, 'F6')
  const inspector = page.getByTestId('inspector')
  await tabTo(page, inspector.getByRole('textbox', { name: 'Headline' }))
  await press(page, 'ControlOrMeta+A')
  await page.keyboard.type('Come in')
  const link = inspector.getByRole('button', { name: /^See more leads to/ })
  await tabTo(page, link)
  await press(page, 'Enter')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.type('hours')
  await expect(page.getByRole('option').first()).toContainText('Hours and location')
  await press(page, 'ArrowDown', 'Enter')
  await expect(link).toHaveAccessibleName(/Hours and location/)
  await expect(link).toBeFocused()

  // Picked up, moved, dropped, each told; undone and done again.
  await press(page, 'Shift+F6')
  await expect(canvas).toBeFocused()
  const at = () => blocks.evaluateAll((all) => all.findIndex((one) => one.firstElementChild?.matches('.b-heading')))
  await expect.poll(at).toBe(1)
  const said = page.getByTestId('announcer')
  await press(page, 'm')
  await expect(said).toHaveText(/^Heading picked up\. Now .*, where it was, place \d+ of \d+$/)
  await press(page, 'ArrowUp')
  await expect(said).toHaveText(/^Now before Notice, place 1 of \d+$/)
  await press(page, 'Enter')
  await expect(said).toHaveText('Heading dropped before Notice')
  await expect.poll(at).toBe(0)
  await press(page, 'ControlOrMeta+Z')
  await expect.poll(at).toBe(1)
  await press(page, 'ControlOrMeta+Shift+Z')
  await expect.poll(at).toBe(0)

  // What is to be looked at before publishing.
  await press(page, '7', 'Shift+F6', 'Shift+F6')
  expect(await areaWithFocus(page)).toBe('st-panel')
  const checks = page.getByTestId('checks')
  await expect(checks).toBeVisible()
  await expect(checks.locator('.st-finding--error')).toHaveCount(0)

  // Published; the link is copied and opened.
  await waitUntilSaved(page)
  await press(page, 'ControlOrMeta+Enter')
  await tabTo(page, button(page, 'Publish now'))
  await press(page, 'Enter')
  await expect(page.getByText('Version 1 is live')).toBeVisible()
  const open = page.getByRole('link', { name: 'Open', exact: true })
  await tabTo(page, button(page, 'Copy the link'), 6)
  await press(page, 'Enter')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await open.getAttribute('href'))
  await tabTo(page, open, 3)
  const [live] = await Promise.all([context.waitForEvent('page'), press(page, 'Enter')])

  // The visitor's page goes by keys, too.
  await expect(live.getByText('Come in')).toBeVisible()
  await tabTo(live, live.locator('.b-heading').first().getByRole('link'))
  await press(live, 'Enter')
  await expect(live.getByText('The side door is open late')).toHaveCSS('font-weight', '700')
  await live.close()

  // Out of the dialog, back to where one was.
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => areaWithFocus(page)).toBe('st-panel')
})
