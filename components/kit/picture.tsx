import { Image } from '#components/primitives/index.ts'
import type { PictureValue } from './fields.ts'
import { cropStyle, enlargement } from './picture-crop.ts'
import { pictureUrl, pictureWidthsPx } from './picture-url.ts'

/** A picture of the library in the size that its place and the screen need. A crop needs a box around it that cuts. */
export function Picture(props: {
  readonly picture: PictureValue
  /** Width it is shown at, as CSS `sizes`, e.g. `100vw` or `96px`. */
  readonly sizes: string
  /** Width to height of its box, where that is known. */
  readonly ratio?: number | undefined
  readonly className?: string
  readonly mode?: 'aspectFill' | 'aspectFit' | 'widthFix'
  /** For the first picture of a page: fetched at once instead of when it comes near. */
  readonly eager?: boolean
}) {
  const { picture, sizes, ratio, className, mode = 'aspectFill', eager } = props
  const { url, widthPx, heightPx, alt, crop } = picture
  const hasCopies = url.startsWith('/')
  return (
    <Image
      className={className}
      style={crop && cropStyle(crop)}
      src={pictureUrl(url, 640)}
      srcSet={hasCopies ? copiesOf(picture, sizes, enlargement(crop, widthPx / heightPx, ratio)) : undefined}
      sizes={hasCopies ? sizes : undefined}
      mode={mode}
      alt={alt}
      widthPx={widthPx}
      heightPx={heightPx}
      lazyLoad={!eager}
    />
  )
}

/** The sharpest phones have three pixels where CSS has one: no larger copy than they need is offered. */
function mostPx(sizes: string, enlarged: number): number {
  const needed = /^\d+px$/.test(sizes) ? 3 * Number.parseInt(sizes, 10) * enlarged : Infinity
  return pictureWidthsPx.find((width) => width >= needed) ?? Infinity
}

/** Drawn twice as wide as its box, a copy is worth half its pixels: it is announced as half as wide. */
function copiesOf({ url, widthPx }: PictureValue, sizes: string, enlarged: number): string {
  const most = mostPx(sizes, enlarged)
  const copies = pictureWidthsPx.filter((width) => width < widthPx * 1.5 && width <= most)
  const offered = copies.map((width) => `${url}?w=${width} ${Math.round(width / enlarged)}w`)
  const isWorthWhole = enlarged > 1 && widthPx > (copies.at(-1) ?? 0)
  return [...offered, ...(isWorthWhole ? [`${url} ${Math.round(widthPx / enlarged)}w`] : [])].join(', ')
}
