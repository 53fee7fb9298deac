import * as Y from 'yjs'
import type { NodeId, PageId } from '../ids.ts'
import type { JsonValue } from '../json.ts'
import { setContentOnly, setLock } from '../locks/locks.ts'
import { changeTab } from '../operations/change-tab.ts'
import { canHold } from '../operations/place-node.ts'
import { moveNode, moveNodes } from '../operations/move-node.ts'
import { rawPage } from '../operations/page-maps.ts'
import { removePage, restorePage } from '../operations/pages.ts'
import { descendantsOf, removeNode, restoreNode } from '../operations/remove-node.ts'
import { deleteSection, renameSection, restoreSection } from '../operations/sections.ts'
import { setRichText } from '../operations/change-text.ts'
import { setProp } from '../operations/set-prop.ts'
import { setWords } from '../operations/set-words.ts'
import { sharedTextOf, wordsOf } from '../shared-text.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { isRichText, isSameJson } from '../rich-text.ts'
import { conditionKey, contentOnlyKey, isObject, metaOf, nodesOf, pagesOf, sectionsOf, themeOf } from '../schema.ts'
import { setEntry } from '../operations/place-node.ts'
import { readTab, type PageTab } from '../tree/page-tab.ts'
import { isOverrideName } from '../section-instance.ts'
import { bringBack } from './bring-back.ts'
import type {
  BlockChange,
  Change,
  ConditionChange,
  PropChange,
  RootChange,
  SectionChange,
  Spot,
  Values,
} from './change.ts'
import { mergeBack } from './merge-back.ts'

export type RevertRefusal =
  /** It is as it was before already. */
  | 'already'
  /** Somebody wrote the same value again; `evenIfChanged` sets it back all the same. */
  | 'changed-since'
  | 'moved-since'
  /** What it is about was deleted since. */
  | 'gone'
  /** Where it stood is not there any more. */
  | 'place-gone'
  | 'inside-itself'
  | 'last-page'
  /** Others put something on the page since, which goes with it under `evenIfChanged`. */
  | 'holds-later-work'

/** Where something newer is there, and `evenIfChanged` takes the change back at its cost. */
export const canInsist: ReadonlySet<RevertRefusal> = new Set(['changed-since', 'moved-since', 'holds-later-work'])

export interface RevertOptions {
  /** The states that the change was found between. */
  readonly before: Y.Doc
  readonly after: Y.Doc
  /** Whether a string of a block's property holds words, which merge with what others wrote in them since. */
  readonly isText?: (type: string, prop: string, path: readonly (string | number)[]) => boolean
  readonly evenIfChanged?: boolean
}

/**
 * [M71] Takes one change back, wherever the program stands by now: what others did since stays, also in the same text or
 * list. An ordinary edit; the caller opens the transaction.
 * @returns a refusal, with nothing changed, where nothing of it is left to take back
 */
export function revertChange(program: Program, change: Change, options: RevertOptions): Outcome<RevertRefusal> {
  return program.doc.transact(() => revert(program, change, options))
}

function revert(program: Program, change: Change, options: RevertOptions): Outcome<RevertRefusal> {
  switch (change.what) {
    case 'block-added':
      return takeOut(program, change, options)
    case 'block-removed':
      return putBack(program, change, options)
    case 'block-moved':
      return moveBack(program, change, options)
    case 'prop':
      return revertProp(program, change, options)
    case 'condition':
      return revertCondition(program, change, options)
    case 'lock':
      if (!program.node(change.nodeId)) return refused('gone')
      if ((program.node(change.nodeId)?.locks?.includes(change.prop) ?? false) !== change.locked)
        return refused('already')
      return setLock(program, change.nodeId, change.prop, !change.locked)
    case 'page-added':
      return takePageOut(program, change.pageId, options)
    case 'page-removed':
      return putPageBack(program, change.pageId, options)
    case 'page-entry': {
      const map = program.page(change.pageId) && rawPage(program, change.pageId)
      if (!map) return refused('gone')
      const outcome =
        change.key === 'tab' ? revertTab(map, change, options) : revertValue(map, change.key, change, options)
      program.wrote(change.pageId)
      return outcome
    }
    case 'section-added':
    case 'section-removed':
    case 'section-named':
      return revertSection(program, change, options)
    case 'theme':
    case 'meta':
      return revertRoot(program, change, options)
  }
}

/** What others put into it since comes out first, to where it stood. */
function takeOut(program: Program, { nodeId }: BlockChange, { after }: RevertOptions): Outcome<RevertRefusal> {
  const node = program.node(nodeId)
  if (!node) return refused('already')
  const own = new Set<string>([nodeId, ...storedUnder(after, nodeId)])
  const strangers = descendantsOf(program, nodeId).filter(
    (id) => !own.has(id) && own.has(program.node(id)?.place.parentId ?? ''),
  )
  const { parentId, slot } = node.place
  const index = program.children(parentId, slot).indexOf(nodeId)
  if (strangers.length > 0) moveNodes(program, strangers, { parentId, slot, index: index + 1 })
  return removeNode(program, nodeId)
}

function putBack(program: Program, { nodeId }: BlockChange, { before }: RevertOptions): Outcome<RevertRefusal> {
  if (program.node(nodeId)) return refused('already')
  if (program.index.ownTrashOf(nodeId)) return restoreNode(program, nodeId)
  if (nodesOf(program.doc).has(nodeId)) return refused('place-gone')
  // Its creation was undone: it is made again, with what was in it and has gone likewise.
  for (const id of [nodeId, ...storedUnder(before, nodeId)])
    if (!nodesOf(program.doc).has(id) && bringBack(nodesOf(program.doc), nodesOf(before), id)) program.wrote(id)
  return done
}

function storedUnder(doc: Y.Doc, id: NodeId): NodeId[] {
  const children = new Map<string, NodeId[]>()
  for (const [child, map] of nodesOf(doc).entries()) {
    const at: unknown = map instanceof Y.Map ? map.get('at') : undefined
    const parent: unknown = Array.isArray(at) ? at[0] : undefined
    if (typeof parent === 'string') children.set(parent, [...(children.get(parent) ?? []), child as NodeId])
  }
  const found = [...(children.get(id) ?? [])]
  for (let at = 0; at < found.length && at < nodesOf(doc).size; at++) found.push(...(children.get(found[at]!) ?? []))
  return found
}

function moveBack(
  program: Program,
  { nodeId, from, to }: BlockChange & { readonly what: 'block-moved' },
  { evenIfChanged }: RevertOptions,
): Outcome<RevertRefusal> {
  const node = program.node(nodeId)
  if (!node) return refused('gone')
  const { parentId, slot } = node.place
  const isThere = parentId === to.parentId && slot === to.slot
  if (!isThere && parentId === from.parentId && slot === from.slot) return refused('already')
  if (!isThere && !evenIfChanged) return refused('moved-since')
  if (!canHold(program, from.parentId)) return refused('place-gone')
  const moved = moveNode(program, nodeId, {
    parentId: from.parentId,
    slot: from.slot,
    index: indexOf(program, nodeId, from),
  })
  return moved.ok || moved.reason === 'inside-itself' ? moved : refused('place-gone')
}

/** Behind the nearest of those that it stood behind and that are still there; first where there is none. */
function indexOf(program: Program, nodeId: NodeId, { parentId, slot, behind }: Spot): number {
  const siblings = program.children(parentId, slot).filter((id) => id !== nodeId)
  const nearest = behind.find((id) => siblings.includes(id))
  return nearest === undefined ? 0 : siblings.indexOf(nearest) + 1
}

function revertProp(program: Program, change: PropChange, options: RevertOptions): Outcome<RevertRefusal> {
  const { nodeId, type, prop, before, after } = change
  const node = program.node(nodeId)
  if (!node) return refused('gone')
  const now = node.props[prop]
  if (isSameJson(now, before)) return refused('already')
  const { isText, evenIfChanged } = options
  const isShared = program.text(nodeId, prop) !== undefined
  const merged = mergeBack(before, after, now, (path) => isShared || isText?.(type, prop, path) === true)
  const isMerged = merged !== null && !isSameJson(merged.value, now)
  if (!isMerged && !evenIfChanged) return refused('changed-since')
  const value = isMerged ? merged.value : before
  if (!isShared || (value === undefined && isOverrideName(prop)))
    return setProp(program, nodeId, prop, value, { isText: (field) => isText?.(type, prop, [0, field]) === true })
  // Marks go back too, which a text set as plain words would keep.
  return setRichText(program, nodeId, prop, typeof value === 'string' || isRichText(value) ? value : '')
}

function revertCondition(program: Program, change: ConditionChange, options: RevertOptions): Outcome<RevertRefusal> {
  const node = program.node(change.nodeId)
  if (!node) return refused('gone')
  const now = node.showWhen?.[change.name]
  if (isSameJson(now, change.before)) return refused('already')
  if (!isSameJson(now, change.after) && !options.evenIfChanged) return refused('changed-since')
  setEntry(program, change.nodeId, conditionKey(change.name), change.before)
  return done
}

function takePageOut(program: Program, id: PageId, { after, evenIfChanged }: RevertOptions): Outcome<RevertRefusal> {
  if (!program.page(id)) return refused('already')
  const later = program
    .children(id)
    .flatMap((child) => [child, ...descendantsOf(program, child)])
    .some((node) => !nodesOf(after).has(node))
  if (later && !evenIfChanged) return refused('holds-later-work')
  const removed = removePage(program, id)
  return removed.ok || removed.reason === 'last-page' ? removed : refused('gone')
}

function putPageBack(program: Program, id: PageId, { before }: RevertOptions): Outcome<RevertRefusal> {
  if (program.page(id)) return refused('already')
  if (program.index.pages.trash.has(id)) return restorePage(program, id)
  bringBack(pagesOf(program.doc), pagesOf(before), id)
  program.wrote(id)
  for (const node of storedUnder(before, id as unknown as NodeId))
    if (!nodesOf(program.doc).has(node) && bringBack(nodesOf(program.doc), nodesOf(before), node)) program.wrote(node)
  return done
}

function revertSection(
  program: Program,
  change: SectionChange,
  { before, evenIfChanged }: RevertOptions,
): Outcome<RevertRefusal> {
  const { sectionId } = change
  if (change.what === 'section-added') return orAlready(deleteSection(program, sectionId))
  if (change.what === 'section-removed') {
    if (program.section(sectionId)) return orAlready(restoreSection(program, sectionId))
    bringBack(sectionsOf(program.doc), sectionsOf(before), sectionId)
    program.wrote(sectionId)
    return done
  }
  const now = program.section(sectionId)?.name
  if (now === undefined) return refused('gone')
  if (now === change.before) return refused('already')
  if (now !== change.after && !evenIfChanged) return refused('changed-since')
  return renameSection(program, sectionId, String(change.before))
}

function orAlready(outcome: Outcome<'gone'>): Outcome<RevertRefusal> {
  return outcome.ok ? outcome : refused('already')
}

function revertRoot(program: Program, change: RootChange, options: RevertOptions): Outcome<RevertRefusal> {
  if (change.what === 'theme') return revertValue(themeOf(program.doc), change.key, change, options)
  if (change.key !== contentOnlyKey) return revertValue(metaOf(program.doc), change.key, change, options)
  if (program.contentOnly === (change.before === true)) return refused('already')
  setContentOnly(program, change.before === true)
  return done
}

function revertTab(
  map: Y.Map<unknown>,
  { before, after }: Values,
  { evenIfChanged }: RevertOptions,
): Outcome<RevertRefusal> {
  const now = asJson(readTab(map))
  if (isSameJson(now, before)) return refused('already')
  const merged = mergeBack(before, after, now, ([name]) => name === 'label')
  const isMerged = merged !== null && !isSameJson(merged.value, now)
  if (!isMerged && !evenIfChanged) return refused('changed-since')
  const value = isMerged ? merged.value : before
  const tab = isObject(value) ? { label: String(value.label), icon: String(value.icon) } : null
  changeTab(map, tab)
  return done
}

function asJson(tab: PageTab | null): JsonValue {
  return tab && { ...tab }
}

function revertValue(
  map: Y.Map<unknown>,
  key: string,
  { before, after }: Values,
  { evenIfChanged }: RevertOptions,
): Outcome<RevertRefusal> {
  const isText = sharedTextOf(map.get(key)) !== undefined
  const now = wordsOf(map.get(key)) ?? (map.get(key) as JsonValue | undefined)
  if (isSameJson(now, before)) return refused('already')
  const merged = mergeBack(before, after, now, () => isText)
  if (!merged && !evenIfChanged) return refused('changed-since')
  const value = merged ? merged.value : before
  if (isText) setWords(map, key, typeof value === 'string' ? value : '')
  else if (value === undefined) map.delete(key)
  else map.set(key, value)
  return done
}
