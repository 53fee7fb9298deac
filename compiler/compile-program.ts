import type { CompiledNode, CompiledPage, CompiledProgram, CompiledTab } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import type { NodeRecord, PageRecord, Program } from '#model/index.ts'
import { definitions as allDefinitions } from '#components/definitions.ts'
import { compileNode, type Definitions } from './compile-node.ts'
import { compileTheme } from './compile-theme.ts'

/** What the compiler reads of an open program. */
export type ProgramSource = Pick<
  Program,
  'name' | 'language' | 'theme' | 'pages' | 'page' | 'node' | 'children' | 'slotsOf'
>

/**
 * Compiles a whole program. The same document gives the same bytes everywhere: pages in their order, nodes in the order
 * of a walk from the top, properties in the order of the block's fields.
 */
export function compileProgram(program: ProgramSource, definitions: Definitions = allDefinitions): CompiledProgram {
  return assembleProgram(program, (record) => compileNode(record, slotLists(program, record.id), definitions))
}

/** Puts a program together from nodes that may have been compiled before. */
export function assembleProgram(
  program: ProgramSource,
  compiled: (record: NodeRecord) => CompiledNode,
): CompiledProgram {
  const pages = program.pages().map((page) => assemblePage(program, page, compiled))
  return {
    formatVersion: 1,
    name: program.name,
    language: program.language,
    theme: compileTheme(program.theme),
    homePageId: homePageOf(program),
    tabs: tabsOf(program),
    pages,
    problems: pages.flatMap((page) => Object.values(page.nodes).flatMap((node) => node.problem ?? [])),
  }
}

/** @returns an empty id as long as the document has no page yet */
export function homePageOf(program: Pick<Program, 'pages'>): PageId {
  return program.pages().find((page) => page.isHome)?.id ?? ('' as PageId)
}

/** Tabs in the order of their pages. */
export function tabsOf(program: Pick<Program, 'pages'>): readonly CompiledTab[] {
  return program
    .pages()
    .flatMap(({ id, title, tab }) => (tab ? [{ pageId: id, label: tab.label || title, icon: tab.icon }] : []))
}

/** What a page is without its nodes. */
export function pageFacts(program: ProgramSource, { id, slug, title }: PageRecord): Omit<CompiledPage, 'nodes'> {
  return { id, slug, title, root: [...program.children(id)] }
}

export function slotLists(program: Pick<Program, 'children' | 'slotsOf'>, id: NodeId): CompiledNode['slots'] {
  return Object.fromEntries(program.slotsOf(id).map((slot) => [slot, [...program.children(id, slot)]]))
}

function assemblePage(
  program: ProgramSource,
  page: PageRecord,
  compiled: (record: NodeRecord) => CompiledNode,
): CompiledPage {
  const facts = pageFacts(program, page)
  const nodes: { [id: string]: CompiledNode } = {}
  const visit = (id: NodeId) => {
    const record = program.node(id)
    if (!record) return
    const node = compiled(record)
    nodes[id] = node
    for (const children of Object.values(node.slots)) children.forEach(visit)
  }
  facts.root.forEach(visit)
  return { ...facts, nodes }
}
