/** Sets one earlier value back, through the same functions that set it first: what they refuse stays refused. */
import type { OpeningHours, ServedTimes, ShopKind } from '#model/shop/catalogue.ts'
import type { LocalText } from '#model/program-spec.ts'
import { changeDish, setSoldOut } from '../catalogue/change-dish.ts'
import { changeServed } from '../catalogue/change-category.ts'
import type { ChangeDishInput } from '../contract/merchant.ts'
import { couponDefinition } from '../contract/coupons.ts'
import type { CouponDefinition } from '../contract/coupons.ts'
import type { Right } from '../contract/rights.ts'
import { changeTaxInput } from '../contract/taxes.ts'
import { changeCoupon } from '../coupons/change-coupon.ts'
import { loadMerchantCoupons } from '../coupons/load-coupons.ts'
import { bringPosterBack, removePoster } from '../posters/change-posters.ts'
import { loadShop } from '../shop/load-shop-data.ts'
import { ShopRefusal } from '../shop/refusal.ts'
import type { ShopTx } from '../shop/scope.ts'
import { changeSettings } from '../shop/settings.ts'
import { changeTaxes } from '../shop/taxes.ts'
import { changeStock } from '../stock/change-stock.ts'
import { isSame } from './compare-stock.ts'
import type { StoredChange } from './load-changes.ts'
import type { Item, Stock } from './take-stock.ts'

interface Way {
  readonly right: Right
  setBack(at: ShopTx, change: StoredChange, by: string): Promise<void>
}

/** How this kind of change is taken back; undefined when it cannot be: an order moves on, a role is a decision anew. */
export function wayBack(change: Pick<StoredChange, 'kind' | 'part_kind' | 'deed' | 'field'>): Way | undefined {
  const { kind, part_kind: part, deed, field } = change
  if (kind === 'poster' && deed !== 'changed') return poster
  if (deed !== 'changed' || field === null) return undefined
  if (kind === 'dish' && part === null) return dishFields.has(field) ? dish : field === 'sold_out' ? soldOut : undefined
  if (kind === 'dish' && part === 'variant') return field in variantFields ? variant : undefined
  if (field in taxes) return tax
  if (kind === 'dish' && part === 'stock') return stock
  if (kind === 'category' && field === 'served') return served
  if (kind === 'shop') return field.startsWith('hours.') ? hours : field in settings ? setting : undefined
  if (kind === 'coupon') return field === 'paused' || field in couponFields ? coupon : undefined
  return undefined
}

/** @throws ShopRefusal `conflict` when it is no longer as the change left it */
export function requireStanding(change: StoredChange, now: Stock): void {
  const item = findItem(change, now)
  const isStanding =
    change.deed === 'changed' && change.field !== null
      ? item !== undefined && isSame(item.fields[change.field], bare(change.after))
      : (item !== undefined) === (change.deed === 'made')
  if (!isStanding) throw new ShopRefusal('conflict', 'It was changed again since', [change.subject_id])
}

/** @throws ShopRefusal `conflict` when what was made is no longer as it was made: taking it out would lose that */
export function requireAsMade(change: StoredChange, now: Stock): void {
  const fields = findItem(change, now)?.fields ?? {}
  const made = Object.entries((change.after ?? {}) as Readonly<Record<string, unknown>>)
  if (!made.every(([field, value]) => isSame(fields[field], bare(value))))
    throw new ShopRefusal('conflict', 'It was changed since it was added', [change.subject_id])
}

function findItem(change: StoredChange, stock: Stock): Item | undefined {
  for (const item of stock.values())
    if (
      item.kind === change.kind &&
      item.subjectId === change.subject_id &&
      (item.part?.kind ?? null) === change.part_kind &&
      (item.part?.id ?? null) === change.part_id
    )
      return item
  return undefined
}

/** A reference is told with the name it had. */
function bare(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value ? value.id : value
}

const dishFields = new Set(['name', 'description', 'category_id', 'status'])

const dish: Way = {
  right: 'edit',
  async setBack(at, { subject_id: id, field, before }) {
    const member = field === 'category_id' ? 'categoryId' : (field ?? '')
    await changeDish(at, id, { ifVersion: await versionOf(at, id), [member]: bare(before) } as ChangeDishInput)
  },
}

const soldOut: Way = {
  right: 'edit',
  async setBack(at, { subject_id: id, before }) {
    const was = before as false | { until: string | null }
    const until = was && was.until !== null ? new Date(was.until) : null
    // Sold out until an hour that has passed is not sold out.
    const isOver = until !== null && until.getTime() <= at.now.epochMilliseconds
    if (isOver) throw new ShopRefusal('conflict', 'The time until which it was sold out has passed', [id])
    await setSoldOut(at, id, was !== false, until)
  },
}

type VariantChange = Partial<NonNullable<ChangeDishInput['variants']>[number]>

const amountOrNull = (before: unknown) => (before === null ? null : Number(before))

const variantFields: { readonly [column: string]: (before: unknown) => VariantChange } = {
  name: (before) => ({ name: before as LocalText }),
  price_minor: (before) => ({ priceMinor: Number(before) }),
  dine_in_minor: (before) => ({ channelMinor: { dine_in: amountOrNull(before) } }),
  pickup_minor: (before) => ({ channelMinor: { pickup: amountOrNull(before) } }),
  delivery_minor: (before) => ({ channelMinor: { delivery: amountOrNull(before) } }),
}

const served: Way = {
  right: 'edit',
  async setBack(at, { subject_id: id, before }) {
    await changeServed(at, id, before as ServedTimes | null)
  },
}

const variant: Way = {
  right: 'edit',
  async setBack(at, { subject_id: id, part_id: variantId, field, before }) {
    const row = await at.tx
      .selectFrom('dish_variant')
      .select(['id', 'price_minor'])
      .where('program_id', '=', at.programId)
      .where('id', '=', variantId ?? '')
      .executeTakeFirstOrThrow()
    const change = { id: row.id, priceMinor: row.price_minor, ...variantFields[field ?? '']?.(before) }
    await changeDish(at, id, { ifVersion: await versionOf(at, id), variants: [change] })
  },
}

const stock: Way = {
  right: 'run-shop',
  async setBack(at, { part_id: variantId, field, before }) {
    await changeStock(
      at,
      variantId ?? '',
      field === 'tracked' ? { tracked: before === true } : { lowAt: Number(before) },
    )
  },
}

const settings = {
  phone: 'phone',
  address: 'address',
  kind: 'kind',
  orders_paused: 'ordersPaused',
  lead_minutes: 'leadMinutes',
  orders_per_quarter: 'ordersPerQuarter',
  ahead_days: 'aheadDays',
} as const

const setting: Way = {
  right: 'run-shop',
  async setBack(at, { field, before }) {
    const member = settings[field as keyof typeof settings]
    await changeSettings(at, { [member]: before as string & ShopKind & boolean })
  },
}

const taxes = { tax_mode: 'mode', tax_pcm: 'usualPcm' } as const

/** Of the shop, or of one category. */
const tax: Way = {
  right: 'run-shop',
  async setBack(at, { kind, subject_id: id, field, before }) {
    const change =
      kind === 'category' ? { categories: [{ id, ratePcm: before }] } : { [taxes[field as keyof typeof taxes]]: before }
    await changeTaxes(at, changeTaxInput.parse(change))
  },
}

const hours: Way = {
  right: 'run-shop',
  async setBack(at, { field, before }) {
    const day = (field ?? '').slice('hours.'.length)
    const now = (await loadShop(at)).hours
    await changeSettings(at, {
      hours: /^\d$/.test(day) ? withWeekday(now, Number(day), before) : withDate(now, day, before),
    })
  },
}

function withWeekday({ weekly, exceptions }: OpeningHours, day: number, periods: unknown): OpeningHours {
  const others = weekly.filter((period) => period.day !== day)
  const own = (periods as { opens: string; closes: string }[]).map((period) => ({ day, ...period }))
  return { weekly: [...others, ...own].sort((one, other) => one.day - other.day), exceptions }
}

function withDate({ weekly, exceptions }: OpeningHours, date: string, was: unknown): OpeningHours {
  const others = exceptions.filter((exception) => exception.date !== date)
  if (was === null) return { weekly, exceptions: others }
  const own = { date, ...(was as Omit<OpeningHours['exceptions'][number], 'date'>) }
  return { weekly, exceptions: [...others, own].sort((one, other) => one.date.localeCompare(other.date)) }
}

const couponFields: { readonly [column: string]: keyof CouponDefinition } = {
  title: 'title',
  min_spend_minor: 'minSpendMinor',
  adds_to_member_price: 'addsToMemberPrice',
  starts_at: 'startsAtIso',
  ends_at: 'endsAtIso',
  good_for_days: 'goodForDays',
  total_limit: 'totalLimit',
  per_person: 'perPerson',
}

const coupon: Way = {
  right: 'run-shop',
  async setBack(at, { subject_id: id, field, before }, by) {
    const [now] = await loadMerchantCoupons(at, id)
    if (!now) throw new ShopRefusal('not-found', 'There is no such coupon', [id])
    const member = couponFields[field ?? '']
    const change = member
      ? { definition: couponDefinition.parse({ ...definitionOf(now), [member]: before }) }
      : { paused: before === true }
    await changeCoupon(at, id, { ifVersion: now.version, ...change }, `user:${by}`)
  },
}

function definitionOf(now: CouponDefinition): CouponDefinition {
  const { title, gain, minSpendMinor, addsToMemberPrice, startsAtIso, endsAtIso } = now
  const { goodForDays, totalLimit, perPerson, audience, tierId, hadBy, pointsPrice } = now
  const terms = { title, gain, minSpendMinor, addsToMemberPrice, startsAtIso, endsAtIso }
  return { ...terms, goodForDays, totalLimit, perPerson, audience, tierId, hadBy, pointsPrice }
}

const poster: Way = {
  right: 'run-shop',
  async setBack(at, { subject_id: code, deed, subject_name: name }) {
    if (deed === 'made') await removePoster(at, code)
    else await bringPosterBack(at, code, String(name))
  },
}

async function versionOf({ tx, programId }: ShopTx, dishId: string): Promise<number> {
  const row = await tx
    .selectFrom('dish')
    .select('version')
    .where('program_id', '=', programId)
    .where('id', '=', dishId)
    .executeTakeFirstOrThrow()
  return row.version
}
