/**
 * Whether somebody who may edit, but not lock, may write one entry of the document. Pure, and read from the document
 * itself: the server asks it for every entry of an update before the update is stored.
 */
import * as Y from 'yjs'
import type { JsonValue } from '../json.ts'
import {
  contentOnlyKey,
  isLockKey,
  isUnset,
  lockKey,
  metaOf,
  nodesOf,
  propOfKey,
  readAt,
  readBirth,
  readItemKey,
  readLocks,
  readProps,
  readTextMark,
  schemaVersion,
  sectionsOf,
  wholeBlock,
} from '../schema.ts'
import { instanceType } from '../section-instance.ts'

/** An entry that an update writes, takes away, or changes inside. */
export interface WrittenEntry {
  /** Name of the root map. */
  readonly root: string
  /** Key in the root; null where the root is no map. */
  readonly id: string | null
  /** Key in the map under it; undefined when it is written, replaced or taken away as a whole. */
  readonly key: string | null | undefined
  /** What is written; undefined for what is taken away or changed inside. */
  readonly value: unknown
}

export type ChangeRefusal =
  /** The structure is locked, and this is more than a word, picture, price or date. */
  | 'structure-locked'
  /** This block or field is. */
  | 'locked'
  /** Locks themselves. */
  | 'not-yours-to-lock'

/** Whether a change of this property changes words, pictures, amounts or moments and nothing else. */
export type IsContentChange = (change: {
  readonly type: string
  readonly prop: string
  readonly before: JsonValue | undefined
  readonly after: JsonValue | undefined
}) => boolean

export function refusalOfEntry(
  doc: Y.Doc,
  entry: WrittenEntry,
  isContentChange: IsContentChange,
): ChangeRefusal | undefined {
  const { root, id, key } = entry
  if (root === 'meta' && id === contentOnlyKey) return 'not-yours-to-lock'
  if (root === 'nodes' && typeof key === 'string' && isLockKey(key)) return 'not-yours-to-lock'
  const contentOnly = metaOf(doc).get(contentOnlyKey) === true
  // Words in a list may be the first thing that older versions would misread.
  if (root === 'meta' && id === 'schemaVersion' && key === undefined && entry.value === schemaVersion) return undefined
  if (root !== 'nodes' || id === null) {
    if (contentOnly) return 'structure-locked'
    return root === 'pages' || root === 'sections' ? refusalOfRoot(doc, entry) : undefined
  }
  const node = nodesOf(doc).get(id)
  if (contentOnly && !isContent(node, entry, doc, isContentChange)) return 'structure-locked'
  return refusalOfNode(doc, node, entry)
}

/** A page or section taken away takes along what stands on it; replaced as a whole it would be another. */
function refusalOfRoot(doc: Y.Doc, { root, id, key, value }: WrittenEntry): ChangeRefusal | undefined {
  const isOld = id !== null && (root === 'pages' ? doc.getMap('pages').has(id) : sectionsOf(doc).has(id))
  if (key === undefined) return isOld && holdsLocked(doc, id) ? 'locked' : undefined
  const seen = root === 'pages' && key === 'trashed' && Array.isArray(value) ? value.map(String) : []
  return seen.some((each) => hasLocks(doc, each)) ? 'locked' : undefined
}

function refusalOfNode(doc: Y.Doc, node: unknown, { id, key, value }: WrittenEntry): ChangeRefusal | undefined {
  if (id === null) return undefined
  if (key === undefined) return hasLocks(doc, id) || isBlockLocked(doc, id) ? 'locked' : undefined
  if (key === 'at') return refusalOfPlace(doc, node, id, value)
  if (!(node instanceof Y.Map)) return undefined // made by this very update
  if (isBlockLocked(doc, id)) return 'locked'
  const prop = key === null ? undefined : propOfKey(key)
  if (prop === undefined) return key === 'b' && hasLocks(doc, id) ? 'locked' : undefined
  if (node.get(lockKey(prop)) === true) return 'locked'
  const part = partOf(prop)
  if (!part) return undefined
  const source = nodesOf(doc).get(part.id)
  const isPropLocked = source instanceof Y.Map && source.get(lockKey(part.prop)) === true
  return isPropLocked || isBlockLocked(doc, part.id) ? 'locked' : undefined
}

function refusalOfPlace(doc: Y.Doc, node: unknown, id: string, value: unknown): ChangeRefusal | undefined {
  const before = node instanceof Y.Map ? readAt(node.get('at'))?.place : undefined
  const after = readAt(value)
  if (after?.trash) {
    const gone = [id, ...after.trash.seen]
    return gone.some((each) => hasLocks(doc, each)) || isBlockLocked(doc, id) ? 'locked' : undefined
  }
  const stays = before && after?.place && before.parentId === after.place.parentId && before.slot === after.place.slot
  if (stays) return undefined
  if (node instanceof Y.Map && isBlockLocked(doc, id)) return 'locked'
  return after?.place && isBlockLocked(doc, after.place.parentId) ? 'locked' : undefined
}

function isContent(node: unknown, { key, value }: WrittenEntry, doc: Y.Doc, isContentChange: IsContentChange): boolean {
  const prop = typeof key === 'string' ? propOfKey(key) : undefined
  const birth = readBirth(node)
  if (prop === undefined || !birth || !(node instanceof Y.Map)) return false
  const item = readItemKey(String(key))
  // Where an item stands, and whether it is there, is structure.
  if (item?.field === '') return false
  const own = item ? [{}] : readProps(node, birth)[prop]
  // Of a field of an item, any value at all: what it says now does not matter for what kind of thing it holds.
  const whole = readTextMark(value) === undefined ? (value as JsonValue | undefined) : ''
  const set = item ? [{ [item.field]: null }] : whole
  const after = isUnset(set) ? undefined : (set ?? birth.p[prop])
  if (birth.t !== instanceType) return isContentChange({ type: birth.t, prop, before: own, after })
  // An override says what is other than in the section: until there is one, the section's own value is what was shown.
  const part = partOf(prop)
  const source = part && nodesOf(doc).get(part.id)
  const sourceBirth = readBirth(source)
  if (!part || !sourceBirth || !(source instanceof Y.Map)) return false
  const before = own ?? readProps(source, sourceBirth)[part.prop]
  return isContentChange({ type: sourceBirth.t, prop: part.prop, before, after })
}

/** What an override is about: the last node of its path, and the property. */
function partOf(prop: string): { readonly id: string; readonly prop: string } | undefined {
  const at = prop.indexOf('/')
  if (at <= 0) return undefined
  const path = prop.slice(0, at)
  return { id: path.slice(path.lastIndexOf('~') + 1), prop: prop.slice(at + 1) }
}

function hasLocks(doc: Y.Doc, id: string): boolean {
  const node = nodesOf(doc).get(id)
  return node instanceof Y.Map && readLocks(node) !== undefined
}

/** By its own lock or that of what it stands in. Nodes that stand in each other in a circle are looked at once. */
function isBlockLocked(doc: Y.Doc, id: string): boolean {
  const looked = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !looked.has(at);) {
    looked.add(at)
    const node: unknown = nodesOf(doc).get(at)
    if (!(node instanceof Y.Map)) return false
    if (node.get(lockKey(wholeBlock)) === true) return true
    const place = readAt(node.get('at'))
    at = (place?.place ?? place?.trash?.before)?.parentId
  }
  return false
}

function holdsLocked(doc: Y.Doc, rootId: string): boolean {
  for (const [id, node] of nodesOf(doc).entries()) {
    if (!(node instanceof Y.Map) || !readLocks(node)) continue
    const looked = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !looked.has(at);) {
      if (at === rootId) return true
      looked.add(at)
      const map: unknown = nodesOf(doc).get(at)
      at = map instanceof Y.Map ? readAt(map.get('at'))?.place?.parentId : undefined
    }
  }
  return false
}
