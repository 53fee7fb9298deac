/**
 * Situations a shop really meets. A block that looks or answers differently in one says so in its `situations.ts`, made
 * from the shop's own data, so that a merchant sees his own dishes sold out; its stories show the same.
 */
import type { ShopActions } from './host.ts'
import type { BlockEnv, ShopData, VisitorData } from './view.ts'

export const situationIds = [
  'now',
  'lunch-rush',
  'sold-out',
  'closed',
  'first-visit',
  'gold-member',
  'coupon-expired',
  'payment-failed',
  'slow-network',
] as const
export type SituationId = (typeof situationIds)[number]

/** What a block starts from: the shop as the situation's clock finds it. */
export interface Scene {
  readonly shopData: ShopData
  readonly nowMs: number
  readonly language: BlockEnv['language']
}

export interface BlockSituation {
  /** What is different about the shop. */
  readonly shopData?: (scene: Scene) => Partial<ShopData>
  /** Who the visitor is. */
  readonly visitor?: (scene: Scene) => Partial<VisitorData>
  /** How the shop answers. @param real - what it would answer otherwise */
  readonly answers?: (scene: Scene, real: ShopActions) => Partial<ShopActions>
}

export type BlockSituations = { readonly [Id in Exclude<SituationId, 'now'>]?: BlockSituation }

/** An answer that says no. */
export function refuse(code: Parameters<typeof failing>[0]) {
  return async () => failing(code)
}

function failing(code: 'payment-failed' | 'offline' | 'sold-out') {
  return { ok: false, failure: { code, message: code } } as const
}
