import type { Page } from '@playwright/test'
import { dropFiles, pasteFiles, pictureFile, pictureOfTooManyBytes, pictureOfTooManyPixels } from './pictures.ts'
import { expect, test } from './studio-test.ts'
import { canvasOf, drag, pointIn, selectOnCanvas, waitUntilSaved } from './studio.ts'

const words = {
  ask: 'Say in a few words what the picture shows.',
  tooLarge: 'big.png is larger than 10 MB. Save it smaller and try again.',
  tooManyPixels: 'wide.png has more than 40 megapixels. Save it smaller and try again.',
  notAPicture: 'bill.png is not a picture we can use. JPEG, PNG, WebP, GIF and AVIF work.',
}

/** Without those of the template. */
const picturesOnCanvas = (page: Page) =>
  canvasOf(page).locator('.b-image:not(:has(img:is([alt="Dan dan noodles"], [alt="Scallion oil noodles"])))')
const undo = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click()
const inspector = (page: Page) => page.getByTestId('inspector')
const openLibrary = (page: Page) => page.getByRole('navigation', { name: 'Panels' }).getByText('Pictures').click()
const library = (page: Page) => page.getByRole('complementary', { name: 'Pictures' })
const fileInput = (page: Page) => page.locator('input[type="file"]').first()

async function addPictureBlock(page: Page): Promise<void> {
  await page.getByTestId('palette-image').getByRole('button').click()
  await inspector(page).getByRole('button', { name: 'Choose a picture' }).waitFor()
}

/** Puts a picture of this size into a new picture block, and says what it shows. */
async function placePicture(page: Page, size?: { width: number; height: number }): Promise<void> {
  await addPictureBlock(page)
  await inspector(page).getByRole('button', { name: 'Choose a picture' }).click()
  await fileInput(page).setInputFiles(await pictureFile('place.png', size))
  await expect(page.getByRole('dialog')).toBeHidden()
  await inspector(page).getByLabel('What it shows').fill('A bowl')
  await page.keyboard.press('Enter')
  await expect(picturesOnCanvas(page).getByAltText('A bowl')).toBeVisible()
}

test('a chosen picture is placed in one step, and the form asks what it shows', async ({ studio: page }) => {
  await addPictureBlock(page)
  await inspector(page).getByRole('button', { name: 'Choose a picture' }).click()
  await fileInput(page).setInputFiles(await pictureFile('soup.png'))
  await expect(picturesOnCanvas(page).locator('img')).toHaveCount(1)
  const alt = inspector(page).getByLabel('What it shows')
  await expect(alt).toBeFocused()
  await expect(inspector(page).getByText(words.ask)).toBeVisible()
  await page.keyboard.type('Soup with noodles')
  await page.keyboard.press('Enter')
  await expect(picturesOnCanvas(page).getByAltText('Soup with noodles')).toBeVisible()
  await expect(inspector(page).getByText(words.ask)).toBeHidden()
  await undo(page)
  await expect(inspector(page).getByText(words.ask)).toBeVisible()
  await undo(page)
  await expect(picturesOnCanvas(page).locator('img')).toHaveCount(0)
  await expect(picturesOnCanvas(page)).toHaveCount(1)
})

test('decoration is an answer too, and what was written is suggested for the next use', async ({ studio: page }) => {
  await placePicture(page)
  await inspector(page).getByText('Decoration only').click()
  await expect(picturesOnCanvas(page).getByAltText('A bowl')).toHaveCount(0)
  await expect(inspector(page).getByText(words.ask)).toBeHidden()
  await inspector(page).getByRole('button', { name: 'Replace' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'place.png' }).first().click()
  await expect(inspector(page).getByLabel('What it shows')).toHaveValue('A bowl')
})

test('files dropped between blocks become picture blocks in one step; on a picture they replace it', async ({
  studio: page,
}) => {
  const first = canvasOf(page).locator('[data-node]').first()
  const files = [await pictureFile('one.png'), await pictureFile('two.png')]
  await dropFiles(page, files, await pointIn(first, 'top'), page.getByTestId('drop-mark'))
  await expect(picturesOnCanvas(page).locator('img')).toHaveCount(2)
  await expect(page.getByTestId('drop-mark')).toHaveCount(0)
  const before = await picturesOnCanvas(page).locator('img').first().getAttribute('src')
  const middle = await pointIn(picturesOnCanvas(page).first(), 'middle')
  await dropFiles(page, [await pictureFile('three.png')], middle, page.getByTestId('replace-mark'))
  await expect(picturesOnCanvas(page).locator('img').first()).not.toHaveAttribute('src', before!)
  await expect(picturesOnCanvas(page)).toHaveCount(2)
  await undo(page)
  await expect(picturesOnCanvas(page).locator('img').first()).toHaveAttribute('src', before!)
  await undo(page)
  await expect(picturesOnCanvas(page)).toHaveCount(0)
})

test('a picture pasted on the canvas becomes a block; pasted or dropped at the field, it is the field’s', async ({
  studio: page,
}) => {
  await selectOnCanvas(page, canvasOf(page).locator('[data-node]').first())
  await page.getByTestId('canvas').focus()
  await pasteFiles(page, [await pictureFile('pasted.png')])
  const shown = picturesOnCanvas(page).locator('img')
  await expect(shown).toHaveCount(1)
  const first = await shown.getAttribute('src')
  await inspector(page).getByRole('button', { name: 'Replace' }).focus()
  await pasteFiles(page, [await pictureFile('again.png')])
  await expect(shown).not.toHaveAttribute('src', first!)
  const second = await shown.getAttribute('src')
  const field = inspector(page).locator('[data-field="picture"]')
  await dropFiles(
    page,
    [await pictureFile('dropped.png')],
    await pointIn(field, 'middle'),
    page.getByText('Let go to add'),
  )
  await expect(shown).not.toHaveAttribute('src', second!)
  await expect(picturesOnCanvas(page)).toHaveCount(1)
})

test('too large, too many pixels, no picture: each is refused with its sentence, and nothing is sent', async ({
  studio: page,
}) => {
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  await openLibrary(page)
  await library(page).getByRole('button', { name: 'Upload' }).waitFor()
  await fileInput(page).setInputFiles([
    await pictureOfTooManyBytes('big.png'),
    await pictureOfTooManyPixels('wide.png'),
    { name: 'bill.png', mimeType: 'image/png', buffer: Buffer.from('%PDF-1.7 a bill') },
  ])
  for (const sentence of [words.tooLarge, words.tooManyPixels, words.notAPicture])
    await expect(library(page).getByText(sentence)).toBeVisible()
  expect(sent.filter((url) => url.includes('/pictures'))).toEqual([])
  await library(page).getByRole('button', { name: 'Close the message about bill.png' }).click()
  await expect(library(page).getByText(words.notAPicture)).toBeHidden()
})

test('what did not arrive is tried again', async ({ studio: page }) => {
  await openLibrary(page)
  await page.route('**/pictures', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await library(page).getByRole('button', { name: 'Upload' }).waitFor()
  await fileInput(page).setInputFiles(await pictureFile('late-soup.png'))
  await expect(library(page).getByText('late-soup.png did not arrive. Nothing is lost; try again.')).toBeVisible()
  await page.unroute('**/pictures')
  await library(page).getByRole('button', { name: 'Try again' }).click()
  await expect(library(page).getByRole('button', { name: 'Details of late-soup.png' })).toBeVisible()
})

test('a crop is made by hand and keys, shown at once, and seen on the canvas in the block’s format', async ({
  studio: page,
}) => {
  await placePicture(page)
  await inspector(page)
    .getByRole('button', { name: /Format$/ })
    .click()
  await page.getByRole('option', { name: 'Square' }).click()
  await inspector(page).getByRole('button', { name: 'Crop' }).click()
  const dialog = page.getByRole('dialog', { name: 'Crop the picture' })
  const stage = dialog.getByRole('group', { name: 'Part that is shown' })
  const miniature = dialog.getByTestId('crop-miniature')
  await expect(dialog.getByTestId('crop-window')).toHaveCSS('left', /.+/)
  const box = (await miniature.boundingBox())!
  expect(Math.abs(box.width - box.height)).toBeLessThan(1)

  const at = (await stage.boundingBox())!
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2)
  await page.mouse.down()
  await page.mouse.move(at.x + at.width * 0.6, at.y + at.height / 2, { steps: 4 })
  await page.mouse.up()
  // The square window is half as wide as the picture: a tenth of the picture is a fifth of its way.
  await expect(miniature.locator('img')).toHaveCSS('object-position', '70% 50%')
  await stage.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('slider', { name: 'Zoom' })).toHaveValue('1.2')
  await dialog.getByRole('button', { name: 'Use this part' }).click()

  const shown = picturesOnCanvas(page).locator('img')
  await expect(shown).toHaveCSS('object-position', '66% 62%')
  await expect(shown).toHaveCSS('transform', 'matrix(1.2, 0, 0, 1.2, 0, 0)')
  await undo(page)
  await expect(shown).toHaveCSS('object-position', '50% 50%')

  await inspector(page).getByRole('button', { name: 'Crop' }).click()
  await stage.click({ position: { x: at.width * 0.9, y: at.height * 0.2 } })
  await expect(miniature.locator('img')).toHaveCSS('object-position', '90% 20%')
  await dialog.getByRole('button', { name: 'Reset' }).click()
  await expect(miniature.locator('img')).toHaveCSS('object-position', '50% 50%')
})

test('the library is searched, names are changed in place, and it tells where a picture is used', async ({
  studio: page,
}) => {
  await placePicture(page)
  await waitUntilSaved(page)
  await openLibrary(page)
  await library(page).getByRole('button', { name: 'Details of place.png' }).first().click()
  const name = `Bowl ${crypto.randomUUID().slice(0, 6)}`
  await library(page).getByLabel('Name').fill(name)
  await page.keyboard.press('Enter')
  await expect(library(page).getByText('Page “Home”')).toBeVisible()
  await expect(library(page).getByRole('button', { name: 'Delete' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await library(page).getByText('Page “Home”').click()
  await expect(page.getByTestId('selection')).toBeVisible()
  await library(page).getByRole('button', { name: 'All pictures' }).click()
  await library(page).getByRole('searchbox', { name: 'Search pictures' }).fill(name.toLowerCase())
  await expect(library(page).getByRole('button', { name: /^Details of/ })).toHaveCount(1)
  await expect(library(page).getByRole('button', { name: `Details of ${name}` })).toBeVisible()
  await library(page).getByRole('searchbox').fill('nothing like it')
  await expect(library(page).getByText('No picture is called “nothing like it”')).toBeVisible()
})

test('an unused picture is deleted, and comes back', async ({ studio: page }) => {
  await openLibrary(page)
  await library(page).getByRole('button', { name: 'Upload' }).waitFor()
  await fileInput(page).setInputFiles(await pictureFile('spare.png'))
  const card = library(page).getByRole('button', { name: 'Details of spare.png' })
  await card.click()
  await expect(library(page).getByText('Nowhere yet.')).toBeVisible()
  await library(page).getByRole('button', { name: 'Delete' }).click()
  await expect(card).toBeHidden()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(card).toBeVisible()
})

test('a picture is dragged out of the library onto the canvas', async ({ studio: page }) => {
  await openLibrary(page)
  const card = library(page).getByRole('button', { name: 'Details of story.webp' }).first()
  await card.waitFor()
  const first = canvasOf(page).locator('[data-node]').first()
  await drag(page, await pointIn(card, 'middle'), () => pointIn(first, 'top'))
  await expect(picturesOnCanvas(page).locator('img')).toHaveCount(1)
  await undo(page)
  await expect(picturesOnCanvas(page)).toHaveCount(0)
})

test.describe('on what is held in a hand', () => {
  test.use({ hasTouch: true, isMobile: true })
  test('a photograph is taken with the camera at the back', async ({ studio: page }) => {
    await openLibrary(page)
    await expect(library(page).getByRole('button', { name: 'Take a photograph' })).toBeVisible()
    await expect(page.locator('input[type="file"][capture="environment"]')).toHaveCount(1)
  })
})
