/** Who changed what of a shop's rows: dishes, prices, hours, coupons, the team, and what the counter did. */
import { z } from 'zod/mini'
import { may } from './rights.ts'
import type { Right } from './rights.ts'
import type { Role } from './people.ts'

export const changeKind = z.enum([
  'dish',
  'category',
  'station',
  'delivery-zone',
  'modifier-group',
  'shop',
  'resource',
  'service',
  'tier',
  'coupon',
  'flash-sale',
  'poster',
  'order',
  'booking',
  'person',
  'invitation',
])
export type ChangeKind = z.infer<typeof changeKind>

/** What of a thing has a name of its own. */
export type PartKind = 'variant' | 'stock' | 'option' | 'modifier-group' | 'resource' | 'refund'

/** What a merchant thinks of as one: the filters of the list. */
export const changeArea = z.enum(['own', 'menu', 'shop', 'coupons', 'people', 'counter'])
export type ChangeArea = z.infer<typeof changeArea>

const parts = {
  menu: ['dish', 'category', 'station', 'modifier-group'],
  shop: ['shop', 'delivery-zone', 'resource', 'service', 'tier', 'poster'],
  coupons: ['coupon', 'flash-sale'],
  people: ['person', 'invitation'],
  counter: ['order', 'booking'],
} as const satisfies { readonly [area: string]: readonly ChangeKind[] }

export const kindsOfArea: { readonly [Area in ChangeArea]: readonly ChangeKind[] } = {
  ...parts,
  /** All but what the counter does all day with single orders and bookings. */
  own: [...parts.menu, ...parts.shop, ...parts.coupons, ...parts.people],
}

/** Every field that is told, by its column; opening hours are told as `hours.<weekday or date>`. */
export const changeFields = [
  'address',
  'adds_to_member_price',
  'ahead_days',
  'amount_minor',
  'areas',
  'audience',
  'buffer_after_minutes',
  'buffer_before_minutes',
  'category_id',
  'check_in',
  'check_out',
  'check_in_points',
  'check_in_streak_days',
  'check_in_streak_points',
  'code',
  'currency',
  'day_starts',
  'deposit_minor',
  'delivery_minor',
  'description',
  'dine_in_minor',
  'discount_percent',
  'dish_id',
  'duration_minutes',
  'ends_at',
  'expires_at',
  'free_cancel_minutes',
  'fee_minor',
  'free_from_minor',
  'from_points',
  'gaps',
  'good_for_days',
  'had_by',
  'group_id',
  'hours',
  'joins_next',
  'kind',
  'label',
  'late_refund_percent',
  'latitude',
  'lead_minutes',
  'longitude',
  'low_at',
  'max_advance_days',
  'max_choices',
  'max_nights',
  'max_party',
  'max_quantity',
  'min_choices',
  'min_notice_minutes',
  'min_party',
  'min_spend_minor',
  'most_minor',
  'most_uses',
  'name',
  'needs_approval',
  'orders_paused',
  'orders_per_quarter',
  'party_size',
  'paused',
  'pay_status',
  'per_person',
  'percent',
  'perk',
  'phone',
  'picture',
  'pickup_minor',
  'points_good_for_months',
  'points_per_unit',
  'points_price',
  'preselected',
  'price_minor',
  'quantity',
  'resource_id',
  'revoked_at',
  'ride_minutes',
  'role',
  'seats',
  'slot_step_minutes',
  'served',
  'sold_out',
  'sold_out_until',
  'stamps_by_order',
  'stamps_coupon_id',
  'stamps_min_minor',
  'stamps_needed',
  'starts_at',
  'station_id',
  'status',
  'tags',
  'tax_mode',
  'tax_pcm',
  'tier_id',
  'time_zone',
  'timetable',
  'title',
  'total_limit',
  'tracked',
  'variant_id',
] as const
export type ChangeField = (typeof changeFields)[number]

/** What the shop is: dishes and hours are everybody's to read. What colleagues did is for those who do it too. */
const rightToSee: { readonly [Kind in ChangeKind]: Right } = {
  dish: 'read',
  category: 'read',
  station: 'read',
  'delivery-zone': 'read',
  'modifier-group': 'read',
  shop: 'read',
  resource: 'read',
  service: 'read',
  tier: 'read',
  coupon: 'read',
  'flash-sale': 'read',
  poster: 'read',
  order: 'run-shop',
  booking: 'run-shop',
  person: 'people',
  invitation: 'people',
}

export function kindsSeenBy(role: Role): readonly ChangeKind[] {
  return changeKind.options.filter((kind) => may(role, rightToSee[kind]))
}

/** A name in one language or in each. */
const changeName = z.nullable(z.union([z.string(), z.object({ en: z.string(), 'zh-CN': z.string() })]))
export type ChangeName = z.infer<typeof changeName>

export const shopChange = z.object({
  /** Counts up: what is larger came later. */
  seq: z.int(),
  /** Shared by all that one act changed. */
  actId: z.string(),
  atIso: z.string(),
  /** Null: of the whole workspace. What its amounts are in, and its moments on. */
  program: z.nullable(z.object({ id: z.string(), name: z.string(), currency: z.string(), timeZone: z.string() })),
  /** Null: it happened by itself at its time. A name that is null belonged to an account that is gone. */
  by: z.nullable(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  kind: changeKind,
  subjectId: z.string(),
  /** What it was called then; a person, what they are called now. */
  subjectName: changeName,
  part: z.nullable(z.object({ kind: z.string(), id: z.string(), name: changeName })),
  deed: z.enum(['made', 'changed', 'removed']),
  /** Of what changed; null for what was made or removed, which carries all its fields. */
  field: z.nullable(z.string()),
  before: z.unknown(),
  after: z.unknown(),
  /** The change that this one took back. */
  takesBack: z.nullable(z.int()),
  /** This person may have it taken back, and it can be: whether the value is still the same is asked then. */
  canTakeBack: z.boolean(),
})
export type ShopChange = z.infer<typeof shopChange>

/** Newest first; `next` asks for the older ones (`before`), null when there are none. */
export const shopChanges = z.object({
  changes: z.array(shopChange),
  /** Everybody who appears in what this person may see, for the filter. */
  people: z.array(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  next: z.nullable(z.int()),
})
export type ShopChanges = z.infer<typeof shopChanges>

export const shopChangesQuery = z.object({
  area: z.optional(changeArea),
  /** Id of who did it. */
  by: z.optional(z.string().check(z.maxLength(100))),
  kind: z.optional(changeKind),
  /** With `kind`. */
  subject: z.optional(z.string().check(z.maxLength(100))),
  before: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
})

export const takeBackInput = z.strictObject({})
