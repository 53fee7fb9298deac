import type { CompiledNode, CompiledPage, CompiledProgram } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'

/** A program whose pages hold blocks with these ids. @param hidden - pages that nobody can open */
export function compiledProgramWith(
  pages: { readonly [pageId: string]: readonly string[] },
  hidden: readonly string[] = [],
): CompiledProgram {
  const nodeOf = (id: string): CompiledNode => ({ id: id as NodeId, type: 'heading', props: { text: id }, slots: {} })
  const pageOf = ([id, ids]: [string, readonly string[]]): CompiledPage => ({
    id: id as PageId,
    slug: id,
    title: id,
    root: ids as readonly NodeId[],
    nodes: Object.fromEntries(ids.map((node) => [node, nodeOf(node)])),
    ...(hidden.includes(id) && { hidden: true as const }),
  })
  return { pages: Object.entries(pages).map(pageOf) } as unknown as CompiledProgram
}
