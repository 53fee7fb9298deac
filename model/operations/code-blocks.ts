import * as Y from 'yjs'
import { codeBlockType } from '../code-blocks.ts'
import type { CodeBlockId, NodeId } from '../ids.ts'
import { orderKeyBetween } from '../order-key.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { newId } from '../random.ts'
import { codeBlocksOf } from '../schema.ts'
import { rewriteText, sharedTextOf } from '../shared-text.ts'
import { insertNode } from './insert-node.ts'
import type { BlockFacts } from './insert-node.ts'
import type { Target } from './place-node.ts'

/** Adds a kind of block, with its source as a shared text from the start: two people typing in it at once lose nothing. */
export function addCodeBlock(
  program: Program,
  { name, source }: { readonly name: string; readonly source: string },
): CodeBlockId {
  return program.doc.transact(() => {
    const id = newId<CodeBlockId>(program.random)
    const last = program.codeBlocks().at(-1)
    const lastKey = last && rawBlock(program, last.id)?.get('order')
    const order = orderKeyBetween(typeof lastKey === 'string' ? lastKey : undefined, undefined, program.random)
    const entries = Object.entries({ name, order: order ?? '', source: new Y.Text(source) })
    codeBlocksOf(program.doc).set(id, new Y.Map<unknown>(entries))
    return id
  })
}

export function renameCodeBlock(program: Program, id: CodeBlockId, name: string): Outcome<'gone'> {
  const map = rawBlock(program, id)
  if (!map) return refused('gone')
  if (map.get('name') !== name) map.set('name', name)
  return done
}

/** Makes the source read `source`, writing only what differs: what somebody else types elsewhere in it at once stays. */
export function setCodeBlockSource(program: Program, id: CodeBlockId, source: string): Outcome<'gone'> {
  const text = program.codeBlockText(id)
  if (!text) return refused('gone')
  program.doc.transact(() => rewriteText(text, source))
  return done
}

/** Takes it out of what can be placed. Where it stands, and where somebody places it at this moment, it goes on being drawn. */
export function removeCodeBlock(program: Program, id: CodeBlockId): Outcome<'gone'> {
  const map = rawBlock(program, id)
  if (!map || map.get('deleted') === true) return refused('gone')
  map.set('deleted', true)
  return done
}

export function restoreCodeBlock(program: Program, id: CodeBlockId): Outcome<'gone'> {
  const map = rawBlock(program, id)
  if (!map || map.get('deleted') !== true) return refused('gone')
  map.delete('deleted')
  return done
}

/** Places one. Its properties are the fields that its source declares; none is written until somebody sets one. */
export function placeCodeBlock(
  program: Program,
  id: CodeBlockId,
  to: Target,
  facts: BlockFacts = {},
): Outcome<'gone', NodeId> {
  if (!program.codeBlock(id)) return refused('gone')
  return insertNode(program, { type: codeBlockType(id), version: 1, props: {}, to }, facts)
}

function rawBlock(program: Program, id: CodeBlockId): Y.Map<unknown> | undefined {
  const map = codeBlocksOf(program.doc).get(id)
  return map instanceof Y.Map && sharedTextOf(map.get('source')) ? map : undefined
}
