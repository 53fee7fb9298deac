/** Whether a block is to be seen. One rule for the page's server, the published page, the preview and the canvas. */
import type { CompiledNode, CompiledPage } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { Membership } from '#model/shop/members.ts'
import type { ShowWhen } from '#model/show-when.ts'
import { isOpenAt } from '#components/kit/shop-time.ts'

/** What conditions are held against. */
export interface ShowFacts {
  readonly nowMs: number
  /** Undefined as long as nobody knows: what depends on it is not shown. */
  readonly isOpen: boolean | undefined
  readonly isMember: boolean | undefined
}

/** The condition that does not hold, the most lasting one first; undefined when the block is to be seen. */
export type NotShown = 'hidden' | 'over' | 'not-yet' | 'closed' | 'open' | 'members' | 'not-members'

export function whyNotShown(showWhen: ShowWhen | undefined, facts: ShowFacts): NotShown | undefined {
  if (!showWhen) return undefined
  const { hidden, fromMs, untilMs, audience, hours } = showWhen
  if (hidden) return 'hidden'
  if (untilMs !== undefined && facts.nowMs >= untilMs) return 'over'
  if (fromMs !== undefined && facts.nowMs < fromMs) return 'not-yet'
  if (hours !== undefined && facts.isOpen !== (hours === 'open')) return hours === 'open' ? 'closed' : 'open'
  if (audience !== undefined && facts.isMember !== (audience === 'members')) return audience
  return undefined
}

export function isShownNow(showWhen: ShowWhen | undefined, facts: ShowFacts): boolean {
  return whyNotShown(showWhen, facts) === undefined
}

/** @param shop - undefined as long as it has not arrived; `card` is null for somebody who is no member */
export function showFactsOf(
  { shop, card }: { readonly shop: ShopInfo | undefined; readonly card: Membership | null | undefined },
  nowMs: number,
): ShowFacts {
  return {
    nowMs,
    isOpen: shop && isOpenAt(shop, nowMs),
    isMember: card === undefined ? undefined : card !== null,
  }
}

/** Every moment at which one of these begins or ends, in order, once each. */
export function momentsOf(nodes: Iterable<Pick<CompiledNode, 'showWhen'>>): readonly number[] {
  const moments = new Set<number>()
  for (const { showWhen } of nodes)
    if (!showWhen?.hidden) for (const ms of [showWhen?.fromMs, showWhen?.untilMs]) if (ms !== undefined) moments.add(ms)
  return [...moments].sort((a, b) => a - b)
}

/**
 * Whether a block of a published page can be used at this moment by anybody: what is put away or over cannot, also when
 * it only stands in something that is.
 */
export function isOffered(page: Pick<CompiledPage, 'root' | 'nodes'>, id: NodeId, nowMs: number): boolean {
  const offered = ({ showWhen }: CompiledNode) =>
    showWhen === undefined ||
    isShownNow(
      { ...showWhen, audience: undefined, hours: undefined },
      { nowMs, isOpen: undefined, isMember: undefined },
    )
  const isIn = (ids: readonly NodeId[]): boolean =>
    ids.some((each) => {
      const node = page.nodes[each]
      return node !== undefined && offered(node) && (each === id || isIn(Object.values(node.slots).flat()))
    })
  return isIn(page.root)
}
