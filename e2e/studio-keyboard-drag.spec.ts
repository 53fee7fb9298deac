/** Picked up, steered and put down by keys alone, and told to those who listen. */
import { expect, test } from './studio-test.ts'
import { canvasOf } from './studio.ts'

test('a block is moved by keys, and each step is said', async ({ studio }) => {
  const blocks = canvasOf(studio).locator('.sw-page > [data-node]')
  const ids = () => blocks.evaluateAll((found) => found.map((one) => one.getAttribute('data-node')))
  const before = await ids()
  const said = studio.getByTestId('announcer')
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('ArrowDown')
  await expect(studio.getByTestId('selection')).toContainText('Notice')

  await studio.keyboard.press(' ')
  await expect(said).toHaveText(/^Notice picked up\. Now before Banner, where it was, place 1 of \d+$/)
  await expect(studio.getByTestId('drop-mark')).toBeVisible()
  await studio.keyboard.press('ArrowDown')
  await expect(said).toHaveText(/^Now before Icon links, place 2 of \d+$/)
  // Into the section, further in, and out again behind what it was in.
  await studio.keyboard.press('ArrowRight')
  await expect(said).toHaveText(/^Now into Section, before Heading, place \d+ of \d+$/)
  await studio.keyboard.press('ArrowRight')
  await expect(said).toHaveText(/^Now into Column 1, before Picture, place \d+ of \d+$/)
  await studio.keyboard.press('ArrowLeft')
  await expect(said).toHaveText(/^Now into Section, at the end, place \d+ of \d+$/)
  await studio.keyboard.press('Escape')
  await expect(said).toHaveText('Notice put back where it was')
  await expect(studio.getByTestId('drop-mark')).toHaveCount(0)
  expect(await ids()).toEqual(before)

  await studio.keyboard.press('m')
  await studio.keyboard.press('End')
  await expect(said).toHaveText(/^Now at the end of the page, place (\d+) of \1$/)
  // It may be far down: what is marked comes into sight.
  await expect(studio.getByTestId('drop-mark')).toBeInViewport()
  await studio.keyboard.press('Enter')
  await expect(said).toHaveText('Notice dropped at the end of the page')
  await expect.poll(ids).toEqual([...before.slice(1), before[0]])
  await studio.keyboard.press('ControlOrMeta+Z')
  await expect.poll(ids).toEqual(before)
})
