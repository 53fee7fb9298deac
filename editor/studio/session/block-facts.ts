import { insertNode } from '#model/index.ts'
import type { BlockFacts, NodeId, Outcome, Program, Target } from '#model/index.ts'
import type { SpecValue } from '#model/program-spec.ts'
import { isSharedText as holdsWords } from '#components/kit/canvas-text.ts'
import type { BlockDefinition } from '#components/kit/define-block.ts'
import type { Blocks } from './blocks.ts'

export function blockFactsOf(blocks: Blocks): BlockFacts {
  return {
    isSharedText: (type, prop) => isSharedText(blocks.find(type), prop),
    versionOf: (type) => blocks.find(type)?.version ?? 1,
  }
}

/** Words merge by character; of lists what differs is written; all other values are set as a whole. */
export function isSharedText(definition: BlockDefinition | undefined, prop: string): boolean {
  return holdsWords(definition?.fields[prop])
}

/**
 * Places a fresh block with what it starts with. Its shared texts are created along with it, if only empty: made later,
 * by two people at once, one of them would be lost.
 */
export function insertBlock(program: Program, blocks: Blocks, type: string, to: Target): Outcome<'gone', NodeId> {
  const definition = blocks.find(type)
  const texts = Object.entries(definition?.fields ?? {}).filter(([prop]) => isSharedText(definition, prop))
  const props: { [prop: string]: SpecValue } = Object.fromEntries(texts.map(([prop, field]) => [prop, field.default]))
  for (const [prop, value] of Object.entries(definition?.starter ?? {})) if (value !== undefined) props[prop] = value
  return insertNode(program, { type, props, to }, blockFactsOf(blocks))
}
