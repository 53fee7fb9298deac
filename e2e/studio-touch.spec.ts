/** Whatever a mouse and keys can do with blocks, a finger can: on a phone, and on a tablet. */
import type { FrameLocator, Locator, Page } from '@playwright/test'
import { expect, test } from './studio-test.ts'
import { canvasOf, pointIn } from './studio.ts'

test.use({ hasTouch: true, permissions: ['clipboard-read', 'clipboard-write'] })

/** The blocks of the shown page. The noodle shop's: notice, banner, icon links, section, hours, place. */
const blocksOf = (canvas: FrameLocator) => canvas.locator('.sw-page > [data-node]')
const idsOf = (blocks: Locator) => blocks.evaluateAll((found) => found.map((one) => one.getAttribute('data-node')))
const selection = (page: Page) => page.getByTestId('selection')
const bar = (page: Page) => page.getByRole('navigation', { name: 'Panels' })

async function tap(page: Page, target: Locator): Promise<void> {
  const { x, y } = await pointIn(target, 'middle')
  await page.touchscreen.tap(x, y)
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  const more = async (page: Page, name: string) => {
    await bar(page).getByRole('button', { name: 'More', exact: true }).tap()
    await page.getByRole('menu').last().getByRole('menuitem', { name, exact: true }).tap()
  }

  test('the menu of a block copies, cuts and pastes it, also on another page', async ({ studio }) => {
    const blocks = blocksOf(canvasOf(studio))
    const [notice, banner, ...others] = await idsOf(blocks)
    await tap(studio, blocks.nth(0))
    await bar(studio).getByRole('button', { name: 'More', exact: true }).tap()
    const menu = studio.getByRole('menu', { name: 'Menu: Notice' })
    await expect(menu.getByRole('menuitem', { name: 'Cut', exact: true })).toBeInViewport()
    for (const item of await menu.getByRole('menuitem').all())
      expect((await item.boundingBox())!.height).toBeGreaterThanOrEqual(44)
    await menu.getByRole('menuitem', { name: 'Copy', exact: true }).tap()
    await expect(menu).toHaveCount(0)
    await more(studio, 'Paste')
    await expect.poll(() => idsOf(blocks)).toEqual([notice, expect.any(String), banner, ...others])
    await more(studio, 'Cut')
    await expect.poll(() => idsOf(blocks)).toEqual([notice, banner, ...others])

    // On a page where nothing is chosen.
    await studio.keyboard.press('Escape')
    await bar(studio).getByRole('button', { name: 'Pages', exact: true }).tap()
    await studio.getByRole('row', { name: 'Menu', exact: true }).tap()
    await studio.getByRole('complementary', { name: 'Pages' }).getByRole('button', { name: 'Close panel' }).tap()
    await expect(canvasOf(studio).locator(`[data-node="${notice}"]`)).toHaveCount(0)
    const before = await blocks.count()
    await more(studio, 'Paste')
    await expect(blocks).toHaveCount(before + 1)
    await expect(selection(studio)).toContainText('Notice')
  })

  test('the menu of a block hides it, puts it into a section, chooses what it is in, and moves it to another page', async ({
    studio,
  }) => {
    const blocks = blocksOf(canvasOf(studio))
    const [notice, banner] = await idsOf(blocks)
    const here = canvasOf(studio).locator(`[data-node="${notice}"]`)
    await tap(studio, blocks.nth(0))
    await more(studio, 'Hide')
    await expect(here).toHaveAttribute('data-not-shown')
    await more(studio, 'Show')
    await expect(here).not.toHaveAttribute('data-not-shown')

    await more(studio, 'Put into a section')
    await expect(selection(studio)).toContainText('Section')
    await tap(studio, here)
    await expect(selection(studio)).toContainText('Notice')
    await more(studio, 'Choose what it is in')
    await studio.getByRole('menu', { name: 'Choose what it is in' }).getByRole('menuitem', { name: 'Section' }).tap()
    await expect(selection(studio)).toContainText('Section')
    await more(studio, 'Save as shared section')
    await studio.getByRole('textbox', { name: 'Name of the section' }).first().press('Enter')
    await expect(studio.getByTestId('section-place')).toBeVisible()

    await tap(studio, blocks.nth(1))
    await more(studio, 'Move to a page')
    await studio
      .getByRole('menu', { name: 'Move to a page' })
      .getByRole('menuitem', { name: 'Menu', exact: true })
      .tap()
    await expect.poll(async () => (await idsOf(blocks)).at(-1)).toBe(banner)
  })

  test('several are chosen by tapping, and by ticks in the order sheet, and deleted together', async ({ studio }) => {
    const blocks = blocksOf(canvasOf(studio))
    const before = await idsOf(blocks)
    const also = studio.getByTestId('also-selected')
    const choosing = studio.getByTestId('choose-more')
    await tap(studio, blocks.nth(0))
    await more(studio, 'Choose several by tapping')
    await tap(studio, blocks.nth(1))
    await tap(studio, blocks.nth(2))
    await expect(also).toHaveCount(2)
    await expect(choosing).toContainText('3 chosen')
    await tap(studio, blocks.nth(1))
    await expect(also).toHaveCount(1)
    await bar(studio).getByRole('button', { name: 'Delete', exact: true }).tap()
    await expect.poll(() => idsOf(blocks)).toEqual([before[1], ...before.slice(3)])
    // The choice is made: the next tap chooses anew.
    await expect(choosing).toHaveCount(0)
    await tap(studio, blocks.nth(0))
    await expect(selection(studio)).toContainText('Banner')
    await expect(also).toHaveCount(0)

    await studio.keyboard.press('Escape')
    await bar(studio).getByRole('button', { name: 'Order', exact: true }).tap()
    const sheet = studio.getByTestId('order-sheet')
    // The input itself is unseen in its label, as wide as a thumb.
    for (const name of ['Choose Banner', 'Choose Section']) {
      const tick = sheet.locator('label', { has: studio.getByRole('checkbox', { name }) })
      const { width, height } = (await tick.boundingBox())!
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
      await tick.tap()
    }
    await expect(sheet.getByRole('checkbox', { checked: true })).toHaveCount(2)
    await bar(studio).getByRole('button', { name: 'Duplicate', exact: true }).tap()
    await expect(blocks).toHaveCount(6)
  })

  test('an empty page says what a finger does next', async ({ studio }) => {
    const blocks = blocksOf(canvasOf(studio))
    await bar(studio).getByRole('button', { name: 'Order', exact: true }).tap()
    const sheet = studio.getByRole('complementary', { name: 'Order' })
    await expect(sheet.getByRole('checkbox')).toHaveCount(6)
    for (const tick of await sheet.locator('label').all()) await tick.tap()
    await expect(sheet.getByRole('checkbox', { checked: true })).toHaveCount(6)
    await bar(studio).getByRole('button', { name: 'Delete', exact: true }).tap()
    await expect(blocks).toHaveCount(0)
    await expect(sheet).toContainText('Tap “Insert” and choose its first block.')
    await sheet.getByRole('button', { name: 'Close panel' }).tap()
    const stage = studio.getByTestId('stage')
    await expect(stage).toContainText('Tap “Insert” and choose its first block.')
    await expect(stage).not.toContainText('Drag a block')
    await stage.getByRole('button', { name: 'Insert', exact: true }).tap()
    await expect(studio.getByRole('complementary', { name: 'Insert' })).toBeVisible()
  })

  test('a "+" on either side of the chosen block inserts there', async ({ studio }) => {
    const blocks = blocksOf(canvasOf(studio))
    const before = await idsOf(blocks)
    await tap(studio, blocks.nth(2))
    const points = studio.getByTestId('insert-beside').getByRole('button')
    await expect(points).toHaveCount(2)
    await points.and(studio.getByRole('button', { name: 'Insert before Icon links' })).tap()
    const inserter = studio.getByRole('dialog', { name: 'Insert a block' })
    await inserter.getByRole('searchbox').fill('countdown')
    await inserter.getByRole('menuitem').first().tap()
    await expect(blocks).toHaveCount(7)
    const after = await idsOf(blocks)
    expect([...after.slice(0, 2), ...after.slice(3)]).toEqual(before)
  })
})

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 820, height: 1180 } })

  test('several are chosen by tapping until it is enough', async ({ studio }) => {
    const blocks = blocksOf(canvasOf(studio))
    await tap(studio, blocks.nth(0))
    const tools = studio.getByRole('toolbar', { name: 'Tools for the block' })
    await tools.getByRole('button', { name: 'More', exact: true }).tap()
    await studio.getByRole('menuitem', { name: 'Choose several by tapping' }).tap()
    await tap(studio, blocks.nth(1))
    await expect(selection(studio)).toContainText('2 blocks')
    await studio.getByTestId('choose-more').getByRole('button', { name: 'Done' }).tap()
    await tap(studio, blocks.nth(1))
    await expect(selection(studio)).toContainText('Banner')
    await expect(studio.getByTestId('also-selected')).toHaveCount(0)
  })
})
