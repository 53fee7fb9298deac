import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId, ParentId } from '#model/ids.ts'
import type { Program } from '#model/index.ts'
import { instanceType, readPartId } from '#model/section-instance.ts'
import { compileNode, type Definitions } from './compile-node.ts'
import { expandSection, type Expansion } from './expand-sections.ts'

/** The nodes of a program as they are drawn: where a linked section stands, its parts, and no trace of the link. */
export interface NodeCompiler {
  /** What is drawn in a slot, or at the top of a page or section. */
  standing(parentId: ParentId, slot: string): readonly NodeId[]
  /** A node of its own or a part of a placed section. Undefined for a place itself, unless a box stands there. */
  node(id: NodeId): CompiledNode | undefined
  /** What stands in one place of a section. */
  expansion(instance: NodeId): Expansion | undefined
  /** Compiles anew when asked next. */
  forget(id: NodeId): void
  /** Compiles nodes of these types anew, parts of placed sections too. @returns those that came out differently */
  compileAnew(isMeant: (type: string) => boolean): readonly CompiledNode[]
  /** Expands one place anew. @returns what it was and is; undefined where no place is (any more) */
  expandAnew(instance: NodeId): { readonly before: Expansion | undefined; readonly now: Expansion | undefined }
}

/** @param isEdited - for canvas and preview: a linked section with nothing in it is a box, which is never published */
export function createNodeCompiler(
  program: Pick<Program, 'node' | 'children' | 'slotsOf' | 'section'>,
  definitions: Definitions,
  isEdited = false,
): NodeCompiler {
  const own = new Map<NodeId, CompiledNode>()
  const expansions = new Map<NodeId, Expansion>()

  const isPlace = (id: NodeId) => program.node(id)?.type === instanceType

  function expansion(instance: NodeId): Expansion | undefined {
    const known = expansions.get(instance)
    if (known) return known
    const record = isPlace(instance) ? program.node(instance) : undefined
    if (!record) return undefined
    const made = expandSection(program, record, definitions, { isEdited })
    expansions.set(instance, made)
    return made
  }

  function standing(parentId: ParentId, slot: string): readonly NodeId[] {
    const ids = program.children(parentId, slot)
    return ids.some(isPlace) ? ids.flatMap((id) => (isPlace(id) ? (expansion(id)?.roots ?? []) : [id])) : ids
  }

  function compileOwn(id: NodeId): CompiledNode | undefined {
    const record = program.node(id)
    if (!record) return undefined
    const slots = Object.fromEntries(program.slotsOf(id).map((slot) => [slot, [...standing(id, slot)]]))
    const node = compileNode(record, slots, definitions)
    own.set(id, node)
    return node
  }

  return {
    standing,
    expansion,
    node(id) {
      const instance = readPartId(id)?.instance ?? (isPlace(id) ? id : undefined)
      return instance === undefined ? (own.get(id) ?? compileOwn(id)) : expansion(instance)?.nodes.get(id)
    },
    forget: (id) => void own.delete(id),
    compileAnew(isMeant) {
      const changed: CompiledNode[] = []
      const keepChanged = (before: CompiledNode, now: CompiledNode | undefined) => {
        if (now && JSON.stringify(now) !== JSON.stringify(before)) changed.push(now)
      }
      for (const before of [...own.values()].filter(({ type }) => isMeant(type)))
        keepChanged(before, compileOwn(before.id))
      for (const [instance, before] of expansions) {
        const meant = [...before.nodes.values()].filter(({ type }) => isMeant(type))
        const record = meant.length > 0 && isPlace(instance) ? program.node(instance) : undefined
        if (!record) continue
        const now = expandSection(program, record, definitions, { isEdited })
        expansions.set(instance, now)
        for (const node of meant) keepChanged(node, now.nodes.get(node.id))
      }
      return changed
    },
    expandAnew(instance) {
      const before = expansions.get(instance)
      const record = isPlace(instance) ? program.node(instance) : undefined
      const now = record && expandSection(program, record, definitions, { isEdited, before })
      if (now) expansions.set(instance, now)
      else expansions.delete(instance)
      return { before, now }
    },
  }
}
