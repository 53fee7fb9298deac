/** When a block is shown, and the strip that shows the shop in another situation. */
import type { Page } from '@playwright/test'
import { expect, test } from './studio-test.ts'
import { canvasOf, previewOf, selectOnCanvas, waitUntilSaved } from './studio.ts'

const strip = (studio: Page) => studio.getByTestId('situations')
const choose = (studio: Page, name: string) => strip(studio).getByText(name, { exact: true }).click()
const setCondition = (studio: Page, name: string) =>
  studio.getByTestId('inspector').getByRole('radio', { name, exact: true }).click()

async function openPage(studio: Page, title: string): Promise<void> {
  await studio.getByRole('button', { name: /^Page: / }).click()
  await studio
    .getByRole('menuitemradio', { name: title })
    .or(studio.getByRole('menuitem', { name: title }))
    .first()
    .click()
}

async function openShowWhen(studio: Page): Promise<void> {
  const group = studio.getByTestId('inspector').getByRole('button', { name: 'Show when', exact: true })
  if ((await group.getAttribute('aria-expanded')) !== 'true') await group.click()
  await expect(studio.getByTestId('inspector').getByTestId('show-when-sentence')).toBeVisible()
}

/** Publishes this version and reads the home page as a visitor gets it. */
async function publish(studio: Page, version: number): Promise<string> {
  await waitUntilSaved(studio)
  await studio.getByRole('button', { name: 'Publish', exact: true }).click()
  await studio.getByRole('button', { name: 'Publish now' }).click()
  await expect(studio.getByText(`Version ${version} is live`)).toBeVisible()
  const url = await studio.getByRole('link', { name: 'Open', exact: true }).getAttribute('href')
  await studio.getByRole('dialog', { name: 'Publish' }).getByRole('button', { name: 'Close' }).click()
  const visitor = await studio.context().newPage()
  const html = await (await visitor.goto(url ?? ''))?.text()
  await visitor.close()
  return html ?? ''
}

test('a block that is hidden is greyed on the canvas with the reason, and nothing of it is published', async ({
  studio,
}) => {
  const heading = canvasOf(studio).locator('[data-edit="text"]').first()
  const text = (await heading.textContent()) ?? ''
  expect(text).not.toBe('')
  await selectOnCanvas(studio, heading)
  await openShowWhen(studio)
  await expect(studio.getByTestId('inspector').getByTestId('show-when-sentence')).toHaveText('Customers always see it.')
  await studio.getByTestId('inspector').getByText('Hide from customers').click()
  await expect(studio.getByTestId('inspector').getByTestId('show-when-sentence')).toHaveText('Nobody sees it.')
  await expect(canvasOf(studio).locator('[data-not-shown]')).toHaveCount(1)
  await expect(studio.locator('[data-when-tag]')).toHaveText('Hidden')

  const html = await publish(studio, 1)
  expect(html).toContain('data-node')
  expect(html).not.toContain(text)

  await studio.getByRole('button', { name: 'Always show' }).click()
  await expect(canvasOf(studio).locator('[data-not-shown]')).toHaveCount(0)
  await expect(studio.locator('[data-when-tag]')).toHaveCount(0)
})

test('only while open: greyed when closed, gone from the preview, and the sentence says so', async ({ studio }) => {
  const heading = canvasOf(studio).locator('[data-edit="text"]').first()
  const node = await heading.evaluate((element) => element.closest('[data-node]')?.getAttribute('data-node'))
  await selectOnCanvas(studio, heading)
  await openShowWhen(studio)
  await setCondition(studio, 'Open')
  await choose(studio, 'Lunch rush')
  await expect(studio.locator('[data-when-tag]')).toHaveText('Only while open')
  await expect(studio.getByTestId('inspector').getByTestId('show-when-sentence')).toHaveText(
    'Shown only while you are open. Shown now.',
  )
  await studio.getByRole('button', { name: 'Preview', exact: true }).click()
  await expect(previewOf(studio).locator(`[data-node="${node}"]`)).toBeVisible()
  await choose(studio, 'Closed')
  await expect(studio.locator('[data-when-tag]')).toHaveText('Only while open · hidden now')
  await expect(canvasOf(studio).locator(`[data-node="${node}"][data-not-shown]`)).toBeVisible()
  await expect(previewOf(studio).locator(`[data-node="${node}"]`)).toHaveCount(0)
})

test('a block whose time is over is not published, one whose time is now is', async ({ studio }) => {
  const heading = canvasOf(studio).locator('[data-edit="text"]').first()
  const text = (await heading.textContent()) ?? ''
  await selectOnCanvas(studio, heading)
  await openShowWhen(studio)
  // Day, month, year, hour, minute: each part goes on to the next.
  const setYear = async (field: string, year: string) => {
    await studio.getByRole('group', { name: field }).getByRole('spinbutton').first().focus()
    await studio.keyboard.type(`0101${year}1200`)
  }
  await setYear('Until', '2020')
  await expect(canvasOf(studio).locator('[data-not-shown]')).toHaveCount(1)
  expect(await publish(studio, 1)).not.toContain(text)
  await setYear('Until', '2099')
  await setYear('From', '2021')
  await expect(canvasOf(studio).locator('[data-not-shown]')).toHaveCount(0)
  expect(await publish(studio, 2)).toContain(text)
})

test('each situation shows on the canvas and in the preview, without loading them again', async ({ studio }) => {
  const canvas = canvasOf(studio)
  const preview = previewOf(studio)
  await studio.getByRole('button', { name: 'Preview', exact: true }).click()
  await openPage(studio, 'Menu')
  // What stands in for dishes while they load has no name to be linked to.
  const dish = '.b-menu__dish[id]'
  const out = '.b-menu__dish--out'
  await expect(canvas.locator(dish).first()).toBeVisible()
  const dishes = await canvas.locator(dish).count()
  await canvas.locator('body').evaluate((body) => body.setAttribute('data-same', ''))

  await choose(studio, 'Sold out')
  for (const frame of [canvas, preview]) await expect(frame.locator(out)).toHaveCount(dishes)
  await choose(studio, 'Lunch rush')
  for (const frame of [canvas, preview]) await expect(frame.getByText('short break').first()).toBeVisible()
  await choose(studio, 'Closed')
  for (const frame of [canvas, preview]) await expect(frame.getByText(/closed/i).first()).toBeVisible()
  // In the preview the wait is over soon; whoever looks later sees the menu.
  await Promise.all([
    preview
      .getByRole('status', { name: /^Loading/ })
      .first()
      .waitFor(),
    choose(studio, 'Slow network'),
  ])
  await expect(canvas.locator(dish)).toHaveCount(0)
  await expect(preview.locator(dish)).toHaveCount(dishes)
  await studio.getByRole('button', { name: 'Back to now' }).click()
  await expect(canvas.locator(dish)).toHaveCount(dishes)
  await expect(canvas.locator('body[data-same]')).toHaveCount(1)
})

test('member, coupon and first visit show on the membership card; members’ blocks come with the member', async ({
  studio,
}) => {
  await openPage(studio, 'Members')
  const canvas = canvasOf(studio)
  const heading = canvas.locator('[data-node] [data-edit="invitation"]')
  await expect(heading).toBeVisible()
  await choose(studio, 'Gold member')
  await expect(canvas.locator('.b-membership-card__face')).toBeVisible()
  await choose(studio, 'Coupon expired')
  await expect(canvas.getByText(/^Expired on/)).toBeVisible()
  await selectOnCanvas(studio, canvas.locator('.b-membership-card').first())
  await openShowWhen(studio)
  await setCondition(studio, 'Members')
  await expect(studio.locator('[data-when-tag]')).toHaveText('Members only')
  await choose(studio, 'First visit')
  await expect(studio.locator('[data-when-tag]')).toHaveText('Members only · hidden now')
  await expect(heading).toBeVisible()
})

test('a payment that fails says so in the preview', async ({ studio }) => {
  await studio.getByRole('button', { name: 'Insert Pay button' }).click()
  await studio.getByRole('button', { name: 'Preview', exact: true }).click()
  await choose(studio, 'Payment failed')
  const pay = previewOf(studio).locator('.b-pay-button').first()
  await pay.getByRole('textbox').first().fill('12')
  await pay.getByRole('button').last().click()
  await expect(pay.getByText('The payment did not go through')).toBeVisible()
})

test('the strip is one stop of the keyboard, its arrows choose, and typing goes on in another situation', async ({
  studio,
}) => {
  await studio.getByRole('radio', { name: 'Now', exact: true }).focus()
  await studio.keyboard.press('ArrowRight')
  await expect(studio.getByTestId('situations')).toHaveAttribute('data-situation', 'lunch-rush')
  await studio.keyboard.press('ArrowLeft')
  await expect(studio.getByTestId('situations')).toHaveAttribute('data-situation', 'now')
  const heading = canvasOf(studio).locator('[data-edit="text"]').first()
  const box = (await heading.boundingBox())!
  await studio.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2)
  await expect(heading).toHaveAttribute('contenteditable', /.+/)
  await studio.keyboard.press('ControlOrMeta+A')
  await studio.keyboard.type('Soup')
  await expect(heading).toHaveText('Soup')
})
