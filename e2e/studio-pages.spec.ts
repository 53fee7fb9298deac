/** Pages, their settings and the tab bar. */
import type { Locator, Page } from '@playwright/test'
import { publish } from './merchant.ts'
import { expect, test } from './studio-test.ts'
import { canvasOf, waitUntilSaved } from './studio.ts'

const listOf = (studio: Page) => studio.getByRole('grid', { name: 'Pages' })
const rowOf = (studio: Page, title: string) => listOf(studio).getByRole('row', { name: title, exact: true })
const titlesOf = (studio: Page) => listOf(studio).locator('.st-page__title').allTextContents()
const tabsOf = (studio: Page) => canvasOf(studio).locator('.sw-tab-bar__label').allTextContents()
const undo = (studio: Page) => studio.getByRole('button', { name: /^Undo/ }).first().click()

const made = ['Home', 'Menu', 'Book a table', 'Membership', 'Our story']

test.beforeEach(async ({ studio }) => {
  await studio.getByRole('button', { name: 'Pages', exact: true }).click()
  await expect.poll(() => titlesOf(studio)).toEqual(made)
})

async function choose(studio: Page, title: string, entry: string): Promise<void> {
  await rowOf(studio, title)
    .getByRole('button', { name: `More for ${title}` })
    .click()
  await studio.getByRole('menuitem', { name: entry }).click()
}

test('a page from a template comes with its blocks, and goes with one undo', async ({ studio }) => {
  await studio.getByRole('button', { name: 'Add a page' }).click()
  const dialog = studio.getByRole('dialog', { name: 'Add a page' })
  await expect(dialog.getByRole('listitem')).toHaveCount(14)
  await dialog.getByRole('button', { name: /^Hours and location/ }).click()
  await expect.poll(() => titlesOf(studio)).toEqual([...made, 'Hours and location'])
  await expect(canvasOf(studio).locator('.b-opening-hours')).toBeVisible()
  await expect(canvasOf(studio).locator('.b-shop-location')).toBeVisible()
  await undo(studio)
  await expect.poll(() => titlesOf(studio)).toEqual(made)
})

test('renamed in its place by F2, by Enter and by a double click; Escape leaves the name', async ({ studio }) => {
  const field = listOf(studio).getByRole('textbox')
  await rowOf(studio, 'Menu').click()
  await studio.keyboard.press('F2')
  await field.fill('Our dishes')
  await field.press('Enter')
  await expect(rowOf(studio, 'Our dishes')).toBeVisible()
  await expect(canvasOf(studio).locator('.sw-title-bar__title')).toHaveText('Our dishes')
  await rowOf(studio, 'Our story').dblclick()
  await field.fill('Not this')
  await field.press('Escape')
  await expect(rowOf(studio, 'Our story')).toBeVisible()
  await rowOf(studio, 'Our story').press('Enter')
  await field.fill('About us')
  await field.press('Enter')
  await expect(rowOf(studio, 'About us')).toBeVisible()
  await undo(studio)
  await expect(rowOf(studio, 'Our story')).toBeVisible()
  await undo(studio)
  await expect(rowOf(studio, 'Menu')).toBeVisible()
})

test('a copy holds what the page holds and has no tab; a deleted page comes back from the toast', async ({
  studio,
}) => {
  await choose(studio, 'Our story', 'Duplicate')
  await expect.poll(() => titlesOf(studio)).toEqual([...made, 'Our story (copy)'])
  await expect(canvasOf(studio).getByText('A family, a rolling pin, a pot')).toBeVisible()
  expect(await tabsOf(studio)).toEqual(['Home', 'Order', 'Book', 'Member'])
  await choose(studio, 'Our story', 'Delete')
  await expect.poll(() => titlesOf(studio)).toEqual([...made.slice(0, 4), 'Our story (copy)'])
  await studio.getByRole('alert').or(studio.locator('.ui-toast')).getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(() => titlesOf(studio)).toEqual([...made, 'Our story (copy)'])
})

test('moved by dragging, by keys and by the menu, each undone by itself', async ({ studio }) => {
  await rowOf(studio, 'Our story').dragTo(rowOf(studio, 'Menu'), { targetPosition: { x: 60, y: 3 } })
  const dragged = ['Home', 'Our story', 'Menu', 'Book a table', 'Membership']
  await expect.poll(() => titlesOf(studio)).toEqual(dragged)
  await rowOf(studio, 'Menu').click()
  await studio.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => titlesOf(studio)).toEqual(['Home', 'Menu', 'Our story', 'Book a table', 'Membership'])
  await choose(studio, 'Membership', 'Move up')
  await expect.poll(() => titlesOf(studio)).toEqual(['Home', 'Menu', 'Our story', 'Membership', 'Book a table'])
  await undo(studio)
  await undo(studio)
  await expect.poll(() => titlesOf(studio)).toEqual(dragged)
  await undo(studio)
  await expect.poll(() => titlesOf(studio)).toEqual(made)
})

test('picked up by the keyboard at its handle, and dropped one further', async ({ studio }) => {
  await rowOf(studio, 'Menu').click()
  await rowOf(studio, 'Menu').getByRole('button', { name: 'Move Menu' }).focus()
  await studio.keyboard.press('Enter')
  await expect(studio.locator('.react-aria-DropIndicator[data-drop-target]')).toBeVisible()
  await studio.keyboard.press('ArrowDown')
  await studio.keyboard.press('Enter')
  await expect.poll(async () => (await titlesOf(studio)).indexOf('Menu')).toBeGreaterThan(1)
})

test('another home page keeps the old one under an address of its own', async ({ studio }) => {
  await choose(studio, 'Menu', 'Make it the home page')
  await expect(rowOf(studio, 'Menu').getByRole('img', { name: 'Home page' })).toBeVisible()
  await choose(studio, 'Home', 'Page settings')
  await expect(studio.getByRole('textbox', { name: 'Address' })).toHaveValue('home')
  await undo(studio)
  await expect(studio.getByRole('textbox', { name: 'Address' })).toHaveValue('/')
})

test('the tab bar: added, named, moved, taken out, five at most', async ({ studio }) => {
  const bar = studio.getByRole('grid', { name: 'Tab bar' })
  await studio.getByRole('button', { name: 'Add a tab' }).click()
  await studio.getByRole('menuitem', { name: 'Our story' }).click()
  await expect.poll(() => tabsOf(studio)).toEqual(['Home', 'Order', 'Book', 'Member', 'Our stor'])
  await expect(studio.getByRole('button', { name: 'Add a tab' })).toHaveCount(0)
  await bar.getByRole('button', { name: 'Tab Our stor: edit' }).click()
  const editor = studio.getByRole('dialog', { name: 'Tab Our stor: edit' })
  await editor.getByRole('textbox', { name: 'Label' }).fill('Story')
  await studio.keyboard.press('Escape')
  await expect.poll(() => tabsOf(studio)).toEqual(['Home', 'Order', 'Book', 'Member', 'Story'])
  await bar.getByRole('button', { name: 'Tab Story: edit' }).focus()
  await studio.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => tabsOf(studio)).toEqual(['Home', 'Order', 'Book', 'Story', 'Member'])
  await expect.poll(() => titlesOf(studio)).toEqual(made)
  await bar.getByRole('row', { name: 'Home' }).dragTo(bar.getByRole('row', { name: 'Book' }))
  await expect.poll(async () => (await tabsOf(studio)).indexOf('Home')).toBeGreaterThan(0)
  await undo(studio)
  await expect.poll(() => tabsOf(studio)).toEqual(['Home', 'Order', 'Book', 'Story', 'Member'])
  await bar.getByRole('button', { name: 'Tab Member: edit' }).click()
  await studio.getByRole('button', { name: 'Take out of the bar' }).click()
  await expect.poll(() => tabsOf(studio)).toEqual(['Home', 'Order', 'Book', 'Story'])
})

test('an address that is taken is refused with one that is free', async ({ studio }) => {
  await choose(studio, 'Our story', 'Page settings')
  const address = studio.getByRole('textbox', { name: 'Address' })
  await address.fill('menu')
  await expect(studio.getByText('Another page has this address. /menu-2 is free.')).toBeVisible()
  await studio.getByRole('button', { name: 'Use /menu-2' }).click()
  await expect(address).toHaveValue('menu-2')
  await address.fill('Our Story!')
  await expect(studio.getByText('This becomes /our-story')).toBeVisible()
  await address.press('Enter')
  await expect(address).toHaveValue('our-story')
  await undo(studio)
  await expect(address).toHaveValue('menu-2')
})

test('settings stand in the published head; a hidden page answers 404 and is in no navigation', async ({ studio }) => {
  await choose(studio, 'Our story', 'Page settings')
  await studio.getByRole('textbox', { name: 'Title of the card' }).fill('Noodles & "patience"')
  await studio.getByRole('textbox', { name: 'Description' }).fill('Six hours in one pot')
  await studio.getByRole('textbox', { name: 'Search words' }).fill('noodles, broth')
  await studio.getByText('Keep it out of search engines').click()
  await studio.getByRole('button', { name: 'Choose a picture' }).click()
  await firstPicture(studio).click()
  await expect(studio.getByRole('figure').locator('img')).toBeVisible()
  await studio.getByRole('button', { name: 'All pages' }).click()
  await studio.getByRole('button', { name: 'Add a page' }).click()
  await studio.getByRole('button', { name: /^Questions/ }).click()
  await studio.getByRole('button', { name: 'Add a tab' }).click()
  await studio.getByRole('menuitem', { name: 'Questions' }).click()
  await expect.poll(() => tabsOf(studio)).toEqual(['Home', 'Order', 'Book', 'Member', 'Question'])
  await choose(studio, 'Questions', 'Hide from visitors')
  await expect(rowOf(studio, 'Questions').getByText('Hidden')).toBeVisible()
  await expect.poll(() => tabsOf(studio)).toEqual(['Home', 'Order', 'Book', 'Member'])
  await waitUntilSaved(studio)

  const url = await publish(studio)
  // A browser finds names below localhost, which not every resolver does.
  const visitor = await studio.context().newPage()
  const open = async (address: string) => (await visitor.goto(new URL(address, url).href))!
  const page = await (await open('/about')).text()
  expect(page).toContain('<meta property="og:title" content="Noodles &#38; &#34;patience&#34;">')
  expect(page).toContain('<meta name="description" content="Six hours in one pot">')
  expect(page).toContain('<meta name="keywords" content="noodles, broth">')
  expect(page).toContain('<meta name="robots" content="noindex">')
  const image = /<meta property="og:image" content="([^"]+)">/.exec(page)?.[1]
  expect(image).toMatch(/^http/)
  expect((await open(image!)).headers()['content-type']).toMatch(/^image\//)
  expect((await open('/questions')).status()).toBe(404)
  expect(await (await open('/')).text()).not.toContain('href="/questions"')
  await visitor.close()

  await undo(studio)
  await expect.poll(() => tabsOf(studio)).toEqual(['Home', 'Order', 'Book', 'Member', 'Question'])
})

function firstPicture(studio: Page): Locator {
  return studio.getByRole('dialog').locator('button:has(img)').first()
}
