import type { ShopInfo } from '#model/shop/catalogue.ts'
import { isOpenAt, whenText } from '../kit/shop-time.ts'
import type { BlockEnv } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import { openingHoursWords } from './words.ts'

/** Shorter than this before closing, people are told in minutes. */
const soonMinutes = 45

export interface OpenStatus {
  readonly tone: 'open' | 'soon' | 'closed'
  readonly state: string
  /** When that changes, in words; empty when nothing changes within a week. */
  readonly change: string
}

/** Whether the shop is open at this moment and when that changes, in words. */
export function openStatus(shop: ShopInfo, env: BlockEnv): OpenStatus {
  const words = wordsFor(env.language, openingHoursWords)
  const isOpen = isOpenAt(shop, env.nowMs)
  const changesMs = shop.changesAtIso === null ? Number.NaN : Date.parse(shop.changesAtIso)
  // The server's next change is behind us: what comes after it is not known until it answers again.
  const known = changesMs > env.nowMs
  const minutes = Math.ceil((changesMs - env.nowMs) / 60_000)
  if (isOpen && known && minutes <= soonMinutes)
    return { tone: 'soon', state: words.open, change: words.closesIn(minutes) }
  const when = known ? whenText(new Date(changesMs).toISOString(), shop.timeZone, env.language, env.nowMs) : ''
  const change = when && (isOpen ? words.until(when) : words.opens(when))
  return isOpen ? { tone: 'open', state: words.open, change } : { tone: 'closed', state: words.closed, change }
}
