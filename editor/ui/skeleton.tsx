import './pieces.css'

/** Holds the place of something that arrives, in its size. */
export function Skeleton({
  width = '100%',
  heightPx,
}: {
  readonly width?: number | string
  readonly heightPx: number
}) {
  return <span className="ui-skeleton" style={{ width, height: heightPx }} aria-hidden />
}
