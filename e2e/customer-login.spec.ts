/** One customer on two phones: a card made on one is on the other once its owner has signed in, with what they let the shop know. */
import type { Browser, Page } from '@playwright/test'
import { openAllDay } from './merchant.ts'
import { expect, test } from './studio-test.ts'

async function openPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true })
  return context.newPage()
}

/** On the platform's page: a number, and the code as the demo shows it instead of sending it. */
async function signIn(phone: Page, number: string): Promise<void> {
  await phone.getByRole('textbox', { name: 'Phone number or e-mail' }).fill(number)
  await phone.getByRole('button', { name: 'Send me a code' }).tap()
  const opened = phone.context().waitForEvent('page')
  await phone.getByRole('link', { name: 'Open the message that would have been sent' }).tap()
  const message = await opened
  const code = /\b\d{6}\b/.exec((await message.locator('pre').textContent()) ?? '')?.[0] ?? ''
  await message.close()
  await phone.getByRole('textbox', { name: 'Code' }).fill(code)
  await phone.getByRole('button', { name: 'Sign in' }).tap()
}

test('a card of one phone is on the other after its customer signed in, who can see and take back what was shared', async ({
  studio,
  product,
  browser,
}) => {
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  await openAllDay(studio, product.url, programId)
  const answer = await studio.request.post(`${product.url}/api/programs/${programId}/releases`, {
    data: { requestId: crypto.randomUUID() },
    headers: { origin: product.url },
  })
  const { url } = (await answer.json()) as { readonly url: string }
  const member = new URL('/member', url).href

  // The first phone joins with what the account fills in.
  const first = await openPhone(browser)
  await first.goto(member)
  await first.getByRole('button', { name: 'Join now' }).tap()
  await first.getByRole('dialog').getByRole('button', { name: 'Fill this in from my account' }).tap()
  await expect(first.getByRole('heading', { name: /asks you to sign in$/ })).toBeVisible()
  expect(new URL(first.url()).origin).toBe(product.url)
  await signIn(first, '138 0013 8000')
  await first.getByRole('textbox', { name: 'Name' }).fill('Lin Mei')
  await first.getByRole('button', { name: 'Agree and continue' }).tap()
  await first.waitForURL(member)
  const sheet = first.getByRole('dialog')
  await expect(sheet.getByRole('textbox', { name: 'Name' })).toHaveValue('Lin Mei')
  await expect(sheet.getByRole('textbox', { name: 'Phone' })).toHaveValue('+8613800138000')
  await sheet.getByRole('checkbox').tap()
  await sheet.getByRole('button', { name: 'Join now' }).tap()
  const number = first.locator('.b-membership-card__number')
  await expect(number).toBeVisible()

  // On the other one the card is there as soon as its owner is.
  const second = await openPhone(browser)
  await second.goto(member)
  await second.getByRole('button', { name: 'Already a member? Sign in' }).tap()
  await signIn(second, '+86 138 0013 8000')
  await expect(second.getByRole('checkbox', { name: 'Phone number' })).toBeChecked()
  await second.getByRole('button', { name: 'Agree and continue' }).tap()
  await second.waitForURL(member)
  await expect(second.locator('.b-membership-card__number')).toHaveText((await number.textContent()) ?? '')

  // The checkout fills in what was agreed to.
  await second.goto(new URL('/menu', url).href)
  await second.getByRole('button', { name: 'Add Peach soda' }).tap()
  await second.getByRole('button', { name: 'Check out' }).tap()
  await expect(second.getByRole('dialog').getByRole('textbox', { name: /Phone/ })).toHaveValue('+8613800138000')

  // Taken back, the program reads nothing any more; signed out, it is a stranger's phone.
  await second.getByRole('dialog').getByRole('button', { name: 'My account' }).tap()
  await second.getByRole('button', { name: /^Stop sharing with/ }).tap()
  await expect(second.getByRole('status')).toContainText('reads nothing of this any more')
  await second.goto(new URL('/menu', url).href)
  await second.getByRole('button', { name: 'Check out' }).tap()
  await expect(second.getByRole('dialog').getByRole('button', { name: 'My account' })).toBeVisible()
  await expect(second.getByRole('dialog').getByRole('textbox', { name: /Phone/ })).toHaveValue('')
  await second.goto(`${product.url}/customer/account`)
  await second.getByRole('button', { name: 'Sign out on this device' }).tap()
  await expect(second.getByRole('heading', { name: 'Sign in to your account' })).toBeVisible()
  await second.goto(member)
  await expect(second.getByRole('button', { name: 'Join now' })).toBeVisible()
})
