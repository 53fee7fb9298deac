/** Whatever is changed in the studio can be taken back: as a step of undo, or, where others may have answered to it already, in its toast. */
import type { Page } from '@playwright/test'
import { expect, test } from './studio-test.ts'
import { pictureFile } from './pictures.ts'
import { waitUntilSaved } from './studio.ts'

interface ShopData {
  readonly shop: { readonly isOpen: boolean }
  readonly menu: {
    readonly dishes: readonly {
      readonly soldOut: unknown
      readonly variants: readonly { readonly priceMinor: number }[]
    }[]
  }
}

const programUrl = (page: Page) => {
  const { origin, pathname } = new URL(page.url())
  return `${origin}/api/programs/${pathname.split('/')[2]}`
}

async function shopData(page: Page): Promise<ShopData> {
  return (await (await page.request.get(`${programUrl(page)}/shop-data`)).json()) as ShopData
}

/** Takes back what this toast tells of. */
async function undoInToast(page: Page, said: string | RegExp): Promise<void> {
  const toast = page.locator('.ui-toast').filter({ hasText: said })
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(toast).toBeHidden()
}

test('a new name of the program stands in the list of programs too, and goes back with undo', async ({ studio }) => {
  const heading = studio.getByRole('banner').getByRole('heading', { level: 1 })
  const before = await heading.innerText()
  const listed = async () => ((await (await studio.request.get(programUrl(studio))).json()) as { name: string }).name
  const rename = heading.getByRole('button')
  await rename.click()
  await studio.getByRole('textbox', { name: 'Name of the program' }).fill('Noodles by the river')
  await studio.keyboard.press('Enter')
  await expect(rename).toHaveText('Noodles by the river')
  await expect.poll(listed).toBe('Noodles by the river')
  await studio.getByTestId('canvas').focus()
  await studio.keyboard.press('ControlOrMeta+z')
  await expect(rename).toHaveText(before)
  await expect.poll(listed).toBe(before)
  await studio.keyboard.press('ControlOrMeta+Shift+z')
  await expect(rename).toHaveText('Noodles by the river')
  await expect.poll(listed).toBe('Noodles by the river')
  await waitUntilSaved(studio)
})

test('a price, sold out, hidden, closed for today: each is taken back in its toast, and leaves no step', async ({
  studio,
}) => {
  await studio.getByRole('navigation', { name: 'Panels' }).getByText('Shop').click()
  const shop = studio.getByTestId('shop')
  const dish = shop.getByRole('article').first()
  const name = (await dish.getByRole('heading').innerText()).trim()
  const price = dish.getByRole('textbox').first()
  const { menu, shop: open } = await shopData(studio)
  const before = await price.inputValue()

  await price.fill('77')
  await price.press('Enter')
  await undoInToast(studio, /now costs .*77/)
  await expect(price).toHaveValue(before)

  await dish.getByRole('button', { name: `Hide ${name} from the menu` }).click()
  await undoInToast(studio, `${name} is hidden from the menu`)
  await expect(dish.getByRole('button', { name: `Hide ${name} from the menu` })).toBeVisible()

  await dish.getByRole('button', { name: `Sold out: ${name}` }).click()
  await undoInToast(studio, `${name} is sold out until tomorrow`)
  await expect(dish.getByRole('button', { name: `Sold out: ${name}` })).toBeVisible()

  await shop.getByRole('button', { name: 'Close for today' }).click()
  await undoInToast(studio, 'Closed for today.')
  await expect(shop.getByRole('button', { name: 'Close for today' })).toBeVisible()

  const asBefore = async () => {
    const now = await shopData(studio)
    return { dishes: now.menu.dishes.map(({ soldOut, variants }) => ({ soldOut, variants })), isOpen: now.shop.isOpen }
  }
  const dishes = menu.dishes.map(({ soldOut, variants }) => ({ soldOut, variants }))
  await expect.poll(asBefore).toEqual({ dishes, isOpen: open.isOpen })
  await expect(studio.getByRole('button', { name: /^Undo/ }).first()).toBeDisabled()
})

test('“back on” and “open as usual” are taken back as well', async ({ studio }) => {
  await studio.getByRole('navigation', { name: 'Panels' }).getByText('Shop').click()
  const shop = studio.getByTestId('shop')
  const dish = shop.getByRole('article').first()
  const name = (await dish.getByRole('heading').innerText()).trim()
  const backOn = dish.getByRole('button', { name: `Back on: ${name}` })
  await dish.getByRole('button', { name: `Sold out: ${name}` }).click()
  await backOn.click()
  await undoInToast(studio, `${name} can be ordered again`)
  await expect(backOn).toBeVisible()
  const asUsual = shop.getByRole('button', { name: 'Open as usual' })
  await shop.getByRole('button', { name: 'Close for today' }).click()
  await asUsual.click()
  await undoInToast(studio, 'Open today as usual.')
  await expect(asUsual).toBeVisible()
})

test('the name and the text of a picture in the library are taken back in their toasts', async ({ studio }) => {
  await studio.getByRole('navigation', { name: 'Panels' }).getByText('Pictures').click()
  const library = studio.getByRole('complementary', { name: 'Pictures' })
  await library.getByRole('button', { name: 'Upload' }).waitFor()
  await library
    .locator('input[type=file]')
    .first()
    .setInputFiles(await pictureFile('spare.png'))
  await library.getByRole('button', { name: 'Details of spare.png' }).click()
  const name = library.getByRole('textbox', { name: 'Name' })
  await name.fill('bowl.png')
  await name.press('Enter')
  await undoInToast(studio, 'The picture is called bowl.png now')
  await expect(name).toHaveValue('spare.png')
  const text = library.getByRole('textbox', { name: /What it shows/ })
  await text.fill('A bowl')
  await name.focus()
  await undoInToast(studio, 'New text for spare.png')
  await expect(text).toHaveValue('')
})
