import type { Menu, ShopInfo } from '#model/shop/catalogue.ts'
import type { BlockEnv } from '../kit/view.ts'
import { formatMoney } from '../kit/money.ts'
import { isOpenAt, whenText } from '../kit/shop-time.ts'
import { wordsFor } from '../kit/words.ts'
import type { MenuProps } from './definition.ts'
import { type MenuWords, menuWords } from './words.ts'

/** What every part of the menu needs to draw itself. */
export interface MenuScene {
  readonly menu: Menu
  readonly shop: ShopInfo
  readonly props: MenuProps
  readonly env: BlockEnv
  readonly words: MenuWords
  readonly money: (amountMinor: number) => string
  /** A moment in the shop's words, e.g. `明天 10:30`. */
  readonly when: (iso: string) => string
  /** Ways to order that the merchant offers; none makes the menu one for reading. */
  readonly channels: readonly ('dine_in' | 'pickup')[]
  /** Why nothing can be ordered at this moment; null when it can. */
  readonly shut: 'closed' | 'paused' | null
}

export function createScene(menu: Menu, shop: ShopInfo, props: MenuProps, env: BlockEnv): MenuScene {
  const { language, nowMs } = env
  return {
    menu,
    shop,
    props,
    env,
    words: wordsFor(language, menuWords),
    money: (amountMinor) => formatMoney(amountMinor, shop.currency, language),
    when: (iso) => whenText(iso, shop.timeZone, language, nowMs),
    channels: [
      ...(props.dineIn && shop.tables.length ? (['dine_in'] as const) : []),
      ...(props.pickup ? (['pickup'] as const) : []),
    ],
    shut: !isOpenAt(shop, nowMs) ? 'closed' : shop.ordersPaused ? 'paused' : null,
  }
}
