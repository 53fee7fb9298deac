import { Link2 } from 'lucide-react'
import { applyOverride, hidden, instanceType, overridesOf, readPartId, type NodeId } from '#model/index.ts'
import { leadOf } from '#editor/state/selection.ts'
import { Button } from '#editor/ui/button.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { scaled } from '../canvas/geometry.ts'
import { useMeasured } from '../canvas/use-measured.ts'
import { useNodeType, useSession, useTopic, useView } from '../session/use-session.tsx'
import { useCompiled } from './use-compiled.ts'
import { useSectionOf } from './use-sections.ts'
import './sections.css'

/** Around the chosen or hovered place, and around the place of a chosen part: its own colour, a link, and its name. */
export function PlaceMarks() {
  const lead = useView(leadOf)
  const hovered = useView((view) => view.hovered)
  const isDragging = useView((view) => view.drag !== undefined)
  const chosen = lead === undefined ? undefined : (readPartId(lead)?.instance ?? lead)
  if (isDragging) return null
  return (
    <>
      {chosen !== undefined ? <PlaceMark id={chosen} isPart={chosen !== lead} /> : null}
      {hovered !== undefined && hovered !== chosen ? <PlaceMark id={hovered} isPart /> : null}
      {lead !== undefined && lead !== chosen ? <OnlyHere id={lead} /> : null}
    </>
  )
}

function PlaceMark({ id, isPart }: { readonly id: NodeId; readonly isPart: boolean }) {
  const words = useWords()
  const type = useNodeType(id)
  const section = useSectionOf(id)
  const rect = useMeasured(id)?.rect
  const zoom = useView((view) => view.zoom)
  if (type !== instanceType || !rect) return null
  const { x, y, width, height } = scaled(rect, zoom)
  return (
    <div
      className={`st-place${isPart ? ' st-place--around' : ''}`}
      data-testid="section-place"
      style={{ left: x, top: y, width, height }}
    >
      <span className="st-place__tab">
        <Link2 size={12} aria-hidden />
        {words.sections.tab(section?.name || words.sections.unnamed)}
      </span>
    </div>
  )
}

/** Says that a part is other in this place, and offers to make it so everywhere. */
function OnlyHere({ id }: { readonly id: NodeId }) {
  const session = useSession()
  const words = useWords()
  const read = readPartId(id)
  useTopic(read?.instance)
  useCompiled(id)
  const rect = useMeasured(id)?.rect
  const zoom = useView((view) => view.zoom)
  const place = read && session.program.node(read.instance)
  const own = place ? overridesOf(place.props).filter(({ path, prop }) => path === read.path && prop !== hidden) : []
  if (!rect || own.length === 0 || !session.canEdit) return null
  const { x, y, height } = scaled(rect, zoom)
  return (
    <div className="st-only-here-note" data-testid="only-here" style={{ left: x, top: y + height + 6 }}>
      <span>{words.sections.onlyHere}</span>
      <Button
        size="small"
        variant="plain"
        onPress={() => {
          session.edit('apply-override', (program) => {
            for (const { prop } of own) applyOverride(program, id, prop)
          })
          showToast({
            text: words.sections.changedEverywhere,
            tone: 'good',
            action: { label: words.common.undo, run: () => void session.undo.undo() },
          })
        }}
      >
        {words.sections.changeEverywhere}
      </Button>
    </div>
  )
}
