import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId, SectionId } from '#model/ids.ts'
import type { JsonObject } from '#model/json.ts'
import type { NodeRecord, Program } from '#model/index.ts'
import { withoutHidden } from '#model/find-part.ts'
import { pageSlot } from '#model/schema.ts'
import { hidden, instanceType, overlaysOf, partId, partPath, sectionOf } from '#model/section-instance.ts'
import { bothConditions } from './both-conditions.ts'
import { compileNode, type Definitions } from './compile-node.ts'

/** What stands in one place of a linked section: ordinary compiled nodes, with ids of that place. */
export interface Expansion {
  readonly roots: readonly NodeId[]
  readonly nodes: ReadonlyMap<NodeId, CompiledNode>
  /** What each was made of, so that the next expansion compiles only what is another now. */
  readonly made: ReadonlyMap<NodeId, Made>
}

interface Made {
  readonly record: NodeRecord
  readonly says: string
  readonly node: CompiledNode
}

/**
 * Sections in sections in sections: so deep, and so many nodes in one place. Beyond, a box says so, the same for everyone.
 * With four, the id of a part has 64 characters at most, which is what an order takes for the block it came from.
 */
const MOST_LEVELS = 4
const MOST_NODES = 5000

export type SectionSource = Pick<Program, 'node' | 'children' | 'slotsOf' | 'section'>

/**
 * Puts the section's nodes where its instance stands, with what is other in that place. A section that would stand in
 * itself is cut there: a box with the problem `section-loop`; one that is not in the document leaves `section-gone`.
 * @param options - `before` is the last expansion of the same place: nodes that came out alike are the same objects. For
 * who edits, a place with nothing in it is a box as well, `section-empty`, so that it can be seen and chosen.
 */
export function expandSection(
  program: SectionSource,
  instance: NodeRecord,
  definitions: Definitions,
  options: { readonly isEdited?: boolean; readonly before?: Expansion | undefined } = {},
): Expansion {
  const { isEdited, before } = options
  const nodes = new Map<NodeId, CompiledNode>()
  const made = new Map<NodeId, Made>()

  function keep(record: NodeRecord, id: NodeId, says: string, compile: () => CompiledNode): void {
    const last = before?.made.get(id)
    const node = last && last.record === record && last.says === says ? last.node : compile()
    nodes.set(id, node)
    made.set(id, { record, says, node })
  }

  function box(
    record: NodeRecord,
    id: NodeId,
    code: 'section-gone' | 'section-loop' | 'section-empty',
    message: string,
  ) {
    keep(record, id, code, () => ({
      id,
      type: instanceType,
      props: {},
      slots: {},
      problem: { code, nodeId: id, message },
    }))
    return [id]
  }

  function expand(
    record: NodeRecord,
    props: JsonObject,
    id: NodeId,
    conditions: JsonObject | undefined,
    within: readonly SectionId[],
  ): readonly NodeId[] {
    const sectionId = sectionOf({ type: record.type, props })
    if (sectionId === undefined || !program.section(sectionId))
      return box(record, id, 'section-gone', 'The section is not in the document')
    if (within.includes(sectionId) || within.length === MOST_LEVELS || nodes.size >= MOST_NODES)
      return box(record, id, 'section-loop', 'The section stands in itself, or too deep')
    const overlays = overlaysOf(props)
    const path = [...within, sectionId]

    const stand = (source: NodeId, outer: JsonObject | undefined): readonly NodeId[] => {
      const part = program.node(source)
      const overlay = overlays.get(source)
      if (!part || overlay?.[hidden] === true) return []
      const own = partId(id, partPath(source))
      const merged = overlay ? withoutHidden({ ...part.props, ...overlay }) : part.props
      const shown = bothConditions(outer, part.showWhen)
      if (part.type === instanceType) return expand(part, merged, own, shown, path)
      const slots = Object.fromEntries(
        program.slotsOf(source).map((slot) => {
          return [slot, program.children(source, slot).flatMap((child) => stand(child, undefined))] as const
        }),
      )
      const { showWhen: _, ...rest } = part
      const as = { ...rest, id: own, props: merged, ...(shown && { showWhen: shown }) }
      keep(part, own, JSON.stringify([overlay, outer, slots]), () => compileNode(as, slots, definitions))
      return [own]
    }
    return program.children(sectionId, pageSlot).flatMap((source) => stand(source, conditions))
  }

  const drawn = expand(instance, instance.props, instance.id, instance.showWhen, [])
  const roots =
    drawn.length === 0 && isEdited ? box(instance, instance.id, 'section-empty', 'Nothing is drawn here') : drawn
  return { roots, nodes, made }
}
