/** Icons as PNG: home screens read no WebP, and none may be drawn by a visitor's phone. */
import sharp from 'sharp'
import { MOST_PICTURE_PIXELS } from '../contract/pictures.ts'

export interface InitialIcon {
  /** One letter; empty for a plain mark. */
  readonly letter: string
  /** `#rrggbb` */
  readonly ground: string
  readonly ink: string
  readonly sizePx: number
}

/** The middle of a picture, as a square. */
export async function squarePicture(bytes: Uint8Array, sizePx: number): Promise<Uint8Array<ArrayBuffer>> {
  const png = await sharp(bytes, { limitInputPixels: MOST_PICTURE_PIXELS })
    .resize({ width: sizePx, height: sizePx, fit: 'cover', position: 'attention' })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 9 })
    .toBuffer()
  return new Uint8Array(png)
}

/** A letter on a ground. It stays within the middle, which is what is left where a home screen cuts its icons round. */
export async function drawInitial({ letter, ground, ink, sizePx }: InitialIcon): Promise<Uint8Array<ArrayBuffer>> {
  const heightPx = Math.round(sizePx * 0.42)
  const mark = (await drawLetter(letter, ink, heightPx)) ?? (await drawRing(ink, heightPx))
  const png = await sharp({ create: { width: sizePx, height: sizePx, channels: 4, background: ground } })
    .composite([{ input: mark, gravity: 'centre' }])
    .png({ compressionLevel: 9 })
    .toBuffer()
  return new Uint8Array(png)
}

/** Undefined on a machine that has no font for it. */
async function drawLetter(letter: string, ink: string, heightPx: number): Promise<Buffer | undefined> {
  if (!/^[\p{L}\p{N}]$/u.test(letter)) return undefined
  return sharp({
    text: {
      text: `<span foreground="${ink}">${letter}</span>`,
      font: 'sans-serif bold',
      rgba: true,
      width: Math.round(heightPx * 1.4),
      height: heightPx,
    },
  })
    .png()
    .toBuffer()
    .catch(() => undefined)
}

async function drawRing(ink: string, sizePx: number): Promise<Buffer> {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16))
  const pixels = new Uint8Array(sizePx * sizePx * 4)
  const middle = (sizePx - 1) / 2
  for (let y = 0; y < sizePx; y++)
    for (let x = 0; x < sizePx; x++) {
      const share = Math.hypot(x - middle, y - middle) / (sizePx / 2)
      // One pixel of half tone at both edges.
      const cover = Math.max(0, Math.min(1, ((1 - share) * sizePx) / 2, ((share - 0.62) * sizePx) / 2))
      pixels.set([red, green, blue, Math.round(cover * 255)], (y * sizePx + x) * 4)
    }
  return sharp(pixels, { raw: { width: sizePx, height: sizePx, channels: 4 } })
    .png()
    .toBuffer()
}
