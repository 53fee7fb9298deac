/** A developer writes a block in the editor and sees it; two write the same one and see each other. */
import type { Page } from '@playwright/test'
import { expect, openStudio, test } from './studio-test.ts'
import { letIn } from './merchant.ts'
import { canvasOf } from './studio.ts'

const state = (page: Page) => page.getByTestId('code-state')
const lines = (page: Page) => page.getByTestId('code-area').locator('.view-lines')

/** Begins a new code block and waits until the editor can be typed in and the block is drawn. */
async function beginCodeBlock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New code block' }).click()
  await expect(lines(page)).toContainText('defineBlock')
  await expect(canvasOf(page).getByText('Hello')).toBeVisible()
}

/** Puts the caret behind the last letter of this stretch of code. */
async function clickBehind(page: Page, code: string): Promise<void> {
  await page.getByTestId('code-area').getByRole('textbox').focus()
  await page.keyboard.press('ControlOrMeta+F')
  await page.getByRole('textbox', { name: 'Find' }).fill(code)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
}

/** What was loaded of the code editor and its compilers. */
function codeEditorFiles(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /monaco|t[a-z]+-worker|compile-worker|code-area/.test(name)),
  )
}

test('a block is written, seen, broken while its last good version stays, and mended', async ({ studio }) => {
  expect(await codeEditorFiles(studio)).toEqual([])
  await beginCodeBlock(studio)
  expect(await codeEditorFiles(studio)).not.toEqual([])
  await expect(studio.getByTestId('inspector').getByRole('textbox', { name: 'Title' })).toHaveValue('Hello')

  await clickBehind(studio, '{props.title}')
  await studio.keyboard.type(', neighbour')
  await expect(canvasOf(studio).getByText('Hello, neighbour')).toBeVisible()
  await expect(state(studio)).toHaveAttribute('data-state', 'good')

  await studio.keyboard.type('<')
  await expect(state(studio)).toHaveAttribute('data-state', 'stale')
  await expect(studio.getByTestId('code-problem').first()).toContainText('Line 1')
  await expect(canvasOf(studio).getByText('Hello, neighbour')).toBeVisible()
  await studio.keyboard.press('Backspace')
  await studio.keyboard.type('!')
  await expect(canvasOf(studio).getByText('Hello, neighbour!')).toBeVisible()
  await expect(studio.getByTestId('code-problem')).toHaveCount(0)
})

test('two people write the same block, each with a named caret; undo takes back one’s own', async ({
  studio,
  browser,
  product,
}) => {
  const other = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  await letIn(studio, other, { url: product.url, programId })
  await openStudio(other, product.url, programId)
  await beginCodeBlock(studio)
  await other.getByRole('button', { name: 'More for New block' }).click()
  await other.getByRole('menuitem', { name: 'Edit the code' }).click()
  await expect(lines(other)).toContainText('defineBlock')

  await clickBehind(studio, '{props.title}')
  await expect(other.getByTestId('peer-code-caret')).toHaveText(/\S/)
  await clickBehind(other, 'Hello')
  await expect(studio.getByTestId('peer-code-caret')).toHaveText(/\S/)
  await studio.keyboard.type(' from Ann')
  await other.keyboard.type(' there')
  for (const page of [studio, other]) await expect(canvasOf(page).getByText('Hello there from Ann')).toBeVisible()
  // A pause while typing, as on a busy machine, makes two steps of it.
  await expect(async () => {
    await other.keyboard.press('ControlOrMeta+Z')
    await expect(canvasOf(other).getByText('Hello from Ann')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(canvasOf(studio).getByText('Hello from Ann')).toBeVisible()
  await other.close()
})
