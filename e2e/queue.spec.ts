/** A number for a table: taken on a phone, called at the counter, heard on the phone at once. */
import { canvasOf, waitUntilSaved } from './studio.ts'
import { expect, test } from './studio-test.ts'

test('a guest takes a number, the counter calls it, and the guest’s phone says so', async ({
  studio,
  product,
  browser,
}) => {
  await studio.getByRole('button', { name: 'Insert Queue ticket' }).click()
  await expect(canvasOf(studio).locator('.b-queue-ticket')).toContainText('How many are you?')
  await waitUntilSaved(studio)
  const programId = new URL(studio.url()).pathname.split('/')[2]!
  const headers = { origin: product.url }
  const program = `${product.url}/api/programs/${programId}`
  const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))
  await studio.request.patch(`${program}/settings`, { data: { hours: { weekly: always, exceptions: [] } }, headers })
  const published = await studio.request.post(`${program}/releases`, {
    data: { requestId: crypto.randomUUID() },
    headers,
  })
  const { url } = (await published.json()) as { readonly url: string }
  await studio.goto(`${product.url}/p/${programId}/console/queue`)
  await expect(studio.getByText('Nobody waits').first()).toBeVisible()

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const phone = await context.newPage()
  await phone.goto(url)
  const block = phone.locator('.b-queue-ticket')
  await block.getByRole('button', { name: 'One more' }).tap()
  await block.getByRole('button', { name: 'Take a number' }).tap()
  await expect(block.getByText('You are next')).toBeVisible()

  await studio.getByRole('button', { name: 'Call B1' }).click()
  await expect(block.getByText('It is your turn')).toBeVisible()
  await studio.getByRole('region', { name: 'Line B' }).getByRole('button', { name: 'Seated' }).click()
  await expect(block.getByText('Enjoy your meal')).toBeVisible()
  await expect(studio.getByText('Nobody waits').first()).toBeVisible()
  await context.close()
})
