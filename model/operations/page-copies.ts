/** Pages that come with something on them: from a page template, or as the copy of another. */
import type { PageId } from '../ids.ts'
import { refused, succeeded } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { NodeSpec } from '../program-spec.ts'
import type { Program } from '../program.ts'
import { pageSlot } from '../schema.ts'
import { copyNode } from './duplicate-node.ts'
import { insertNodes } from './insert-node.ts'
import type { BlockFacts } from './insert-node.ts'
import { changePageSettings } from './page-settings.ts'
import { addPage, hidePage } from './pages.ts'

/**
 * Adds a page with what its template puts on it.
 * @param page - `index` as in {@link addPage}
 */
export function addPageWith(
  program: Program,
  page: { title: string; slug?: string; nodes: readonly NodeSpec[]; index?: number },
  facts: BlockFacts = {},
): PageId {
  return program.doc.transact(() => {
    const { nodes, ...rest } = page
    const id = addPage(program, rest)
    insertNodes(program, nodes, { parentId: id, slot: pageSlot, index: 0 }, facts)
    return id
  })
}

/**
 * Copies a page, with all it holds and says about itself, right behind itself. Shared texts stay shared texts. The copy
 * has a slug of its own and no tab: two tabs of one name would help nobody.
 */
export function duplicatePage(program: Program, id: PageId, title: string): Outcome<'gone', PageId> {
  const page = program.page(id)
  if (!page) return refused('gone')
  return program.doc.transact(() => {
    const index = program.pages().findIndex((other) => other.id === id) + 1
    const slug = page.slug === '' ? title : page.slug
    const nodes = program.children(id, pageSlot).flatMap((child) => copyNode(program, child) ?? [])
    const copy = addPageWith(program, { title, slug, nodes, index })
    changePageSettings(program, copy, page.settings)
    if (page.isHidden) hidePage(program, copy, true)
    return succeeded(copy)
  })
}
