import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pictureDifference } from './compare-pictures.mjs'
import { smallPicture } from './story-pictures.mjs'

type Colour = readonly [red: number, green: number, blue: number]
type Box = readonly [left: number, top: number, width: number, height: number, colour: Colour]
const paper: Colour = [247, 243, 238]
const ink: Colour = [40, 30, 30]
const accent: Colour = [194, 65, 12]

/** A card with two lines of text, an icon and a button, as small as pictures of stories are. */
const card: readonly Box[] = [
  [5, 5, 115, 60, [255, 255, 255]],
  [12, 12, 60, 4, ink],
  [12, 20, 48, 3, [120, 110, 110]],
  [104, 12, 8, 8, accent],
  [12, 44, 40, 14, accent],
]

function draw(boxes: readonly Box[], height = 70, width = 125) {
  const pixels = new Uint8Array(width * height * 3)
  for (let at = 0; at < pixels.length; at += 3) pixels.set(paper, at)
  for (const [left, top, across, down, colour] of boxes)
    for (let y = top; y < Math.min(height, top + down); y++)
      for (let x = left; x < left + across; x++) pixels.set(colour, (y * width + x) * 3)
  return { width, height, pixels }
}

const without = (index: number) => card.filter((_, at) => at !== index)

test('the same is the same, also when all of it moved by a pixel or its edges are softer', () => {
  expect(pictureDifference(draw(card), draw(card))).toBeUndefined()
  const moved = card.map(([x, y, ...rest]): Box => [x + 1, y + 1, ...rest])
  expect(pictureDifference(draw(card), draw(moved))).toBeUndefined()
  const noisy = draw(card)
  for (const [at, value] of noisy.pixels.entries()) noisy.pixels[at] = Math.min(255, value + (at % 7) * 4)
  expect(pictureDifference(draw(card), noisy)).toBeUndefined()
  expect(pictureDifference(draw(card), draw(card, 71))).toBeUndefined()
})

test.each([
  ['a button', 4],
  ['an icon of 24 px', 3],
  ['a line of text', 1],
  ['a smaller line of text', 2],
])('%s that is missing is seen, and so is one that is new', (_, index) => {
  expect(pictureDifference(draw(card), draw(without(index)))).toMatch(/it differs most around \d+ × \d+/)
  expect(pictureDifference(draw(without(index)), draw(card))).toMatch(/it differs most/)
})

test('another colour, another place and another height are seen', () => {
  const repainted = card.map((box, at): Box => (at === 4 ? [12, 44, 40, 14, [15, 118, 110]] : box))
  expect(pictureDifference(draw(card), draw(repainted))).toMatch(/differs/)
  const shifted = card.map((box, at): Box => (at === 3 ? [96, 12, 8, 8, accent] : box))
  expect(pictureDifference(draw(card), draw(shifted))).toMatch(/differs/)
  expect(pictureDifference(draw(card), draw(card, 80))).toBe('it is 125 × 80 small pixels, not 125 × 70')
})

test('a kept picture weighs little, and is like the one it was made of', async () => {
  const { width, height, pixels } = draw(card)
  const png = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
  const kept = await smallPicture(png)
  expect(kept.byteLength).toBeLessThan(1024)
  const { data } = await sharp(kept).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  expect(pictureDifference({ width, height, pixels: data }, draw(card))).toBeUndefined()
  expect(pictureDifference({ width, height, pixels: data }, draw(without(3)))).toMatch(/differs/)
})
