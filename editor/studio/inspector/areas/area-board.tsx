import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { PictureValue } from '#components/kit/fields.ts'
import { useWords } from '#editor/words/use-words.ts'
import {
  drawArea,
  moveArea,
  pressArea,
  readArea,
  resizeArea,
  type Area,
  type Corner,
  type Point,
} from './area-steps.ts'
import type { JsonObject } from '#model/json.ts'
import './area-board.css'

export interface AreaBoardProps {
  readonly picture: PictureValue
  readonly label: string
  readonly items: readonly JsonObject[]
  readonly nameAt: (at: number) => string
  /** The one whose fields are open below. */
  readonly chosen: number | undefined
  readonly canEdit: boolean
  /** Another area may be drawn. */
  readonly canAdd: boolean
  readonly onChoose: (at: number) => void
  /** @param isStep - false while a key is held down or pressed again and again */
  readonly onChange: (at: number, area: Area, isStep: boolean) => void
  readonly onAdd: (area: Area) => void
  readonly onRemove: (at: number) => void
}

type Drag =
  | { readonly kind: 'draw'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'move' | Corner; readonly at: number; readonly from: Point; readonly to: Point }

/** A tall picture must leave room for the fields below it. */
const MOST_HEIGHT_PX = 420
const corners: readonly Corner[] = ['nw', 'ne', 'sw', 'se']

/** The picture with its areas on it: drawn, moved and sized by hand. What is dragged changes the program once, when it is let go. */
export function AreaBoard(props: AreaBoardProps) {
  const { picture, label, items, nameAt, chosen, canEdit, canAdd, onChoose, onChange, onAdd, onRemove } = props
  const { inspector } = useWords()
  const board = useRef<HTMLDivElement>(null)
  const now = useRef<Drag | undefined>(undefined)
  const [drag, setDrag] = useState<Drag | undefined>(undefined)
  const helpId = useId()
  const ratio = picture.widthPx / picture.heightPx
  const set = (next: Drag | undefined) => setDrag((now.current = next))
  const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = board.current!.getBoundingClientRect()
    return { x: ((clientX - left) / width) * 100, y: ((clientY - top) / height) * 100 }
  }
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const target = event.target as HTMLElement
    const area = target.closest<HTMLElement>('[data-area]')
    const at = area ? Number(area.dataset.area) : undefined
    if (at !== undefined) onChoose(at)
    if (!canEdit) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const from = pointAt(event)
    if (at !== undefined) set({ kind: (target.dataset.corner as Corner | undefined) ?? 'move', at, from, to: from })
    else if (canAdd) set({ kind: 'draw', from, to: from })
  }
  const finish = () => {
    const { current } = now
    set(undefined)
    if (!current) return
    if (current.kind === 'draw') {
      const area = drawArea(current.from, current.to)
      if (area) onAdd(area)
      return
    }
    const before = readArea(items[current.at] ?? {})
    const after = dragged(before, current)
    if (!sameArea(before, after)) onChange(current.at, after, true)
  }
  const press = (event: KeyboardEvent, at: number) => {
    if (event.metaKey || event.ctrlKey || event.altKey || !canEdit) return
    const area = pressArea(readArea(items[at] ?? {}), event)
    const removes = event.key === 'Delete' || event.key === 'Backspace'
    if (!area && !removes && event.key !== 'Escape') return
    event.preventDefault()
    // The same keys act on the blocks of the canvas.
    event.stopPropagation()
    if (removes) onRemove(at)
    else if (area) onChange(at, area, false)
    else set(undefined)
  }
  const drawn = drag?.kind === 'draw' ? drawArea(drag.from, drag.to) : undefined
  return (
    <>
      <div
        ref={board}
        className="st-areas"
        role="group"
        aria-label={label}
        aria-describedby={helpId}
        data-testid="area-board"
        data-free={(canEdit && canAdd) || undefined}
        style={{ aspectRatio: ratio, maxWidth: ratio * MOST_HEIGHT_PX }}
        onPointerDown={begin}
        onPointerMove={(event) => {
          if (now.current) set({ ...now.current, to: pointAt(event) })
        }}
        onPointerUp={finish}
        onPointerCancel={() => set(undefined)}
      >
        <img src={`${picture.url}?w=640`} alt="" draggable={false} />
        {items.map((item, at) => {
          const own = readArea(item)
          const area = drag && drag.kind !== 'draw' && drag.at === at ? dragged(own, drag) : own
          const { left, top, width, height } = area
          return (
            <button
              key={at}
              type="button"
              className="st-areas__area"
              data-area={at}
              aria-label={inspector.areaAt(nameAt(at), left, top, width, height)}
              aria-pressed={chosen === at}
              style={boxOf(area)}
              onClick={() => onChoose(at)}
              onKeyDown={(event) => press(event, at)}
            >
              <span aria-hidden>{nameAt(at)}</span>
              {canEdit && chosen === at
                ? corners.map((corner) => <i key={corner} aria-hidden data-corner={corner} />)
                : null}
            </button>
          )
        })}
        {drawn ? <span className="st-areas__area" data-drawn aria-hidden style={boxOf(drawn)} /> : null}
      </div>
      {canEdit ? (
        <span id={helpId} className="ui-field__help">
          {inspector.areasHelp}
        </span>
      ) : null}
    </>
  )
}

function dragged(area: Area, { kind, from, to }: Drag): Area {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (kind === 'draw') return area
  return kind === 'move' ? moveArea(area, dx, dy) : resizeArea(area, kind, dx, dy)
}

function sameArea(a: Area, b: Area): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height
}

function boxOf({ left, top, width, height }: Area) {
  return { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }
}
