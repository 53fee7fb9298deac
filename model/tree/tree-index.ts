/**
 * The tree of a document, kept up to date by looking only at what changed. The rules are those of `read-tree.ts`; the
 * seeded test compares the two after every step.
 */
import type * as Y from 'yjs'
import type { NodeId, PageId, ParentId } from '../ids.ts'
import { compareOrder } from '../order-key.ts'
import { nodesOf, readAt, readBirth } from '../schema.ts'
import type { At, Birth, NodeMap, Place, Trash } from '../schema.ts'
import { readRecord } from './node-record.ts'
import type { NodeRecord } from './node-record.ts'
import { readPages } from './pages.ts'
import type { Pages } from './pages.ts'
import { findCuts, homeOf, isRoot, placementOf, trashUnder } from './placement.ts'

export interface TreeDelta {
  /** Nodes whose record or list of children is another now. */
  readonly nodes: Set<NodeId>
  readonly removed: Set<NodeId>
  /** Pages and sections whose facts or top level changed, came or went. */
  readonly pages: Set<PageId>
}

interface Entry {
  readonly id: NodeId
  map: NodeMap
  birth: Birth
  atValue: unknown
  at: At | undefined
  trash: Trash | undefined
  /** Before loops are cut. */
  placed: Place | undefined
  /** Where it is shown; undefined while deleted. */
  place: Place | undefined
  record: NodeRecord | undefined
}

const none: readonly NodeId[] = []

export class TreeIndex {
  pages: Pages
  readonly #doc: Y.Doc
  readonly #entries = new Map<string, Entry>()
  /** What the document says, also about parents that do not exist (yet). */
  readonly #claims = new Map<string, Set<string>>()
  readonly #lists = new Map<string, Map<string, readonly NodeId[]>>()
  readonly #misplaced = new Set<string>()
  #cuts = new Set<string>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.pages = readPages(doc)
    this.update(nodesOf(doc).keys(), false)
  }

  record(id: string): NodeRecord | undefined {
    const entry = this.#entries.get(id)
    if (!entry?.place) return undefined
    return (entry.record ??= readRecord(entry.id, entry.map, entry.birth, entry.place))
  }

  /** Also of deleted nodes; costs no reading of the record. */
  typeOf(id: string): string | undefined {
    return this.#entries.get(id)?.birth.t
  }

  placeOf(id: string): Place | undefined {
    return this.#entries.get(id)?.place
  }

  mapOf(id: string): NodeMap | undefined {
    return this.#entries.get(id)?.map
  }

  /** The node's own deletion, not one of something it stood in. */
  ownTrashOf(id: string): Trash | undefined {
    return this.#entries.get(id)?.at?.trash
  }

  /** Of a deleted node: the one that was deleted as such, itself or what it stood in. */
  trashRootOf(id: string): NodeId | undefined {
    const trash = this.#entries.get(id)?.trash
    let entry = this.#entries.get(id)
    while (trash && entry && entry.at?.trash !== trash) entry = this.#entries.get(entry.at?.place?.parentId ?? '')
    return trash && entry?.id
  }

  slots(parentId: string): ReadonlyMap<string, readonly NodeId[]> | undefined {
    return this.#lists.get(parentId)
  }

  list(parentId: string, slot: string): readonly NodeId[] {
    return this.#lists.get(parentId)?.get(slot) ?? none
  }

  repaired(): Set<NodeId> {
    return new Set([...this.#misplaced, ...this.#cuts] as NodeId[])
  }

  /** Deleted as such, newest first being up to the caller. */
  *trashRoots(): Iterable<NodeId> {
    for (const entry of this.#entries.values()) if (entry.at?.trash) yield entry.id
  }

  /** @param dirty - ids of nodes that were written; more than really changed does no harm */
  update(dirty: Iterable<string>, pagesDirty: boolean): TreeDelta {
    const delta: TreeDelta = { nodes: new Set(), removed: new Set(), pages: new Set() }
    const hadPages = this.pages.live.length > 0
    const moved = new Set<string>()
    const cameOrWent = new Set<string>()
    for (const id of dirty) this.#reread(id, moved, cameOrWent, delta)
    if (pagesDirty) this.#rereadPages(moved, delta)
    if (this.pages.live.length > 0 !== hadPages) for (const id of this.#entries.keys()) moved.add(id)
    if (moved.size > 0 || cameOrWent.size > 0 || pagesDirty) this.#replace(moved, cameOrWent, delta)
    for (const id of delta.nodes) if (!this.placeOf(id)) delta.nodes.delete(id)
    return delta
  }

  #reread(id: string, moved: Set<string>, cameOrWent: Set<string>, delta: TreeDelta): void {
    const map = nodesOf(this.#doc).get(id)
    const birth = readBirth(map)
    let entry = this.#entries.get(id)
    if (!birth) {
      if (!entry) return
      this.#claim(entry, undefined)
      this.#relist([[entry, undefined]], delta)
      this.#entries.delete(id)
      this.#misplaced.delete(id)
      cameOrWent.add(id)
      return
    }
    if (!entry) {
      entry = {
        id: id as NodeId,
        map: map as NodeMap,
        birth,
        atValue: undefined,
        at: undefined,
        trash: undefined,
        placed: undefined,
        place: undefined,
        record: undefined,
      }
      this.#entries.set(id, entry)
      cameOrWent.add(id)
      moved.add(id)
    }
    entry.map = map as NodeMap
    entry.birth = birth
    entry.record = undefined
    delta.nodes.add(entry.id)
    const atValue = entry.map.get('at')
    if (atValue === entry.atValue) return
    entry.atValue = atValue
    this.#claim(entry, readAt(atValue))
    moved.add(id)
  }

  #claim(entry: Entry, at: At | undefined): void {
    if (entry.at?.place) this.#claims.get(entry.at.place.parentId)?.delete(entry.id)
    entry.at = at
    if (!at?.place) return
    const claims = this.#claims.get(at.place.parentId)
    if (claims) claims.add(entry.id)
    else this.#claims.set(at.place.parentId, new Set([entry.id]))
  }

  #rereadPages(moved: Set<string>, delta: TreeDelta): void {
    const old = this.pages
    this.pages = readPages(this.#doc)
    const ids = new Set([
      ...old.byId.keys(),
      ...old.trash.keys(),
      ...this.pages.byId.keys(),
      ...this.pages.trash.keys(),
    ])
    for (const id of ids) {
      const before = old.byId.get(id)
      const now = this.pages.byId.get(id)
      if (JSON.stringify(before) !== JSON.stringify(now) || old.live.indexOf(before!) !== this.pages.live.indexOf(now!))
        delta.pages.add(id as PageId)
      if (old.trash.get(id) !== this.pages.trash.get(id) || (before === undefined) !== (now === undefined))
        for (const child of this.#claims.get(id) ?? []) moved.add(child)
    }
    for (const id of new Set([...old.sections.keys(), ...this.pages.sections.keys()])) {
      const before = old.sections.get(id)
      const now = this.pages.sections.get(id)
      if (JSON.stringify(before) !== JSON.stringify(now)) delta.pages.add(id as PageId)
      if ((before === undefined) !== (now === undefined))
        for (const child of this.#claims.get(id) ?? []) moved.add(child)
    }
  }

  #replace(moved: Set<string>, cameOrWent: Set<string>, delta: TreeDelta): void {
    const touched = this.#spreadTrash(moved, cameOrWent)
    for (const id of this.#misplaced) touched.add(id)
    for (const id of this.#cuts) touched.add(id)

    const hasPages = this.pages.live.length > 0
    const around = {
      pages: this.pages,
      hasNode: (id: string) => this.#entries.has(id),
      trashOf: (id: string) => this.#entries.get(id)?.trash,
    }
    const live: Entry[] = []
    for (const id of touched) {
      const entry = this.#entries.get(id)
      if (!entry) continue
      const placement = entry.trash || !hasPages ? undefined : placementOf(entry.at, around)
      entry.placed = placement?.place
      if (placement) live.push(entry)
      if (placement?.repaired) this.#misplaced.add(id)
      else this.#misplaced.delete(id)
    }
    this.#cuts = findCuts(
      live.map((entry) => entry.id),
      (id) => this.#entries.get(id)?.placed?.parentId,
    )
    const changes: [Entry, Place | undefined][] = []
    for (const id of new Set([...touched, ...this.#cuts])) {
      const entry = this.#entries.get(id)
      if (!entry) continue
      const { placed } = entry
      const place = placed && this.#cuts.has(id) ? homeOf(placed.pageId, placed.key, this.pages) : placed
      if (!isSamePlace(entry.place, place)) changes.push([entry, place])
    }
    this.#relist(changes, delta)
  }

  /** Works out anew which deletion each node lies under, going down only where the answer changed. */
  #spreadTrash(moved: Set<string>, cameOrWent: Set<string>): Set<string> {
    const touched = new Set(moved)
    const changed = [...cameOrWent]
    for (const id of moved) {
      const entry = this.#entries.get(id)
      if (!entry) continue
      const trash = this.#trashByChain(id)
      if (trash !== entry.trash) changed.push(id)
      entry.trash = trash
    }
    for (let id = changed.pop(); id !== undefined; id = changed.pop()) {
      for (const child of this.#claims.get(id) ?? []) {
        const entry = this.#entries.get(child)
        if (!entry) continue
        touched.add(child)
        if (moved.has(child)) continue
        const trash = this.#trashByChain(child)
        if (trash !== entry.trash) changed.push(child)
        entry.trash = trash
      }
    }
    return touched
  }

  /** From what the document says alone, because remembered answers of the nodes above may be stale. */
  #trashByChain(start: string): Trash | undefined {
    const chain: Entry[] = []
    const onChain = new Set<string>()
    for (
      let entry = this.#entries.get(start);
      entry;
      entry = entry.at?.place && this.#entries.get(entry.at.place.parentId)
    ) {
      if (onChain.has(entry.id)) return undefined
      onChain.add(entry.id)
      chain.push(entry)
    }
    let above: Trash | undefined
    const around = { pages: this.pages, hasNode: (id: string) => this.#entries.has(id), trashOf: () => above }
    for (const entry of chain.reverse()) above = trashUnder(entry.id, entry.at, around)
    return above
  }

  #relist(changes: readonly (readonly [Entry, Place | undefined])[], delta: TreeDelta): void {
    const lists = new Map<string, { parentId: ParentId; slot: string; gone: Set<string>; came: NodeId[] }>()
    const listAt = ({ parentId, slot }: Place) => {
      const key = JSON.stringify([parentId, slot])
      let list = lists.get(key)
      if (!list) lists.set(key, (list = { parentId, slot, gone: new Set(), came: [] }))
      return list
    }
    for (const [entry, place] of changes) {
      if (entry.place) listAt(entry.place).gone.add(entry.id)
      if (place) listAt(place).came.push(entry.id)
      if (entry.place && !place) delta.removed.add(entry.id)
      if (!entry.place || entry.place.parentId !== place?.parentId || entry.place.slot !== place.slot) {
        entry.record = undefined
        delta.nodes.add(entry.id)
      }
      entry.place = place
    }
    for (const { parentId, slot, gone, came } of lists.values()) {
      const old = this.list(parentId, slot)
      const stay = gone.size > 0 ? old.filter((id) => !gone.has(id)) : old
      const list = merge(stay, came, (id) => ({ id, key: this.placeOf(id)?.key ?? '' }))
      if (list.length === old.length && list.every((id, at) => id === old[at])) continue
      this.#setList(parentId, slot, list)
      if (isRoot(this.pages, parentId)) delta.pages.add(parentId as PageId)
      else delta.nodes.add(parentId as NodeId)
    }
  }

  #setList(parentId: string, slot: string, list: readonly NodeId[]): void {
    const slots = this.#lists.get(parentId)
    if (list.length > 0) {
      if (slots) slots.set(slot, list)
      else this.#lists.set(parentId, new Map([[slot, list]]))
    } else if (slots) {
      slots.delete(slot)
      if (slots.size === 0) this.#lists.delete(parentId)
    }
  }
}

function merge(
  stay: readonly NodeId[],
  came: NodeId[],
  keyOf: (id: NodeId) => { id: string; key: string },
): readonly NodeId[] {
  if (came.length === 0) return stay
  const news = came.map(keyOf).sort(compareOrder)
  const merged: NodeId[] = []
  let next = 0
  for (const id of stay) {
    const old = keyOf(id)
    while (next < news.length && compareOrder(news[next]!, old) < 0) merged.push(news[next++]!.id as NodeId)
    merged.push(id)
  }
  while (next < news.length) merged.push(news[next++]!.id as NodeId)
  return merged
}

function isSamePlace(a: Place | undefined, b: Place | undefined): boolean {
  return (
    a === b ||
    (a?.parentId === b?.parentId && a?.slot === b?.slot && a?.key === b?.key && (a === undefined) === (b === undefined))
  )
}
