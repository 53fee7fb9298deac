import type { CompiledNode, CompiledPage, CompiledProgram } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import { definitions as allDefinitions } from '#components/definitions.ts'
import type { ShopData } from '#components/kit/view.ts'
import { codeBlocksOf, withCodeBlocks } from '../code-blocks/code-definitions.ts'
import { checkNode, type NodeSurroundings } from './check-node.ts'
import { checkProgram, type CheckedPage } from './check-program.ts'
import type { Finding } from './finding.ts'

/**
 * What keeps a program from being published, found in what would be published: the rules are the editor's, which looks
 * at the document while it is edited. What nobody will see, on a hidden page or hidden itself, is in nobody's way.
 */
export function findErrors(program: CompiledProgram, shop: ShopData, nowMs: number): readonly Finding[] {
  const definitions = withCodeBlocks(allDefinitions, codeBlocksOf(program))
  const known = knownOf(program, shop, nowMs)
  const seen = program.pages.filter(({ hidden }) => !hidden).map((page) => ({ page, nodes: seenOn(page) }))
  const types = new Set(seen.flatMap(({ nodes }) => nodes.map(({ type }) => type)))
  const ofProgram = checkProgram({
    pages: program.pages.map((page) => factsOf(program, page)),
    isEmpty: (pageId) => program.pages.find(({ id }) => id === pageId)?.root.length === 0,
    theme: program.theme,
    shop,
    uses: (type) => types.has(type),
  })
  const ofNodes = seen.flatMap(({ page, nodes }) =>
    nodes.flatMap(({ id, type, props, problem }) => {
      const definition = Object.hasOwn(definitions, type) ? definitions[type] : undefined
      return checkNode({ id, type, pageId: page.id, widthShare: 1, props, problem: problem?.code }, definition, known)
    }),
  )
  return [...ofProgram, ...ofNodes].filter(({ level }) => level === 'error')
}

function seenOn(page: CompiledPage): readonly CompiledNode[] {
  const within = (ids: readonly NodeId[]): readonly CompiledNode[] =>
    ids.flatMap((id) => {
      const node = page.nodes[id]
      if (!node || node.showWhen?.hidden) return []
      return [node, ...within(Object.values(node.slots).flat())]
    })
  return within(page.root)
}

function factsOf({ homePageId, tabs }: CompiledProgram, { id, title, hidden }: CompiledPage): CheckedPage {
  const tab = tabs.find(({ pageId }) => pageId === id)
  return { id, title, isHome: id === homePageId, isHidden: hidden === true, tab }
}

function knownOf({ pages }: CompiledProgram, { services, menu, coupons }: ShopData, nowMs: number): NodeSurroundings {
  return {
    pageIds: pages.map(({ id }) => id),
    serviceIds: services.map(({ id }) => id),
    categoryIds: menu.categories.map(({ id }) => id),
    dishIds: menu.dishes.map(({ id }) => id),
    couponIds: coupons.map(({ id }) => id),
    nowMs,
    hiddenPageIds: new Set(pages.flatMap(({ id, hidden }) => (hidden ? [id] : []))),
    // Words of a starter are worth a warning, and are not in the way.
    samples: new Set(),
  }
}
