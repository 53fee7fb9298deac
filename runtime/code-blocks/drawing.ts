/** The tree that a code block has drawn so far, rebuilt from what its worker says, all of which is checked. */
import type { JsonValue } from '#model/json.ts'
import type { PrimitiveName } from '#components/primitives/spec.ts'
import { allowedProps, isAllowedPrimitive, type AllowedProps } from './allowed-props.ts'
import { atEnd, rootId } from './wire.ts'

const most = { elements: 2000, levels: 40, operations: 20_000, characters: 200_000 }

export type DrawnElement = { readonly id: number; readonly text: string } | DrawnPrimitive

export interface DrawnPrimitive extends AllowedProps {
  readonly id: number
  readonly name: PrimitiveName
  readonly children: readonly DrawnElement[]
}

/** What came is nothing that the sandbox says, or more of it than a block may draw. */
export class ForgedMessage extends Error {
  override readonly name = 'ForgedMessage'
}

export interface Drawing {
  /** @throws ForgedMessage; what was drawn before then counts no more */
  apply(ops: readonly unknown[]): void
  /** What stands in the block's own box. */
  read(): readonly DrawnElement[]
}

interface Part {
  readonly id: number
  text?: string
  primitive?: { readonly name: PrimitiveName; given: AllowedProps }
  readonly children: Part[]
  parent: Part | undefined
}

export function createDrawing(nodeId: string): Drawing {
  const root: Part = { id: rootId, children: [], parent: undefined }
  const parts = new Map<number, Part>([[rootId, root]])

  function add(id: unknown, part: Pick<Part, 'text' | 'primitive'>): void {
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= rootId || parts.has(id)) throw forged('an element')
    if (parts.size > most.elements) throw forged(`more than ${most.elements} elements`)
    parts.set(id, { id, children: [], parent: undefined, ...part })
  }

  function get(id: unknown): Part {
    const part = typeof id === 'number' ? parts.get(id) : undefined
    if (!part) throw forged('an element that is not there')
    return part
  }

  function put(parent: Part, part: Part, before: unknown): void {
    if (part === root || parent.text !== undefined) throw forged('an element where none can be')
    for (let at: Part | undefined = parent, level = 0; at; at = at.parent, level++)
      if (at === part || level > most.levels) throw forged('elements in each other, or too deep')
    detach(part)
    const index = before === atEnd ? parent.children.length : parent.children.indexOf(get(before))
    if (index < 0) throw forged('an element beside one that is elsewhere')
    parent.children.splice(index, 0, part)
    part.parent = parent
  }

  function drop(part: Part): void {
    if (part === root) throw forged('the end of its own box')
    detach(part)
    const gone = [part]
    for (let each = gone.pop(); each; each = gone.pop()) {
      parts.delete(each.id)
      gone.push(...each.children)
    }
  }

  function applyOne(op: unknown): void {
    if (!Array.isArray(op)) throw forged('no operation')
    const [kind, first, second, third] = op as readonly unknown[]
    switch (kind) {
      case 'new':
        if (!isAllowedPrimitive(second)) throw forged(`a primitive "${String(second).slice(0, 40)}"`)
        return add(first, { primitive: { name: second, given: allowedProps(second, objectOf(third), nodeId) } })
      case 'text':
        return add(first, { text: textOf(second) })
      case 'put':
        return put(get(first), get(second), third)
      case 'drop':
        return drop(get(first))
      case 'say': {
        const part = get(first)
        if (part.text === undefined) throw forged('words of what is no text')
        part.text = textOf(second)
        return
      }
      case 'set': {
        const { primitive } = get(first)
        if (!primitive) throw forged('properties of what is no primitive')
        primitive.given = allowedProps(primitive.name, objectOf(second), nodeId)
        return
      }
      default:
        throw forged('an operation that there is not')
    }
  }

  return {
    apply(ops) {
      if (ops.length > most.operations) throw forged('more operations than a drawing needs')
      ops.forEach(applyOne)
    },
    read: () => root.children.map((part) => readPart(part, 1)),
  }
}

function detach(part: Part): void {
  const siblings = part.parent?.children
  siblings?.splice(siblings.indexOf(part), 1)
  part.parent = undefined
}

function readPart({ id, text, primitive, children }: Part, level: number): DrawnElement {
  if (level > most.levels) throw forged('elements too deep in each other')
  if (!primitive) return { id, text: text ?? '' }
  return { id, name: primitive.name, ...primitive.given, children: children.map((each) => readPart(each, level + 1)) }
}

function textOf(value: unknown): string {
  if (typeof value !== 'string' || value.length > most.characters) throw forged('no text, or too long a one')
  return value
}

function objectOf(value: unknown): { readonly [name: string]: JsonValue } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw forged('no properties')
  return value as { readonly [name: string]: JsonValue }
}

function forged(what: string): ForgedMessage {
  return new ForgedMessage(`The block sent ${what}`)
}
