import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { Service } from '#model/shop/bookings.ts'
import type { Host } from '../kit/host.ts'
import { dayIn, dayText, timeText, weekdayText } from '../kit/shop-time.ts'
import type { BlockEnv } from '../kit/view.ts'
import type { BookingWords } from './words.ts'

/** What the parts of the block share. */
export interface BookingScene {
  /** Makes ids that no other block of the page has. */
  readonly id: string
  readonly shop: ShopInfo
  readonly services: readonly Service[]
  readonly host: Host
  readonly env: BlockEnv
  readonly words: BookingWords
}

/** `10月15日 周四 18:30` or `Thu 15 Oct, 18:30`, in the zone of the booking. */
export function momentText({ env }: BookingScene, iso: string, timeZone: string): string {
  const day = dayIn(timeZone, Date.parse(iso))
  const today = dayIn(timeZone, env.nowMs)
  const date = dayText(day, env.language)
  const weekday = weekdayText(day, env.language, today)
  const time = timeText(iso, timeZone)
  return env.language === 'en' ? `${weekday} ${date}, ${time}` : `${date} ${weekday} ${time}`
}
