import { ChevronRight, Layers } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { Button, Collection, Tree, TreeItem, TreeItemContent, type Key } from 'react-aria-components'
import type { NodeId } from '#model/ids.ts'
import { pageSlot } from '#model/index.ts'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { useWords } from '#editor/words/use-words.ts'
import type { DropTree } from '../canvas/drop-tree.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { useDragSource } from '../drag/drag-adapter.tsx'
import { BlockIcon } from '../session/block-icon.tsx'
import { useNode, useSession, useView } from '../session/use-session.tsx'
import { parseRowKey, rowKey } from './layer-place.ts'
import { useShownSlots, useStructure } from './use-structure.ts'
import './layers.css'

interface Row {
  readonly key: string
  readonly nodeId: NodeId
  readonly slot: string | undefined
  readonly type: string
  readonly rows: readonly Row[]
}

/** What is on the page, as a tree: the way to reach, order and nest blocks without a mouse. */
export function LayersPanel() {
  const session = useSession()
  const words = useWords()
  const { program, blocks, view, map } = session
  const pageId = useView((state) => state.pageId)
  const selected = useView((state) => state.selected)
  const structure = useStructure(pageId)
  const shownSlots = useShownSlots()
  const rows = useMemo(
    () =>
      pageId === undefined ? [] : rowsOf(program.children(pageId, pageSlot), dropTreeOf(program, blocks, pageId, map)),
    // The program is one object for good; `structure` says when its tree has changed, `shownSlots` when a column came or went.
    [program, blocks, pageId, map, structure, shownSlots],
  )
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(() => allKeys(rows))
  useEffect(() => {
    if (selected === undefined) return
    const above = keysAbove(rows, selected)
    if (above) setExpanded((keys) => (above.every((key) => keys.has(key)) ? keys : new Set([...keys, ...above])))
  }, [rows, selected])

  if (rows.length === 0)
    return (
      <EmptyState icon={<Layers size={28} />} title={words.studio.pageIsEmpty} text={words.studio.pageIsEmptyHelp} />
    )
  return (
    <Tree
      aria-label={words.studio.layers}
      className="st-layers"
      items={rows}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={(keys) => {
        if (keys === 'all') return
        const [key] = keys
        view.setState({ selected: key === undefined ? undefined : parseRowKey(String(key)).id })
      }}
      expandedKeys={expanded}
      onExpandedChange={setExpanded}
    >
      {renderRow}
    </Tree>
  )
}

function renderRow(row: Row) {
  return (
    <TreeItem id={row.key} textValue={row.slot ?? row.type} className="st-layer" data-layer-item={row.key}>
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
            <DropHint rowKey={row.key} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={row.rows}>{renderRow}</Collection>
    </TreeItem>
  )
}

function NodeLabel({ id, type }: { readonly id: NodeId; readonly type: string }) {
  const { blocks, canEdit } = useSession()
  const words = useWords()
  const node = useNode(id)
  const source = useDragSource(`layer-${id}`, () => ({ kind: 'node', id, type }), !canEdit)
  const excerpt = Object.entries(blocks.find(type)?.fields ?? {}).find(
    ([, field]) => field.kind === 'text' && field.onCanvas,
  )?.[0]
  const text = excerpt === undefined ? undefined : node?.props[excerpt]
  return (
    <span ref={source.ref} {...source.props} className="st-layer__label">
      <BlockIcon type={type} size={16} />
      <span className="st-layer__name">{words.studio.nameOf(blocks.nameOf(type))}</span>
      {typeof text === 'string' && text !== '' ? <span className="st-layer__text">{text}</span> : null}
    </span>
  )
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

function rowsOf(ids: readonly NodeId[], tree: DropTree): readonly Row[] {
  return ids.map((id) => {
    const type = tree.typeOf(id) ?? ''
    const all = Object.keys(tree.definitionOf(type)?.slots ?? {})
    const shown = tree.slotNames(id)
    // A column that is not shown at present is listed only while it holds something that could otherwise not be reached.
    const slots = all.filter((slot) => shown.includes(slot) || tree.children(id, slot).length > 0)
    const [only] = all
    const rows =
      all.length === 1 && only !== undefined
        ? rowsOf(tree.children(id, only), tree)
        : slots.map((slot) => ({
            key: rowKey({ kind: 'slot', id, slot }),
            nodeId: id,
            slot,
            type,
            rows: rowsOf(tree.children(id, slot), tree),
          }))
    return { key: id, nodeId: id, slot: undefined, type, rows }
  })
}

function allKeys(rows: readonly Row[]): ReadonlySet<Key> {
  return new Set(rows.flatMap((row) => [row.key, ...allKeys(row.rows)]))
}

function keysAbove(rows: readonly Row[], id: NodeId): readonly string[] | undefined {
  for (const row of rows) {
    if (row.key === id) return []
    const below = keysAbove(row.rows, id)
    if (below) return [row.key, ...below]
  }
  return undefined
}
