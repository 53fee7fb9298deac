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
  'product-grid': [10, 50].flatMap((x) => [
    box(x, 8, 36, 26),
    bar(x, 39, 28),
    bar(x, 47, 16, 4, 'accent'),
    dot(x + 32, 48, 4, 'accent'),
  ]),
  'product-detail': [
    box(12, 6, 72, 24),
    bar(12, 35, 36, 5, 'ink'),
    ...[12, 34, 56].map((x, index) => box(x, 44, 18, 7, index ? 'outline' : 'accent', 3)),
    box(12, 55, 72, 6, 'accent', 3),
  ],
  'flash-sale': [
    ...[56, 67, 78].map((x) => box(x, 6, 9, 8, 'ink', 2)),
    bar(10, 8, 28, 4, 'accent'),
    ...[20, 41].flatMap((y) => [
      box(10, y, 18, 17),
      bar(34, y + 1, 34),
      bar(34, y + 7, 24, 3, 'accent'),
      bar(34, y + 12, 14, 4, 'accent'),
      dot(82, y + 13, 4, 'accent'),
    ]),
  ],
  tip: [
    bar(30, 10, 36, 5, 'ink'),
    ...[12, 37, 62].map((x, index) => box(x, 22, 22, 14, index === 1 ? 'accent' : 'outline', 4)),
    box(12, 44, 72, 12, 'accent', 6),
  ],
  'search-box': [
    box(10, 8, 76, 14, 'outline', 7),
    dot(19, 15, 3, 'accent'),
    bar(28, 13, 34),
    ...[30, 46].flatMap((y) => [box(10, y, 14, 12), bar(30, y + 1, 40), bar(30, y + 8, 16, 4, 'accent')]),
  ],
  'contact-buttons': [12, 30, 48].flatMap((y) => [
    dot(16, y, 6, y === 12 ? 'accent' : 'fill'),
    bar(28, y - 4, 30, 4, 'ink'),
    bar(28, y + 3, 44, 3),
  ]),
  'city-services': [
    box(10, 8, 76, 11, 'outline', 5),
    ...[26, 44].flatMap((y) => [
      box(10, y, 12, 12, y === 26 ? 'accent' : 'fill', 4),
      bar(28, y + 1, 32, 4, 'ink'),
      bar(28, y + 8, 22, 3),
      dot(80, y + 6, 4, 'accent'),
    ]),
  ],
  'job-progress': [
    box(12, 8, 50, 12, 'outline', 4),
    box(66, 8, 18, 12, 'accent', 4),
    box(19, 28, 2, 24),
    ...[29, 40, 51].flatMap((y) => [dot(20, y, 3.5, y === 51 ? 'fill' : 'accent'), bar(30, y - 2, 40, 4)]),
  ],
  'queue-ticket': [
    box(14, 8, 68, 46, 'outline', 6),
    bar(34, 14, 28, 4),
    box(34, 22, 28, 12, 'accent', 3),
    bar(26, 40, 44, 4, 'ink'),
    bar(36, 47, 24, 3),
  ],
  'live-stream': [
    box(12, 8, 72, 30),
    hills(12, 12, 72, 26),
    box(17, 12, 22, 8, 'accent', 4),
    bar(12, 43, 40, 4, 'ink'),
    box(54, 48, 30, 9, 'accent', 4),
  ],
  'pay-button': [bar(30, 14, 36, 4), box(12, 26, 72, 18, 'accent', 9), bar(36, 33, 24, 4, 'on')],
  'coupon-wall': [8, 34].flatMap((y) => [
    box(10, y, 22, 20, 'accent', 4),
    box(34, y, 52, 20, 'outline', 4),
    bar(40, y + 6, 26, 4),
    dot(77, y + 10, 4, 'accent'),
  ]),
  'check-in': [
    box(8, 8, 80, 46, 'accent', 6),
    bar(16, 13, 34, 4, 'on'),
    ...[18, 33, 48, 63, 78].map((x) => dot(x, 28, 5, x < 50 ? 'on' : 'fill')),
    box(16, 40, 64, 9, 'on', 4),
  ],
  'stamp-card': [
    box(8, 8, 80, 46, 'accent', 6),
    bar(16, 14, 34, 4, 'on'),
    ...[24, 40, 56, 72].flatMap((x) => [dot(x, 30, 5, 'on'), dot(x, 44, 5, x < 50 ? 'on' : 'fill')]),
  ],
  'points-rewards': [
    box(8, 8, 80, 20, 'accent', 4),
    bar(14, 13, 20, 5, 'on'),
    bar(14, 21, 60, 3, 'on'),
    ...[32, 46].flatMap((y) => [
      box(8, y, 80, 11, 'outline', 4),
      box(11, y + 2, 12, 7, 'accent', 2),
      bar(28, y + 4, 26, 3),
    ]),
  ],
  'own-orders': [8, 24, 40].flatMap((y) => [
    box(10, y, 76, 13, 'outline', 4),
    bar(16, y + 4, 30, 4),
    bar(70, y + 4, 10, 4, y === 8 ? 'accent' : 'line'),
  ]),
  countdown: [
    bar(26, 10, 44, 4),
    ...[12, 38, 64].flatMap((x) => [
      box(x, 22, 20, 24, x === 64 ? 'accent' : 'fill', 5),
      bar(x + 5, 32, 10, 4, x === 64 ? 'on' : 'line'),
    ]),
  ],
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
  'review-wall': [
    box(10, 8, 60, 46, 'outline', 6),
    box(76, 8, 20, 46, 'outline', 6),
    ...[20, 29, 38, 47].map((x) => dot(x, 18, 3, 'accent')),
    bar(17, 27, 46),
    bar(17, 35, 36),
    dot(20, 46, 3.5),
    bar(27, 44, 20),
  ],
  team: [26, 70].flatMap((x) => [
    dot(x, 22, 12, x === 26 ? 'accent' : 'fill'),
    bar(x - 12, 40, 24, 5, 'ink'),
    bar(x - 9, 49, 18),
  ]),
  timeline: [
    box(19, 12, 2, 38),
    ...[12, 31, 50].flatMap((y) => [
      dot(20, y, 4, y === 50 ? 'accent' : 'line'),
      bar(32, y - 4, 30, 4, 'ink'),
      bar(32, y + 3, 46, 3),
    ]),
  ],
  'article-list': [10, 34].flatMap((y) => [
    bar(12, y + 2, 36, 5, 'ink'),
    bar(12, y + 10, 42),
    box(62, y, 22, 18, y === 10 ? 'accent' : 'fill'),
  ]),
  'hot-area-image': [
    box(12, 8, 72, 46),
    hills(12, 12, 72, 42),
    <rect key="one" x={18} y={14} width={28} height={20} rx={3} className="st-sketch__dashed" />,
    box(52, 20, 26, 22, 'accent', 3),
  ],
  'floating-button': [
    bar(12, 12, 60),
    bar(12, 22, 48),
    bar(12, 32, 36),
    box(50, 40, 36, 16, 'accent', 8),
    bar(62, 46, 16, 4, 'on'),
  ],
  popup: [
    box(4, 4, 88, 54, 'fill', 4),
    box(18, 14, 60, 34, 'on', 6),
    bar(26, 22, 28, 5, 'ink'),
    bar(26, 32, 42),
    bar(26, 39, 20, 4, 'accent'),
  ],
  video: [
    box(12, 10, 72, 42, 'fill', 5),
    dot(48, 31, 12, 'accent'),
    <path key="play" d="M45 25 l9 6 l-9 6 z" className="st-sketch__on" />,
  ],
  gallery: [10, 34].flatMap((y) =>
    [12, 37, 62].map((x) => box(x, y, 22, 21, x === 12 && y === 10 ? 'accent' : 'fill')),
  ),
  'price-list': [
    bar(12, 9, 30, 5, 'ink'),
    ...[22, 34, 46].flatMap((y) => [bar(12, y, 30), bar(46, y + 1, 20, 2, 'fill'), bar(70, y, 14, 4, 'accent')]),
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
  card: [
    box(14, 6, 68, 50, 'outline', 6),
    box(14, 6, 68, 24),
    hills(14, 8, 68, 22),
    bar(22, 36, 34, 5, 'ink'),
    bar(22, 46, 48),
  ],
  divider: [bar(12, 14, 60), bar(12, 24, 44), bar(12, 36, 72, 2, 'accent'), bar(12, 46, 60)],
  spacer: [bar(12, 8, 72), bar(12, 50, 72), box(30, 18, 36, 26, 'dashed', 4)],
  collapsible: [
    box(10, 8, 76, 46, 'outline', 6),
    bar(18, 17, 34, 5, 'ink'),
    <path key="open" d="M70 18 l4 4 l4 -4" className="st-sketch__stroke" />,
    bar(18, 32, 58),
    bar(18, 41, 44),
  ],
  form: [
    bar(12, 8, 24, 4, 'ink'),
    box(12, 15, 72, 9, 'outline', 3),
    bar(12, 29, 30, 4, 'ink'),
    box(12, 36, 72, 9, 'outline', 3),
    box(30, 50, 36, 9, 'accent', 4),
  ],
  faq: [10, 28, 46].flatMap((y) => [
    bar(12, y, 44, 5, 'ink'),
    bar(74, y + 1, 10, 3, 'accent'),
    ...(y === 10 ? [bar(12, y + 9, 50, 3)] : [bar(77.5, y - 2.5, 3, 10, 'accent')]),
  ]),
  tabs: [
    bar(14, 10, 24, 4, 'accent'),
    bar(44, 10, 20),
    bar(68, 10, 16),
    bar(10, 19, 76, 2, 'fill'),
    bar(12, 18, 28, 3, 'accent'),
    box(10, 28, 76, 26, 'dashed', 6),
  ],
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
