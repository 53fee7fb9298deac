/** Two people change things; one sees who changed what, takes one change back, brings a version back, and undoes that. */
import type { Page } from '@playwright/test'
import { expectNone, lookAt, type AxeFindings } from './axe.ts'
import { letIn } from './merchant.ts'
import { expect, openStudio, test } from './studio-test.ts'
import { canvasOf, selectOnCanvas, waitUntilSaved } from './studio.ts'

const headline = (page: Page) => canvasOf(page).locator('.b-section .b-heading [data-edit="text"]').first()

async function setHeadline(page: Page, text: string): Promise<void> {
  await selectOnCanvas(page, headline(page))
  await page.getByTestId('inspector').getByRole('textbox', { name: 'Headline' }).fill(text)
  await expect(headline(page)).toHaveText(text)
  await waitUntilSaved(page)
}

async function saveVersion(page: Page, name: string): Promise<void> {
  const history = page.getByTestId('history')
  await page.getByRole('button', { name: 'History', exact: true }).click()
  await history.getByRole('button', { name: 'Save a version' }).click()
  await history.getByRole('textbox', { name: 'Name of the version' }).fill(name)
  await history.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(history.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible()
  await history.press('Escape')
}

test('who changed what is told, taken back one by one or whole, and what came while one was away', async ({
  studio,
  browser,
  product,
}) => {
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  const before = (await headline(studio).textContent()) ?? ''
  const history = studio.getByTestId('history')
  await saveVersion(studio, 'Before summer')

  const guest = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: 'en-US' })
  await letIn(studio, guest, { url: product.url, programId })
  await openStudio(guest, product.url, programId)
  await guest.goto('about:blank')
  await setHeadline(studio, 'Made while you were away')

  await openStudio(guest, product.url, programId)
  await expect(guest.getByTestId('since-last-here')).toContainText('1 change since you were last here')
  await guest.getByRole('button', { name: 'See what changed' }).click()
  const lookBack = guest.getByTestId('look-back')
  await expect(lookBack.getByTestId('changes')).toContainText('Made while you were away')
  const findings: AxeFindings = { states: [], problems: [] }
  await lookAt(guest, 'since one was last here', findings)
  await guest.getByRole('button', { name: 'I have seen it' }).click()
  await expect(guest.getByTestId('since-last-here')).toHaveCount(0)

  await setHeadline(guest, 'Made while you were away, and more')
  await expect(headline(studio)).toHaveText('Made while you were away, and more')

  await studio.getByRole('button', { name: 'History', exact: true }).click()
  await history.getByRole('button', { name: /^Before summer/ }).click()
  const looked = studio.getByTestId('look-back')
  await looked.getByRole('radio', { name: 'Compared with now' }).click()
  const change = looked.locator('[data-change]').filter({ hasText: 'Headline' })
  await expect(change).toContainText(before)
  await expect(change).toContainText('Made while you were away, and more')
  await expect(change).toContainText('You')
  await expect(looked.locator('iframe')).toHaveCount(2)
  await lookAt(studio, 'a version compared with now', findings)
  // Two people wrote this one text: each one's part is taken back by itself.
  const takeBack = change.getByRole('button', { name: /^Take back/ })
  await expect(takeBack).toHaveCount(2)
  await takeBack.last().click()
  await expect(headline(guest)).toHaveText('Made while you were away')
  await looked.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(headline(guest)).toHaveText('Made while you were away, and more')
  await takeBack.first().click()
  await expect(headline(guest)).toHaveText(`${before}, and more`)
  await expect(takeBack).toHaveCount(1)
  await takeBack.click()
  await expect(looked.getByTestId('unchanged')).toBeVisible()
  await expect(headline(guest)).toHaveText(before)
  await looked.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(headline(guest)).toHaveText(`${before}, and more`)

  await studio.getByRole('button', { name: 'Bring this version back' }).click()
  await expect(headline(guest)).toHaveText(before)
  await expect(looked).toHaveCount(0)
  await studio.locator('.ui-toast').getByRole('button', { name: 'Undo' }).click()
  for (const page of [studio, guest]) await expect(headline(page)).toHaveText(`${before}, and more`)
  expectNone(findings)
  await guest.close()
})

test('what changed in an earlier version is taken back out of what somebody else has made of it since', async ({
  studio,
  browser,
  product,
}) => {
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  await setHeadline(studio, 'Noodles for summer')
  await saveVersion(studio, 'Warm days')
  await setHeadline(studio, 'Noodles for winter')
  await saveVersion(studio, 'Cold days')
  const guest = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: 'en-US' })
  await letIn(studio, guest, { url: product.url, programId })
  await openStudio(guest, product.url, programId)
  await setHeadline(guest, 'Noodles for winter, and soup')
  await expect(headline(studio)).toHaveText('Noodles for winter, and soup')

  await studio.getByRole('button', { name: 'History', exact: true }).click()
  await studio
    .getByTestId('history')
    .getByRole('button', { name: /^Cold days/ })
    .click()
  const looked = studio.getByTestId('look-back')
  await looked.getByRole('radio', { name: 'What changed in it' }).click()
  const change = looked.locator('[data-change]').filter({ hasText: 'Headline' })
  await expect(change).toContainText('You')
  await change.getByRole('button', { name: /^Take back/ }).click()
  for (const page of [studio, guest]) await expect(headline(page)).toHaveText('Noodles for summer, and soup')
  await guest.close()
})
