/**
 * What changed between two compiled programs, page by page, as data: a release and the draft, two releases, two moments of
 * history. Words are found where it is shown, from the blocks' own labels in the person's language.
 */
import type {
  CompiledNode,
  CompiledPage,
  CompiledProgram,
  CompiledTab,
  CompiledTheme,
} from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import type { JsonObject } from '#model/json.ts'
import { keptInOrder } from '#model/longest-run.ts'
import { changedValues, isSame, type ValueChange } from './same-value.ts'

export interface Comparison {
  /** Only pages that differ: those of the newer program in its order, then those that are gone. */
  readonly pages: readonly PageChange[]
  readonly name?: Change<string>
  readonly language?: Change<string>
  readonly homePage?: Change<string>
  /** One entry per choice of the theme. */
  readonly theme: readonly (Change<string | number | undefined> & { readonly choice: keyof CompiledTheme })[]
  /** The labels of the tab bar. */
  readonly tabs?: Change<readonly string[]>
}

interface Change<Value> {
  readonly before: Value
  readonly after: Value
}

export interface PageChange {
  readonly pageId: PageId
  /** As it is now; of a page that is gone, as it was. */
  readonly title: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** It stands elsewhere among the pages. */
  readonly isMoved: boolean
  readonly facts: readonly PageFactChange[]
  /** In the order of the newer page; what is gone comes last. */
  readonly blocks: readonly BlockChange[]
}

export type PageFact = 'title' | 'slug' | 'hidden' | 'share' | 'searchWords' | 'unlisted'

export interface PageFactChange {
  readonly fact: PageFact
  readonly before: CompiledPage[PageFact]
  readonly after: CompiledPage[PageFact]
}

export interface BlockChange {
  readonly nodeId: NodeId
  readonly type: string
  /** The block with its properties, to be named and shown: as it is now, or as it was where it is gone. */
  readonly props: JsonObject
  readonly kind: 'added' | 'removed' | 'changed'
  /** How many blocks came or went with it, inside of it. */
  readonly holds: number
  /** It stands elsewhere: in another order, in another block, or on another page (`removed` here, when it went there). */
  readonly moved?: 'order' | 'into' | { readonly fromPage: string } | { readonly toPage: string }
  readonly fields: readonly ValueChange[]
  /** When it is shown differs. */
  readonly showWhen: boolean
}

const pageFacts: readonly PageFact[] = ['title', 'slug', 'hidden', 'share', 'searchWords', 'unlisted']

export function comparePrograms(before: CompiledProgram, after: CompiledProgram): Comparison {
  const old = new Map(before.pages.map((page) => [page.id, page]))
  const present = new Set(after.pages.map(({ id }) => id))
  const kept = keptInOrder(
    before.pages.map(({ id }) => id),
    after.pages.map(({ id }) => id),
  )
  const places = { before: placesOf(before), after: placesOf(after), lists: new Map(before.pages.flatMap(listsOf)) }
  const pages = after.pages.flatMap((page) => comparePages(old.get(page.id), page, kept.has(page.id), places) ?? [])
  const gone = before.pages.filter(({ id }) => !present.has(id))
  return {
    pages: [...pages, ...gone.flatMap((page) => comparePages(page, undefined, true, places) ?? [])],
    ...changeOf('name', before.name, after.name),
    ...changeOf('language', before.language, after.language),
    ...(before.homePageId === after.homePageId ? {} : changeOf('homePage', homeOf(before), homeOf(after))),
    theme: compareThemes(before.theme, after.theme),
    ...changeOf('tabs', before.tabs.map(tabText), after.tabs.map(tabText), !isSame(before.tabs, after.tabs)),
  }
}

/** Nothing at all differs: publishing would change nothing for anybody. */
export function isUnchanged({ pages, theme, ...rest }: Comparison): boolean {
  return pages.length === 0 && theme.length === 0 && Object.keys(rest).length === 0
}

/** How many things differ, for a sum at a glance. */
export function countChanges(comparison: Comparison): number {
  const { pages, theme, name, language, homePage, tabs } = comparison
  const inPages = pages.map((page) =>
    page.kind === 'changed' ? page.facts.length + page.blocks.length + (page.isMoved ? 1 : 0) : 1,
  )
  return (
    inPages.reduce((sum, count) => sum + count, 0) +
    theme.length +
    [name, language, homePage, tabs].filter((change) => change !== undefined).length
  )
}

interface Place {
  readonly page: CompiledPage
  /** The block and slot it stands in; the page itself at the top. */
  readonly in: string
}

type Places = ReadonlyMap<NodeId, Place>
interface BothPlaces {
  readonly before: Places
  readonly after: Places
  /** The lists of siblings as they were. */
  readonly lists: ReadonlyMap<string, readonly NodeId[]>
}

function comparePages(
  before: CompiledPage | undefined,
  after: CompiledPage | undefined,
  isInOrder: boolean,
  places: BothPlaces,
): PageChange | undefined {
  const page = after ?? before
  if (!page) return undefined
  const { id: pageId, title } = page
  const whole = { pageId, title, isMoved: false, facts: [] }
  if (!before) return { ...whole, kind: 'added', blocks: [] }
  if (!after) return { ...whole, kind: 'removed', blocks: [] }
  const facts = pageFacts.flatMap((fact) =>
    isSame(before[fact], after[fact]) ? [] : [{ fact, before: before[fact], after: after[fact] }],
  )
  const blocks = compareBlocks(before, after, places)
  if (isInOrder && facts.length === 0 && blocks.length === 0) return undefined
  return { pageId, title, kind: 'changed', isMoved: !isInOrder, facts, blocks }
}

function compareBlocks(before: CompiledPage, after: CompiledPage, places: BothPlaces): readonly BlockChange[] {
  const kept = keptAmongSiblings(places.lists, after)
  const present = Object.values(after.nodes).flatMap((node) => {
    const old = places.before.get(node.id)
    if (!old) return isTop(node, after, places.after, places.before) ? [wholeBlock('added', node, after)] : []
    const was = old.page.nodes[node.id]
    if (!was) return []
    const moved = movedFrom(node.id, old, places.after.get(node.id), kept)
    const fields = changedValues(was.props, node.props)
    const showWhen = !isSame(was.showWhen, node.showWhen)
    if (moved === undefined && fields.length === 0 && !showWhen && was.type === node.type) return []
    const { id: nodeId, type, props } = node
    return [{ nodeId, type, props, kind: 'changed' as const, holds: 0, ...(moved && { moved }), fields, showWhen }]
  })
  const leaves = (id: string) => places.after.get(id as NodeId)?.page.id !== after.id
  const left = Object.values(before.nodes)
    .filter(({ id }) => leaves(id) && !(isInBlock(id, before, places.before) && leaves(parentOf(id, places.before))))
    .map((node) => {
      const toPage = places.after.get(node.id)?.page.title
      return { ...wholeBlock('removed', node, before), ...(toPage === undefined ? {} : { moved: { toPage } }) }
    })
  return [...present, ...left]
}

/** What came inside of a block that came itself is told with that. */
function isTop(node: CompiledNode, page: CompiledPage, own: Places, other: Places): boolean {
  return !isInBlock(node.id, page, own) || other.has(parentOf(node.id, own) as NodeId)
}

function isInBlock(id: NodeId, page: CompiledPage, places: Places): boolean {
  return Object.hasOwn(page.nodes, parentOf(id, places))
}

/** The block or page that it stands in. */
function parentOf(id: NodeId, places: Places): string {
  return places.get(id)?.in.split('/')[0] ?? ''
}

function wholeBlock(kind: 'added' | 'removed', node: CompiledNode, page: CompiledPage): BlockChange {
  const { id: nodeId, type, props } = node
  return { nodeId, type, props, kind, holds: heldBy(node, page), fields: [], showWhen: false }
}

function heldBy(node: CompiledNode, page: CompiledPage): number {
  const children = Object.values(node.slots).flat()
  return children.reduce((sum, id) => {
    const child = page.nodes[id]
    return child ? sum + 1 + heldBy(child, page) : sum
  }, 0)
}

function movedFrom(
  id: NodeId,
  old: Place,
  now: Place | undefined,
  kept: ReadonlySet<NodeId>,
): BlockChange['moved'] | undefined {
  if (old.in === now?.in) return kept.has(id) ? undefined : 'order'
  return old.page.id === now?.page.id ? 'into' : { fromPage: old.page.title }
}

/** The blocks of a page that kept their order among those that stand beside them. */
function keptAmongSiblings(old: BothPlaces['lists'], after: CompiledPage): ReadonlySet<NodeId> {
  return new Set(listsOf(after).flatMap(([place, ids]) => [...keptInOrder(old.get(place) ?? [], ids)]))
}

function placesOf(program: CompiledProgram): Places {
  return new Map(
    program.pages.flatMap((page) =>
      listsOf(page).flatMap(([place, ids]) => ids.map((id) => [id, { page, in: place }] as const)),
    ),
  )
}

/** Every list of siblings by where it is: the top of the page, and each slot. */
function listsOf(page: CompiledPage): readonly (readonly [string, readonly NodeId[]])[] {
  const slots = Object.values(page.nodes).flatMap((node) =>
    Object.entries(node.slots).map(([slot, ids]) => [`${node.id}/${slot}`, ids] as const),
  )
  return [[page.id, page.root], ...slots]
}

function compareThemes(before: CompiledTheme, after: CompiledTheme): Comparison['theme'] {
  const choices = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof CompiledTheme)[]
  return choices.flatMap((choice) =>
    before[choice] === after[choice] ? [] : [{ choice, before: before[choice], after: after[choice] }],
  )
}

function changeOf<Name extends string, Value>(
  name: Name,
  before: Value,
  after: Value,
  differs = before !== after,
): { readonly [Key in Name]?: Change<Value> } {
  return differs ? ({ [name]: { before, after } } as { readonly [Key in Name]: Change<Value> }) : {}
}

function tabText({ label }: CompiledTab): string {
  return label
}

function homeOf({ pages, homePageId }: CompiledProgram): string {
  return pages.find(({ id }) => id === homePageId)?.title ?? ''
}
