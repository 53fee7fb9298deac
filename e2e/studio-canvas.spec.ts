/** What hands do on the canvas. */
import type { FrameLocator, Locator, Page } from '@playwright/test'
import { expect, openStudio, test } from './studio-test.ts'
import { canvasOf, drag, leaveText, pointIn, selectOnCanvas } from './studio.ts'

/** The blocks of the shown page, not those inside them. The noodle shop's: notice, banner, icon links, section, hours, place. */
const blocksOf = (canvas: FrameLocator) => canvas.locator('.sw-page > [data-node]')
const idsOf = (blocks: Locator) => blocks.evaluateAll((found) => found.map((one) => one.getAttribute('data-node')))
const panel = (page: Page, name: string) => page.getByRole('navigation', { name: 'Panels' }).getByText(name)
const undo = (page: Page) => page.keyboard.press('ControlOrMeta+Z')

/** Takes hold and moves there without letting go. */
async function hold(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 4, from.y + 8, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
}

/** Where the first letter of a text begins, in the page. */
async function startOf(page: Page, text: Locator): Promise<{ x: number; y: number }> {
  await text.scrollIntoViewIfNeeded()
  const inFrame = await text.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const [line] = range.getClientRects()
    return line ? { x: line.left + 2, y: line.top + line.height / 2, width: innerWidth } : undefined
  })
  const frame = await page.locator('iframe[title="Canvas"]').boundingBox()
  if (!inFrame || !frame) throw new Error('It is not on the screen')
  const zoom = frame.width / inFrame.width
  return { x: frame.x + inFrame.x * zoom, y: frame.y + inFrame.y * zoom }
}

test('the canvas is loaded once, beside the program; also by a browser that loads anew what is moved', async ({
  page,
  product,
  makeProgram,
}) => {
  const programId = await makeProgram('Ahead')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  page.on('websocket', () => asked.push('the document'))
  const timesOf = (path: string) => asked.filter((each) => each === path).length
  await openStudio(page, product.url, programId)
  expect(timesOf('/runtime/frame.html')).toBe(1)
  expect(asked.indexOf('/runtime/frame.html')).toBeLessThan(asked.indexOf('the document'))

  await page.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'moveBefore'))
  await openStudio(page, product.url, programId)
  expect(timesOf('/runtime/frame.html')).toBe(2)
})

test('a click in the palette inserts after the selection', async ({ studio }) => {
  const canvas = studio.frameLocator('iframe[title="Canvas"]')
  const before = await canvas.locator('[data-node]').count()
  await studio.getByRole('button', { name: 'Insert Notice' }).click()
  await expect(canvas.locator('[data-node]')).toHaveCount(before + 1)
  await expect(studio.getByTestId('selection')).toBeVisible()
  // It is at hand again, above all others.
  await studio.getByRole('button', { name: 'Insert Notice (Recently used)' }).click()
  await expect(canvas.locator('[data-node]')).toHaveCount(before + 2)
})

test('several blocks are chosen with Shift, with a box and all at once, and dragged, copied and deleted together', async ({
  studio,
}) => {
  const blocks = blocksOf(canvasOf(studio))
  const [notice, banner, links, section] = await idsOf(blocks)
  const also = studio.getByTestId('also-selected')

  await selectOnCanvas(studio, blocks.nth(0))
  await studio.keyboard.down('Shift')
  const second = await pointIn(blocks.nth(1), 'middle')
  await studio.mouse.click(second.x, second.y)
  await expect(also).toHaveCount(1)
  await studio.mouse.click(second.x, second.y)
  await expect(also).toHaveCount(0)
  await studio.mouse.click(second.x, second.y)
  await studio.keyboard.up('Shift')
  await expect(studio.getByTestId('selection')).toContainText('2 blocks')

  // By one of them, all go; the card says how many.
  await hold(studio, second, await pointIn(blocks.nth(2), 'bottom'))
  await expect(studio.getByTestId('drag-card')).toContainText('2 blocks')
  await studio.getByTestId('drop-mark').waitFor()
  await studio.mouse.up()
  await expect.poll(() => idsOf(blocks)).toEqual([links, notice, banner, section, expect.anything(), expect.anything()])
  await expect(studio.getByTestId('selection')).toContainText('2 blocks')
  await undo(studio)
  await expect.poll(async () => (await idsOf(blocks)).slice(0, 3)).toEqual([notice, banner, links])

  // A box drawn from the ground beside the page.
  const page = (await studio.getByTestId('canvas').boundingBox())!
  const [top, bottom] = [await pointIn(blocks.nth(0), 'middle'), await pointIn(blocks.nth(2), 'middle')]
  await studio.mouse.move(page.x - 40, top.y)
  await studio.mouse.down()
  await studio.mouse.move(page.x + 60, bottom.y, { steps: 5 })
  await expect(studio.getByTestId('marquee')).toBeVisible()
  await expect(also).toHaveCount(2)
  await studio.mouse.up()
  await expect(studio.getByTestId('marquee')).toHaveCount(0)
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('ControlOrMeta+D')
  await expect(blocks).toHaveCount(9)
  await studio.keyboard.press('Delete')
  await expect(blocks).toHaveCount(6)

  await selectOnCanvas(studio, blocks.nth(0))
  await studio.keyboard.press('ControlOrMeta+A')
  await expect(studio.getByTestId('selection')).toContainText('6 blocks')
})

test('a click chooses, one more on the text types there, and what is dragged is not typed in', async ({ studio }) => {
  const canvas = canvasOf(studio)
  const headline = canvas.locator('.b-heading__text').first()
  const typed = canvas.locator('[contenteditable]')
  const words = (await headline.textContent())!
  await selectOnCanvas(studio, headline)
  await expect(typed).toHaveCount(0)

  // At the point: in front of the first letter.
  const at = await startOf(studio, headline)
  await studio.mouse.click(at.x, at.y)
  await expect(typed).toBeFocused()
  await studio.keyboard.type('Hot ')
  await expect(headline).toHaveText(`Hot ${words}`)
  await leaveText(studio)

  // With Shift it is taken out of the choice, and put back in.
  await studio.keyboard.down('Shift')
  await studio.mouse.click(at.x, at.y)
  await expect(studio.getByTestId('selection')).toHaveCount(0)
  await studio.mouse.click(at.x, at.y)
  await studio.keyboard.up('Shift')
  await expect(studio.getByTestId('selection')).toContainText('Heading')
  await expect(typed).toHaveCount(0)

  // A press that moves is a drag, on the text of what is chosen too.
  const blocks = blocksOf(canvas)
  const heading = await canvas.locator('[data-node]:has(> .b-heading)').first().getAttribute('data-node')
  const before = await idsOf(blocks)
  await drag(studio, await startOf(studio, headline), () => pointIn(blocks.first(), 'top'))
  await expect.poll(() => idsOf(blocks)).toEqual([heading, ...before])
  await expect(typed).toHaveCount(0)
})

test('a second click on what is chosen leaves it chosen', async ({ studio }) => {
  const links = canvasOf(studio).locator('.b-icon-navigation')
  await selectOnCanvas(studio, links)
  const { x, y } = await pointIn(links, 'middle')
  await studio.mouse.click(x, y)
  await expect(studio.getByTestId('selection')).toContainText('Icon links')
  await studio.keyboard.press('ControlOrMeta+D')
  await expect(links).toHaveCount(2)
})

test('Escape leaves everything as it was, and a refused drop says why', async ({ studio }) => {
  const blocks = blocksOf(canvasOf(studio))
  const before = await idsOf(blocks)
  await hold(studio, await pointIn(blocks.nth(0), 'middle'), await pointIn(blocks.nth(2), 'bottom'))
  await studio.getByTestId('drop-mark').waitFor()
  await studio.keyboard.press('Escape')
  await expect(studio.getByTestId('drop-mark')).toHaveCount(0)
  await studio.mouse.up()
  expect(await idsOf(blocks)).toEqual(before)

  // The section with one more, into the section's own inside.
  await selectOnCanvas(studio, blocks.nth(2))
  await studio.keyboard.press('ArrowDown')
  await studio.keyboard.down('Shift')
  const links = await pointIn(blocks.nth(2), 'middle')
  await studio.mouse.click(links.x, links.y)
  await studio.keyboard.up('Shift')
  await expect(studio.getByTestId('selection')).toContainText('2 blocks')
  await hold(studio, links, await pointIn(canvasOf(studio).locator('.b-columns'), 'middle'))
  await expect(studio.getByTestId('drag-card')).toContainText('A block cannot go inside itself')
  await studio.mouse.up()
  await expect(studio.getByRole('status').filter({ hasText: 'A block cannot go inside itself' })).toBeVisible()
  expect(await idsOf(blocks)).toEqual(before)
})

test('a block is dragged to another page by resting on the name of that page, and undone in one step', async ({
  studio,
}) => {
  const blocks = blocksOf(canvasOf(studio))
  const before = await idsOf(blocks)
  await hold(studio, await pointIn(blocks.nth(0), 'middle'), await pointIn(blocks.nth(1), 'bottom'))
  const name = studio.getByTestId('page-strip').getByText('Menu', { exact: true })
  const at = await pointIn(name, 'middle')
  await studio.mouse.move(at.x, at.y, { steps: 4 })
  await expect(name).toHaveAttribute('data-page-opening', '')
  // Another page is drawn: the first block of this one is gone from the canvas.
  await expect(canvasOf(studio).locator(`[data-node="${before[0]}"]`)).toHaveCount(0)
  const there = await idsOf(blocks)
  const to = await pointIn(blocks.first(), 'top')
  await studio.mouse.move(to.x, to.y - 6, { steps: 4 })
  await studio.mouse.move(to.x, to.y, { steps: 2 })
  await studio.getByTestId('drop-mark').waitFor()
  await studio.mouse.up()
  await expect.poll(() => idsOf(blocks)).toEqual([before[0], ...there])
  await undo(studio)
  await expect.poll(() => idsOf(blocks)).toEqual(there)
})

test('a "+" between blocks and in empty containers inserts exactly there', async ({ studio }) => {
  const canvas = canvasOf(studio)
  const blocks = blocksOf(canvas)
  const before = await idsOf(blocks)
  const gap = await pointIn(blocks.nth(2), 'top')
  await studio.mouse.move(gap.x, gap.y)
  await studio.getByTestId('insert-point').getByRole('button', { name: 'Insert before Icon links' }).click()
  const inserter = studio.getByRole('dialog', { name: 'Insert a block' })
  await expect(inserter.getByRole('searchbox')).toBeFocused()
  await studio.keyboard.type('colu')
  await expect(inserter.getByRole('menuitem')).toHaveCount(1)
  await studio.keyboard.press('Enter')
  await expect(blocks).toHaveCount(7)
  expect([...(await idsOf(blocks)).slice(0, 2), ...(await idsOf(blocks)).slice(3)]).toEqual(before)

  // Columns are empty at first: each column has its own "+".
  await studio.getByTestId('insert-point').getByRole('button', { name: 'Insert into Column 2' }).click()
  await expect(inserter.getByText('Recently used')).toBeVisible()
  await studio.keyboard.type('标题')
  await studio.keyboard.press('Enter')
  await expect(blocks.nth(2).locator('[data-slot="column2"] [data-node]')).toHaveCount(1)
  await expect(blocks.nth(2).locator('[data-slot="column1"] [data-node]')).toHaveCount(0)

  // By keyboard, behind the selection; Escape changes nothing.
  await studio.keyboard.press('/')
  await expect(inserter).toBeVisible()
  await studio.keyboard.press('Escape')
  await studio.keyboard.press('Escape')
  await expect(inserter).toHaveCount(0)
  await expect(blocks).toHaveCount(7)
})

test('the canvas and the layer tree scroll along at their edges', async ({ studio }) => {
  const stage = studio.getByTestId('stage')
  const box = (await stage.boundingBox())!
  const blocks = blocksOf(canvasOf(studio))
  const before = await idsOf(blocks)
  const from = await pointIn(blocks.nth(0), 'middle')
  await hold(studio, from, { x: from.x, y: box.y + box.height - 6 })
  await expect.poll(() => stage.evaluate((element) => element.scrollTop)).toBeGreaterThan(200)
  await studio.keyboard.press('Escape')
  await studio.mouse.up()

  await studio.setViewportSize({ width: 1440, height: 420 })
  await panel(studio, 'Layers').click()
  const tree = studio.getByRole('treegrid', { name: 'Layers' })
  await tree.getByText('Notice', { exact: true }).click()
  await expect(studio.getByTestId('selection')).toContainText('Notice')
  const row = await pointIn(tree.getByText('Notice', { exact: true }), 'middle')
  const treeBox = (await tree.boundingBox())!
  await hold(studio, row, { x: row.x, y: treeBox.y + treeBox.height - 6 })
  await expect.poll(() => tree.evaluate((element) => element.scrollTop)).toBeGreaterThan(20)
  await studio.keyboard.press('Escape')
  await expect(studio.getByTestId('drag-card')).toHaveCount(0)
  await studio.mouse.up()
  expect(await idsOf(blocks)).toEqual(before)
})

test('layers are searched, chosen by the range, and dragged within the tree and to the canvas', async ({ studio }) => {
  const canvas = canvasOf(studio)
  const blocks = blocksOf(canvas)
  const [notice, banner, links, section, hours, place] = await idsOf(blocks)
  await panel(studio, 'Layers').click()
  const tree = studio.getByRole('treegrid', { name: 'Layers' })
  const row = (id: string | null | undefined) => tree.locator(`[data-layer="${id}"]`)

  const search = studio.getByRole('searchbox', { name: 'Search in layers' })
  await search.fill('scallion')
  // What is found, and what it is in.
  await expect(tree.getByRole('row')).toHaveCount(4)
  await search.fill('no such words')
  await expect(studio.getByText('No block here has “no such words” in its name or text')).toBeVisible()
  await search.fill('')

  await studio.getByRole('button', { name: 'Close all' }).click()
  await expect(tree.getByRole('row')).toHaveCount(6)
  await row(notice).click()
  await row(links).click({ modifiers: ['Shift'] })
  await expect(studio.getByTestId('selection')).toContainText('3 blocks')

  await hold(studio, await pointIn(row(banner).getByText('Banner'), 'middle'), await pointIn(row(hours), 'bottom'))
  await expect(row(hours).locator('.st-layer__drop--after')).toBeVisible()
  await studio.mouse.up()
  await expect.poll(() => idsOf(blocks)).toEqual([section, hours, notice, banner, links, place])

  await drag(studio, await pointIn(row(place).getByText('Location'), 'middle'), () => pointIn(blocks.first(), 'top'))
  await expect.poll(() => idsOf(blocks)).toEqual([place, section, hours, notice, banner, links])

  // And from the canvas to the tree.
  await hold(studio, await pointIn(blocks.first(), 'middle'), await pointIn(row(hours), 'bottom'))
  await expect(row(hours).locator('.st-layer__drop--after')).toBeVisible()
  await studio.mouse.up()
  await expect.poll(() => idsOf(blocks)).toEqual([section, hours, place, notice, banner, links])
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  /** A finger, as the browser hears it. */
  async function fingerOf(page: Page) {
    const device = await page.context().newCDPSession(page)
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, y?: number) =>
      device.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: x === undefined || y === undefined ? [] : [{ x, y }],
      })
    return {
      down: (at: { x: number; y: number }) => send('touchStart', at.x, at.y),
      move: (at: { x: number; y: number }) => send('touchMove', at.x, at.y),
      up: () => send('touchEnd'),
    }
  }

  test('held still, a block is picked up and dragged', async ({ studio }) => {
    const blocks = blocksOf(canvasOf(studio))
    const [notice, banner] = await idsOf(blocks)
    const finger = await fingerOf(studio)
    const from = await pointIn(blocks.nth(0), 'middle')
    await finger.down(from)
    await expect(studio.getByTestId('drag-card')).toBeVisible()
    const to = await pointIn(blocks.nth(1), 'bottom')
    await finger.move({ x: to.x, y: to.y - 10 })
    await finger.move(to)
    await studio.getByTestId('drop-mark').waitFor()
    await finger.up()
    await expect.poll(async () => (await idsOf(blocks)).slice(0, 2)).toEqual([banner, notice])
  })

  test('held still, a card of the palette is dragged onto the page', async ({ studio }) => {
    const blocks = blocksOf(canvasOf(studio))
    const before = await idsOf(blocks)
    await studio.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Insert' }).tap()
    const finger = await fingerOf(studio)
    await finger.down(await pointIn(studio.getByTestId('palette-heading'), 'middle'))
    await expect(studio.getByTestId('drag-card')).toContainText('Heading')
    const to = await pointIn(blocks.nth(1), 'top')
    await finger.move({ x: to.x, y: to.y - 10 })
    await finger.move(to)
    await studio.getByTestId('drop-mark').waitFor()
    await finger.up()
    await expect.poll(() => idsOf(blocks)).toEqual([before[0], expect.any(String), ...before.slice(1)])
  })

  test('a tap chooses, one more on the text types there', async ({ studio }) => {
    const canvas = canvasOf(studio)
    const headline = canvas.locator('.b-heading__text').first()
    const words = (await headline.textContent())!
    const at = await startOf(studio, headline)
    await studio.touchscreen.tap(at.x, at.y)
    await expect(studio.getByTestId('selection')).toContainText('Heading')
    await expect(canvas.locator('[contenteditable]')).toHaveCount(0)
    await studio.touchscreen.tap(at.x, at.y)
    await expect(canvas.locator('[contenteditable]')).toBeFocused()
    await studio.keyboard.type('Hot ')
    await expect(headline).toHaveText(`Hot ${words}`)
  })

  test('picked up, a block goes to the place that is tapped', async ({ studio }) => {
    const blocks = blocksOf(canvasOf(studio))
    const [notice, banner, links] = await idsOf(blocks)
    const at = await pointIn(blocks.nth(0), 'middle')
    await studio.touchscreen.tap(at.x, at.y)
    await studio.getByRole('button', { name: 'Move', exact: true }).tap()
    await expect(studio.getByTestId('carry-bar')).toContainText('Tap where Notice should go')
    const places = studio.getByTestId('tap-places').getByRole('button')
    for (const box of await places.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))) {
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
    }
    await studio.getByRole('button', { name: 'Cancel' }).tap()
    await expect(places).toHaveCount(0)
    await studio.getByRole('button', { name: 'Move', exact: true }).tap()
    await places.filter({ hasText: 'before Section' }).tap()
    await expect.poll(async () => (await idsOf(blocks)).slice(0, 3)).toEqual([banner, links, notice])
  })

  test('a new block from the palette asks where it should go', async ({ studio }) => {
    const blocks = blocksOf(canvasOf(studio))
    const before = await idsOf(blocks)
    const insert = studio.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Insert' })
    await insert.tap()
    await studio.getByRole('button', { name: 'Insert Pay button' }).tap()
    await studio.getByTestId('tap-places').getByRole('button', { name: 'before Banner' }).tap()
    await expect(blocks).toHaveCount(7)
    expect((await idsOf(blocks))[0]).toBe(before[0])
    expect((await idsOf(blocks))[2]).toBe(before[1])

    await insert.tap()
    await studio.getByRole('button', { name: 'Insert Heading', exact: true }).tap()
    await studio.getByRole('button', { name: 'At the end', exact: true }).tap()
    await expect(blocks).toHaveCount(8)
    expect((await idsOf(blocks))[6]).toBe(before[5])
  })
})
