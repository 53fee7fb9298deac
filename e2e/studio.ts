/** Hands for the studio: what is drawn on the canvas, and dragging as a person drags. */
import { expect, type BrowserContext, type FrameLocator, type Locator, type Page } from '@playwright/test'

export const canvasOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Canvas"]')

export const previewOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Preview of the program"]')

/** For whoever has seen the tour of the first visit; call before a page of the context is opened. */
export async function knowsTheStudio(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    try {
      localStorage.setItem('shopwright.tour', 'seen')
    } catch {
      // The canvas' sandboxed frame may keep nothing.
    }
  })
}

export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where something is in the page, once it stands still: below the top edge, above the middle, or in the middle. */
export async function pointIn(target: Locator, where: 'top' | 'middle' | 'bottom'): Promise<Point> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('It is not on the screen')
  const y = { top: box.y + 3, middle: box.y + box.height / 2, bottom: box.y + box.height - 3 }[where]
  return { x: box.x + box.width / 2, y }
}

/** Drags with the mouse, in steps, and drops only when the editor has marked the place. */
export async function drag(page: Page, from: Point, to: () => Promise<Point>): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 3 })
  const end = await to()
  await page.mouse.move(end.x, end.y - 12, { steps: 8 })
  await page.mouse.move(end.x, end.y, { steps: 4 })
  await page.getByTestId('drop-mark').waitFor()
  await page.mouse.up()
}

/** Chooses what is drawn there, by a click on the glass over the canvas, whatever was chosen before. */
export async function selectOnCanvas(page: Page, target: Locator): Promise<void> {
  // One more click on a text of what is chosen already would type in it.
  const chosen = page.getByTestId('selection')
  for (let levels = 0; levels < 8 && (await chosen.isVisible()); levels++)
    await page.getByTestId('canvas').press('Escape')
  await expect(chosen).toHaveCount(0)
  const { x, y } = await pointIn(target, 'middle')
  await page.mouse.click(x, y)
  await page.getByTestId('selection').waitFor()
}

/** Double-clicks a text, replaces it by typing, and leaves it with Escape. */
export async function typeOnCanvas(page: Page, target: Locator, text: string): Promise<void> {
  const { x, y } = await pointIn(target, 'middle')
  await page.mouse.dblclick(x, y)
  await expect(target).toHaveAttribute('contenteditable', /.+/)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
  await expect(target).toHaveText(text)
  await leaveText(page)
}

/** Ends typing on the canvas. The keyboard is back in the studio a message later; keys before that are nobody's. */
export async function leaveText(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('canvas')).toBeFocused()
}
