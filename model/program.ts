import * as Y from 'yjs'
import { readCodeBlocks, type CodeBlockRecord } from './code-blocks.ts'
import type { CodeBlockId, NodeId, PageId, ParentId, SectionId } from './ids.ts'
import type { JsonObject } from './json.ts'
import { assertReadable } from './newer-document-error.ts'
import { secureRandom } from './random.ts'
import type { Random } from './random.ts'
import { readMeta } from './read-tree.ts'
import { codeBlocksOf, metaOf, nodesOf, pageSlot, pagesOf, readText, sectionsOf, themeOf } from './schema.ts'
import type { Language } from './schema.ts'
import { sharedTextOf } from './shared-text.ts'
import type { NodeRecord } from './tree/node-record.ts'
import { InstanceIndex } from './tree/instance-index.ts'
import type { PageRecord } from './tree/pages.ts'
import { isRoot } from './tree/placement.ts'
import type { SectionRecord } from './tree/sections.ts'
import { TreeIndex } from './tree/tree-index.ts'

/** What one transaction changed, whoever made it. */
export interface ProgramChange {
  /** Nodes that came, or whose record or list of children is another now. */
  readonly nodes: ReadonlySet<NodeId>
  readonly removed: ReadonlySet<NodeId>
  /** Pages and sections that came, went or moved, or whose facts or top level changed. */
  readonly pages: ReadonlySet<PageId>
  /** Code blocks that came, went, or of which name or source is another. */
  readonly codeBlocks: ReadonlySet<CodeBlockId>
  readonly meta: boolean
  readonly theme: boolean
  /** Of the Yjs transaction: a `CommandOrigin`, the undo manager, a provider. */
  readonly origin: unknown
  readonly local: boolean
}

/**
 * A program as everybody sees it, followed edit by edit. Equal to `readTree` at every moment, also in the middle of a
 * transaction; each edit costs as much as it changed, whatever the size of the program. Records and lists are the same
 * objects until they change.
 */
export interface Program {
  readonly doc: Y.Doc
  readonly name: string
  readonly language: Language
  readonly theme: JsonObject
  /** The structure is locked: who may not lock changes words, pictures, prices and dates only. */
  readonly contentOnly: boolean
  /** In order, without deleted ones. Empty only as long as nothing has arrived. */
  pages(): readonly PageRecord[]
  page(id: PageId): PageRecord | undefined
  /** Linked sections in order, with deleted ones that still stand somewhere. */
  sections(): readonly SectionRecord[]
  section(id: PageId): SectionRecord | undefined
  /** The nodes that stand for this section, in pages and in other sections. */
  instancesOf(id: SectionId): ReadonlySet<NodeId>
  node(id: NodeId): NodeRecord | undefined
  /** Whether there is such a node, page or section. */
  has(id: ParentId): boolean
  /** In order. Without `slot`, all slots one after the other by name; a page has the one slot `root`. */
  children(parentId: ParentId, slot?: string): readonly NodeId[]
  /** Slots that hold something, by name. */
  slotsOf(id: ParentId): readonly string[]
  /** The page it stands on. What belongs to a linked section stands on that: a section is a root like a page. */
  pageOf(id: ParentId): PageId | undefined
  /** Whether it is that ancestor or stands in it, however deep. */
  isWithin(id: ParentId, ancestor: ParentId): boolean
  /** Kinds of blocks written in this program, in order, with deleted ones that may still stand somewhere. */
  codeBlocks(): readonly CodeBlockRecord[]
  codeBlock(id: CodeBlockId): CodeBlockRecord | undefined
  /** The shared text that is the source of a code block. */
  codeBlockText(id: CodeBlockId): Y.Text | undefined
  /** The shared text behind a property, if it is one. */
  text(id: NodeId, prop: string): Y.Text | undefined
  /** Nodes shown elsewhere than the document says, after people moved and deleted at once. */
  repaired(): ReadonlySet<NodeId>
  /** Called once per transaction that changed something. @returns stops it */
  subscribe(listener: (change: ProgramChange) => void): () => void
  /** Stops following the document; the document itself stays open. */
  destroy(): void

  // For operations:
  readonly random: Random
  readonly index: TreeIndex
  /** Says what the running transaction wrote, so that what is read next is up to date. */
  wrote(id: ParentId): void
}

/**
 * Opens a document for reading and editing. It may still be empty: what arrives later is followed.
 * @throws NewerDocumentError
 */
export function openProgram(doc: Y.Doc, options: { random?: Random } = {}): Program {
  assertReadable(doc)
  return new DocProgram(doc, options.random ?? secureRandom)
}

class DocProgram implements Program {
  readonly doc: Y.Doc
  readonly random: Random
  readonly #index: TreeIndex
  readonly #instances = new InstanceIndex()
  readonly #listeners = new Set<(change: ProgramChange) => void>()
  #dirtyNodes = new Set<string>()
  #dirtyPages = false
  #meta: ReturnType<typeof readMeta>
  #codeBlocks: ReadonlyMap<string, CodeBlockRecord>
  #pending = emptyChange()

  constructor(doc: Y.Doc, random: Random) {
    this.doc = doc
    this.random = random
    this.#index = new TreeIndex(doc)
    this.#instances.update(nodesOf(doc).keys(), [], this.#index)
    this.#meta = readMeta(doc)
    this.#codeBlocks = readCodeBlocks(doc)
    nodesOf(doc).observeDeep(this.#onNodes)
    pagesOf(doc).observeDeep(this.#onPages)
    sectionsOf(doc).observeDeep(this.#onPages)
    codeBlocksOf(doc).observeDeep(this.#onCodeBlocks)
    metaOf(doc).observeDeep(this.#onMeta)
    themeOf(doc).observe(this.#onTheme)
    doc.on('afterTransaction', this.#onTransaction)
  }

  get name(): string {
    return this.#meta.name
  }

  get language(): Language {
    return this.#meta.language
  }

  get theme(): JsonObject {
    return this.#meta.theme
  }

  get contentOnly(): boolean {
    return this.#meta.contentOnly
  }

  get index(): TreeIndex {
    if (this.#dirtyNodes.size > 0 || this.#dirtyPages) this.#settle()
    return this.#index
  }

  pages(): readonly PageRecord[] {
    return this.index.pages.live
  }

  page(id: PageId): PageRecord | undefined {
    return this.index.pages.byId.get(id)
  }

  sections(): readonly SectionRecord[] {
    return [...this.index.pages.sections.values()]
  }

  section(id: PageId): SectionRecord | undefined {
    return this.index.pages.sections.get(id)
  }

  instancesOf(id: SectionId): ReadonlySet<NodeId> {
    if (this.#dirtyNodes.size > 0 || this.#dirtyPages) this.#settle()
    return this.#instances.of(id)
  }

  node(id: NodeId): NodeRecord | undefined {
    return this.index.record(id)
  }

  has(id: ParentId): boolean {
    return this.index.placeOf(id) !== undefined || isRoot(this.index.pages, id)
  }

  children(parentId: ParentId, slot?: string): readonly NodeId[] {
    if (slot !== undefined) return this.index.list(parentId, isRoot(this.index.pages, parentId) ? pageSlot : slot)
    const slots = this.slotsOf(parentId)
    const [only] = slots
    if (only !== undefined && slots.length === 1) return this.index.list(parentId, only)
    return slots.flatMap((name) => this.index.list(parentId, name))
  }

  slotsOf(id: ParentId): readonly string[] {
    return [...(this.index.slots(id)?.keys() ?? [])].sort()
  }

  pageOf(id: ParentId): PageId | undefined {
    let at: ParentId = id
    for (let place = this.index.placeOf(at); place; place = this.index.placeOf(at)) at = place.parentId
    return isRoot(this.index.pages, at) ? (at as PageId) : undefined
  }

  isWithin(id: ParentId, ancestor: ParentId): boolean {
    for (let at: ParentId | undefined = id; at !== undefined; at = this.index.placeOf(at)?.parentId)
      if (at === ancestor) return true
    return false
  }

  text(id: NodeId, prop: string): Y.Text | undefined {
    const map = this.has(id) ? this.index.mapOf(id) : undefined
    return map && readText(map, prop)
  }

  codeBlocks(): readonly CodeBlockRecord[] {
    return [...this.#readCodeBlocks().values()]
  }

  codeBlock(id: CodeBlockId): CodeBlockRecord | undefined {
    return this.#readCodeBlocks().get(id)
  }

  codeBlockText(id: CodeBlockId): Y.Text | undefined {
    const map = codeBlocksOf(this.doc).get(id)
    return map instanceof Y.Map ? sharedTextOf(map.get('source')) : undefined
  }

  repaired(): ReadonlySet<NodeId> {
    return this.index.repaired()
  }

  subscribe(listener: (change: ProgramChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  wrote(id: ParentId): void {
    if (pagesOf(this.doc).has(id) || sectionsOf(this.doc).has(id)) this.#dirtyPages = true
    else this.#dirtyNodes.add(id)
  }

  destroy(): void {
    nodesOf(this.doc).unobserveDeep(this.#onNodes)
    pagesOf(this.doc).unobserveDeep(this.#onPages)
    sectionsOf(this.doc).unobserveDeep(this.#onPages)
    codeBlocksOf(this.doc).unobserveDeep(this.#onCodeBlocks)
    metaOf(this.doc).unobserveDeep(this.#onMeta)
    themeOf(this.doc).unobserve(this.#onTheme)
    this.doc.off('afterTransaction', this.#onTransaction)
    this.#listeners.clear()
  }

  #settle(): void {
    const delta = this.#index.update(this.#dirtyNodes, this.#dirtyPages)
    this.#dirtyNodes = new Set()
    this.#dirtyPages = false
    this.#instances.update(delta.nodes, delta.removed, this.#index)
    const { nodes, removed, pages } = this.#pending
    for (const id of delta.removed) {
      removed.add(id)
      nodes.delete(id)
    }
    for (const id of delta.nodes) {
      nodes.add(id)
      removed.delete(id)
    }
    for (const id of delta.pages) pages.add(id)
  }

  readonly #onNodes = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      const [id] = event.path
      if (id !== undefined) this.#dirtyNodes.add(String(id))
      else for (const key of event.changes.keys.keys()) this.#dirtyNodes.add(key)
    }
  }

  readonly #onPages = (): void => {
    this.#dirtyPages = true
  }

  readonly #onCodeBlocks = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    this.#codeBlocks = readCodeBlocks(this.doc, this.#codeBlocks)
    for (const event of events) {
      const [id] = event.path
      for (const key of id === undefined ? event.changes.keys.keys() : [id])
        this.#pending.codeBlocks.add(String(key) as CodeBlockId)
    }
  }

  /** Inside a transaction the root has not told yet what changed in it. */
  #readCodeBlocks(): ReadonlyMap<string, CodeBlockRecord> {
    if (this.doc._transaction) this.#codeBlocks = readCodeBlocks(this.doc, this.#codeBlocks)
    return this.#codeBlocks
  }

  readonly #onMeta = (): void => {
    this.#meta = readMeta(this.doc)
    this.#pending.meta = true
  }

  readonly #onTheme = (): void => {
    this.#meta = readMeta(this.doc)
    this.#pending.theme = true
  }

  readonly #onTransaction = (transaction: Y.Transaction): void => {
    if (this.#dirtyNodes.size > 0 || this.#dirtyPages) this.#settle()
    const change = this.#pending
    const { nodes, removed, pages, codeBlocks } = change
    if (nodes.size + removed.size + pages.size + codeBlocks.size === 0 && !change.meta && !change.theme) return
    this.#pending = emptyChange()
    for (const listener of [...this.#listeners])
      listener({ ...change, origin: transaction.origin, local: transaction.local })
  }
}

function emptyChange() {
  return {
    nodes: new Set<NodeId>(),
    removed: new Set<NodeId>(),
    pages: new Set<PageId>(),
    codeBlocks: new Set<CodeBlockId>(),
    meta: false,
    theme: false,
  }
}
