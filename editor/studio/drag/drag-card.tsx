import { Ban } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { useWords } from '#editor/words/use-words.ts'
import { BlockIcon } from '../session/block-icon.tsx'
import { useSession, useView } from '../session/use-session.tsx'
import { describeRefusal, nameOfDragged } from './describe-drop.ts'
import { dragPointer } from './drag-pointer.ts'
import './drag.css'

/** What is dragged, as a small card at the pointer; says why when it cannot be dropped here. */
export function DragCard() {
  const drag = useView((view) => view.drag)
  return drag && drag.by === undefined ? <Card /> : null
}

function Card() {
  const session = useSession()
  const words = useWords()
  const drag = useView((view) => view.drag)
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(
    () =>
      dragPointer.follow(({ x, y }) => {
        card.current?.style.setProperty('transform', `translate(${x + 14}px, ${y + 10}px)`)
      }),
    [],
  )
  if (!drag) return null
  const { dragged } = drag
  const [type = ''] = dragged.kind === 'new' ? [dragged.type] : dragged.types
  const count = dragged.kind === 'new' ? 1 : dragged.ids.length
  const refusal = drag.place?.refusal
  return (
    <div
      ref={card}
      data-testid="drag-card"
      className={`st-drag-card${refusal && refusal !== 'same-place' ? ' st-drag-card--refused' : ''}`}
    >
      <BlockIcon type={type} />
      <span>{nameOfDragged(dragged, session, words)}</span>
      {count > 1 ? <span className="st-drag-card__stack" aria-hidden /> : null}
      {refusal && refusal !== 'same-place' ? (
        <span className="st-drag-card__why">
          <Ban size={14} aria-hidden />
          {describeRefusal(refusal, words)}
        </span>
      ) : null}
    </div>
  )
}
