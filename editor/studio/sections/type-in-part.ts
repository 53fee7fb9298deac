import { findPart, readPartId, setOverride, type NodeId, type Program } from '#model/index.ts'
import { mergeText } from '#runtime/frame/merge-text.ts'
import type { Blocks } from '../session/blocks.ts'

/**
 * What was typed on the canvas in a part of a placed section becomes other in this place only.
 * @param base - what it grew from, so that what came from elsewhere meanwhile is kept
 * @returns false for a block of its own, which is written as any
 */
export function typeInPart(
  program: Program,
  blocks: Blocks,
  input: { readonly nodeId: NodeId; readonly prop: string; readonly value: string; readonly base: string },
): boolean {
  const { nodeId, prop, value, base } = input
  if (!readPartId(nodeId)) return false
  const part = findPart(program, nodeId)
  const present = part?.props[prop]
  const field = blocks.find(part?.source.type ?? '')?.fields[prop]
  const merged = mergeText(base, value, typeof present === 'string' ? present : base)
  setOverride(program, nodeId, prop, field?.kind === 'text' ? merged.slice(0, field.maxLength) : merged, {
    isText: true,
  })
  return true
}
