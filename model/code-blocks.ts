/** Code blocks: kinds of blocks that a developer wrote for this program, kept in it as text. `SPEC.md`, M90 to M95. */
import * as Y from 'yjs'
import type { CodeBlockId } from './ids.ts'
import { compareOrder } from './order-key.ts'
import { codeBlocksOf } from './schema.ts'
import { sharedTextOf } from './shared-text.ts'

/** A kind of block whose definition and view are written in the program itself. */
export interface CodeBlockRecord {
  readonly id: CodeBlockId
  readonly name: string
  /** Definition and view as TSX. */
  readonly source: string
  /** No longer offered for placing. Where it stands already, it goes on being drawn. */
  readonly isDeleted: boolean
}

const prefix = 'code:'

/** [M91] The type of the nodes that are this block. */
export function codeBlockType(id: CodeBlockId): string {
  return prefix + id
}

export function isCodeBlockType(type: string): boolean {
  return type.startsWith(prefix)
}

/** Which code block a node of this type is; undefined for every other kind of block. */
export function codeBlockOf(type: string): CodeBlockId | undefined {
  return isCodeBlockType(type) ? (type.slice(prefix.length) as CodeBlockId) : undefined
}

/**
 * [M90] Reads all code blocks in order. What is no code block that we can read is left alone and not shown.
 * @param before - records that came out alike are the same objects
 */
export function readCodeBlocks(
  doc: Y.Doc,
  before: ReadonlyMap<string, CodeBlockRecord> = new Map(),
): ReadonlyMap<string, CodeBlockRecord> {
  const all: { readonly id: string; readonly key: string; readonly record: CodeBlockRecord }[] = []
  for (const [id, map] of codeBlocksOf(doc).entries()) {
    const source = map instanceof Y.Map ? sharedTextOf(map.get('source')) : undefined
    if (!(map instanceof Y.Map) || !source) continue
    const name: unknown = map.get('name')
    const key: unknown = map.get('order')
    const record: CodeBlockRecord = {
      id: id as CodeBlockId,
      name: typeof name === 'string' ? name : '',
      source: source.toString(),
      isDeleted: map.get('deleted') === true,
    }
    const known = before.get(id)
    all.push({ id, key: typeof key === 'string' ? key : '', record: known && isSame(known, record) ? known : record })
  }
  return new Map(all.sort(compareOrder).map(({ id, record }) => [id, record]))
}

function isSame(one: CodeBlockRecord, other: CodeBlockRecord): boolean {
  return one.name === other.name && one.source === other.source && one.isDeleted === other.isDeleted
}
