import type { CompiledNode, CompiledProgram } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import type { Program } from '#model/index.ts'
import { definitions as allDefinitions } from '#components/definitions.ts'
import type { ToFrame } from '#runtime/frame/protocol.ts'
import type { Definitions } from './compile-node.ts'
import { createNodeCompiler, type NodeCompiler } from './compile-nodes.ts'
import { assembleProgram, homePageOf, pageFacts, sectionFacts, tabsOf, withSectionPages } from './compile-program.ts'
import { compileTheme } from './compile-theme.ts'
import { followSections } from './follow-sections.ts'

/** What one edit changed, ready to be sent to the frame. */
export type ProgramPatch = Extract<ToFrame, { readonly kind: 'patch' }>

export interface IncrementalCompiler {
  /** The whole program as it is now, equal byte for byte to `compileForCanvas`. Costs a walk, but compiles nothing anew. */
  current(): CompiledProgram
  /** One compiled node as it is now, also a part of a placed section. */
  node(id: NodeId): CompiledNode | undefined
  /** What stands at the top of one place of a linked section, in order. */
  partsOf(instance: NodeId): readonly NodeId[]
  /** Blocks of these types have other definitions now: compiles them anew. What comes out differently is one patch. */
  redefine(types: ReadonlySet<string>): void
  /** Called once per transaction with what it changed, numbered by one. Costs what changed. @returns stops it */
  onPatch(listener: (patch: ProgramPatch) => void): () => void
  destroy(): void
}

/**
 * Compiles a program once and then follows it edit by edit.
 * @param definitions - looked at whenever something is compiled; whoever changes one says so with `redefine`
 */
export function createIncrementalCompiler(
  program: Program,
  definitions: Definitions = allDefinitions,
): IncrementalCompiler {
  const nodes = createNodeCompiler(program, definitions, true)
  const listeners = new Set<(patch: ProgramPatch) => void>()
  let seq = 0
  // What was never compiled cannot be compared; the walk is paid once, where the canvas starts anyway.
  compileAll()

  function compileAll(): CompiledProgram {
    return withSectionPages(program, assembleProgram(program, nodes), nodes)
  }

  const tell = (patch: Omit<ProgramPatch, 'kind' | 'seq'>) => {
    const numbered: ProgramPatch = { kind: 'patch', seq: ++seq, ...patch }
    for (const listener of [...listeners]) listener(numbered)
  }

  const stop = program.subscribe((change) => {
    for (const id of change.removed) nodes.forget(id)
    const sections = followSections(program, change, nodes)
    const own = new Set<NodeId>()
    const pages = new Set(change.pages)
    for (const id of change.nodes) own.add(id)
    for (const id of sections.parents)
      if (program.page(id as PageId) || program.section(id as PageId)) pages.add(id as PageId)
      else own.add(id as NodeId)
    for (const id of own) nodes.forget(id)
    const changed = [...sections.changed, ...[...own].filter((id) => !nodes.expansion(id))].flatMap(
      (id) => nodes.node(id) ?? [],
    )
    tell({
      changed,
      removed: [...change.removed, ...sections.removed.filter((id) => !change.removed.has(id))],
      ...pageChanges(program, pages, nodes),
      ...(change.theme ? { theme: compileTheme(program.theme) } : {}),
      ...(change.meta ? { name: program.name, language: program.language } : {}),
    })
  })

  return {
    current: compileAll,
    node: nodes.node,
    partsOf: (instance) => nodes.expansion(instance)?.roots ?? [],
    redefine(types) {
      const changed = nodes.compileAnew((type) => types.has(type))
      if (changed.length > 0) tell({ changed, removed: [] })
    },
    onPatch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      stop()
      listeners.clear()
    },
  }
}

function pageChanges(program: Program, changed: ReadonlySet<PageId>, nodes: NodeCompiler): Partial<ProgramPatch> {
  if (changed.size === 0) return {}
  const ids = [...changed]
  const pages = ids.flatMap((id) => {
    const page = program.page(id)
    const section = program.section(id)
    return page ? [pageFacts(nodes, page)] : section ? [sectionFacts(nodes, section)] : []
  })
  const removedPages = ids.filter((id: PageId) => !program.page(id) && !program.section(id))
  return { pages, removedPages, tabs: tabsOf(program), homePageId: homePageOf(program) }
}
