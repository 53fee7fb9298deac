import sharp from 'sharp'
import { Failure } from '../http/failure.ts'

export interface EncodedPicture {
  readonly bytes: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

export const MOST_UPLOAD_BYTES = 10 * 1024 * 1024
const MOST_PIXELS = 40_000_000
const LONGEST_SIDE_PX = 2560
const READABLE = new Set(['jpeg', 'png', 'webp', 'gif', 'heif'])

// Formats that can carry scripts, fetch files or are programs of their own are not even opened.
sharp.block({ operation: ['VipsForeignLoadSvg', 'VipsForeignLoadPdf', 'VipsForeignLoadMagick'] })
sharp.concurrency(1)

/**
 * Decodes whatever was uploaded and encodes the pixels anew as WebP, upright and no larger than any screen needs. What
 * else the file held (place, camera, scripts behind the picture) does not survive.
 * @throws {@link Failure} `not-a-picture` when it is none, is broken, or has too many pixels
 */
export async function encodePicture(upload: Uint8Array): Promise<EncodedPicture> {
  try {
    const input = sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    const { format } = await input.metadata()
    if (!READABLE.has(format)) throw new Error(`format ${format}`)
    const { data, info } = await input
      .autoOrient()
      .resize({ width: LONGEST_SIDE_PX, height: LONGEST_SIDE_PX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 84, effort: 3 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, widthPx: info.width, heightPx: info.height }
  } catch (error) {
    const failure = new Failure('not-a-picture', 'Send a JPEG, PNG, WebP, GIF or AVIF picture of at most 40 megapixels')
    failure.cause = error
    throw failure
  }
}

/** A smaller copy, never a larger one. */
export async function shrinkPicture(bytes: Uint8Array, widthPx: number): Promise<Uint8Array> {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .resize({ width: widthPx, withoutEnlargement: true })
    .webp({ quality: 80, effort: 3 })
    .toBuffer()
}
