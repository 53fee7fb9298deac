import { Eye, MousePointerClick } from 'lucide-react'
import type { NodeId } from '#model/ids.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { BlockFigures } from '#platform/contract/visits.ts'
import { scaled } from '../canvas/geometry.ts'
import { useMeasured } from '../canvas/use-measured.ts'
import { useView } from '../session/use-session.tsx'
import { useFigures } from './use-figures.ts'
import './figures.css'

/** On each block of the page that has figures, how many saw it and tapped it. */
export function FigureChips() {
  return useView((view) => view.figuresOpen) ? <Chips /> : null
}

function Chips() {
  const figures = useFigures()
  if (figures.status !== 'ready') return null
  return Object.entries(figures.value.blocks).map(([id, block]) => <Chip key={id} id={id as NodeId} block={block} />)
}

function Chip({ id, block }: { readonly id: NodeId; readonly block: BlockFigures['blocks'][string] }) {
  const measured = useMeasured(id)
  const zoom = useView((view) => view.zoom)
  const words = useWords()
  const locale = useLocale()
  // What holds other blocks is covered by them, and so are its figures by theirs.
  if (!measured || measured.slots.length > 0) return null
  const { x, y, width } = scaled(measured.rect, zoom)
  const short = new Intl.NumberFormat(locale, { notation: 'compact' })
  return (
    <div className="st-figure" data-figure={id} style={{ top: y, left: x + width }}>
      <Eye size={12} aria-hidden />
      <span aria-hidden>{short.format(block.seen)}</span>
      {block.tapped > 0 ? (
        <>
          <MousePointerClick size={12} aria-hidden />
          <span aria-hidden>{short.format(block.tapped)}</span>
        </>
      ) : null}
      <span className="ui-hidden">{words.visits.figureOf(block.seen, block.tapped)}</span>
    </div>
  )
}
