/**
 * Small pictures of blocks for the palette: what the block looks like, in a few grey shapes and one stroke of accent.
 * A block without one of its own shows its icon.
 */
import type { ReactNode } from 'react'
import { BlockIcon } from '../session/block-icon.tsx'
import './palette.css'

const bar = (x: number, y: number, width: number, height = 4, tone = 'line') => (
  <rect
    key={`${x}-${y}-${width}`}
    x={x}
    y={y}
    width={width}
    height={height}
    rx={Math.min(height / 2, 3)}
    className={`st-sketch__${tone}`}
  />
)
const box = (x: number, y: number, width: number, height: number, tone = 'fill', radius = 4) => (
  <rect
    key={`${x}-${y}-${width}-${height}`}
    x={x}
    y={y}
    width={width}
    height={height}
    rx={radius}
    className={`st-sketch__${tone}`}
  />
)
const dot = (x: number, y: number, r: number, tone = 'fill') => (
  <circle key={`${x}-${y}`} cx={x} cy={y} r={r} className={`st-sketch__${tone}`} />
)
const hills = (x: number, y: number, width: number, height: number) => (
  <path
    d={`M${x} ${y + height} l${width * 0.32} ${-height * 0.55} l${width * 0.2} ${height * 0.3} l${width * 0.16} ${-height * 0.2} l${width * 0.32} ${height * 0.45} z`}
    className="st-sketch__line"
  />
)

const sketches: { readonly [type: string]: ReactNode } = {
  menu: [
    bar(8, 10, 14, 4, 'accent'),
    bar(8, 22, 14),
    bar(8, 34, 14),
    ...[8, 25, 42].flatMap((y) => [
      box(30, y, 14, 13),
      bar(48, y + 1, 30),
      bar(48, y + 8, 16, 4, 'accent'),
      dot(88, y + 8, 4, 'accent'),
    ]),
  ],
  'pay-button': [bar(30, 14, 36, 4), box(12, 26, 72, 18, 'accent', 9), bar(36, 33, 24, 4, 'on')],
  booking: [
    ...[10, 28, 46, 64].map((x) => box(x, 8, 14, 12, x === 28 ? 'accent' : 'fill')),
    ...[10, 34, 58].flatMap((x) => [
      box(x, 28, 20, 9, 'outline', 3),
      box(x, 42, 20, 9, x === 34 ? 'accent' : 'outline', 3),
    ]),
  ],
  'membership-card': [
    box(14, 10, 68, 42, 'accent', 6),
    bar(22, 18, 26, 5, 'on'),
    bar(22, 40, 40, 4, 'on'),
    dot(72, 21, 4, 'on'),
  ],
  heading: [bar(12, 20, 56, 9, 'ink'), bar(12, 36, 40)],
  text: [bar(12, 14, 72), bar(12, 24, 66), bar(12, 34, 72), bar(12, 44, 38)],
  image: [box(14, 8, 68, 46), dot(32, 22, 5, 'line'), hills(14, 22, 68, 32)],
  'banner-carousel': [
    box(-4, 14, 12, 32),
    box(14, 10, 68, 36),
    hills(14, 16, 68, 30),
    box(88, 14, 12, 32),
    dot(42, 54, 2, 'accent'),
    dot(50, 54, 2, 'line'),
    dot(58, 54, 2, 'line'),
  ],
  'notice-bar': [box(10, 22, 76, 18, 'soft', 9), dot(22, 31, 4, 'accent'), bar(32, 29, 44)],
  'icon-navigation': [
    ...[20, 48, 76].flatMap((x) => [dot(x, 18, 7, x === 20 ? 'accent' : 'fill'), bar(x - 7, 29, 14, 3)]),
    ...[20, 48, 76].flatMap((x) => [dot(x, 44, 7), bar(x - 7, 54, 14, 3)]),
  ],
  'opening-hours': [
    ...[10, 22, 34, 46].flatMap((y) => [bar(14, y, 20), bar(54, y, 28, 4, y === 22 ? 'accent' : 'line')]),
  ],
  'shop-location': [
    box(12, 8, 72, 30),
    <path key="road" d="M12 30 L44 22 L84 32" className="st-sketch__road" />,
    dot(50, 20, 5, 'accent'),
    bar(12, 44, 50),
    bar(12, 52, 34),
  ],
  section: [box(10, 8, 76, 46, 'dashed', 6), bar(18, 16, 30, 5, 'ink'), box(18, 28, 60, 18)],
  columns: [box(10, 10, 36, 42, 'dashed', 6), box(50, 10, 36, 42, 'dashed', 6), bar(18, 28, 20), bar(58, 28, 20)],
}

export function Sketch({ type }: { readonly type: string }) {
  const sketch = sketches[type]
  if (!sketch) return <BlockIcon type={type} size={28} />
  return (
    <svg className="st-sketch" viewBox="0 0 96 62" aria-hidden>
      {sketch}
    </svg>
  )
}
