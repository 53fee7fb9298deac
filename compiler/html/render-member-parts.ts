import type { MemberParts } from '#runtime/live/member-parts.ts'
import { needsOf, serverFacts } from './page-needs.ts'
import type { RenderInput } from './render-page.tsx'
import { memberParts } from './shown-page.ts'

/**
 * What members get of a page beside what everybody gets. Only for a visitor who is one: documents hold none of it.
 * @param input - `slug` is empty for the home page
 * @returns undefined when the program has no such page, or nothing on it is for members now
 */
export function renderMemberParts(
  input: Pick<RenderInput, 'program' | 'shopData' | 'assets' | 'nowMs'> & { readonly slug: string },
): MemberParts | undefined {
  const { program, shopData, assets, nowMs, slug } = input
  const page = program.pages.find((each) => each.slug === slug)
  if (!page || page.hidden) return undefined
  const { root, nodes } = memberParts(page, serverFacts(shopData, nowMs))
  if (root.length === 0) return undefined
  const needs = needsOf(nodes, { shopData, assets })
  const styles = Object.keys(needs.blocks).flatMap((type) => assets.blocks[type]?.styles ?? [])
  return { root, nodes, blocks: needs.blocks, icons: needs.icons, styles, shopData: Object.fromEntries(needs.shopData) }
}
