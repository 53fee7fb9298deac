/** Who may do what, in two browsers at once: inviting, roles, removal, and what a designer locks. */
import { expect, openStudio, test } from './studio-test.ts'
import type { Browser, Page } from '@playwright/test'
import { expectNone, lookAt, type AxeFindings } from './axe.ts'
import { letIn } from './merchant.ts'
import { canvasOf, knowsTheStudio, pointIn, selectOnCanvas, waitUntilSaved } from './studio.ts'

const headline = '.b-section .b-heading'

async function secondBrowser(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  await knowsTheStudio(context)
  return context.newPage()
}

const programIdOf = (page: Page) => new URL(page.url()).pathname.split('/')[2]!

test('a second person joins by a link, is told what they will be, and edits beside the first', async ({
  studio,
  browser,
  product,
}) => {
  await studio.getByRole('button', { name: 'Invite people' }).click()
  const dialog = studio.getByTestId('people-dialog')
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const link = await dialog.getByRole('textbox', { name: 'Copy link' }).inputValue()
  await studio.keyboard.press('Escape')

  const guest = await secondBrowser(browser)
  await guest.goto(link.replace(/^https?:\/\/[^/]+/, product.url))
  await guest.getByRole('button', { name: 'Try it as a demo merchant' }).click()
  await expect(guest.getByText('You would be: Editor')).toBeVisible()
  await guest.getByRole('button', { name: 'Join' }).click()
  await expect(canvasOf(guest).locator(headline).first()).toBeVisible()
  await expect(studio.getByTestId('people')).toHaveAccessibleName('2 people are here')

  await selectOnCanvas(guest, canvasOf(guest).locator(headline).first())
  await guest.getByTestId('inspector').getByRole('textbox', { name: 'Headline' }).fill('From the other side')
  await expect(canvasOf(studio).getByText('From the other side')).toBeVisible()

  // The workspace's own list has them as a guest of this program.
  const findings: AxeFindings = { states: [], problems: [] }
  await studio.goto(`${product.url}/p/${programIdOf(studio)}/console/people`)
  const row = studio.getByRole('listitem').filter({ hasText: 'Guest' })
  await expect(row).toContainText('Last here')
  await expect(row.getByRole('button', { name: /Role of .* in / })).toHaveText('Editor')
  await lookAt(studio, 'people of the workspace', findings)
  expectNone(findings)
  await guest.context().close()
})

test('made a viewer while the program is open: read-only at once; removed: closed within 5 seconds, in words', async ({
  studio,
  browser,
  product,
}) => {
  const programId = programIdOf(studio)
  const guest = await secondBrowser(browser)
  await letIn(studio, guest, { url: product.url, programId })
  await openStudio(guest, product.url, programId)

  await studio.getByRole('button', { name: 'Invite people' }).click()
  const row = studio.getByTestId('people-dialog').getByRole('listitem').filter({ hasNotText: 'You' })
  await row.getByRole('button', { name: /Role of/ }).click()
  await studio.getByRole('option', { name: 'Viewer' }).click()
  await expect(guest.getByText('You may only look at this program now.')).toBeVisible({ timeout: 5000 })
  await expect(guest.getByTestId('save-state')).toHaveAttribute('data-state', 'looking')
  await selectOnCanvas(guest, canvasOf(guest).locator(headline).first())
  await expect(guest.getByTestId('inspector').getByRole('textbox', { name: 'Headline' })).not.toBeEditable()

  await row.getByRole('button', { name: /^Remove/ }).click()
  await expect(guest.getByRole('heading', { name: 'You were removed from this program' })).toBeVisible({
    timeout: 5000,
  })
  await studio.keyboard.press('Escape')
  await expect(studio.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')
  await guest.context().close()
})

test('with the structure locked an editor changes words, is told why nothing moves, and asks for a change', async ({
  studio,
  browser,
  product,
}) => {
  const programId = programIdOf(studio)
  await studio.keyboard.press('ControlOrMeta+k')
  await studio.getByRole('combobox').fill('Lock the structure')
  await studio.getByRole('option', { name: /Lock the structure/ }).click()
  await waitUntilSaved(studio)

  const guest = await secondBrowser(browser)
  await letIn(studio, guest, { url: product.url, programId, role: 'editor' })
  await openStudio(guest, product.url, programId)
  const block = canvasOf(guest).locator(headline).first()
  await selectOnCanvas(guest, block)
  await expect(guest.getByTestId('inspector').getByTestId('lock-notice')).toContainText(
    'The agency has locked the structure',
  )

  const from = await pointIn(block, 'middle')
  await guest.mouse.move(from.x, from.y)
  await guest.mouse.down()
  await guest.mouse.move(from.x, from.y + 60, { steps: 6 })
  await expect(guest.locator('.ui-toast')).toContainText('The agency has locked the structure')
  await expect(guest.getByTestId('drop-mark')).toHaveCount(0)
  await guest.mouse.up()
  await guest.locator('.ui-toast').getByRole('button', { name: 'Close' }).click()

  await guest.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Layers' }).click()
  const row = await pointIn(guest.locator('[data-layer] .st-layer__label').first(), 'middle')
  await guest.mouse.move(row.x, row.y)
  await guest.mouse.down()
  await guest.mouse.move(row.x, row.y + 60, { steps: 6 })
  await expect(guest.locator('.ui-toast')).toContainText('The agency has locked the structure')
  await guest.mouse.up()
  await selectOnCanvas(guest, block)

  await guest.getByTestId('inspector').getByRole('textbox', { name: 'Headline' }).fill('Words may change')
  await expect(canvasOf(studio).getByText('Words may change')).toBeVisible()
  await waitUntilSaved(guest)

  await guest
    .getByTestId('inspector')
    .getByTestId('lock-notice')
    .getByRole('button', { name: 'Request a change' })
    .click()
  await guest.getByRole('textbox', { name: 'What should change?' }).fill('Please put the menu first')
  await guest.getByRole('button', { name: 'Send', exact: true }).click()
  await studio.getByRole('button', { name: 'Comments, 1 unread' }).click()
  await expect(studio.getByTestId('comments').getByRole('listitem')).toContainText(/Change request.*menu first/)

  await guest.getByRole('button', { name: 'Ask to publish' }).click()
  await guest.getByRole('dialog').getByRole('button', { name: 'Send the request' }).click()
  await expect(studio.getByTestId('comments').getByText('Asks to publish')).toBeVisible()
  await guest.context().close()
})
