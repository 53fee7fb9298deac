import { encode } from 'uqr'

/** The dark squares of a QR code as one path in a drawing of `size` by `size`. */
export function qrPath(
  text: string,
  { border, ecc }: { readonly border: number; readonly ecc: 'L' | 'M' },
): { readonly path: string; readonly size: number } {
  const { data, size } = encode(text, { border, ecc })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { path, size }
}

interface QrPictureProps {
  readonly text: string
  readonly label: string
  readonly className: string
  /** `L` keeps the squares of a long text large: for codes on a screen, which nothing scratches. */
  readonly ecc?: 'L' | 'M'
}

/** A QR code, black on white in every scheme: scanners want it so. */
export function QrPicture({ text, label, className, ecc = 'M' }: QrPictureProps) {
  const { path, size } = qrPath(text, { border: 2, ecc })
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
