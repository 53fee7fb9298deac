import { ChevronsDownUp, ChevronsUpDown, Layers, SearchX } from 'lucide-react'
import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { ListLayout, Tree, Virtualizer, type Key, type Selection as Chosen } from 'react-aria-components'
import type { NodeId } from '#model/ids.ts'
import { pageSlot } from '#model/index.ts'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { SearchField } from '#editor/ui/text-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { leadOf, type Selection } from '#editor/state/selection.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { layerPlacesOf } from './layer-memory.ts'
import { parseRowKey } from './layer-place.ts'
import { layerRow } from './layer-row.tsx'
import { createPruning, createRows, keysAbove, lineOf, openable, rowsFitting, type Row } from './layer-rows.ts'
import { useFitting } from './use-fitting.ts'
import { useShownSlots, useStructure } from './use-structure.ts'
import './layers.css'

/** Longer pages begin closed, with what is chosen in sight. */
const MOST_OPEN_AT_FIRST = 400
/** More are not looked for: who sees so many types another letter. */
const MOST_FOUND = 300
/** Resting this long on a closed container while dragging opens it. */
const OPENS_AFTER_MS = 700

/** What is on the page, as a tree: the way to reach, order and nest blocks without a mouse. */
export function LayersPanel() {
  const session = useSession()
  const words = useWords()
  const { program, blocks, view, map } = session
  const pageId = useView((state) => state.pageId)
  const selection = useView((state) => state.selection)
  const lead = useView(leadOf)
  const [search, setSearch] = useState('')
  const structure = useStructure(pageId)
  const shownSlots = useShownSlots()
  const build = useMemo(createRows, [])
  const tree = useMemo(
    () => (pageId === undefined ? undefined : dropTreeOf(program, blocks, pageId, map)),
    [program, blocks, pageId, map],
  )
  const all = useMemo(
    () => (tree && pageId !== undefined ? build(program.children(pageId, pageSlot), tree) : []),
    // The program is one object for good; `structure` says when its tree has changed, `shownSlots` when a column came or went.
    [program, build, tree, pageId, structure, shownSlots],
  )
  const wanted = useDeferredValue(search.trim())
  const fits = useFitting(wanted)
  const rows = useMemo(() => (wanted === '' ? all : rowsFitting(all, fits, MOST_FOUND)), [all, fits, wanted])
  const memory = layerPlacesOf(view)
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(() => memory.open ?? openAtFirst(all))
  memory.open = expanded
  const open = useMemo(() => (wanted === '' ? expanded : new Set<Key>(openable(rows))), [expanded, rows, wanted])
  const prune = useMemo(createPruning, [])
  const shown = useMemo(() => prune(rows, open), [prune, rows, open])
  useEffect(() => {
    if (lead === undefined || !tree) return
    const above = keysAbove(tree, lead)
    setExpanded((keys) => (above.every((key) => keys.has(key)) ? keys : new Set([...keys, ...above])))
  }, [tree, lead, structure])
  const resting = useView((state) => (state.drag?.layer?.edge === 'inside' ? state.drag.layer.row : undefined))
  useEffect(() => {
    if (resting === undefined) return
    const timer = setTimeout(() => setExpanded((keys) => new Set([...keys, resting])), OPENS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [resting])

  // What the tree itself has chosen knows from which row a range begins.
  const lastChosen = useRef<Chosen>('all')
  const chosenKeys = stillMeans(lastChosen.current, selection) ? lastChosen.current : selection

  const scroller = useRef<HTMLDivElement>(null)
  const rowPx = useRowHeight()
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = memory.scrollTop
  }, [memory])
  useEffect(() => {
    const line = lead === undefined ? -1 : lineOf(rows, open, lead)
    if (line >= 0) bringLineIntoSight(scroller.current, line * rowPx, rowPx)
    // Only another choice brings its row into sight: opening and closing others leaves the tree where it is.
  }, [lead])

  if (all.length === 0)
    return (
      <EmptyState icon={<Layers size={28} />} title={words.studio.pageIsEmpty} text={words.studio.pageIsEmptyHelp} />
    )
  const canClose = all.some(({ key, rows: inside }) => inside.length > 0 && expanded.has(key))
  return (
    <div className="st-layers-panel">
      <div className="st-layers__head">
        <SearchField
          label={words.canvas.layersSearch}
          clearLabel={words.common.clearSearch}
          value={search}
          onChange={setSearch}
        />
        <IconButton
          size="small"
          label={canClose ? words.canvas.collapseAll : words.canvas.expandAll}
          icon={canClose ? <ChevronsDownUp size={16} /> : <ChevronsUpDown size={16} />}
          isDisabled={wanted !== ''}
          onPress={() => setExpanded(canClose ? new Set() : new Set(openable(all)))}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState icon={<SearchX size={28} />} title={words.canvas.nothingFound(wanted)} />
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowPx }}>
          <Tree
            ref={scroller}
            aria-label={words.studio.layers}
            className="st-layers"
            data-layers-scroll=""
            items={shown}
            selectionMode="multiple"
            selectionBehavior="replace"
            selectedKeys={chosenKeys}
            onSelectionChange={(chosen) => {
              lastChosen.current = chosen
              view.setState({ selection: idsOf(chosen, rows) })
            }}
            expandedKeys={open}
            onExpandedChange={setExpanded}
            onScroll={({ currentTarget }) => (memory.scrollTop = currentTarget.scrollTop)}
          >
            {layerRow}
          </Tree>
        </Virtualizer>
      )}
    </div>
  )
}

/** In the order of choosing; the row that was pressed last leads. A slot's row stands for its container. */
function idsOf(chosen: Chosen, rows: readonly Row[]): readonly NodeId[] {
  if (chosen === 'all') return rows.map(({ nodeId }) => nodeId)
  const current = (chosen as { readonly currentKey?: Key | null }).currentKey
  const keys = [...chosen]
  const ordered = current != null && chosen.has(current) ? [...keys.filter((key) => key !== current), current] : keys
  return [...new Set(ordered.map((key) => parseRowKey(String(key)).id))]
}

function stillMeans(chosen: Chosen, selection: Selection): boolean {
  return chosen !== 'all' && chosen.size === selection.length && selection.every((id) => chosen.has(id))
}

function openAtFirst(rows: readonly Row[]): ReadonlySet<Key> {
  const keys = openable(rows)
  const count = (among: readonly Row[]): number => among.reduce((sum, row) => sum + 1 + count(row.rows), 0)
  return new Set(count(rows) > MOST_OPEN_AT_FIRST ? [] : keys)
}

function bringLineIntoSight(scroller: HTMLElement | null, top: number, height: number): void {
  if (!scroller) return
  const { scrollTop, clientHeight } = scroller
  if (top < scrollTop || top + height > scrollTop + clientHeight) scroller.scrollTop = top - clientHeight / 2
}

/** As `--ui-control` of `tokens.css`. */
function useRowHeight(): number {
  return useMemo(() => (matchMedia('(pointer: coarse)').matches ? 44 : 32), [])
}
