import type { CompiledNode, CompiledProgram } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import type { Program, ProgramChange } from '#model/index.ts'
import { definitions as allDefinitions } from '#components/definitions.ts'
import type { ToFrame } from '#runtime/frame/protocol.ts'
import { compileNode, type Definitions } from './compile-node.ts'
import { assembleProgram, homePageOf, pageFacts, slotLists, tabsOf } from './compile-program.ts'
import { compileTheme } from './compile-theme.ts'

/** What one edit changed, ready to be sent to the frame. */
export type ProgramPatch = Extract<ToFrame, { readonly kind: 'patch' }>

export interface IncrementalCompiler {
  /** The whole program as it is now, equal byte for byte to `compileProgram`. Costs a walk, but compiles nothing anew. */
  current(): CompiledProgram
  /** One compiled node as it is now. */
  node(id: NodeId): CompiledNode | undefined
  /** Called once per transaction with what it changed, numbered by one. Costs what changed. @returns stops it */
  onPatch(listener: (patch: ProgramPatch) => void): () => void
  destroy(): void
}

/** Compiles a program once and then follows it edit by edit. */
export function createIncrementalCompiler(
  program: Program,
  definitions: Definitions = allDefinitions,
): IncrementalCompiler {
  const compiled = new Map<NodeId, CompiledNode>()
  const listeners = new Set<(patch: ProgramPatch) => void>()
  let seq = 0

  function compile(id: NodeId): CompiledNode | undefined {
    const record = program.node(id)
    if (!record) return undefined
    const node = compileNode(record, slotLists(program, id), definitions)
    compiled.set(id, node)
    return node
  }

  const stop = program.subscribe((change) => {
    for (const id of change.removed) compiled.delete(id)
    const changed = [...change.nodes].flatMap((id) => compile(id) ?? [])
    const patch: ProgramPatch = {
      kind: 'patch',
      seq: ++seq,
      changed,
      removed: [...change.removed],
      ...pageChanges(program, change),
      ...(change.theme ? { theme: compileTheme(program.theme) } : {}),
      ...(change.meta ? { name: program.name, language: program.language } : {}),
    }
    for (const listener of [...listeners]) listener(patch)
  })

  return {
    current: () => assembleProgram(program, ({ id }) => compiled.get(id) ?? (compile(id) as CompiledNode)),
    node: (id) => compiled.get(id) ?? compile(id),
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

function pageChanges(program: Program, change: ProgramChange): Partial<ProgramPatch> {
  if (change.pages.size === 0) return {}
  const ids = [...change.pages]
  const pages = ids.flatMap((id) => {
    const page = program.page(id)
    return page ? [pageFacts(program, page)] : []
  })
  const removedPages = ids.filter((id: PageId) => !program.page(id))
  return { pages, removedPages, tabs: tabsOf(program), homePageId: homePageOf(program) }
}
