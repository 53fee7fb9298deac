import { Image } from '#components/primitives/index.ts'
import type { PictureValue } from './fields.ts'

/** Widths that the server offers smaller copies in. */
const widthsPx = [160, 320, 640, 1280]

/** Address of the picture about this wide. Inline pictures have only one size. */
export function pictureUrl(url: string, widthPx: number): string {
  return url.startsWith('/') ? `${url}?w=${widthsPx.find((each) => each >= widthPx) ?? widthsPx.at(-1)}` : url
}

/** A picture of the library in the size that its place and the screen need. */
export function Picture(props: {
  readonly picture: PictureValue
  /** Width it is shown at, as CSS `sizes`, e.g. `100vw` or `96px`. */
  readonly sizes: string
  readonly className?: string
  readonly mode?: 'aspectFill' | 'aspectFit' | 'widthFix'
  /** For the first picture of a page: fetched at once instead of when it comes near. */
  readonly eager?: boolean
}) {
  const { picture, sizes, className, mode = 'aspectFill', eager } = props
  const { url, widthPx, heightPx, alt } = picture
  const hasCopies = url.startsWith('/')
  const offered = widthsPx.filter((width) => width < widthPx * 1.5)
  return (
    <Image
      className={className}
      src={pictureUrl(url, 640)}
      srcSet={hasCopies ? offered.map((width) => `${url}?w=${width} ${width}w`).join(', ') : undefined}
      sizes={hasCopies ? sizes : undefined}
      mode={mode}
      alt={alt}
      widthPx={widthPx}
      heightPx={heightPx}
      lazyLoad={!eager}
    />
  )
}
