import { blockSituations } from '../../situations/block-situations.ts'
import type { Host, ShopActions } from '../host.ts'
import type { Scene } from '../situations.ts'
import type { BlockData, BlockEnv, Loadable, ShopData, VisitorData } from '../view.ts'
import type { BlockState, Language } from './block-state.ts'
import { loaded, mockNowMs, mockShop } from './mock-shop.ts'

/** The shop of all stories, as a situation of a block finds it. */
export function storyScene(language: Language, shopData: Partial<ShopData> = {}, nowMs = mockNowMs): Scene {
  const nothing: ShopData = {
    shop: mockShop(language),
    menu: { categories: [], dishes: [], modifierGroups: [] },
    services: [],
    membership: { tiers: [], pointsPerUnit: 1 },
    coupons: [],
  }
  return { language, nowMs, shopData: { ...nothing, ...shopData } }
}

/** What a state is drawn with. */
interface StoryWorld {
  readonly data: BlockData
  readonly env: BlockEnv
  readonly host: Host
}

/**
 * The world of a state as its situation changes it, by what the block itself brings for it.
 * @throws if the block brings nothing for it
 */
export function inSituation(type: string, { situation }: BlockState, world: StoryWorld): StoryWorld {
  if (situation === undefined) return world
  const part = blockSituations[type]?.[situation]
  if (!part) throw new Error(`${type} brings nothing for "${situation}"`)
  const { data, env, host } = world
  const before = storyScene(env.language, readyIn(data), env.nowMs)
  const scene = { ...before, shopData: { ...before.shopData, ...part.shopData?.(before) } }
  const changes: Partial<ShopData & VisitorData> = { ...part.shopData?.(before), ...part.visitor?.(scene) }
  const shop: ShopActions = { ...host.shop, ...part.answers?.(scene, host.shop) }
  return { env, data: { ...data, ...allLoaded(changes) }, host: { ...host, shop } }
}

function readyIn(data: BlockData): Partial<ShopData> {
  const entries = Object.entries(data as { readonly [key: string]: Loadable<unknown> })
  return Object.fromEntries(entries.flatMap(([key, each]) => (each.status === 'ready' ? [[key, each.value]] : [])))
}

function allLoaded(changes: Partial<ShopData & VisitorData>): Partial<BlockData> {
  return Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, loaded(value)]))
}
