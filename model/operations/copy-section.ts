import { withoutHidden } from '../find-part.ts'
import type { NodeId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { NodeSpec } from '../program-spec.ts'
import type { Program } from '../program.ts'
import { pageSlot } from '../schema.ts'
import { hidden, instanceType, isOverrideName, overlaysOf, sectionOf } from '../section-instance.ts'
import type { NodeRecord } from '../tree/node-record.ts'
import type { CopiedNode } from './duplicate-node.ts'

/** What stands in a place of a section, as ordinary nodes as they look there. Sections inside it stay linked. */
export function copySectionContent(
  program: Program,
  instance: Pick<NodeRecord, 'type' | 'props'>,
  within: ReadonlySet<string> = new Set(),
): readonly CopiedNode[] {
  const sectionId = sectionOf(instance)
  if (sectionId === undefined || within.has(sectionId)) return []
  const path = new Set([...within, sectionId])
  const overlays = overlaysOf(instance.props)
  const copyPart = (id: NodeId): readonly CopiedNode[] => {
    const node = program.node(id)
    if (!node) return []
    const merged: JsonObject = { ...node.props, ...overlays.get(id) }
    if (merged[hidden] === true) return []
    const props = withoutHidden(merged)
    const { type, version, showWhen } = node
    const slots: { [slot: string]: readonly CopiedNode[] } = {}
    for (const slot of program.slotsOf(id)) slots[slot] = program.children(id, slot).flatMap(copyPart)
    const sharedTexts = Object.keys(node.props).filter((prop) => !isOverrideName(prop) && program.text(id, prop))
    const detached = type === instanceType && { detached: copySectionContent(program, { type, props }, path) }
    return [{ type, version, props, sharedTexts, slots, ...(showWhen && { showWhen }), ...detached }]
  }
  return program.children(sectionId, pageSlot).flatMap(copyPart)
}

/** Instances of sections that this program does not have become what they hold: a paste from another program. */
export function withKnownSections(program: Program, specs: readonly CopiedSpec[]): readonly NodeSpec[] {
  return specs.flatMap((spec): readonly NodeSpec[] => {
    const sectionId = sectionOf({ type: spec.type, props: (spec.props ?? {}) as JsonObject })
    if (sectionId !== undefined && spec.detached && !program.section(sectionId))
      return withKnownSections(program, spec.detached)
    if (!spec.slots) return [spec]
    const slots = Object.entries(spec.slots).map(([name, inner]) => [name, withKnownSections(program, inner)] as const)
    return [{ ...spec, slots: Object.fromEntries(slots) }]
  })
}

interface CopiedSpec extends NodeSpec {
  readonly detached?: readonly NodeSpec[]
}
