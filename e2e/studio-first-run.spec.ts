/** The first minutes: a tour that can be skipped, help one click away, both languages at once. */
import { expect, test } from './studio-test.ts'
import { canvasOf } from './studio.ts'

test.describe('on a first visit', () => {
  test.use({ isFirstVisit: true })

  test('four steps lead through the screen and do not come back', async ({ studio }) => {
    const tour = studio.getByTestId('tour')
    await expect(tour).toContainText('1 of 4')
    for (const title of ['Drag a block', 'Click anything', 'Set what the block does', 'Try it, then publish']) {
      await expect(tour.getByRole('heading')).toContainText(title)
      await tour.getByRole('button', { name: /Next|Start building/ }).click()
    }
    await expect(tour).toHaveCount(0)
    await studio.reload()
    await expect(studio.getByTestId('selection').or(studio.getByTestId('stage'))).toBeVisible()
    await expect(tour).toHaveCount(0)
  })

  test('it is skipped with one click or Escape, and found again in the menu', async ({ studio }) => {
    const tour = studio.getByTestId('tour')
    await tour.getByRole('button', { name: 'Skip the tour' }).click()
    await expect(tour).toHaveCount(0)
    await studio.getByRole('banner').getByRole('button', { name: 'More', exact: true }).click()
    await studio.getByRole('menuitem', { name: 'Take the tour again' }).click()
    await tour.getByRole('button', { name: 'Next' }).press('Escape')
    await expect(tour).toHaveCount(0)
  })

  test('it stands in nobody’s way', async ({ studio }) => {
    await expect(studio.getByTestId('tour')).toBeVisible()
    await studio.getByRole('button', { name: 'Insert Notice' }).click()
    await expect(studio.getByTestId('selection')).toBeVisible()
  })
})

test('the studio speaks the other language at once, without losing what is chosen', async ({ studio }) => {
  await studio.getByRole('button', { name: 'Insert Notice' }).click()
  await studio.getByRole('banner').getByRole('button', { name: 'More', exact: true }).click()
  await studio.getByRole('menuitem', { name: '简体中文' }).click()
  await expect(studio.getByRole('button', { name: '发布', exact: true })).toBeVisible()
  await expect(studio.getByTestId('selection')).toBeVisible()
  await expect(studio.getByTestId('inspector')).toContainText('公告')
})

for (const width of [1440, 1280, 390])
  test.describe(`with ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('help is one click away', async ({ studio }) => {
      const help = studio.getByRole('button', { name: 'Keyboard shortcuts' })
      await expect(help).toBeInViewport()
      await help.click()
      await expect(studio.getByRole('dialog')).toContainText('Ctrl+Z')
    })
  })

test('where there is nothing, it says what to do next', async ({ studio }) => {
  await expect(studio.getByRole('heading', { name: 'Nothing is chosen' })).toBeVisible()
  await expect(studio.getByText('Click a block on the canvas to edit it.')).toBeVisible()

  await studio.getByRole('button', { name: 'Layers', exact: true }).click()
  const search = studio.getByRole('searchbox', { name: 'Search in layers' })
  await search.fill('spaceship')
  await expect(studio.getByRole('heading', { name: 'No block here has “spaceship”' })).toBeVisible()
  await search.fill('')

  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('ControlOrMeta+A')
  await studio.keyboard.press('Delete')
  await expect(canvasOf(studio).locator('[data-node]')).toHaveCount(0)
  await expect(studio.getByRole('heading', { name: 'This page is empty' })).toBeVisible()
  const emptyPage = studio.locator('.st-empty-page')
  await expect(emptyPage).toContainText('Drag a block from “Insert” onto the page.')
  await emptyPage.getByRole('button', { name: 'Insert' }).click()
  await studio.getByRole('button', { name: 'Insert Notice' }).click()
  await expect(canvasOf(studio).locator('.b-notice-bar')).toBeVisible()
  await expect(emptyPage).toHaveCount(0)
})
