import type { PictureValue } from '#components/kit/fields.ts'
import type { JsonObject, JsonValue } from '#model/json.ts'
import type { LibraryPicture } from '#platform/contract/pictures.ts'

/** A picture property as it is stored, for showing in the form; its validity is the compiler's affair. */
export function readPictureValue(value: JsonValue | undefined): PictureValue | undefined {
  if (!isRecord(value) || typeof value.url !== 'string') return undefined
  const { url, widthPx, heightPx, alt, crop, decorative } = value
  return {
    url,
    widthPx: Number(widthPx) || 1,
    heightPx: Number(heightPx) || 1,
    alt: typeof alt === 'string' ? alt : '',
    ...(isRecord(crop) && { crop: { x: Number(crop.x), y: Number(crop.y), zoom: Number(crop.zoom) } }),
    ...(decorative === true && { decorative }),
  }
}

/** As it is stored: members that say nothing are left out. */
export function writePictureValue({ url, widthPx, heightPx, alt, crop, decorative }: PictureValue): JsonObject {
  return {
    url,
    widthPx,
    heightPx,
    alt,
    ...(crop && !isWhole(crop) && { crop: { ...crop } }),
    ...(decorative && { decorative }),
  }
}

/** A fresh use of a picture of the library, with the text that is suggested for it. */
export function valueOf({ url, widthPx, heightPx, alt }: LibraryPicture): PictureValue {
  return { url, widthPx, heightPx, alt }
}

/** An empty text is an answer only where somebody said that there is nothing to say. */
export function lacksAlt({ alt, decorative }: PictureValue): boolean {
  return alt.trim() === '' && !decorative
}

/** Width to height that a `4:3` stands for. */
export function ratioOfChoice(choice: JsonValue | undefined): number | undefined {
  const [width, height] = typeof choice === 'string' ? choice.split(':').map(Number) : []
  return width && height ? width / height : undefined
}

function isWhole({ x, y, zoom }: NonNullable<PictureValue['crop']>): boolean {
  return x === 0.5 && y === 0.5 && zoom === 1
}

function isRecord(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
