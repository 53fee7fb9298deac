/**
 * As much of a document as Preact needs to draw: elements are numbers, and what is done to them is noted, to be done again
 * outside with the real primitives.
 */
import type { JsonValue } from '#model/json.ts'
import { atEnd, handlerMark, rootId, type Op } from '../wire.ts'

export interface Drawing {
  readonly root: SmallElement
  /** Calls what an element was given for this event. */
  happened(id: number, name: string, detail: JsonValue): void
}

type Handler = (event: { readonly detail: JsonValue; stopPropagation(): void }) => void

/** @param note - told of each change, in order */
export function createDrawing(note: (op: Op) => void): Drawing {
  const elements = new Map<number, SmallElement>()
  let last = rootId
  const ownerDocument = {
    createElementNS(_space: string | null, name: string): SmallElement {
      const element = new SmallElement(++last, name, ownerDocument, note)
      elements.set(element.id, element)
      return element
    },
    createTextNode: (data: string) => new SmallText(++last, data, note),
    forget: (id: number) => void elements.delete(id),
  }
  const root = new SmallElement(rootId, 'root', ownerDocument, note)
  return {
    root,
    happened(id, name, detail) {
      const handler = elements.get(id)?.handlers.get(name)
      handler?.({ detail, stopPropagation() {} })
    },
  }
}

class SmallNode {
  readonly id: number
  readonly note: (op: Op) => void
  parentNode: SmallElement | null = null

  constructor(id: number, note: (op: Op) => void) {
    this.id = id
    this.note = note
  }

  get nextSibling(): SmallNode | null {
    const siblings = this.parentNode?.childNodes
    return siblings?.[siblings.indexOf(this) + 1] ?? null
  }

  remove(): void {
    this.detach()
    this.note(['drop', this.id])
    this.forget()
  }

  detach(): void {
    const siblings = this.parentNode?.childNodes
    siblings?.splice(siblings.indexOf(this), 1)
    this.parentNode = null
  }

  forget(): void {}
}

class SmallText extends SmallNode {
  readonly nodeType = 3
  #data: string

  constructor(id: number, data: string, note: (op: Op) => void) {
    super(id, note)
    this.#data = String(data)
    note(['text', id, this.#data])
  }

  get data(): string {
    return this.#data
  }

  set data(data: string) {
    this.#data = String(data)
    this.note(['say', this.id, this.#data])
  }
}

interface SmallDocument {
  createElementNS(space: string | null, name: string): SmallElement
  createTextNode(data: string): SmallText
  forget(id: number): void
}

class SmallElement extends SmallNode {
  readonly nodeType = 1
  readonly namespaceURI = ''
  readonly localName: string
  readonly ownerDocument: SmallDocument
  readonly childNodes: SmallNode[] = []
  readonly handlers = new Map<string, Handler>()
  #told: string | undefined

  constructor(id: number, name: string, ownerDocument: SmallDocument, note: (op: Op) => void) {
    super(id, note)
    this.localName = name
    this.ownerDocument = ownerDocument
  }

  get firstChild(): SmallNode | null {
    return this.childNodes[0] ?? null
  }

  get own(): object {
    return {}
  }

  /** All properties of a primitive at once: told when they are other than before. */
  set own(props: { readonly [name: string]: unknown }) {
    this.handlers.clear()
    const plain: { [name: string]: JsonValue } = {}
    for (const [name, value] of Object.entries(props)) {
      if (typeof value === 'function') {
        this.handlers.set(name, value as Handler)
        plain[name] = handlerMark
      } else if (value !== undefined && value !== null) plain[name] = value as JsonValue
    }
    const text = JSON.stringify(plain)
    if (text === this.#told) return
    const isNew = this.#told === undefined
    this.#told = text
    const told = JSON.parse(text) as { readonly [name: string]: JsonValue }
    this.note(isNew ? ['new', this.id, this.localName, told] : ['set', this.id, told])
  }

  insertBefore(node: SmallNode, before: SmallNode | null): void {
    node.detach()
    node.parentNode = this
    const at = before ? this.childNodes.indexOf(before) : -1
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, node)
    this.note(['put', this.id, node.id, before?.id ?? atEnd])
  }

  setAttribute(): void {}

  removeAttribute(): void {}

  override forget(): void {
    this.ownerDocument.forget(this.id)
    for (const child of this.childNodes) child.forget()
  }
}
