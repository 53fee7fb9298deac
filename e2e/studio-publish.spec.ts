/** Publishing: looked at before the click, held back by findings, for later, for some, and by a private link. */
import type { Browser, Locator, Page } from '@playwright/test'
import { expect, test } from './studio-test.ts'
import { openAllDay, publish } from './merchant.ts'
import { canvasOf, selectOnCanvas, waitUntilSaved } from './studio.ts'

async function changeHeadline(studio: Page, text: string): Promise<void> {
  await selectOnCanvas(studio, canvasOf(studio).locator('.b-heading').first())
  await studio.getByTestId('inspector').getByRole('textbox', { name: 'Headline' }).fill(text)
  await waitUntilSaved(studio)
}

async function openPublish(studio: Page) {
  await studio.getByRole('button', { name: 'Publish', exact: true }).click()
  return studio.getByRole('dialog', { name: 'Publish' })
}

/** What the dialog says of changes that reach visitors in this way. */
const lane = (dialog: Locator, name: string) =>
  dialog.getByRole('list', { name: 'What visitors see when' }).getByRole('listitem').filter({ hasText: name })

/** What somebody new sees, in a browser of their own. */
async function visit(browser: Browser, url: string): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(url)
  return { page, close: () => context.close() }
}

test('what will change is seen before the click, in words and side by side; then nothing is left to publish', async ({
  studio,
  product,
}) => {
  const first = await openPublish(studio)
  await expect(lane(first, 'Needs publishing')).toContainText(/\d+ pages wait\./)
  await expect(lane(first, 'Live in seconds')).not.toContainText('went live')
  await studio.keyboard.press('Escape')
  await publish(studio)
  const same = await openPublish(studio)
  await expect(same.getByTestId('unchanged')).toContainText('Nothing has changed')
  await expect(lane(same, 'Needs publishing')).toContainText('Nothing waits.')
  await expect(lane(same, 'Live in seconds')).toContainText('Nothing since version 1 went live.')
  await studio.keyboard.press('Escape')
  await openAllDay(studio, product.url, new URL(studio.url()).pathname.split('/')[2]!)
  await changeHeadline(studio, 'Summer noodles')
  await studio.getByRole('button', { name: 'Insert Icon links' }).click()
  await waitUntilSaved(studio)

  const dialog = await openPublish(studio)
  await expect(dialog.getByTestId('change-sum')).toContainText('2 changes on 1 page')
  const changed = dialog.locator('[data-change=changed]')
  await expect(changed).toContainText('Heading')
  await expect(changed.locator('ins')).toHaveText('Summer noodles')
  await expect(dialog.locator('[data-change=added]')).toContainText('Icon links')
  await expect(lane(dialog, 'Needs publishing')).toContainText('2 changes wait on 1 page.')
  await expect(lane(dialog, 'Live in seconds')).toContainText('1 change to the shop. Visitors see it already.')
  const [before, after] = [
    dialog.frameLocator('[title="Page, Live now"]'),
    dialog.frameLocator('[title="Page, After publishing"]'),
  ]
  await expect(after.getByText('Summer noodles').first()).toBeVisible()
  await expect(before.locator('.b-heading').first()).toBeVisible()
  await expect(before.getByText('Summer noodles')).toHaveCount(0)
  await expect(dialog.locator('.st-version__mark--changed')).toHaveCount(2)

  // The new block's button leads nowhere: said, and in the way.
  await expect(dialog.locator('[data-finding=dead-button]')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Publish now' })).toBeDisabled()
  await dialog.locator('[data-finding=dead-button]').getByRole('button', { name: 'Show me' }).click()
  await studio.getByTestId('canvas').press('Delete')
  await waitUntilSaved(studio)

  await openPublish(studio)
  await dialog.getByRole('textbox', { name: 'Note for this version' }).fill('Summer')
  await dialog.getByRole('button', { name: 'Publish now' }).click()
  await expect(dialog.getByRole('status')).toContainText('Version 2 is live')
  await expect(dialog.getByText('Summer', { exact: true })).toBeVisible()
  await dialog.getByText('What changed').first().click()
  await expect(dialog.getByTestId('changes').locator('ins')).toHaveText('Summer noodles')
})

test('a version planned for this minute goes live by itself; one for tomorrow is cancelled', async ({
  studio,
  browser,
}) => {
  const url = await publish(studio)
  await changeHeadline(studio, 'Tomorrow’s noodles')
  const dialog = await openPublish(studio)
  await dialog.getByRole('radio', { name: 'At a moment' }).click()
  await expect(dialog.getByRole('button', { name: 'Publish then' })).toBeDisabled()
  await pickMoment(studio, new Date(Date.now() + 24 * 60 * 60 * 1000))
  await dialog.getByRole('button', { name: 'Publish then' }).click()
  await expect(dialog.getByRole('status')).toContainText('Version 2 is planned')
  await expect(dialog.getByTestId('plan')).toContainText('Version 2 goes live')
  // It stands at the counter too, and can be cancelled there.
  const editor = studio.url()
  await studio.goto(`${editor}/console/versions`)
  const plan = studio.getByTestId('plan')
  await expect(plan).toContainText('Version 2 goes live')
  await plan.getByRole('button', { name: /^Cancel/ }).click()
  await expect(plan).toHaveCount(0)
  await studio.goto(editor)
  await waitUntilSaved(studio)

  await openPublish(studio)
  await dialog.getByRole('radio', { name: 'At a moment' }).click()
  await pickMoment(studio, new Date())
  await dialog.getByRole('button', { name: 'Publish then' }).click()
  await expect(dialog.getByRole('status')).toContainText('Version 3 is planned')
  const visitor = await visit(browser, url)
  await expect(async () => {
    await visitor.page.reload()
    await expect(visitor.page.getByText('Tomorrow’s noodles').first()).toBeVisible({ timeout: 500 })
  }).toPass()
  await visitor.close()
})

test('versions say when they were published and by whom; the program is taken offline at a moment, by the screen', async ({
  studio,
  product,
  browser,
}) => {
  const url = await publish(studio)
  const { user } = (await (await studio.request.get(`${product.url}/api/me`)).json()) as {
    readonly user: { readonly name: string }
  }
  const dialog = await openPublish(studio)
  const version = dialog.locator('.st-release').filter({ hasText: 'Version 1' })
  await expect(version).toContainText(`· ${user.name}`)
  await expect(version).toContainText(/\b\d{1,2}:\d{2}\b/)

  await dialog.getByText('Take it offline', { exact: true }).click()
  await expect(dialog.getByRole('button', { name: 'Take offline at a moment' })).toBeDisabled()
  await pickMoment(studio, new Date())
  await dialog.getByRole('button', { name: 'Take offline at a moment' }).click()
  await expect(dialog.getByTestId('plan')).toContainText('The program goes offline')
  const visitor = await visit(browser, url)
  await expect.poll(async () => (await visitor.page.reload())?.status()).toBe(404)
  await visitor.close()
})

test('two visitors get two versions and keep them; at the counter the share grows, then everybody gets the new one', async ({
  studio,
  browser,
}) => {
  const url = await publish(studio)
  await changeHeadline(studio, 'The new kitchen')
  const dialog = await openPublish(studio)
  await dialog.getByRole('radio', { name: 'Some visitors first' }).click()
  await dialog.getByRole('slider', { name: 'Share of the visitors' }).press('PageUp')
  for (let step = 0; step < 40; step++)
    await dialog.getByRole('slider', { name: 'Share of the visitors' }).press('ArrowRight')
  await dialog.getByRole('button', { name: /^Publish for \d+ %/ }).click()
  await expect(dialog.getByTestId('rollout')).toContainText('Version 2 goes to')

  const seen = new Map<boolean, Awaited<ReturnType<typeof visit>>>()
  for (let tries = 0; seen.size < 2 && tries < 40; tries++) {
    const visitor = await visit(browser, url)
    const isNew = (await visitor.page.getByText('The new kitchen').count()) > 0
    if (seen.has(isNew)) await visitor.close()
    else seen.set(isNew, visitor)
  }
  for (const [isNew, { page }] of seen) {
    await page.reload()
    await expect(page.getByText('The new kitchen').first()).toBeVisible({ visible: isNew })
  }
  await studio.goto(`${studio.url()}/console/versions`)
  const rollout = studio.getByTestId('rollout')
  await rollout.getByRole('radio', { name: '75 %' }).click()
  await rollout.getByRole('button', { name: 'Show it to 75 %' }).click()
  await expect(rollout).toContainText('Version 2 goes to 75 %')
  await expect(studio.getByText('75 % of visitors')).toBeVisible()
  await rollout.getByRole('button', { name: 'Give it to everybody' }).click()
  await expect(rollout).toHaveCount(0)
  for (const { page, close } of seen.values()) {
    await page.reload()
    await expect(page.getByText('The new kitchen').first()).toBeVisible()
    await close()
  }
  expect(seen.size).toBe(2)
})

test('pages open since before a new version: one orders all the same, the pay button that is gone says so', async ({
  studio,
  product,
  browser,
}) => {
  await openAllDay(studio, product.url, new URL(studio.url()).pathname.split('/')[2]!)
  await studio.getByRole('button', { name: 'Insert Pay button', exact: true }).click()
  await waitUntilSaved(studio)
  const url = await publish(studio)
  const payer = await visit(browser, url)
  const pay = payer.page.locator('.b-pay-button')
  await expect(pay).toBeVisible()
  const customer = await visit(browser, new URL('/menu', url).href)
  await customer.page.getByRole('button', { name: 'Add Tea eggs' }).click()

  await selectOnCanvas(studio, canvasOf(studio).locator('.b-pay-button'))
  await studio.getByTestId('canvas').press('Delete')
  await waitUntilSaved(studio)
  await changeHeadline(studio, 'The new kitchen')
  await publish(studio)
  const newcomer = await visit(browser, url)
  await expect(newcomer.page.getByText('The new kitchen').first()).toBeVisible()
  await expect(newcomer.page.locator('.b-pay-button')).toHaveCount(0)

  await pay.getByRole('textbox').fill('12')
  await pay.getByRole('button', { name: /^Pay/ }).click()
  await expect(pay.getByRole('alert')).toHaveText('This is no longer here.')
  await customer.page.getByRole('button', { name: 'Check out' }).click()
  const checkout = customer.page.getByRole('dialog')
  await checkout.getByText('Pick up').click()
  await checkout.getByText('Pay at the counter').click()
  await checkout.getByRole('button', { name: 'Place order' }).click()
  await customer.page.waitForURL(/\/_order\//)
  await expect(customer.page.locator('.b-order-status')).toContainText('Tea eggs')
  for (const { close } of [payer, customer, newcomer]) await close()
})

test('a private link shows the draft to whoever has it, until it is closed', async ({ studio, browser }) => {
  await publish(studio)
  await changeHeadline(studio, 'Not for everybody yet')
  const dialog = await openPublish(studio)
  await dialog.getByText('Private preview links').click()
  await dialog.getByRole('textbox', { name: 'For whom' }).fill('For Lin')
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const link = dialog.getByRole('link', { name: 'For Lin' })
  const visitor = await visit(browser, (await link.getAttribute('href'))!)
  await expect(visitor.page.getByText('Not for everybody yet').first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Close the link “For Lin”' }).click()
  await expect(link).toHaveCount(0)
  const gone = await visitor.page.reload()
  expect(gone?.status()).toBe(404)
  await visitor.close()
})

/** Types a moment part by part, by the shop's clock. */
async function pickMoment(studio: Page, at: Date): Promise<void> {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  for (const part of ['day', 'month', 'year', 'hour', 'minute'] as const) {
    const segment = studio.getByRole('spinbutton', { name: new RegExp(`^${part}`, 'i') })
    await segment.click()
    await studio.keyboard.type(parts[part] ?? '')
  }
}
