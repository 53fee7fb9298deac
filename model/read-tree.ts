import type * as Y from 'yjs'
import { readCodeBlocks, type CodeBlockRecord } from './code-blocks.ts'
import type { NodeId, ParentId } from './ids.ts'
import type { JsonObject, JsonValue } from './json.ts'
import { assertReadable } from './newer-document-error.ts'
import { compareOrder } from './order-key.ts'
import { contentOnlyKey, metaOf, nodesOf, readAt, readBirth, themeOf } from './schema.ts'
import type { At, Birth, Language, NodeMap, Place, Trash } from './schema.ts'
import { wordsOf } from './shared-text.ts'
import { readRecord } from './tree/node-record.ts'
import type { NodeRecord } from './tree/node-record.ts'
import { readPages } from './tree/pages.ts'
import type { PageRecord } from './tree/pages.ts'
import type { SectionRecord } from './tree/sections.ts'
import { findCuts, homeOf, placementOf, trashUnder } from './tree/placement.ts'

/** A program as everybody sees it: a tree for certain, whatever people did at once. */
export interface ProgramTree {
  readonly name: string
  readonly language: Language
  readonly theme: JsonObject
  readonly contentOnly: boolean
  readonly pages: readonly PageRecord[]
  /** In order, with deleted ones. */
  readonly sections: readonly SectionRecord[]
  /** In order, with deleted ones. */
  readonly codeBlocks: readonly CodeBlockRecord[]
  readonly nodes: ReadonlyMap<NodeId, NodeRecord>
  /** Children in order, by parent and slot. Only what has children is listed. */
  readonly children: ReadonlyMap<ParentId, { readonly [slot: string]: readonly NodeId[] }>
  /** Nodes shown elsewhere than the document says, because it cannot be shown as it says. */
  readonly repaired: ReadonlySet<NodeId>
}

interface RawNode {
  readonly map: NodeMap
  readonly birth: Birth
  readonly at: At | undefined
}

/**
 * Reads the whole document. Pure: the same document gives the same tree on every machine, and nothing is written.
 * For one reading (publish, export, tests); what follows edits is {@link openProgram}, which equals it at every step.
 * @throws NewerDocumentError
 */
export function readTree(doc: Y.Doc): ProgramTree {
  assertReadable(doc)
  const pages = readPages(doc)
  const raw = new Map<string, RawNode>()
  for (const [id, map] of nodesOf(doc).entries()) {
    const birth = readBirth(map)
    if (birth) raw.set(id, { map: map as NodeMap, birth, at: readAt((map as NodeMap).get('at')) })
  }
  const trashOf = findTrash(raw, (id, at, known) =>
    trashUnder(id, at, { pages, hasNode: (other) => raw.has(other), trashOf: known }),
  )
  const around = { pages, hasNode: (id: string) => raw.has(id), trashOf }

  const places = new Map<string, Place>()
  const repaired = new Set<NodeId>()
  for (const [id, { at }] of raw) {
    if (pages.live.length === 0 || trashOf(id)) continue
    const placement = placementOf(at, around)
    places.set(id, placement.place)
    if (placement.repaired) repaired.add(id as NodeId)
  }
  for (const id of findCuts(places.keys(), (node) => places.get(node)?.parentId)) {
    const place = places.get(id)
    if (!place) continue
    places.set(id, homeOf(place.pageId, place.key, pages))
    repaired.add(id as NodeId)
  }

  const nodes = new Map<NodeId, NodeRecord>()
  const children = new Map<ParentId, { [slot: string]: NodeId[] }>()
  const order = [...places].map(([id, place]) => ({ id: id as NodeId, key: place.key, place })).sort(compareOrder)
  for (const { id, place } of order) {
    const { map, birth } = raw.get(id)!
    nodes.set(id, readRecord(id, map, birth, place))
    const slots = children.get(place.parentId) ?? {}
    children.set(place.parentId, slots)
    ;(slots[place.slot] ??= []).push(id)
  }
  return {
    ...readMeta(doc),
    pages: pages.live,
    sections: [...pages.sections.values()],
    codeBlocks: [...readCodeBlocks(doc).values()],
    nodes,
    children,
    repaired,
  }
}

/** Follows each chain of parents once. A chain that runs into itself, or off the document, ends in no deletion. */
function findTrash(
  raw: ReadonlyMap<string, RawNode>,
  under: (id: string, at: At | undefined, known: (id: string) => Trash | undefined) => Trash | undefined,
): (id: string) => Trash | undefined {
  const found = new Map<string, Trash | undefined>()
  const known = (id: string) => found.get(id)
  for (const start of raw.keys()) {
    const chain: string[] = []
    const onChain = new Set<string>()
    let id = start
    while (raw.has(id) && !found.has(id) && !onChain.has(id)) {
      chain.push(id)
      onChain.add(id)
      const at = raw.get(id)?.at
      if (!at?.place) break
      id = at.place.parentId
    }
    const loop = onChain.has(id) && raw.get(id)?.at?.place ? chain.slice(chain.indexOf(id)) : []
    for (const member of loop) found.set(member, undefined)
    for (const node of chain.slice(0, chain.length - loop.length).reverse())
      found.set(node, under(node, raw.get(node)?.at, known))
  }
  return known
}

export function readMeta(doc: Y.Doc): Pick<ProgramTree, 'name' | 'language' | 'theme' | 'contentOnly'> {
  const theme = [...themeOf(doc).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    name: wordsOf(metaOf(doc).get('name')) ?? '',
    language: metaOf(doc).get('language') === 'en' ? 'en' : 'zh-CN',
    theme: Object.fromEntries(theme as [string, JsonValue][]),
    contentOnly: metaOf(doc).get(contentOnlyKey) === true,
  }
}
