import type { NodeId } from '../ids.ts'
import { refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { NodeSpec } from '../program-spec.ts'
import type { Program } from '../program.ts'
import { instanceType, isOverrideName } from '../section-instance.ts'
import { copySectionContent } from './copy-section.ts'
import { insertNode } from './insert-node.ts'

/** A node with all it holds as plain data, for the clipboard and for copies. */
export interface CopiedNode extends NodeSpec {
  /** Properties that are shared texts in the original, and become such in the copy. */
  readonly sharedTexts: readonly string[]
  readonly slots: { readonly [slot: string]: readonly CopiedNode[] }
  /** What a linked section looks like in this place, for a program that does not have it. */
  readonly detached?: readonly CopiedNode[]
}

/** Copies a node right behind itself. */
export function duplicateNode(program: Program, id: NodeId): Outcome<'gone', NodeId> {
  const node = program.node(id)
  const copy = copyNode(program, id)
  if (!node || !copy) return refused('gone')
  const { parentId, slot } = node.place
  const index = program.children(parentId, slot).indexOf(id) + 1
  return insertNode(program, { ...copy, to: { parentId, slot, index } })
}

/** @returns what {@link insertNode} takes; undefined if the node is gone */
export function copyNode(program: Program, id: NodeId): CopiedNode | undefined {
  const node = program.node(id)
  if (!node) return undefined
  const slots: { [slot: string]: CopiedNode[] } = {}
  for (const slot of program.slotsOf(id)) {
    slots[slot] = program.children(id, slot).flatMap((child) => copyNode(program, child) ?? [])
  }
  const sharedTexts = Object.keys(node.props).filter((prop) => !isOverrideName(prop) && program.text(id, prop))
  const { type, version, props, showWhen } = node
  const detached = type === instanceType && { detached: copySectionContent(program, node) }
  return { type, version, props, sharedTexts, slots, ...(showWhen && { showWhen }), ...detached }
}
