import { Lock } from 'lucide-react'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { NodeId } from '#model/ids.ts'
import { lockOf } from '#model/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { leadOf } from '#editor/state/selection.ts'
import { instanceType } from '#model/section-instance.ts'
import { useCompiled } from '../sections/use-compiled.ts'
import { useFact, useNodeType, useSession, useView } from '../session/use-session.tsx'
import { whenUsable } from '../session/when-usable.ts'
import { bringIntoSight } from './bring-into-sight.ts'
import { bottomOf, scaled } from './geometry.ts'
import { NodeToolbar } from './node-toolbar.tsx'
import { useMeasured } from './use-measured.ts'
import { useStageWindow } from './use-stage-window.ts'

export function HoverFrame() {
  const hovered = useView((view) => view.hovered)
  const selected = useView(leadOf)
  const rect = useMeasured(hovered)?.rect
  const zoom = useView((view) => view.zoom)
  if (!rect || hovered === selected) return null
  const { x, y, width, height } = scaled(rect, zoom)
  return <div className="st-hover" style={{ left: x, top: y, width, height }} />
}

/** A frame around each chosen block; the one that leads has the name and the tools. */
export function SelectionFrame() {
  const session = useSession()
  const selected = useView(leadOf)
  const [isReady, setReady] = useState(false)
  useEffect(() => whenUsable(session, () => setReady(true)), [session])
  return (
    <>
      <OtherFrames />
      {selected !== undefined || isReady ? <LeadFrame id={selected} /> : null}
    </>
  )
}

/** Also there while nothing is chosen, unseen: its tools are many, and the next choice finds them mounted. */
function LeadFrame({ id }: { readonly id: NodeId | undefined }) {
  const rect = useMeasured(id)?.rect
  const zoom = useView((view) => view.zoom)
  const isTyping = useView((view) => view.typing !== undefined)
  const isCarried = useView((view) => view.drag !== undefined)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => (rect === undefined ? undefined : bringIntoSight(frame.current)), [id, rect === undefined])
  const pageBottom = usePageHeight() * zoom
  const { x, y, width, height } = scaled(rect ?? unseen, zoom)
  // Tools that reached below the page would make room to scroll, which goes with them: what is under the pointer would jump.
  const liftPx = Math.max(0, Math.min(y, y + toolsHeightPx - pageBottom))
  return (
    <div
      ref={frame}
      className={`st-selected${isCarried ? ' st-selected--carried' : ''}`}
      hidden={rect === undefined}
      data-testid={rect === undefined ? undefined : 'selection'}
      style={{ left: x, top: y, width, height }}
    >
      {id === undefined ? null : <NameTab id={id} />}
      {isTyping ? null : <NodeToolbar leftPx={-x} liftPx={liftPx} />}
    </div>
  )
}

/** As in `node-toolbar.css`. */
const toolsHeightPx = 240

function usePageHeight(): number {
  const { map } = useSession()
  return useSyncExternalStore(
    useCallback((listener) => map.subscribe(undefined, listener), [map]),
    () => map.heightPx,
  )
}

const unseen = { x: 0, y: 0, width: 0, height: 0 }

/** All but the one that leads, as far as they are near what is in sight: thousands may be chosen. */
function OtherFrames() {
  const { map } = useSession()
  const selection = useView((view) => view.selection)
  const zoom = useView((view) => view.zoom)
  const isNeeded = selection.length > 1
  useSyncExternalStore(
    useCallback((listener) => (isNeeded ? map.subscribe(undefined, listener) : () => undefined), [map, isNeeded]),
    () => (isNeeded ? map.version : 0),
  )
  const { top, bottom } = useStageWindow()
  return selection.slice(0, -1).flatMap((id) => {
    const rect = map.find(id)?.rect
    if (!rect || bottomOf(rect) < top || rect.y > bottom) return []
    const { x, y, width, height } = scaled(rect, zoom)
    return [
      <div
        key={id}
        className="st-selected st-selected--other"
        data-testid="also-selected"
        style={{ left: x, top: y, width, height }}
      />,
    ]
  })
}

function NameTab({ id }: { readonly id: NodeId }) {
  const { blocks } = useSession()
  const words = useWords()
  const isFixed = useFact(id, (program) => lockOf(program, id) !== undefined)
  const placed = useNodeType(id)
  const type = useCompiled(id)?.type ?? placed
  const count = useView((view) => view.selection.length)
  // A placed section has a tab of its own.
  if (placed === instanceType && count === 1) return null
  return (
    <span className="st-tab">
      {isFixed ? <Lock size={12} aria-label={words.locks.lockedByAgency} /> : null}
      {count > 1 ? words.studio.blocksOf(count) : words.studio.nameOf(blocks.nameOf(type))}
    </span>
  )
}
