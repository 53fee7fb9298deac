/** Takes pictures of stories, a third of the size, and keeps them beside the stories. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { boxFont } from './box-font.mjs'
import { pictureDifference } from './compare-pictures.mjs'

const scale = 1 / 3
/** What is further down a long story looks like what is above it. */
const mostHeightPx = 1200

/** Where the picture of a story is kept. */
export function pictureFile(root, story) {
  const name = `${story.id.split('--')[1]}.webp`
  return path.join(root, path.dirname(story.importPath), 'pictures', name)
}

/** Gets a page ready for pictures, once: texts can then be set as boxes. */
export async function preparePictures(page) {
  await page.evaluate(wearBoxes, boxFont().toString('base64'))
  return page.context().newCDPSession(page)
}

/** @returns {Promise<Buffer>} PNG of the story that is shown, its texts as boxes */
export async function takePicture(page, session) {
  const heightPx = await page.evaluate(showBoxes, mostHeightPx)
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    clip: { x: 0, y: 0, width: page.viewportSize().width, height: heightPx, scale },
    captureBeyondViewport: heightPx > page.viewportSize().height,
  })
  await page.evaluate(() => document.documentElement.classList.remove('as-boxes'))
  return Buffer.from(data, 'base64')
}

/** @returns {Promise<string | undefined>} in what the story differs from its kept picture */
export async function compareToKept(png, file) {
  if (!existsSync(file)) return 'it has no picture yet: npm run test:stories -- --update'
  return pictureDifference(await rawOf(readFileSync(file)), await rawOf(png))
}

/** Keeps this picture from now on, unless the kept one shows the same. */
export async function keepPicture(png, file) {
  if ((await compareToKept(png, file)) === undefined) return false
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, await smallPicture(png))
  return true
}

/** As small as still shows the same: large photographs and very small letters need more than boxes and lines do. */
export async function smallPicture(png) {
  const seen = await rawOf(png)
  for (const quality of [60, 75, 88, 96]) {
    const small = await sharp(png).webp({ quality, effort: 6, smartSubsample: true }).toBuffer()
    if (pictureDifference(await rawOf(small), seen, half) === undefined) return small
  }
  return sharp(png).webp({ lossless: true, effort: 6 }).toBuffer()
}

/** What is kept leaves half of the tolerance to other machines. */
const half = 5

async function rawOf(bytes) {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}

/** Runs in the page. What a film shows at a moment, and the browser's own buttons on it, are another thing each time. */
async function wearBoxes(font) {
  const bytes = Uint8Array.from(atob(font), (letter) => letter.charCodeAt(0))
  const boxes = new FontFace('Story Boxes', bytes, { weight: '100 900' })
  document.fonts.add(await boxes.load())
  const style = document.createElement('style')
  style.textContent = `
    html.as-boxes :is(*, *::before, *::after, *::placeholder) { font-family: 'Story Boxes' !important; }
    html.as-boxes :is(*, *::before, *::after) { transition: none !important; animation: none !important; caret-color: transparent !important; }
    html.as-boxes video { visibility: hidden; }`
  document.head.append(style)
}

/** Runs in the page. @returns how high what the story shows is */
async function showBoxes(mostPx) {
  for (const picture of document.images) picture.loading = 'eager'
  document.documentElement.classList.add('as-boxes')
  scrollTo(0, 0)
  await Promise.all([...document.images].map((picture) => picture.decode().catch(() => {})))
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const bottoms = [...document.querySelectorAll('.story *')].map((element) => element.getBoundingClientRect().bottom)
  const bottom = Math.ceil(Math.max(24, ...bottoms))
  // Whole small pixels.
  return Math.ceil(Math.min(bottom, mostPx) / 3) * 3
}
