import { Eye, MousePointerClick, X } from 'lucide-react'
import type { NodeId } from '#model/ids.ts'
import { readPartId } from '#model/section-instance.ts'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import type { BlockFigures } from '#platform/contract/visits.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { useFigures } from './use-figures.ts'
import './figures.css'

/** What the figures over the page mean, and what they do not know. */
export function FiguresLegend() {
  return useView((view) => view.figuresOpen) ? <Legend /> : null
}

function Legend() {
  const { visits: words } = useWords()
  const { view } = useSession()
  const figures = useFigures()
  return (
    <aside className="st-legend" aria-label={words.figuresShown} data-testid="figures">
      <div className="st-legend__words">
        <h2>{words.figuresShown}</h2>
        <p className="st-legend__signs">
          <Eye size={14} aria-hidden /> {words.seen}
          <MousePointerClick size={14} aria-hidden /> {words.taps}
        </p>
        {figures.status === 'failed' ? <p role="status">{words.figuresFailed}</p> : null}
        {figures.status === 'ready' ? <Told figures={figures.value} /> : null}
      </div>
      <IconButton
        label={words.hideFigures}
        icon={<X size={16} />}
        onPress={() => view.setState({ figuresOpen: false })}
      />
    </aside>
  )
}

function Told({ figures }: { readonly figures: BlockFigures }) {
  const { visits: words } = useWords()
  const { program } = useSession()
  const pageId = useView((view) => view.pageId)
  const hasFigures = Object.keys(figures.blocks).some(
    (id) => pageId !== undefined && program.isWithin(placeOf(id), pageId),
  )
  return (
    <>
      <p>{words.figuresViews(figures.views[pageId ?? ''] ?? 0)}</p>
      <p>{hasFigures ? words.figuresHelp : words.figuresNone}</p>
    </>
  )
}

/** Of a part of a linked section: the node that stands for the section on the page. */
function placeOf(id: string): NodeId {
  return readPartId(id as NodeId)?.instance ?? (id as NodeId)
}
