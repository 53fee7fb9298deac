import sharp from 'sharp'
import { MOST_PICTURE_PIXELS } from '../contract/pictures.ts'
import { Failure } from '../http/failure.ts'

export interface EncodedPicture {
  readonly bytes: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

const LONGEST_SIDE_PX = 2560
const READABLE = new Set(['jpeg', 'png', 'webp', 'gif', 'heif'])

// Formats that can carry scripts, fetch files or are programs of their own are not even opened.
sharp.block({ operation: ['VipsForeignLoadSvg', 'VipsForeignLoadPdf', 'VipsForeignLoadMagick'] })
sharp.concurrency(1)

/**
 * Decodes whatever was uploaded and encodes the pixels anew as WebP, upright and no larger than any screen needs. What
 * else the file held (place, camera, scripts behind the picture) does not survive.
 * @throws {@link Failure} `too-many-pixels`, by what its head says, before a pixel is decoded; `not-a-picture` when it is
 * none or broken
 */
export async function encodePicture(upload: Uint8Array): Promise<EncodedPicture> {
  await checkHead(upload)
  try {
    const { data, info } = await sharp(upload, { limitInputPixels: MOST_PICTURE_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST_SIDE_PX, height: LONGEST_SIDE_PX, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 84, effort: 3 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, widthPx: info.width, heightPx: info.height }
  } catch (error) {
    throw notAPicture(error)
  }
}

async function checkHead(upload: Uint8Array): Promise<void> {
  // The limit is ours to check here, so that it has a code of its own; nothing is decoded for this.
  const head = await sharp(upload, { limitInputPixels: false }).metadata().catch(notAPicture)
  if (head instanceof Failure) throw head
  const { format, width, height } = head
  if (!READABLE.has(format)) throw notAPicture(new Error(`format ${format}`))
  if (width * height > MOST_PICTURE_PIXELS)
    throw new Failure('too-many-pixels', `A picture may have at most ${MOST_PICTURE_PIXELS} pixels`)
}

function notAPicture(cause: unknown): Failure {
  const failure = new Failure('not-a-picture', 'Send a JPEG, PNG, WebP, GIF or AVIF picture')
  failure.cause = cause
  return failure
}

/** A smaller copy, never a larger one. */
export async function shrinkPicture(bytes: Uint8Array, widthPx: number): Promise<Uint8Array> {
  return sharp(bytes, { limitInputPixels: MOST_PICTURE_PIXELS })
    .resize({ width: widthPx, withoutEnlargement: true })
    .webp({ quality: 80, effort: 3 })
    .toBuffer()
}
