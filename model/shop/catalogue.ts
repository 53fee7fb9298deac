/**
 * The catalogue as a visitor sees it: in one language, prices in minor units. Rows live in the platform's database;
 * blocks refer to them by id, so a price change is live at once without publishing.
 */
import { z } from 'zod/mini'
import { deliveryZone } from './delivery.ts'
import { amountMinor, currencyCode } from './money.ts'

export const picture = z.object({
  /** Path on the origin that serves it; add `?w=` (one of 160, 320, 640, 1280) for a smaller copy. */
  url: z.string(),
  widthPx: z.int(),
  heightPx: z.int(),
  alt: z.string(),
})
export type Picture = z.infer<typeof picture>

/** One size of a dish for less, for a time and a quantity. `on`: its price is the price of the size at this moment. */
export const saleOffer = z.object({
  id: z.string(),
  /** By the server's clock at the moment of the answer. `gone`: none is left. */
  state: z.enum(['soon', 'on', 'gone']),
  priceMinor: amountMinor,
  /** What the size costs otherwise. */
  regularMinor: amountMinor,
  startsAtIso: z.string(),
  endsAtIso: z.string(),
  /** So many for one person; more than that cost what they cost otherwise. */
  perPerson: z.int(),
  /** In whole tenths, rounded down: 0, 10 … 100. */
  percentSold: z.int(),
  /** Null while there are more than a few. */
  left: z.nullable(z.int()),
})
export type SaleOffer = z.infer<typeof saleOffer>

/** Ways to order that a variant may have a price of its own for. */
export const priceChannels = ['dine_in', 'pickup', 'delivery'] as const
export type PriceChannel = (typeof priceChannels)[number]

const channelPrices = z.object({
  dine_in: z.optional(amountMinor),
  pickup: z.optional(amountMinor),
  delivery: z.optional(amountMinor),
})
export type ChannelPrices = z.infer<typeof channelPrices>

export const dishVariant = z.object({
  id: z.string(),
  name: z.string(),
  /** At this moment. */
  priceMinor: amountMinor,
  soldOut: z.boolean(),
  /** What it costs by the way it is ordered, where that is another price. */
  channelMinor: z.optional(channelPrices),
  /** So many are left, once they are few; absent while there are plenty, or where nobody counts. */
  left: z.optional(z.int()),
  /** A flash sale that runs, or begins within days. */
  sale: z.optional(saleOffer),
})
export type DishVariant = z.infer<typeof dishVariant>

export const dish = z.object({
  id: z.string(),
  categoryId: z.string(),
  name: z.string(),
  description: z.string(),
  picture: z.nullable(picture),
  /** At least one; a dish without a choice of sizes has exactly one, with an empty name. */
  variants: z.array(dishVariant),
  modifierGroupIds: z.array(z.string()),
  /** Set while sold out; `untilIso` null means until the shop says otherwise. */
  soldOut: z.nullable(z.object({ untilIso: z.nullable(z.string()) })),
  tags: z.array(z.enum(['signature', 'spicy', 'vegetarian', 'new'])),
})
export type Dish = z.infer<typeof dish>

export const modifierGroup = z.object({
  id: z.string(),
  name: z.string(),
  /** Fewest and most options that may be chosen, counted with quantities. min 1 makes the group required. */
  min: z.int(),
  max: z.int(),
  options: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      priceMinor: amountMinor,
      maxQuantity: z.int(),
      soldOut: z.boolean(),
      preselected: z.boolean(),
    }),
  ),
})
export type ModifierGroup = z.infer<typeof modifierGroup>

export const menu = z.object({
  categories: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /**
       * Served at some hours only. Decided by the server's clock at the moment of the answer, with when it changes next;
       * null where it does not within a week.
       */
      served: z.optional(z.object({ isOn: z.boolean(), changesAtIso: z.nullable(z.string()) })),
    }),
  ),
  dishes: z.array(dish),
  modifierGroups: z.array(modifierGroup),
})
export type Menu = z.infer<typeof menu>

const weekly = z.array(z.object({ day: z.int().check(z.gte(1), z.lte(7)), opens: z.string(), closes: z.string() }))

/** When something is served: periods of the week, as the opening hours are written. */
export const servedTimes = weekly
export type ServedTimes = z.infer<typeof servedTimes>

export const openingHours = z.object({
  /** Times are wall-clock `HH:MM` in the shop's zone; `closes` at or before `opens` means the next day. Day 1 is Monday (ISO 8601). */
  weekly,
  /** Days that differ; no periods means closed. Date as `YYYY-MM-DD`. */
  exceptions: z.array(
    z.object({
      date: z.string(),
      periods: z.array(z.object({ opens: z.string(), closes: z.string() })),
      note: z.string(),
    }),
  ),
})
export type OpeningHours = z.infer<typeof openingHours>

/** What kind of place it is, for those who search for one. */
export const shopKind = z.enum([
  'restaurant',
  'cafe',
  'bar',
  'salon',
  'beauty',
  'clinic',
  'fitness',
  'hotel',
  'event',
  'store',
  'other',
])
export type ShopKind = z.infer<typeof shopKind>

export const shopInfo = z.object({
  name: z.string(),
  /** Absent as long as nobody said; what the shop offers then tells. */
  kind: z.optional(shopKind),
  currency: currencyCode,
  /** IANA zone, e.g. `Asia/Shanghai`. */
  timeZone: z.string(),
  phone: z.string(),
  address: z.object({ text: z.string(), latitude: z.nullable(z.number()), longitude: z.nullable(z.number()) }),
  hours: openingHours,
  /** Decided by the server's clock at the moment of the answer. */
  isOpen: z.boolean(),
  /** Next change of `isOpen`, or null if none within a week. */
  changesAtIso: z.nullable(z.string()),
  /** The shop takes no orders just now although it is open. */
  ordersPaused: z.boolean(),
  /** Orders may be placed for later, also while it is closed; absent where they may not. */
  takesOrdersAhead: z.optional(z.boolean()),
  /** Where it delivers; absent where it does not. */
  deliveryZones: z.optional(z.array(deliveryZone)),
  /** Tax comes on top of the prices of the menu; absent where they hold it. */
  addsTax: z.optional(z.boolean()),
  tables: z.array(z.object({ id: z.string(), label: z.string(), seats: z.int() })),
})
export type ShopInfo = z.infer<typeof shopInfo>
