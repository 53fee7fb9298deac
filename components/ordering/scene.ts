import type { Dish, Menu, ShopInfo } from '#model/shop/catalogue.ts'
import type { OrderChannel } from '#model/shop/orders.ts'
import type { BlockEnv } from '../kit/view.ts'
import { formatMoney } from '../kit/money.ts'
import { isOpenAt, whenText } from '../kit/shop-time.ts'
import { wordsFor } from '../kit/words.ts'
import { groupsOf, isSoldOut } from './choice.ts'
import type { OrderingProps } from './ordering-fields.ts'
import { type MenuWords, menuWords } from './words.ts'

/** What a dish needs to draw itself: the same object as time goes on, so that the clock draws no dish anew. */
export interface StillScene {
  readonly shop: ShopInfo
  readonly props: OrderingProps
  readonly env: Pick<BlockEnv, 'language'>
  readonly words: MenuWords
  /** Ways to order that the merchant offers; none makes the menu one for reading. */
  readonly channels: readonly OrderChannel[]
}

/** What the other parts of the menu need besides. */
export interface MenuScene extends StillScene {
  readonly menu: Menu
  readonly env: BlockEnv
  readonly money: (amountMinor: number) => string
  /** A moment in the shop's words, e.g. `明天 10:30`. */
  readonly when: (iso: string) => string
  /** Why nothing can be ordered at this moment; null when it can. */
  readonly shut: 'closed' | 'paused' | null
  /** It is closed, but takes orders to carry away later. */
  readonly ahead: boolean
  /** Whether a filled cart can be checked out now, and what the button for it says. */
  readonly canGoOn: boolean
  readonly wayOn: string
}

export function createStillScene<Props extends OrderingProps>(
  shop: ShopInfo,
  props: Props,
  language: BlockEnv['language'],
): StillScene & { readonly props: Props } {
  return {
    shop,
    props,
    env: { language },
    words: wordsFor(language, menuWords),
    channels: [
      ...(props.dineIn && shop.tables.length ? (['dine_in'] as const) : []),
      ...(props.pickup ? (['pickup'] as const) : []),
      ...(props.delivery && shop.deliveryZones?.length ? (['delivery'] as const) : []),
    ],
  }
}

export function createScene<Still extends StillScene>(still: Still, menu: Menu, env: BlockEnv): MenuScene & Still {
  const { language, nowMs } = env
  const { shop, words } = still
  const shut = !isOpenAt(shop, nowMs) ? 'closed' : shop.ordersPaused ? 'paused' : null
  const ahead =
    shut === 'closed' &&
    shop.takesOrdersAhead === true &&
    !shop.ordersPaused &&
    still.channels.some((each) => each !== 'dine_in')
  return {
    ...still,
    menu,
    env,
    money: (amountMinor) => formatMoney(amountMinor, shop.currency, language),
    when: (iso) => whenText(iso, shop.timeZone, language, nowMs),
    shut,
    ahead,
    canGoOn: ahead || !shut,
    wayOn: ahead ? words.orderAhead : words[shut ?? 'checkout'],
  }
}

/** What stands at a dish that cannot be had now, with until when where that is known; undefined when it can be had. */
export function outText({ menu, words, env, when }: MenuScene, dish: Dish): string | undefined {
  const served = menu.categories.find(({ id }) => id === dish.categoryId)?.served
  if (served && !isServedAt(served, env.nowMs))
    return served.changesAtIso && Date.parse(served.changesAtIso) > env.nowMs
      ? words.servedFrom(when(served.changesAtIso))
      : words.notServed
  if (!isSoldOut(dish, groupsOf(dish, menu), env.nowMs)) return undefined
  const until = dish.soldOut?.untilIso
  return until ? words.soldOutUntil(when(until)) : words.soldOut
}

/** The server's answer, carried over its next change: a menu left open over breakfast knows that it has ended. */
function isServedAt({ isOn, changesAtIso }: NonNullable<Menu['categories'][number]['served']>, nowMs: number): boolean {
  return isOn !== (changesAtIso !== null && nowMs >= Date.parse(changesAtIso))
}
