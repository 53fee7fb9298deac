/** Changes of the document in words, grouped as people look for them: whole program, then page by page, block by block. */
import { changedValues } from '#compiler/compare/same-value.ts'
import { findDefinition } from '#components/definitions.ts'
import type { Fields } from '#components/kit/fields.ts'
import { findPart, keyOfChange, partId, type Change, type PageId, type PartPath, type Program } from '#model/index.ts'
import type { JsonValue } from '#model/json.ts'
import {
  sayBlock,
  sayChoice,
  sayField,
  shorten,
  type Detail,
  type Shown,
  type Teller,
} from '#editor/changes/say-change.ts'
import type { ToldChange, Writer } from './attribute-changes.ts'

export type Look = 'added' | 'removed' | 'changed' | 'moved'

/** One change that can be taken back. */
export interface ChangeLine {
  readonly key: string
  readonly change: Change
  /** Empty where the line above says it all. */
  readonly details: readonly Detail[]
  readonly by: readonly Writer[]
}

/** A block, page or thing with what changed of it. */
export interface ChangeItem {
  readonly key: string
  readonly look: Look
  readonly name: string
  readonly quote: string
  readonly where: string
  readonly lines: readonly ChangeLine[]
}

export interface ChangeGroup {
  readonly key: string
  readonly title: string
  /** The page, where there is one to look at. */
  readonly pageId: PageId | undefined
  readonly items: readonly ChangeItem[]
}

export interface ChangeTeller extends Teller {
  readonly doc: Pick<Program, 'page' | 'section' | 'node'> & Program
}

/** @param titleOf - of a page or section, also one that is gone */
export function groupChanges(
  told: readonly ToldChange[],
  teller: ChangeTeller,
  titleOf: (id: PageId) => string | undefined,
): readonly ChangeGroup[] {
  const groups = new Map<string, { title: string; pageId: PageId | undefined; items: Map<string, ChangeItem> }>()
  const timesTold = new Map<string, number>()
  for (const { change, by } of told) {
    // What several people changed is told once for each of them.
    const name = keyOfChange(change)
    const times = timesTold.get(name) ?? 0
    timesTold.set(name, times + 1)
    const rootId = rootOf(change)
    const title = rootId === undefined ? teller.words.publishing.wholeProgram : (titleOf(rootId) ?? titleIn(change))
    const group = groups.get(rootId ?? '') ?? { title, pageId: rootId, items: new Map<string, ChangeItem>() }
    groups.set(rootId ?? '', group)
    const { key, ...item } = sayItem(change, teller)
    const line = { key: `${name} ${times}`, change, details: detailsOf(change, teller), by }
    const known = group.items.get(key)
    const look = known && known.look !== item.look ? 'changed' : item.look
    group.items.set(key, { ...item, key, look, lines: [...(known?.lines ?? []), line] })
  }
  return [...groups].map(([key, { title, pageId, items }]) => ({ key, title, pageId, items: [...items.values()] }))
}

function rootOf(change: Change): PageId | undefined {
  if ('nodeId' in change) return change.rootId
  return 'pageId' in change ? change.pageId : undefined
}

function titleIn(change: Change): string {
  return 'title' in change ? change.title : ''
}

function sayItem(change: Change, { words }: ChangeTeller): Omit<ChangeItem, 'lines'> {
  const { publishing, versions } = words
  if ('nodeId' in change) {
    const { name, quote } = sayBlock(change, { words })
    const where = [whereOf(change, words), 'holds' in change && change.holds > 0 ? publishing.holds(change.holds) : '']
    return { key: change.nodeId, look: lookOf(change), name, quote, where: where.filter(Boolean).join(', ') }
  }
  const item = { quote: '', where: '' }
  if ('pageId' in change) {
    const name = versions.page
    if (change.what === 'page-entry') return { ...item, key: `page ${change.pageId}`, look: 'changed', name }
    return { ...item, key: `page ${change.pageId}`, look: change.what === 'page-added' ? 'added' : 'removed', name }
  }
  if ('sectionId' in change) {
    const look = change.what === 'section-added' ? 'added' : change.what === 'section-removed' ? 'removed' : 'changed'
    return { ...item, key: change.sectionId, look, name: versions.section, quote: change.name }
  }
  return {
    ...item,
    key: change.what,
    look: 'changed',
    name: change.what === 'theme' ? publishing.theme : versions.program,
  }
}

function lookOf({ what }: Change): Look {
  if (what === 'block-added') return 'added'
  if (what === 'block-removed') return 'removed'
  return what === 'block-moved' ? 'moved' : 'changed'
}

function whereOf(change: Change, { publishing }: ChangeTeller['words']): string {
  if (change.what !== 'block-moved') return ''
  if (change.how === 'order') return publishing.movedOrder
  return change.how === 'into' ? publishing.movedInto : ''
}

function detailsOf(change: Change, teller: ChangeTeller): readonly Detail[] {
  const { words } = teller
  const { publishing, versions } = words
  switch (change.what) {
    case 'prop':
      return detailsOfProp(change, teller)
    case 'condition':
      return [{ label: publishing.showWhen, after: { text: publishing.showWhenChanged } }]
    case 'lock':
      return [{ label: versions.lock, after: { text: change.locked ? versions.locked : versions.unlocked } }]
    case 'page-entry':
      return [detailOfPageEntry(change, teller)]
    case 'section-named':
      return [{ label: versions.name, ...both(change, asText(teller)) }]
    case 'theme': {
      const choice = change.key as Parameters<typeof sayChoice>[0]
      const say = (value: JsonValue | undefined) => ({ text: sayChoice(choice, value as string | undefined, words) })
      return [{ label: publishing.themeChoices[choice] ?? change.key, ...both(change, say) }]
    }
    case 'meta':
      if (change.key === 'contentOnly')
        return [{ label: versions.structure, after: { text: change.after ? versions.locked : versions.unlocked } }]
      return [
        { label: change.key === 'language' ? publishing.language : publishing.name, ...both(change, asText(teller)) },
      ]
    case 'block-moved':
      return change.how === 'page' ? detailOfPlace(change, teller) : []
    default:
      return []
  }
}

type Of<What extends Change['what']> = Extract<Change, { readonly what: What }>

function detailsOfProp(change: Of<'prop'>, teller: ChangeTeller): readonly Detail[] {
  const { prop, type, before, after } = change
  const inPlace = fieldsOfPart(change, teller)
  const name = inPlace?.prop ?? prop
  const fields: Fields = inPlace?.fields ?? findDefinition(type)?.fields ?? {}
  const values = changedValues(
    before === undefined ? {} : { [name]: before },
    after === undefined ? {} : { [name]: after },
  )
  const details = values.map((value) => sayField(value, fields, teller))
  return inPlace ? details.map((detail) => ({ ...detail, label: `${inPlace.name}: ${detail.label}` })) : details
}

/** What is other in one place of a linked section is told by the part that it is other in. */
function fieldsOfPart({ nodeId, prop }: Of<'prop'>, { doc, words }: ChangeTeller) {
  const cut = prop.lastIndexOf('/')
  if (cut < 0) return undefined
  const type = findPart(doc, partId(nodeId, prop.slice(0, cut) as PartPath))?.source.type
  if (type === undefined) return undefined
  return {
    prop: prop.slice(cut + 1),
    name: sayBlock({ type, props: {} }, { words }).name,
    fields: findDefinition(type)?.fields ?? {},
  }
}

function detailOfPlace({ from, to }: Of<'block-moved'>, { words, doc }: ChangeTeller): readonly Detail[] {
  const titleOf = (id: PageId | undefined) =>
    (id && (doc.page(id)?.title ?? doc.section(id)?.name)) || words.versions.elsewhere
  return [{ label: words.versions.place, before: { text: titleOf(from.rootId) }, after: { text: titleOf(to.rootId) } }]
}

function detailOfPageEntry({ key, ...change }: Of<'page-entry'>, teller: ChangeTeller): Detail {
  const { publishing, versions } = teller.words
  const { facts } = publishing
  const yesNo = (value: JsonValue | undefined) => ({ text: value ? publishing.yes : publishing.no })
  switch (key) {
    case 'order':
      return { label: publishing.pageMoved }
    case 'tabOrder':
      return { label: versions.tabMoved }
    case 'slug':
      return { label: facts.slug, ...both(change, (value) => ({ text: `/${String(value ?? '')}` })) }
    case 'hidden':
    case 'unlisted':
      return { label: facts[key], ...both(change, yesNo) }
    case 'tab':
      return { label: versions.tab, ...both(change, (value) => ({ text: labelOf(value) || publishing.none })) }
    case 'title':
    case 'searchWords':
      return { label: facts[key], ...both(change, asText(teller)) }
    case 'sharePicture':
      return {
        label: facts.share,
        ...both(change, (value) => ({ text: value ? publishing.aPicture : publishing.none })),
      }
    default:
      return { label: facts.share, ...both(change, asText(teller)) }
  }
}

function labelOf(value: JsonValue | undefined): string {
  return typeof value === 'object' && value !== null && 'label' in value ? String(value.label) : ''
}

function both(
  { before, after }: { readonly before: JsonValue | undefined; readonly after: JsonValue | undefined },
  say: (value: JsonValue | undefined) => Shown,
): Pick<Detail, 'before' | 'after'> {
  return { before: say(before), after: say(after) }
}

function asText({ words }: ChangeTeller): (value: JsonValue | undefined) => Shown {
  return (value) => ({ text: typeof value === 'string' && value !== '' ? shorten(value) : words.publishing.none })
}
