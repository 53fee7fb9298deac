import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { ShopActions } from '../kit/host.ts'
import type { Scene, SituationId } from '../kit/situations.ts'
import type { BlockEnv, ShopData, VisitorData } from '../kit/view.ts'
import { blockSituations } from './block-situations.ts'
import { slowed } from './slowed.ts'
import { atLunch, whileClosed, whileOpen, type ShopMoment } from './shop-clock.ts'

/** The shop as it really is, at this moment. */
export interface RealWorld {
  readonly shopData: ShopData
  readonly nowMs: number
  readonly language: BlockEnv['language']
}

/** What every block of a page is shown in a situation. */
export interface World {
  readonly nowMs: number
  readonly shopData: ShopData
  /** Somebody nobody knows yet, where the situation says nothing. `order` only where some order is meant. */
  readonly visitor: Partial<VisitorData>
  /** How long everything takes to arrive. */
  readonly delayMs: number
  /** How the shop answers; what the situation does not touch answers as it really does. */
  answers(real: ShopActions): ShopActions
}

const momentOfSituation: {
  readonly [Id in SituationId]?: (shop: ShopInfo, nowMs: number) => ShopMoment
} = {
  'lunch-rush': (shop, nowMs) => {
    const moment = atLunch(shop, nowMs)
    return { ...moment, shop: { ...moment.shop, ordersPaused: true } }
  },
  'sold-out': whileOpen,
  closed: whileClosed,
  'payment-failed': whileOpen,
}

const slowMs = 2500

/** The real shop in another situation: its own dishes, hours, tiers and tables, changed as the situation would. */
export function worldOf(situation: SituationId, real: RealWorld): World {
  const moment = momentOfSituation[situation]?.(real.shopData.shop, real.nowMs)
  const start: Scene = {
    language: real.language,
    nowMs: moment?.nowMs ?? real.nowMs,
    shopData: moment ? { ...real.shopData, shop: moment.shop } : real.shopData,
  }
  const parts = Object.values(blockSituations).flatMap((own) => (situation === 'now' ? [] : (own[situation] ?? [])))
  const shopData = parts.reduce(
    (data, part) => ({ ...data, ...part.shopData?.({ ...start, shopData: data }) }),
    start.shopData,
  )
  const scene = { ...start, shopData }
  const stranger: Partial<VisitorData> = { card: null, orders: [], bookings: [], wallet: [] }
  const visitor = parts.reduce((known, part) => ({ ...known, ...part.visitor?.(scene) }), stranger)
  const delayMs = situation === 'slow-network' ? slowMs : 0
  return {
    nowMs: scene.nowMs,
    shopData,
    visitor,
    delayMs,
    answers: (shop) => {
      const answering = parts.reduce((actions, part) => ({ ...actions, ...part.answers?.(scene, actions) }), shop)
      return delayMs > 0 ? slowed(answering, delayMs) : answering
    },
  }
}
