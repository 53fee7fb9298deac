import type { NodeSpec, SpecValue } from '#model/program-spec.ts'
import type { Blocks } from '../session/blocks.ts'
import { isSharedText } from '../session/block-facts.ts'

/**
 * A template's blocks with all their shared texts, if only empty ones: made later, by two people at once, one of the two
 * would be lost.
 */
export function withAllTexts(blocks: Blocks, nodes: readonly NodeSpec[]): readonly NodeSpec[] {
  return nodes.map((node) => {
    const definition = blocks.find(node.type)
    const texts = Object.entries(definition?.fields ?? {}).filter(([prop]) => isSharedText(definition, prop))
    const empty: { [prop: string]: SpecValue } = Object.fromEntries(texts.map(([prop, field]) => [prop, field.default]))
    const slots = Object.fromEntries(
      Object.entries(node.slots ?? {}).map(([slot, children]) => [slot, withAllTexts(blocks, children)]),
    )
    return { ...node, props: { ...empty, ...node.props }, slots }
  })
}
