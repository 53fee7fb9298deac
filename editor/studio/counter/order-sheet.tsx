import { ArrowDown, ArrowUp, Check, Layers } from 'lucide-react'
import { useState } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import { moveNode, pageSlot, type NodeId } from '#model/index.ts'
import { selecting, toggled } from '#editor/state/selection.ts'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { refusesMove } from '../locks/refuses-move.ts'
import { BlockIcon } from '../session/block-icon.tsx'
import { textOfNode } from '../session/text-of-node.ts'
import { useChildren, useNode, useSession, useView } from '../session/use-session.tsx'
import './order-sheet.css'

/** The blocks of the page one below the other, for thumbs: a tap chooses, a tick adds to the choice, two arrows change the order. */
export function OrderSheet() {
  const { view } = useSession()
  const words = useWords()
  const pageId = useView((state) => state.pageId)
  const ids = useChildren(pageId, pageSlot)
  const [said, setSaid] = useState('')
  if (ids.length === 0)
    return (
      <EmptyState icon={<Layers size={28} />} title={words.studio.pageIsEmpty} text={words.studio.pageIsEmptyTap} />
    )
  return (
    <>
      <p className="st-order__help">{words.counter.orderHelp}</p>
      <ol className="st-order" aria-label={words.counter.order} data-testid="order-sheet">
        {ids.map((id, at) => (
          <Row
            key={id}
            id={id}
            at={at}
            count={ids.length}
            onMoved={(name, place) => setSaid(words.counter.moved(name, place, ids.length))}
            onChosen={() => view.setState({ ...selecting(id), panel: undefined })}
          />
        ))}
      </ol>
      <span className="ui-hidden" role="status">
        {said}
      </span>
    </>
  )
}

interface RowProps {
  readonly id: NodeId
  readonly at: number
  readonly count: number
  readonly onMoved: (name: string, place: number) => void
  readonly onChosen: () => void
}

function Row({ id, at, count, onMoved, onChosen }: RowProps) {
  const session = useSession()
  const words = useWords()
  const node = useNode(id)
  const isChosen = useView((state) => state.selection.includes(id))
  if (!node) return null
  const name = words.studio.nameOf(session.blocks.nameOf(node.type))
  const text = textOfNode(session.blocks, node)
  const move = (index: number) => {
    const { parentId, slot } = node.place
    if (refusesMove(session, [id], words)) return
    session.edit('move', (program) => moveNode(program, id, { parentId, slot, index }))
    onMoved(name, index + 1)
  }
  return (
    <li className="st-order__row">
      <Checkbox
        className="st-order__tick"
        aria-label={words.counter.choose(name)}
        isSelected={isChosen}
        onChange={() =>
          session.view.setState(({ selection }) => ({ selection: toggled(selection, id), choosingMore: true }))
        }
      >
        <span className="st-order__box" aria-hidden>
          {isChosen ? <Check size={16} strokeWidth={3} /> : null}
        </span>
      </Checkbox>
      <Button className="st-order__block" onPress={onChosen}>
        <BlockIcon type={node.type} size={20} />
        <span className="st-order__words">
          <span className="st-order__name">{name}</span>
          {text === '' ? null : <span className="st-order__text">{text}</span>}
        </span>
      </Button>
      <IconButton
        label={words.counter.moveUp(name)}
        icon={<ArrowUp size={20} />}
        isDisabled={at === 0 || !session.canWrite}
        onPress={() => move(at - 1)}
      />
      <IconButton
        label={words.counter.moveDown(name)}
        icon={<ArrowDown size={20} />}
        isDisabled={at === count - 1 || !session.canWrite}
        onPress={() => move(at + 1)}
      />
    </li>
  )
}
