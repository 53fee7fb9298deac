import type { ServiceGap, TimetableEntry } from '#model/shop/bookings.ts'
import type { PictureValue } from '#components/kit/fields.ts'
import { dayText, whenText } from '#components/kit/shop-time.ts'
import { moneyText } from '#editor/console/rules/money.ts'
import type { Words } from '#editor/words/use-words.ts'
import type { Language } from '#model/schema.ts'
import { rateText } from '#model/shop/rate-text.ts'
import type { ChangeField, ShopChange } from '#platform/contract/shop-changes.ts'
import type { Detail, Shown } from '../say-change.ts'

/** Who reads it, and when. */
export interface ShopTeller {
  readonly words: Words
  /** Names in it are read in this one. */
  readonly language: Language
  readonly locale: string
  readonly nowMs: number
}

type Facts = Readonly<Record<string, unknown>>

/** What the thing is called: as it was called then, in the reader's language. */
export function saySubject({ kind, subjectName }: ShopChange, { words, language }: ShopTeller): string {
  const { shopChanges } = words
  const name = nameIn(subjectName, language)
  if (kind === 'order') return shopChanges.order(name)
  if (kind === 'booking') return shopChanges.booking(name)
  if (kind === 'shop') return name || shopChanges.kinds.shop
  if (kind === 'person') return name || shopChanges.gone
  return name || shopChanges.kinds[kind]
}

/** One field from what to what; or that something came, with its main facts, or went. */
export function sayChange(change: ShopChange, teller: ShopTeller): readonly Detail[] {
  const part = sayPart(change, teller)
  if (change.deed === 'changed') {
    const { field } = change
    if (field === null) return []
    const label = [sayField(field, teller), part].filter(Boolean).join(' · ')
    if (field === 'revoked_at') return [{ label }]
    return [
      { label, before: shown(change, field, change.before, teller), after: shown(change, field, change.after, teller) },
    ]
  }
  const facts = (change.deed === 'made' ? change.after : change.before) as Facts | null
  const label = [sayDeed(change, teller), part].filter(Boolean).join(': ')
  const main = mainFacts(change).filter((field) => facts?.[field] !== null && facts?.[field] !== undefined)
  if (main.length === 0) return [{ label }]
  const text = main
    .map((field) => textOf(shown(change, field, facts?.[field], teller)))
    .join(teller.words.console.periodJoin)
  return [{ label, ...(change.deed === 'made' ? { after: { text } } : { before: { text } }) }]
}

/** In one line, for a button or a sentence. */
export function sayInShort(change: ShopChange, teller: ShopTeller): string {
  const details = sayChange(change, teller).map(({ label, after }) => (after ? `${label} ${textOf(after)}` : label))
  return [saySubject(change, teller), ...details].join(', ')
}

const textOf = (value: Shown): string => ('text' in value ? value.text : value.picture.alt)

function sayPart({ part }: ShopChange, { words, language }: ShopTeller): string {
  if (!part) return ''
  const name = nameIn(part.name, language)
  if (part.kind === 'refund') return words.shopChanges.refund
  return part.kind === 'modifier-group' && name ? words.shopChanges.offers(name) : name
}

function sayDeed({ kind, part, deed }: ShopChange, { words: { shopChanges: words } }: ShopTeller): string {
  if (part?.kind === 'refund') return ''
  if (kind === 'person') return deed === 'made' ? words.joined : words.left
  if (kind === 'invitation') return words.invited
  return deed === 'made' ? words.made : words.removed
}

/** What says most about a thing that came or went. */
function mainFacts({ kind, part }: ShopChange): readonly ChangeField[] {
  if (part?.kind === 'refund') return ['amount_minor']
  if (part?.kind === 'variant' || part?.kind === 'option') return ['price_minor']
  if (kind === 'dish') return part ? [] : ['category_id']
  if (kind === 'coupon') return ['amount_minor', 'percent', 'dish_id']
  if (kind === 'flash-sale') return ['dish_id', 'price_minor']
  return kind === 'person' || kind === 'invitation' ? ['role'] : []
}

function sayField(field: string, { words, language }: ShopTeller): string {
  const { fields, hoursOn, otherField } = words.shopChanges
  const [, day] = /^hours\.(.+)$/.exec(field) ?? []
  if (day !== undefined)
    return hoursOn(/^\d$/.test(day) ? (words.console.weekdays[Number(day) - 1] ?? day) : dayText(day, language, true))
  return (fields as Readonly<Record<string, string>>)[field] ?? otherField
}

/** A value as a person reads it: money with its sign, moments on the shop's clock, things by their names. */
function shown(change: ShopChange, field: string, value: unknown, teller: ShopTeller): Shown {
  if (field === 'picture' && isPicture(value)) return { picture: { ...value, alt: nameIn(value.alt, teller.language) } }
  return { text: textValue(change, field, value, teller) }
}

function textValue(change: ShopChange, field: string, value: unknown, teller: ShopTeller): string {
  const { words, locale, language } = teller
  const { shopChanges: say } = words
  const moment = (iso: unknown) => sayMoment(iso, change, teller)
  if (field.startsWith('hours.')) return sayHours(field, value, words)
  if (field === 'timetable') return sayTimetable(value, words)
  if (field === 'gaps') return sayGaps(value, words)
  if (field === 'sold_out') return saySoldOut(value, say, moment)
  if (field === 'served') return sayServed(value, words)
  if (value === null || value === undefined || value === '') return emptyText(field, say)
  if (field.endsWith('_minor')) return moneyText(Number(value), change.program?.currency ?? 'CNY', locale)
  if (field.endsWith('_at')) return moment(value)
  if (field.endsWith('_minutes')) return say.minutes(Number(value))
  if (field.endsWith('_days')) return say.days(Number(value))
  if (field === 'tax_pcm') return rateText(Number(value))
  if (field.endsWith('percent')) return new Intl.NumberFormat(locale, { style: 'percent' }).format(Number(value) / 100)
  const known = knownValue(change, field, value, words)
  if (known !== undefined) return known
  if (typeof value === 'boolean') return value ? say.yes : say.no
  if (typeof value === 'number') return value.toLocaleString(locale)
  if (Array.isArray(value))
    return value.map((each) => lookUp(say.tags, each) ?? String(each)).join(words.console.periodJoin) || say.nothing
  return nameIn(value, language) || say.nothing
}

/** When a class begins: `Mon 18:30, Thu 19:00`. */
function sayTimetable(value: unknown, { shopChanges: say, console }: Words): string {
  const entries = Array.isArray(value) ? (value as readonly TimetableEntry[]) : []
  return (
    entries.map(({ day, time }) => `${console.weekdays[day - 1] ?? day} ${time}`).join(console.periodJoin) ||
    say.nothing
  )
}

/** Between which minutes of a visit whoever does it is free. */
function sayGaps(value: unknown, { shopChanges: say, console }: Words): string {
  const gaps = Array.isArray(value) ? (value as readonly ServiceGap[]) : []
  return (
    gaps
      .map(({ fromMinutes, minutes }) => `${fromMinutes}–${say.minutes(fromMinutes + minutes)}`)
      .join(console.periodJoin) || say.nothing
  )
}

function emptyText(field: string, say: Words['shopChanges']): string {
  if (
    field === 'total_limit' ||
    field === 'most_minor' ||
    field === 'good_for_days' ||
    field === 'orders_per_quarter' ||
    field === 'points_good_for_months'
  )
    return say.noLimit
  return field.endsWith('_at') ? say.noEnd : say.nothing
}

/** What is one of a few, by its word. */
function knownValue({ kind, part }: ShopChange, field: string, value: unknown, words: Words): string | undefined {
  const { shopChanges: say, console, coupons, people, reach } = words
  if (field === 'status' && part?.kind === 'refund') return lookUp(say.refundStates, value)
  if (field === 'status' && kind === 'order') return lookUp(console.status, value)
  if (field === 'status' && kind === 'booking') return lookUp(console.bookingStatus, value)
  if (field === 'status') return value === 'hidden' ? say.hidden : say.shown
  if (field === 'tax_mode') return lookUp(words.ordering.taxModes, value)
  if (field === 'pay_status') return lookUp(console.pay, value)
  if (field === 'orders_paused') return value === true ? say.takesNone : say.takesOrders
  if (field === 'paused') return value === true ? say.notGivenOut : say.givenOut
  if (field === 'role') return lookUp(people.roles, value)
  if (field === 'audience') return lookUp(say.audiences, value)
  if (field === 'had_by') return lookUp(coupons.ways, value)
  if (field !== 'kind') return undefined
  if (kind === 'shop') return lookUp(reach.kinds, value)
  if (kind === 'coupon') return lookUp(coupons.kinds, value)
  return kind === 'service' ? lookUp(say.serviceKinds, value) : lookUp(say.resourceKinds, value)
}

function saySoldOut(value: unknown, say: Words['shopChanges'], moment: (iso: unknown) => string): string {
  if (value === true) return say.soldOut
  if (typeof value !== 'object' || value === null || !('until' in value)) return say.onSale
  return value.until === null ? say.soldOut : say.soldOutUntil(moment(value.until))
}

interface Period {
  readonly opens: string
  readonly closes: string
}

function sayHours(field: string, value: unknown, { shopChanges: say, console }: Words): string {
  const isWeekday = /^hours\.\d$/.test(field)
  if (!isWeekday && value === null) return say.asUsual
  const { periods, note } = isWeekday
    ? { periods: (value ?? []) as readonly Period[], note: '' }
    : (value as { readonly periods: readonly Period[]; readonly note: string })
  const times = periods.map(({ opens, closes }) => (opens === closes ? say.allDay : `${opens}–${closes}`))
  return [times.join(console.periodJoin) || say.closed, note && `“${note}”`].filter(Boolean).join(' ')
}

/** e.g. `Mon 06:00–10:00, Tue 06:00–10:00`. */
function sayServed(value: unknown, { shopChanges: say, console }: Words): string {
  if (!Array.isArray(value)) return say.servedAlways
  const times = (value as readonly (Period & { readonly day: number })[]).map(
    ({ day, opens, closes }) => `${console.weekdays[day - 1] ?? ''} ${opens}–${closes}`,
  )
  return times.join(console.periodJoin) || say.nothing
}

function sayMoment(iso: unknown, { program }: ShopChange, { language, nowMs }: ShopTeller): string {
  const timeZone = program?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return whenText(String(iso), timeZone, language, nowMs)
}

function nameIn(value: unknown, language: Language): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  if ('id' in value && 'name' in value) return nameIn(value.name, language)
  const text = (value as Readonly<Record<string, unknown>>)[language]
  return typeof text === 'string' ? text : ''
}

function lookUp(words: object, value: unknown): string | undefined {
  return typeof value === 'string' ? (words as Readonly<Record<string, string>>)[value] : undefined
}

function isPicture(value: unknown): value is Omit<PictureValue, 'alt'> & { readonly alt: unknown } {
  return (
    typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string' && 'widthPx' in value
  )
}
