/**
 * Days and times on the shop's wall. A day is `YYYY-MM-DD` in the shop's zone, so nothing here depends on where the
 * visitor's phone is.
 */
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { BlockEnv } from './view.ts'

type Language = BlockEnv['language']

/** The day it is in the zone at that moment. */
export function dayIn(timeZone: string, ms: number): string {
  return format('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }, ms).padStart(10, '0')
}

export function addDays(day: string, count: number): string {
  return new Date(noonOf(day) + count * 86_400_000).toISOString().slice(0, 10)
}

/** The moment at which the shop's clock shows this; of a time that occurs twice the first, of one that is left out the one after. */
export function momentOf(day: string, time: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  let ms = wanted
  // Twice: the first correction may step over a change of the clock.
  for (let pass = 0; pass < 2; pass++) {
    const shown = Date.parse(`${dayIn(timeZone, ms)}T${timeText(new Date(ms).toISOString(), timeZone)}:00Z`)
    ms += wanted - shown
  }
  return ms
}

/** The server's answer, carried over its next change: a page left open overnight knows that the shop has closed. */
export function isOpenAt(shop: ShopInfo, nowMs: number): boolean {
  return shop.isOpen !== (shop.changesAtIso !== null && nowMs >= Date.parse(shop.changesAtIso))
}

/** `18:30`. */
export function timeText(iso: string, timeZone: string): string {
  return format('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, Date.parse(iso))
}

/** `10月3日` or `3 Oct`. */
export function dayText(day: string, language: Language, withYear = false): string {
  const month = language === 'en' ? 'short' : 'long'
  return format(
    locale(language),
    { timeZone: 'UTC', ...(withYear ? { year: 'numeric' } : {}), month, day: 'numeric' },
    noonOf(day),
  )
}

/** `周五` or `Fri`; today and tomorrow by name when `today` is given. */
export function weekdayText(day: string, language: Language, today?: string): string {
  if (day === today) return language === 'en' ? 'Today' : '今天'
  if (today && day === addDays(today, 1)) return language === 'en' ? 'Tomorrow' : '明天'
  return format(locale(language), { timeZone: 'UTC', weekday: 'short' }, noonOf(day))
}

/** `10月3日 周五` or `Fri 3 Oct`. */
export function fullDayText(day: string, language: Language): string {
  const [date, weekday] = [dayText(day, language), weekdayText(day, language)]
  return language === 'en' ? `${weekday} ${date}` : `${date} ${weekday}`
}

/** From here on, or so long ago, a day is not told apart from that of another year without saying the year. */
const halfYearMs = 182 * 86_400_000

/**
 * A moment as the shop would say it in a sentence: `18:30` today, `明天 18:30`, `10月3日 周五 18:30`, `Fri 3 Oct 18:30`; far
 * away `3 Oct 2099 18:30`.
 */
export function whenText(iso: string, timeZone: string, language: Language, nowMs: number): string {
  const day = dayIn(timeZone, Date.parse(iso))
  const today = dayIn(timeZone, nowMs)
  const time = timeText(iso, timeZone)
  if (day === today) return time
  if (day === addDays(today, 1)) return `${language === 'en' ? 'tomorrow' : '明天'} ${time}`
  const isFar = Math.abs(Date.parse(iso) - nowMs) > halfYearMs
  return `${isFar ? dayText(day, language, true) : fullDayText(day, language)} ${time}`
}

/** In the middle of the day, in UTC. */
export function noonOf(day: string): number {
  // From the year 10000 on a date is written with a sign and six digits.
  return Date.parse(`${day.length > 10 ? `+${day.padStart(12, '0')}` : day}T12:00:00Z`)
}

function locale(language: Language): string {
  // British order and words: `3 Oct`, `Fri`.
  return language === 'en' ? 'en-GB' : language
}

/** Making a formatter costs about as much as drawing a dish, so each is made once. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function format(localeName: string, options: Intl.DateTimeFormatOptions, ms: number): string {
  const key = localeName + JSON.stringify(options)
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(localeName, options)
  formatters.set(key, known)
  return known.format(ms)
}
