import { ChevronRight, Lock } from 'lucide-react'
import { useRef } from 'react'
import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components'
import type { NodeId } from '#model/ids.ts'
import { isCanvasText } from '#components/kit/canvas-text.ts'
import { plainTextOf, wholeBlock } from '#model/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { outermost, type Selection } from '#editor/state/selection.ts'
import { draggedNodes, type Dragged } from '../canvas/drop-tree.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { useDragSource } from '../drag/drag-adapter.tsx'
import { refusesMove } from '../locks/refuses-move.ts'
import { useSectionOf } from '../sections/use-sections.ts'
import { BlockIcon } from '../session/block-icon.tsx'
import { useFact, useSession, useView } from '../session/use-session.tsx'
import { ShowWhenMark } from '../situations/show-when-mark.tsx'
import type { Row } from './layer-rows.ts'

export function layerRow(row: Row) {
  return (
    <TreeItem
      id={row.key}
      textValue={row.slot ?? row.type}
      className="st-layer"
      data-layer-item={row.key}
      hasChildItems={row.holdsRows}
    >
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div className="st-layer__row" data-layer={row.key} style={{ paddingLeft: 8 + (level - 1) * 16 }}>
            {hasChildItems ? (
              <Button slot="chevron" className="st-layer__chevron">
                <ChevronRight size={14} aria-hidden />
              </Button>
            ) : (
              <span className="st-layer__chevron" />
            )}
            {row.slot === undefined ? (
              <NodeLabel id={row.nodeId} type={row.type} />
            ) : (
              <SlotLabel type={row.type} slot={row.slot} />
            )}
            {row.slot === undefined ? <LockedMark id={row.nodeId} /> : null}
            {row.slot === undefined ? <ShowWhenMark id={row.nodeId} /> : null}
            <DropHint rowKey={row.key} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={row.rows}>{layerRow}</Collection>
    </TreeItem>
  )
}

function NodeLabel({ id, type }: { readonly id: NodeId; readonly type: string }) {
  const { blocks, canWrite } = useSession()
  const words = useWords()
  const prop = Object.entries(blocks.find(type)?.fields ?? {}).find(([, field]) => isCanvasText(field))?.[0]
  const text = useFact(id, (program) => (prop === undefined ? '' : plainTextOf(program.node(id)?.props[prop])))
  const section = useSectionOf(id)
  const { remember, find } = useRowDrag(id)
  const source = useDragSource(find, !canWrite)
  return (
    <span {...source} onPointerDownCapture={remember} className="st-layer__label">
      <BlockIcon type={type} size={16} />
      <span className="st-layer__name">{section?.name || words.studio.nameOf(blocks.nameOf(type))}</span>
      {text !== '' ? <span className="st-layer__text">{text}</span> : null}
    </span>
  )
}

/** A press on a row chooses it alone; a drag from one of several chosen rows takes all that were chosen before the press. */
function useRowDrag(id: NodeId): { readonly remember: () => void; readonly find: () => Dragged | undefined } {
  const session = useSession()
  const { program, blocks, view, map } = session
  const words = useWords()
  const before = useRef<Selection>([])
  return {
    remember: () => {
      before.current = view.getState().selection
    },
    find() {
      const { pageId } = view.getState()
      if (pageId === undefined || !program.node(id)) return undefined
      const chosen = before.current.includes(id) ? before.current : [id]
      view.setState({ selection: chosen })
      const ids = outermost(program, chosen)
      if (refusesMove(session, ids, words)) return undefined
      return draggedNodes(dropTreeOf(program, blocks, pageId, map), ids)
    },
  }
}

function LockedMark({ id }: { readonly id: NodeId }) {
  const { locks } = useWords()
  const isLocked = useFact(id, (program) => program.node(id)?.locks?.includes(wholeBlock) === true)
  return isLocked ? (
    <span className="st-when-mark" role="img" aria-label={locks.lockedByAgency} title={locks.lockedByAgency}>
      <Lock size={14} aria-hidden />
    </span>
  ) : null
}

function SlotLabel({ type, slot }: { readonly type: string; readonly slot: string }) {
  const { blocks } = useSession()
  const words = useWords()
  const label = blocks.find(type)?.slots[slot]?.label
  return <span className="st-layer__slot">{label ? words.studio.nameOf(label) : slot}</span>
}

function DropHint({ rowKey: key }: { readonly rowKey: string }) {
  const layer = useView((view) => (view.drag?.layer?.row === key ? view.drag.layer.edge : undefined))
  const refused = useView((view) => view.drag?.place?.refusal !== undefined)
  return layer ? (
    <span className={`st-layer__drop st-layer__drop--${layer}${refused ? ' st-layer__drop--refused' : ''}`} />
  ) : null
}
