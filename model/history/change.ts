import type { NodeId, PageId, ParentId, SectionId } from '../ids.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import { conditionKey, editedKey, lockKey, readItemKey, readOverrideTextKey, textKey } from '../schema.ts'
import { isTabKey } from '../tree/page-tab.ts'

/** One thing that differs between two states of a document: what a list of changes shows, and what can be taken back. */
export type Change =
  | BlockChange
  | PropChange
  | ConditionChange
  | LockChange
  | PageChange
  | PageEntryChange
  | SectionChange
  | RootChange

interface OfBlock {
  readonly nodeId: NodeId
  readonly type: string
  /** To name it by: as they are now, or were where it is gone. */
  readonly props: JsonObject
  /** The page or section it stands on; the one it stood on where it is gone. */
  readonly rootId: PageId | undefined
}

export type BlockChange = OfBlock &
  (
    | { readonly what: 'block-added'; readonly holds: number }
    /** `holds`: what came or went with it, inside of it. */
    | { readonly what: 'block-removed'; readonly holds: number }
    | {
        readonly what: 'block-moved'
        readonly how: 'order' | 'into' | 'page'
        readonly from: Spot
        readonly to: Spot
      }
  )

/** Where a block stood: in what, and behind which others, the nearest first. */
export interface Spot {
  readonly parentId: ParentId
  readonly slot: string
  readonly rootId: PageId | undefined
  readonly behind: readonly NodeId[]
}

export interface Values {
  readonly before: JsonValue | undefined
  readonly after: JsonValue | undefined
}

/** One property, as stored. */
export type PropChange = OfBlock & Values & { readonly what: 'prop'; readonly prop: string }

/** When it is shown: one condition of it. */
export type ConditionChange = OfBlock & Values & { readonly what: 'condition'; readonly name: string }

/** `prop` is `*` for the whole block. */
export type LockChange = OfBlock & { readonly what: 'lock'; readonly prop: string; readonly locked: boolean }

interface OfPage {
  readonly pageId: PageId
  readonly title: string
}

export type PageChange = OfPage & { readonly what: 'page-added' | 'page-removed' }

/** One entry of a page's map: `title`, `slug`, `order` (it stands elsewhere among the pages), `tab`, a setting. */
export type PageEntryChange = OfPage & Values & { readonly what: 'page-entry'; readonly key: string }

export type SectionChange = { readonly sectionId: SectionId; readonly name: string } & (
  | { readonly what: 'section-added' }
  | { readonly what: 'section-removed' }
  | ({ readonly what: 'section-named' } & Values)
)

/** Of the whole program: `theme` by choice, `meta` by `name`, `language` or `contentOnly`. */
export type RootChange = Values & { readonly what: 'theme' | 'meta'; readonly key: string }

/** An entry of the document: its root, the record in it (null where the root has none) and the record's entry (null: the record itself). */
export type EntryName = readonly [root: string, id: string | null, key: string | null]

/** The entries whose writing made this change: who wrote them last made it. */
export function entriesOf(change: Change): readonly EntryName[] {
  switch (change.what) {
    case 'block-added':
    case 'block-removed':
    case 'block-moved':
      return [
        ['nodes', change.nodeId, 'at'],
        ['nodes', change.nodeId, null],
      ]
    case 'prop':
      return [
        ['nodes', change.nodeId, editedKey(change.prop)],
        ['nodes', change.nodeId, textKey(change.prop)],
      ]
    case 'condition':
      return [['nodes', change.nodeId, conditionKey(change.name)]]
    case 'lock':
      return [['nodes', change.nodeId, lockKey(change.prop)]]
    case 'page-added':
    case 'page-removed':
      return [
        ['pages', change.pageId, 'trashed'],
        ['pages', change.pageId, null],
      ]
    case 'page-entry':
      return [['pages', change.pageId, change.key]]
    case 'section-added':
    case 'section-removed':
      return [
        ['sections', change.sectionId, 'deleted'],
        ['sections', change.sectionId, null],
      ]
    case 'section-named':
      return [['sections', change.sectionId, 'name']]
    case 'theme':
    case 'meta':
      return [[change.what, null, change.key]]
  }
}

/** The entry that {@link entriesOf} names where this one was written: an item tells of the whole list, a label of its tab. */
export function entryToldBy([root, id, key]: EntryName): EntryName {
  if (key === null) return [root, id, key]
  if (root === 'pages' && isTabKey(key)) return [root, id, 'tab']
  const part = root === 'nodes' ? (readItemKey(key) ?? readOverrideTextKey(key)) : undefined
  return part ? [root, id, editedKey(part.prop)] : [root, id, key]
}

/** Tells changes of one list apart. */
export function keyOfChange(change: Change): string {
  return `${change.what} ${entriesOf(change)
    .map((entry) => entry.join('/'))
    .join(' ')}`
}
