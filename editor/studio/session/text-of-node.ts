import { plainTextOf, type NodeRecord } from '#model/index.ts'
import type { Blocks } from './blocks.ts'

/** The words a block shows first, for lists in which blocks are told apart; empty for blocks without any. */
export function textOfNode(blocks: Blocks, { type, props }: Pick<NodeRecord, 'type' | 'props'>): string {
  for (const [name, field] of Object.entries(blocks.find(type)?.fields ?? {})) {
    if (field.kind !== 'rich-text' && !(field.kind === 'text' && field.onCanvas)) continue
    const text = plainTextOf(props[name]).trim()
    if (text !== '') return text
  }
  return ''
}
