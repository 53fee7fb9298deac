import type { Rect } from '#runtime/frame/protocol.ts'
import { useView } from '../session/use-session.tsx'
import { scaled } from './geometry.ts'

export function MarqueeBox({ box }: { readonly box: Rect }) {
  const zoom = useView((view) => view.zoom)
  const { x, y, width, height } = scaled(box, zoom)
  return <div className="st-marquee" data-testid="marquee" style={{ left: x, top: y, width, height }} />
}
