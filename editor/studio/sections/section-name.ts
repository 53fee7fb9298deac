import type { NodeId, Program } from '#model/index.ts'
import { isRichText, plainTextOf } from '#model/index.ts'
import { isCanvasText } from '#components/kit/canvas-text.ts'
import type { Words } from '#editor/words/use-words.ts'
import type { Blocks } from '../session/blocks.ts'

const LONGEST = 24

/** A name to start with: the first words in the blocks, else what the first block is. */
export function suggestName(program: Program, blocks: Blocks, ids: readonly NodeId[], words: Words): string {
  for (const id of withInside(program, ids)) {
    const node = program.node(id)
    for (const [prop, field] of Object.entries(blocks.find(node?.type ?? '')?.fields ?? {})) {
      const value = isCanvasText(field) ? node?.props[prop] : undefined
      const text = (isRichText(value) ? plainTextOf(value) : typeof value === 'string' ? value : '').trim()
      const [line = ''] = text.split('\n')
      if (line !== '') return [...line].slice(0, LONGEST).join('')
    }
  }
  const [first] = ids
  const type = first === undefined ? '' : (program.node(first)?.type ?? '')
  return type === '' ? words.sections.unnamed : words.studio.nameOf(blocks.nameOf(type))
}

function withInside(program: Program, ids: readonly NodeId[]): readonly NodeId[] {
  const found = [...ids]
  for (let at = 0; at < found.length && at < 50; at++) found.push(...program.children(found[at]!))
  return found
}
