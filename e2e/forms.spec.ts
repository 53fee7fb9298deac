/** A form from the palette to the counter: placed, published, filled in on a phone, dealt with, kept as a table. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { canvasOf, waitUntilSaved } from './studio.ts'
import { expect, test } from './studio-test.ts'

async function openPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  return context.newPage()
}

test('a form is placed and published, a customer fills it in, and the counter hears of it at once', async ({
  studio,
  product,
  browser,
}) => {
  await studio.getByRole('button', { name: 'Insert Form' }).click()
  await expect(canvasOf(studio).locator('.b-form')).toContainText('Order a cake')
  await waitUntilSaved(studio)
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  const published = await studio.request.post(`${product.url}/api/programs/${programId}/releases`, {
    data: { requestId: crypto.randomUUID() },
    headers: { origin: product.url },
  })
  const { url } = (await published.json()) as { readonly url: string }
  await studio.goto(`${product.url}/p/${programId}/console/forms`)
  await expect(studio.getByText('Nothing new')).toBeVisible()

  const phone = await openPhone(browser)
  await phone.goto(url)
  const form = phone.locator('.b-form')
  await form.getByRole('textbox', { name: 'Your name' }).fill('Lin Mei')
  await form.getByRole('button', { name: 'Send' }).tap()
  await expect(form.getByText('Please answer this.').first()).toBeVisible()
  await expect(form.getByRole('textbox', { name: 'Phone' })).toBeFocused()
  await form.getByRole('textbox', { name: 'Phone' }).fill('+86 138 0013 8000')
  await form.getByLabel('When do you need it?').fill('2027-03-08')
  await form.getByRole('radio', { name: '7 to 12' }).tap()
  await form.getByRole('button', { name: 'Send' }).tap()
  await expect(form.getByText('We need your consent')).toBeVisible()

  // A page that is left costs nobody their words.
  await phone.reload()
  await form.getByRole('radio', { name: '7 to 12' }).scrollIntoViewIfNeeded()
  await expect(form.getByRole('textbox', { name: 'Your name' })).toHaveValue('Lin Mei')
  await form.getByRole('checkbox').tap()
  await form.getByRole('button', { name: 'Send' }).tap()
  await expect(form.getByText('Thank you! We will call you soon.')).toBeVisible()
  await phone.context().close()

  const sent = studio.getByRole('article', { name: /^Order a cake/ })
  await expect(sent).toContainText('Lin Mei')
  await expect(sent).toContainText('7 to 12')
  await expect(sent).toContainText('The shop may keep what I wrote here to answer me.')
  await expect(sent.getByRole('link', { name: '+86 138 0013 8000' })).toHaveAttribute('href', 'tel:+8613800138000')
  await expect(studio.getByText('1 waits for you')).toBeVisible()

  await sent.getByRole('button', { name: 'Done' }).click()
  await expect(studio.getByText('Nothing new')).toBeVisible()
  await studio.locator('.ui-toast').getByRole('button', { name: 'Undo' }).click()
  await expect(sent).toBeVisible()
  await sent.getByRole('button', { name: 'Done' }).click()
  await studio.getByRole('radio', { name: 'Done' }).click()
  await expect(sent.getByText(/by /)).toBeVisible()

  const [file] = await Promise.all([
    studio.waitForEvent('download'),
    studio.getByRole('button', { name: 'Save as CSV' }).click(),
  ])
  const table = await readFile(await file.path(), 'utf8')
  expect(table).toContain('Sent,Form,State,Your name,Phone,When do you need it?,How many people,Anything else?')
  expect(table).toContain("Order a cake,Done,Lin Mei,'+86 138 0013 8000,2027-03-08,7 to 12,")

  await sent.getByRole('button', { name: 'Erase' }).click()
  await studio.getByRole('dialog').getByRole('button', { name: 'Erase' }).click()
  await expect(studio.getByText('Nothing here yet')).toBeVisible()
})
