import { Plus } from 'lucide-react'
import { useRef, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { useWords } from '#editor/words/use-words.ts'
import { leadOf } from '#editor/state/selection.ts'
import type { InserterView } from '#editor/state/view-state.ts'
import { draggedBlock } from '../canvas/drop-tree.ts'
import type { DropMark } from '../canvas/find-drop-place.ts'
import { gapBeside } from '../canvas/gap-at.ts'
import { useMeasured } from '../canvas/use-measured.ts'
import { useStageWindow } from '../canvas/use-stage-window.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { describeDrop } from '../drag/describe-drop.ts'
import { useFact, useSession, useView } from '../session/use-session.tsx'
import { emptySlotsOf } from './empty-slots.ts'
import { middleOfMark } from './middle-of-mark.ts'
import { QuickInserter } from './quick-inserter.tsx'
import './insert.css'

/** The "+" wherever a block can come: in the gap under the pointer, around the chosen block, and in empty slots. */
export function InsertPoints() {
  const { canEdit } = useSession()
  const isBusy = useView((view) => view.drag !== undefined || view.typing !== undefined)
  const anchor = useRef<HTMLDivElement>(null)
  if (!canEdit || isBusy) return null
  return (
    <>
      <EmptySlots />
      <AroundSelection />
      <HoveredGap />
      <Anchor of={anchor} />
      <QuickInserter anchor={anchor} />
    </>
  )
}

function HoveredGap() {
  const gap = useView((view) => view.gap)
  return gap ? <InsertPoint at={gap} isSeen /> : null
}

/** Seen where fingers point, which cannot hover; else when the focus comes to them: with Tab, from the canvas. */
function AroundSelection() {
  const { program, blocks, map, view } = useSession()
  const selected = useView(leadOf)
  const parentId = useFact(selected, () =>
    selected === undefined ? undefined : program.node(selected)?.place.parentId,
  )
  const slot = useFact(selected, () => (selected === undefined ? undefined : program.node(selected)?.place.slot))
  // With its slot named, a list is the same object until it changes.
  useFact(parentId, () => (parentId === undefined || slot === undefined ? undefined : program.children(parentId, slot)))
  const isSeveral = useView((state) => state.choosingMore || state.selection.length > 1)
  useMeasured(selected)
  const { pageId, widthPx } = view.getState()
  if (selected === undefined || pageId === undefined || isSeveral) return null
  const tree = dropTreeOf(program, blocks, pageId, map)
  const seen = { widthPx, heightPx: map.heightPx, find: map.find }
  return (['before', 'after'] as const).map((side) => {
    const gap = gapBeside(seen, tree, selected, side)
    return gap ? <InsertPoint key={side} at={gap} beside={side} /> : null
  })
}

/** Near what is in sight. */
function EmptySlots() {
  const slots = emptySlotsOf(useSession())
  const { top, bottom } = useStageWindow()
  const empty = useSyncExternalStore(slots.subscribe, () => slots.between(top, bottom))
  return empty.map((at) => <InsertPoint key={`${at.to.parentId}/${at.to.slot}`} at={at} isSeen />)
}

interface InsertPointProps {
  readonly at: InserterView
  readonly isSeen?: boolean
  /** On which side of the chosen block it is: there it leaves the block itself to be tapped. */
  readonly beside?: 'before' | 'after'
}

function InsertPoint({ at, isSeen = false, beside }: InsertPointProps) {
  const { program, blocks, map, view } = useSession()
  const words = useWords()
  const zoom = useView((state) => state.zoom)
  const pageId = useView((state) => state.pageId)
  if (pageId === undefined) return null
  const { mark } = at
  const middle = middleOfMark(mark, map.heightPx)
  const place = { ...at.to, mark }
  const where = describeDrop(place, dropTreeOf(program, blocks, pageId, map), blocks, draggedBlock(''), words)
  return (
    <div
      className={`st-insert${isSeen ? ' st-insert--seen' : ''}${beside ? ` st-insert--${sideOf(beside, mark)}` : ''}`}
      data-testid={isSeen ? 'insert-point' : 'insert-beside'}
    >
      {mark.kind === 'line' ? (
        <span
          className="st-insert__line"
          style={{
            left: mark.from.x * zoom,
            top: middle.y * zoom + (mark.from.y === mark.to.y ? 0 : ((mark.from.y - mark.to.y) * zoom) / 2),
            width: Math.max((mark.to.x - mark.from.x) * zoom, 2),
            height: Math.max((mark.to.y - mark.from.y) * zoom, 2),
          }}
        />
      ) : null}
      <Button
        className="st-insert__button"
        aria-label={words.canvas.insertAt(where)}
        style={{ left: middle.x * zoom, top: middle.y * zoom }}
        onPress={() => view.setState({ inserter: at, gap: undefined })}
      >
        <Plus size={16} aria-hidden />
      </Button>
    </div>
  )
}

function sideOf(beside: 'before' | 'after', mark: DropMark): 'above' | 'below' | 'left' | 'right' {
  const isAcross = mark.kind === 'line' && mark.from.x === mark.to.x
  if (beside === 'before') return isAcross ? 'left' : 'above'
  return isAcross ? 'right' : 'below'
}

/** What the list of blocks opens beside. */
function Anchor({ of }: { readonly of: React.RefObject<HTMLDivElement | null> }) {
  const { map } = useSession()
  const inserter = useView((view) => view.inserter)
  const zoom = useView((view) => view.zoom)
  if (!inserter) return null
  const { x, y } = middleOfMark(inserter.mark, map.heightPx)
  return (
    <div ref={of} className="st-insert__anchor" style={{ left: x * zoom, top: y * zoom }}>
      <Plus size={16} aria-hidden />
    </div>
  )
}
