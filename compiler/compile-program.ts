import type { CompiledNode, CompiledPage, CompiledProgram, CompiledTab } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import { tabPagesOf } from '#model/index.ts'
import { pageSlot } from '#model/index.ts'
import type { PageRecord, Program, SectionRecord } from '#model/index.ts'
import { definitions as allDefinitions } from '#components/definitions.ts'
import type { CompiledCodeBlock } from '#components/kit/code-block.ts'
import { withCodeBlocks } from './code-blocks/code-definitions.ts'
import type { Definitions } from './compile-node.ts'
import { createNodeCompiler, type NodeCompiler } from './compile-nodes.ts'
import { compileTheme } from './compile-theme.ts'

/** What the compiler reads of an open program. */
export type ProgramSource = Pick<
  Program,
  'name' | 'language' | 'theme' | 'pages' | 'page' | 'node' | 'children' | 'slotsOf' | 'section' | 'sections'
>

/**
 * Compiles a whole program. The same document gives the same bytes everywhere: pages in their order, nodes in the order
 * of a walk from the top, properties in the order of the block's fields.
 * @param codeBlocks - those of the program that compile, by type
 */
export function compileProgram(
  program: ProgramSource,
  definitions: Definitions = allDefinitions,
  codeBlocks: { readonly [type: string]: CompiledCodeBlock } = {},
): CompiledProgram {
  const compiled = assembleProgram(program, createNodeCompiler(program, withCodeBlocks(definitions, codeBlocks)))
  const types = new Set(compiled.pages.flatMap(({ nodes }) => Object.values(nodes).map(({ type }) => type)))
  const used = Object.entries(codeBlocks).filter(([type]) => types.has(type))
  if (used.length === 0) return compiled
  // A definition is plain data: it was read from a source.
  return {
    ...compiled,
    codeBlocks: Object.fromEntries(used.toSorted(byType)) as unknown as CompiledProgram['codeBlocks'] & object,
  }
}

const byType = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)

/** What the canvas starts with: the program as it would be published, and its linked sections as further pages. */
export function compileForCanvas(program: ProgramSource, definitions: Definitions = allDefinitions): CompiledProgram {
  const nodes = createNodeCompiler(program, definitions, true)
  return withSectionPages(program, assembleProgram(program, nodes), nodes)
}

/** Puts a program together from nodes that may have been compiled before. */
export function assembleProgram(program: ProgramSource, nodes: NodeCompiler): CompiledProgram {
  const pages = program.pages().map((page) => assemblePage(pageFacts(nodes, page), nodes))
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

/** Tabs in their own order; a hidden page has none. */
export function tabsOf(program: Pick<Program, 'pages'>): readonly CompiledTab[] {
  return tabPagesOf(program.pages()).map(({ id, title, tab }) => ({
    pageId: id,
    label: tab.label || title,
    icon: tab.icon,
  }))
}

/** What a page is without its nodes. */
export function pageFacts(nodes: Pick<NodeCompiler, 'standing'>, page: PageRecord): Omit<CompiledPage, 'nodes'> {
  const { id, slug, title, isHidden, settings } = page
  const { shareTitle, shareText, sharePicture, searchWords, unlisted } = settings
  const share = {
    ...(shareTitle === undefined ? {} : { title: shareTitle }),
    ...(shareText === undefined ? {} : { text: shareText }),
    ...(sharePicture === undefined ? {} : { picture: sharePicture }),
  }
  return {
    id,
    slug,
    title,
    ...(isHidden ? { hidden: true } : {}),
    ...(Object.keys(share).length > 0 ? { share } : {}),
    ...(searchWords === undefined ? {} : { searchWords }),
    ...(unlisted ? { unlisted } : {}),
    root: [...nodes.standing(id, pageSlot)],
  }
}

/** A section as a page of its own, for the canvas, where it is edited. Never published. */
export function sectionFacts(
  nodes: Pick<NodeCompiler, 'standing'>,
  { id, name }: SectionRecord,
): Omit<CompiledPage, 'nodes'> {
  return { id, slug: `section-${id}`, title: name, hidden: true, root: [...nodes.standing(id, pageSlot)] }
}

/** The program with its sections as further pages, for the canvas. What is published has none. */
export function withSectionPages(
  program: ProgramSource,
  compiled: CompiledProgram,
  nodes: NodeCompiler,
): CompiledProgram {
  const sections = program.sections().map((section) => assemblePage(sectionFacts(nodes, section), nodes))
  return sections.length === 0 ? compiled : { ...compiled, pages: [...compiled.pages, ...sections] }
}

function assemblePage(facts: Omit<CompiledPage, 'nodes'>, compiler: NodeCompiler): CompiledPage {
  const nodes: { [id: string]: CompiledNode } = {}
  const visit = (id: NodeId) => {
    const node = compiler.node(id)
    if (!node) return
    nodes[id] = node
    for (const children of Object.values(node.slots)) children.forEach(visit)
  }
  facts.root.forEach(visit)
  return { ...facts, nodes }
}
