/** What a person does with one block, timed from the input to the painted tree. */
import type { Browser, Page } from '@playwright/test'
import { frameGaps, lastInput, percentile, rendererCpuMs, untilPainted } from './measure.ts'
import type { Bench } from './pages.ts'

/** Figures of one pass over one page, in milliseconds. */
export interface Pass {
  readonly firstSelect: number
  readonly select: number
  readonly key: number
  readonly keyP95: number
  readonly keyCpu: number
  readonly dragGapP95: number
  readonly drop: number
  readonly undo: number
  readonly duplicate: number
}

const KEYS = 24
const SELECTS = 6
const DROPS = 6
const DRAG_STEPS = 30
const FRAME_MS = 16

/** The first section's heading is dragged behind its second paragraph and back by undo; then the section is duplicated. */
export async function timeGestures(browser: Browser, bench: Bench): Promise<Pass> {
  const { page, tree, field } = bench
  const [heading, , , target] = await tree.evaluate(() => {
    const section = document.querySelector('.sw-page > [data-node]')!
    return [...section.querySelectorAll<HTMLElement>('[data-slot] > [data-node]')]
      .filter((node) => node.parentElement?.closest('[data-node]') === section)
      .map((node) => node.dataset.node!)
  })
  if (heading === undefined || target === undefined) throw new Error('The first section holds too little to drag in')

  const selects = await timeSelects(bench, heading, target)
  const keys = await timeKeys(browser, bench, heading)
  const drags = await timeDrags(bench, heading, target)

  await page.locator(field).blur()
  // A click on what is chosen already would type in it.
  await clickOn(bench, target)
  await clickOn(bench, heading)
  await page.keyboard.press('Escape')
  const blocks = await tree.evaluate(() => document.querySelectorAll('[data-node]').length)
  const more = untilPainted(tree, (before) => document.querySelectorAll('[data-node]').length > before, blocks)
  await page.keyboard.press('Control+d')
  const duplicate = (await more) - (await lastInput(page, 'keydown'))
  const same = untilPainted(tree, (before) => document.querySelectorAll('[data-node]').length === before, blocks)
  await page.keyboard.press('Control+z')
  await same
  return {
    firstSelect: selects[0]!,
    select: percentile(selects.slice(1), 0.5),
    ...keys,
    ...drags,
    duplicate,
  }
}

/** Chooses the heading again and again, another block between; the first time is apart, when all of it is new. */
async function timeSelects(bench: Bench, heading: string, other: string): Promise<readonly number[]> {
  const { page, tree, field } = bench
  const words = await textOf(bench, heading)
  const times: number[] = []
  for (let count = 0; count <= SELECTS; count++) {
    const shown = untilPainted(
      page,
      ([selector, value]) => document.querySelector<HTMLTextAreaElement>(selector!)?.value === value,
      [field, words],
    )
    await clickOn(bench, heading)
    times.push((await shown) - (await lastInput(page, 'mousedown')))
    const left = untilPainted(
      page,
      ([selector, value]) => document.querySelector<HTMLTextAreaElement>(selector!)?.value !== value,
      [field, words],
    )
    await clickOn(bench, other)
    await left
  }
  await clickOn(bench, heading)
  await tree.locator(`[data-node="${heading}"]`).waitFor()
  await page.waitForFunction(
    ([selector, value]) => document.querySelector<HTMLTextAreaElement>(selector!)?.value === value,
    [field, words],
  )
  return times
}

async function textOf({ tree }: Bench, id: string): Promise<string> {
  return (await tree.locator(`[data-node="${id}"] [data-edit]`).first().textContent()) ?? ''
}

async function timeKeys(
  browser: Browser,
  bench: Bench,
  heading: string,
): Promise<Pick<Pass, 'key' | 'keyP95' | 'keyCpu'>> {
  const { page, tree, field } = bench
  // What an earlier run has typed would fill the field in the end.
  const words = 'Section one'
  await page.locator(field).fill(words)
  await untilPainted(tree, isText, [heading, words] as const)
  await page.keyboard.press('End')
  const delays: number[] = []
  const cpuBefore = await rendererCpuMs(browser)
  for (let count = 1; count <= KEYS; count++) {
    const painted = untilPainted(tree, isText, [heading, words + 'n'.repeat(count)] as const)
    await page.keyboard.press('n')
    delays.push((await painted) - (await lastInput(page, 'keydown')))
  }
  const keyCpu = ((await rendererCpuMs(browser)) - cpuBefore) / KEYS
  return { key: percentile(delays, 0.5), keyP95: percentile(delays, 0.95), keyCpu }
}

/** Again and again: when between two frames the button is let go would decide a single figure. */
async function timeDrags(
  bench: Bench,
  heading: string,
  target: string,
): Promise<Pick<Pass, 'dragGapP95' | 'drop' | 'undo'>> {
  const { page, tree } = bench
  const gaps: number[] = []
  const drops: number[] = []
  const undos: number[] = []
  for (let count = 0; count < DROPS; count++) {
    const dragged = await timeDrag(bench, heading, target)
    gaps.push(...dragged.gaps)
    drops.push(dragged.drop)
    const back = untilPainted(tree, isFirstOfItsSlot, heading)
    await leaveField(page)
    await page.keyboard.press('Control+z')
    undos.push((await back) - (await lastInput(page, 'keydown')))
  }
  return { dragGapP95: percentile(gaps, 0.95), drop: percentile(drops, 0.5), undo: percentile(undos, 0.5) }
}

async function timeDrag(bench: Bench, heading: string, target: string) {
  const { page, tree } = bench
  const from = await middleOf(bench, heading)
  const over = await boxOf(bench, target)
  const to = { x: over.x + over.width / 2, y: over.y + over.height - 4 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const gaps = await frameGaps(page, async () => {
    for (let step = 1; step <= DRAG_STEPS; step++) {
      const share = step / DRAG_STEPS
      await page.mouse.move(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
      await new Promise((resolve) => setTimeout(resolve, FRAME_MS))
    }
  })
  const landed = untilPainted(tree, isNotFirstOfItsSlot, heading)
  await page.mouse.up()
  return { gaps, drop: (await landed) - (await lastInput(page, 'mouseup')) }
}

const isText = ([id, wanted]: readonly [string, string]) =>
  document.querySelector(`[data-node="${id}"] [data-edit]`)?.textContent === wanted

const isFirstOfItsSlot = (id: string) =>
  document.querySelector(`[data-node="${id}"]`)?.previousElementSibling?.matches('[data-node]') !== true
const isNotFirstOfItsSlot = (id: string) =>
  document.querySelector(`[data-node="${id}"]`)?.previousElementSibling?.matches('[data-node]') === true

/** Keys of the page mean the page only while no field has the focus. */
async function leaveField(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))
}

async function clickOn(bench: Bench, id: string): Promise<void> {
  const { x, y } = await middleOf(bench, id)
  await bench.page.mouse.click(x, y)
}

async function boxOf({ tree }: Bench, id: string) {
  const box = await tree.locator(`[data-node="${id}"]`).boundingBox()
  if (!box) throw new Error('The block is not on the screen')
  return box
}

async function middleOf(bench: Bench, id: string) {
  const { x, y, width, height } = await boxOf(bench, id)
  return { x: x + width / 2, y: y + height / 2 }
}
