import * as Y from 'yjs'
import type { NodeId, PageId, ParentId, SectionId } from '../ids.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import { readTree } from '../read-tree.ts'
import type { ProgramTree } from '../read-tree.ts'
import { isSameJson } from '../rich-text.ts'
import { contentOnlyKey, metaOf, pagesOf } from '../schema.ts'
import { wordsOf } from '../shared-text.ts'
import type { NodeRecord } from '../tree/node-record.ts'
import { isTabKey, readTab } from '../tree/page-tab.ts'
import type { Change, Spot } from './change.ts'
import { keptInOrder } from '../longest-run.ts'

/**
 * What differs between two states of one document, as a person would tell it: what came or went inside of something is told
 * with that, and one block dragged past ten others is one move. Pages in their order, then blocks in theirs.
 * @throws NewerDocumentError
 */
export function compareDocs(before: Y.Doc, after: Y.Doc): readonly Change[] {
  const [old, now] = [read(before), read(after)]
  return [
    ...rootChanges(old, now),
    ...sectionChanges(old, now),
    ...pageChanges(old, now),
    ...goneBlocks(old, now),
    ...movedBlocks(old, now),
    ...[...now.tree.nodes.values()].flatMap((node) => blockChanges(node, old, now)),
  ]
}

interface State {
  readonly doc: Y.Doc
  readonly tree: ProgramTree
  /** The page or section that each node stands on. */
  rootOf(id: ParentId): PageId | undefined
}

function read(doc: Y.Doc): State {
  const tree = readTree(doc)
  const roots = new Set<string>([...tree.pages, ...tree.sections].map(({ id }) => id))
  const rootOf = (id: ParentId): PageId | undefined => {
    let at = id
    for (let node = tree.nodes.get(at as NodeId); node; node = tree.nodes.get(at as NodeId)) at = node.place.parentId
    return roots.has(at) ? (at as PageId) : undefined
  }
  return { doc, tree, rootOf }
}

function rootChanges(old: State, now: State): readonly Change[] {
  const changed = (what: 'theme' | 'meta', before: JsonObject, after: JsonObject) =>
    namesOf(before, after).flatMap((key): Change[] =>
      isSameJson(before[key], after[key]) ? [] : [{ what, key, before: before[key], after: after[key] }],
    )
  return [...changed('meta', metaIn(old.doc), metaIn(now.doc)), ...changed('theme', old.tree.theme, now.tree.theme)]
}

function metaIn(doc: Y.Doc): JsonObject {
  const told = ['name', 'language', contentOnlyKey]
  const entries = [...metaOf(doc).entries()].filter(([key]) => told.includes(key))
  return Object.fromEntries(entries.map(([key, value]) => [key, wordsOf(value) ?? value])) as JsonObject
}

function sectionChanges(old: State, now: State): readonly Change[] {
  const before = new Map(old.tree.sections.map((section) => [section.id, section]))
  const after = new Map(now.tree.sections.map((section) => [section.id, section]))
  const ids = [...new Set<SectionId>([...after.keys(), ...before.keys()])]
  return ids.flatMap((sectionId): Change[] => {
    const [was, is] = [before.get(sectionId), after.get(sectionId)]
    const [wasThere, isThere] = [was?.isDeleted === false, is?.isDeleted === false]
    const name = is?.name ?? was?.name ?? ''
    if (wasThere !== isThere) return [{ what: isThere ? 'section-added' : 'section-removed', sectionId, name }]
    if (!was || !is || was.name === is.name) return []
    return [{ what: 'section-named', sectionId, name, before: was.name, after: is.name }]
  })
}

function entriesOfPage(doc: Y.Doc, id: string): JsonObject {
  const map = pagesOf(doc).get(id)
  return map instanceof Y.Map ? readPageEntries(map) : {}
}

/** Entries of a page that are told; its `trashed` is what added and removed pages are. */
export function readPageEntries(map: Y.Map<unknown>): JsonObject {
  const told = [...map.entries()]
    .map(([key, value]) => [key, wordsOf(value) ?? value] as const)
    .filter(([key, value]) => key !== 'trashed' && !isTabKey(key) && !(value instanceof Y.AbstractType))
  return Object.fromEntries([...told, ['tab', readTab(map)]]) as { readonly [key: string]: JsonValue }
}

function pageChanges(old: State, now: State): readonly Change[] {
  const before = new Map(old.tree.pages.map((page) => [page.id, page]))
  const after = new Map(now.tree.pages.map((page) => [page.id, page]))
  const kept = keptInOrder([...before.keys()], [...after.keys()])
  const present = [...after.values()].flatMap(({ id: pageId, title }): Change[] => {
    if (!before.has(pageId)) return [{ what: 'page-added', pageId, title }]
    const [was, is] = [entriesOfPage(old.doc, pageId), entriesOfPage(now.doc, pageId)]
    return namesOf(was, is).flatMap((key): Change[] =>
      // New keys for all pages are no change as long as their order is the same.
      isSameJson(was[key], is[key]) || (key === 'order' && kept.has(pageId))
        ? []
        : [{ what: 'page-entry', pageId, title, key, before: was[key], after: is[key] }],
    )
  })
  const gone = [...before.values()].filter(({ id }) => !after.has(id))
  return [...present, ...gone.map(({ id: pageId, title }) => ({ what: 'page-removed' as const, pageId, title }))]
}

function goneBlocks(old: State, now: State): readonly Change[] {
  const isGone = (id: ParentId) =>
    old.tree.nodes.has(id as NodeId)
      ? !now.tree.nodes.has(id as NodeId)
      : old.rootOf(id) !== undefined && now.rootOf(id) === undefined
  return [...old.tree.nodes.values()].flatMap((node): Change[] =>
    !isGone(node.id) || isGone(node.place.parentId)
      ? []
      : [{ what: 'block-removed', ...ofBlock(node, old), holds: heldBy(node.id, old.tree) }],
  )
}

/** In the order in which they stood: taken back one after the other, each finds what it stood behind. */
function movedBlocks(old: State, now: State): readonly Change[] {
  const lists = [...old.tree.children].flatMap(([parentId, slots]) =>
    Object.entries(slots).map(([slot, ids]) => ({ parentId, slot, ids })),
  )
  return lists.flatMap(({ parentId, slot, ids }) => {
    const kept = keptInOrder(ids, now.tree.children.get(parentId)?.[slot] ?? [])
    return ids.flatMap((id): Change[] => {
      const node = now.tree.nodes.get(id)
      if (!node || kept.has(id)) return []
      const isHere = node.place.parentId === parentId && node.place.slot === slot
      const how = isHere ? 'order' : old.rootOf(id) === now.rootOf(id) ? 'into' : 'page'
      return [{ what: 'block-moved', ...ofBlock(node, now), how, from: spotOf(id, old), to: spotOf(id, now) }]
    })
  })
}

function blockChanges(node: NodeRecord, old: State, now: State): readonly Change[] {
  const was = old.tree.nodes.get(node.id)
  const of = ofBlock(node, now)
  if (!was) {
    const { parentId } = node.place
    const cameWith = !old.tree.nodes.has(parentId as NodeId) && old.rootOf(parentId) === undefined
    return cameWith ? [] : [{ what: 'block-added', ...of, holds: heldBy(node.id, now.tree) }]
  }
  const props = namesOf(was.props, node.props).flatMap((prop): Change[] => {
    const [before, after] = [was.props[prop], node.props[prop]]
    return isSameJson(before, after) ? [] : [{ what: 'prop', ...of, prop, before, after }]
  })
  const [shown, shows] = [was.showWhen ?? {}, node.showWhen ?? {}]
  const conditions = namesOf(shown, shows).flatMap((name): Change[] => {
    const [before, after] = [shown[name], shows[name]]
    return isSameJson(before, after) ? [] : [{ what: 'condition', ...of, name, before, after }]
  })
  const locks = [...new Set([...(was.locks ?? []), ...(node.locks ?? [])])].flatMap((prop): Change[] => {
    const locked = node.locks?.includes(prop) ?? false
    return locked === (was.locks?.includes(prop) ?? false) ? [] : [{ what: 'lock', ...of, prop, locked }]
  })
  return [...props, ...conditions, ...locks]
}

function ofBlock({ id, type, props }: NodeRecord, { rootOf }: State) {
  return { nodeId: id, type, props, rootId: rootOf(id) }
}

function spotOf(id: NodeId, { tree, rootOf }: State): Spot {
  const { parentId, slot } = tree.nodes.get(id)!.place
  const siblings = tree.children.get(parentId)?.[slot] ?? []
  return { parentId, slot, rootId: rootOf(id), behind: siblings.slice(0, siblings.indexOf(id)).reverse() }
}

function heldBy(id: NodeId, tree: ProgramTree): number {
  const children = Object.values(tree.children.get(id) ?? {}).flat()
  return children.reduce((sum, child) => sum + 1 + heldBy(child, tree), 0)
}

function namesOf(one: JsonObject, other: JsonObject): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
}
