/** The studio on a phone: what a shopkeeper does at the counter, with a thumb. */
import { devices } from '@playwright/test'
import { expect, test } from './studio-test.ts'
import { canvasOf } from './studio.ts'

test.use({ ...devices['Pixel 7'], viewport: { width: 390, height: 844 } })

test('blocks are put in order by a sheet', async ({ studio }) => {
  const canvas = canvasOf(studio)
  const types = () =>
    canvas.locator('.sw-page > [data-node] > *').evaluateAll((all) => all.map((each) => each.className))
  const before = await types()
  await studio.getByRole('button', { name: 'Order', exact: true }).tap()
  const sheet = studio.getByTestId('order-sheet')
  await sheet
    .getByRole('listitem')
    .nth(1)
    .getByRole('button', { name: /^Move .* up$/ })
    .tap()
  await expect.poll(types).toEqual([before[1], before[0], ...before.slice(2)])
  await studio.getByRole('button', { name: 'Undo', exact: true }).tap()
  await expect.poll(types).toEqual(before)
})

test('a price is changed, a dish marked sold out, and the shop closed for today, live at once', async ({ studio }) => {
  await studio.getByRole('button', { name: 'Shop', exact: true }).tap()
  const shop = studio.getByTestId('shop')
  const dish = shop.getByRole('article').first()
  const price = dish.getByRole('textbox').first()
  await price.fill('77')
  await price.press('Enter')
  await dish
    .getByRole('button', { name: /sold out/i })
    .first()
    .tap()
  await expect(dish).toContainText(/sold out/i)
  await shop.getByRole('button', { name: 'Close for today' }).tap()
  await expect(shop.getByRole('button', { name: 'Open as usual' })).toBeVisible()

  const { origin, pathname } = new URL(studio.url())
  // The price is on its way while the next is tapped.
  await expect(async () => {
    const answer = await studio.request.get(`${origin}/api/programs/${pathname.split('/')[2]}/shop-data`)
    const data = (await answer.json()) as {
      readonly shop: { readonly isOpen: boolean }
      readonly menu: {
        readonly dishes: readonly {
          readonly soldOut: unknown
          readonly variants: readonly { readonly priceMinor: number }[]
        }[]
      }
    }
    expect(data.shop.isOpen).toBe(false)
    expect(data.menu.dishes.some(({ soldOut, variants }) => soldOut !== null && variants[0]!.priceMinor === 7700)).toBe(
      true,
    )
  }).toPass()
})

test('a picture is replaced from the camera', async ({ studio }) => {
  await studio.getByRole('button', { name: 'Insert', exact: true }).tap()
  await studio.getByRole('button', { name: 'Insert Picture', exact: true }).tap()
  await studio.getByRole('button', { name: 'At the end', exact: true }).tap()
  const canvas = canvasOf(studio)
  await expect(canvas.locator('.b-image')).not.toHaveCount(0)
  const chooser = studio.waitForEvent('filechooser')
  await studio.getByRole('button', { name: 'Photo' }).tap()
  await (await chooser).setFiles({ name: 'bowl.png', mimeType: 'image/png', buffer: photograph() })
  await expect(canvas.locator('.b-image img').last()).toHaveAttribute('src', /\/pictures\//)
})

test('a text is edited in the sheet, and the page published', async ({ studio }) => {
  const canvas = canvasOf(studio)
  await canvas.locator('.b-heading').first().scrollIntoViewIfNeeded()
  const box = (await canvas.locator('.b-heading').first().boundingBox())!
  await studio.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  await studio.getByRole('button', { name: 'Edit', exact: true }).tap()
  await studio.getByTestId('inspector').getByRole('textbox', { name: 'Headline' }).fill('Closed on Monday')
  await expect(canvas.locator('.b-heading').first()).toContainText('Closed on Monday')
  await studio.getByRole('button', { name: 'Publish', exact: true }).tap()
  await studio.getByRole('button', { name: 'Publish now' }).tap()
  await expect(studio.getByRole('link', { name: 'Open', exact: true })).toBeVisible()
})

/** A real one of 8 × 8 pixels would be refused by nobody; its size does not matter here. */
function photograph(): Buffer {
  return Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC',
    'base64',
  )
}
