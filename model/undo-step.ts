import * as Y from 'yjs'
import type { LocalText } from './program-spec.ts'
import { metaOf, nodesOf, pagesOf, propOfKey, readAt, readBirth } from './schema.ts'
import { wordsOf } from './shared-text.ts'

/** One step of undo, as a list of them names it. The same object until something is added to the step. */
export interface UndoStep {
  /** Of the command. */
  readonly name: string
  /** When it was last added to, in milliseconds since 1970 UTC. */
  readonly atMs: number
  readonly facts: StepFacts
}

/** What a step worked on, read from what it wrote, so that no caller has to tell and none can tell wrongly. */
export interface StepFacts {
  /** Blocks it added, moved, deleted or changed; without what came along inside an added one. */
  readonly blocks: number
  /** Type of those blocks, if all have the same. */
  readonly type?: string
  /** The property it changed, if it was one. */
  readonly prop?: string
  /** Title of the page, or name of the program, and what it was before. */
  readonly title?: string
  readonly titleBefore?: string
  /** What only the caller knows, as people call it: the name of a theme. */
  readonly about?: string | LocalText
}

/** Gathers the facts of one step, which may be many transactions long. Each costs as much as it changed. */
export class StepGatherer {
  readonly #types = new Map<string, string>()
  readonly #props = new Set<string>()
  readonly #about: string | LocalText | undefined
  #title: string | undefined
  #titleBefore: string | undefined

  constructor(about?: string | LocalText) {
    this.#about = about
  }

  add({ changed, doc }: Y.Transaction, retitled: Retitled | undefined): void {
    const nodes = nodesOf(doc)
    for (const [type, keys] of changed) {
      if (same(type, nodes)) this.#addNew(nodes, keys)
      else if (same(type.parent, nodes)) this.#addNode(type, keys)
      else if (same(type.parent?.parent, nodes)) this.#addNode(type.parent!, [type._item?.parentSub ?? null])
      else if (same(type, pagesOf(doc))) for (const key of keys) this.#title ??= titleOf(pagesOf(doc), key)
      else if (same(type.parent, pagesOf(doc))) this.#title ??= titleOf(pagesOf(doc), type._item?.parentSub ?? null)
      else if (same(type.parent?.parent, pagesOf(doc)))
        this.#title ??= titleOf(pagesOf(doc), type.parent?._item?.parentSub ?? null)
    }
    if (!retitled) return
    this.#title = retitled.now
    this.#titleBefore ??= retitled.before
  }

  get facts(): StepFacts {
    const [type, ...others] = new Set(this.#types.values())
    const [prop, ...otherProps] = this.#props
    return {
      blocks: this.#types.size,
      ...(type !== undefined && others.length === 0 && { type }),
      ...(prop !== undefined && otherProps.length === 0 && { prop }),
      ...(this.#title !== undefined && { title: this.#title }),
      ...(this.#titleBefore !== undefined && { titleBefore: this.#titleBefore }),
      ...(this.#about !== undefined && { about: this.#about }),
    }
  }

  #addNew(nodes: Y.Map<unknown>, ids: Iterable<string | null>): void {
    const all = new Set(ids)
    for (const id of all) {
      const map = id === null ? undefined : nodes.get(id)
      const birth = readBirth(map)
      const parent = map instanceof Y.Map ? readAt(map.get('at'))?.place?.parentId : undefined
      if (id !== null && birth && !(parent !== undefined && all.has(parent))) this.#types.set(id, birth.t)
    }
  }

  #addNode(node: AnyType, keys: Iterable<string | null>): void {
    const id = node._item?.parentSub
    const birth = readBirth(node)
    if (typeof id !== 'string' || !birth) return
    this.#types.set(id, birth.t)
    for (const key of keys) {
      const prop = key === null ? undefined : propOfKey(key)
      if (prop !== undefined) this.#props.add(prop)
    }
  }
}

export interface Retitled {
  readonly now: string
  readonly before: string
}

/** Hears of each new title of a page and each new name of the program, with the one before it. @returns stops it */
export function followTitles(doc: Y.Doc, told: (retitled: Retitled) => void): () => void {
  const titles = new Map<string, string | undefined>()
  for (const id of pagesOf(doc).keys()) titles.set(id, titleOf(pagesOf(doc), id))
  const tell = (now: string | undefined, before: string | undefined) => {
    if (now !== undefined && before !== undefined && now !== before) told({ now, before })
  }
  const onPages = (events: readonly AnyEvent[]) => {
    for (const { path, changes } of events)
      for (const id of path[0] === undefined ? changes.keys.keys() : [String(path[0])]) {
        const now = titleOf(pagesOf(doc), id)
        tell(now, titles.get(id))
        titles.set(id, now)
      }
  }
  let name = nameOf(doc)
  const onMeta = () => {
    const now = nameOf(doc)
    tell(now, name)
    name = now
  }
  pagesOf(doc).observeDeep(onPages)
  metaOf(doc).observeDeep(onMeta)
  return () => {
    pagesOf(doc).unobserveDeep(onPages)
    metaOf(doc).unobserveDeep(onMeta)
  }
}

function nameOf(doc: Y.Doc): string | undefined {
  return wordsOf(metaOf(doc).get('name'))
}

type AnyEvent = Parameters<Parameters<Y.Map<unknown>['observeDeep']>[0]>[0][number]
type AnyType = Y.Transaction['changedParentTypes'] extends Map<infer Type, unknown> ? Type : never

/** The types of Yjs' types tell no shared type from another. */
function same(one: unknown, other: unknown): boolean {
  return one === other
}

function titleOf(pages: Y.Map<unknown>, id: string | null): string | undefined {
  const page = id === null ? undefined : pages.get(id)
  return page instanceof Y.Map ? wordsOf(page.get('title')) : undefined
}
