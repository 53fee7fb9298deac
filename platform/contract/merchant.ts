/**
 * What crosses the wire between the editor/console and the platform. Everything under `/api`, JSON, session cookie.
 * Paths are in `routes.ts`.
 */
import { z } from 'zod/mini'
import { dish, dishVariant, menu, modifierGroup, openingHours, servedTimes, shopKind } from '#model/shop/catalogue.ts'
import { booking, bookingAction, bookingStatus, service, slot } from '#model/shop/bookings.ts'
import { couponOffer } from '#model/shop/coupons.ts'
import { membershipProgramme } from '#model/shop/members.ts'
import { order, orderStatus } from '#model/shop/orders.ts'
import { deliverTo } from './delivery.ts'
import { kitchenTicket } from './kitchen.ts'
import { release } from './publishing.ts'
import { role } from './people.ts'

/** Every error answer of `/api`: a code to choose words by, a message for developers, the fields at fault. */
export const apiError = z.object({
  error: z.object({
    code: z.enum([
      'bad-request',
      'unauthorised',
      'forbidden',
      'not-found',
      'conflict',
      'too-large',
      'not-a-picture',
      'too-many-pixels',
      'too-many-requests',
      'unreadable-document',
      'has-errors',
      'internal',
    ]),
    message: z.string(),
    issues: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  }),
})
export type ApiError = z.infer<typeof apiError>

export const me = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  workspaces: z.array(z.object({ id: z.string(), name: z.string(), role })),
})
export type Me = z.infer<typeof me>

const localText = z.object({ en: z.string(), 'zh-CN': z.string() })

export const templateCard = z.object({
  id: z.string(),
  name: localText,
  description: localText,
  pictureUrl: z.string(),
  pages: z.int(),
  dishes: z.int(),
})
export type TemplateCard = z.infer<typeof templateCard>

export const language = z.enum(['zh-CN', 'en'])
export type Language = z.infer<typeof language>

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

export const createProgramInput = z.strictObject({
  templateId: z.string().check(z.maxLength(60)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  language,
  /** IANA zone of whoever makes it: a new shop keeps its owner's clock. Absent means the template's. */
  timeZone: z.optional(z.string().check(z.maxLength(60), z.refine(isTimeZone))),
})
export type CreateProgramInput = z.infer<typeof createProgramInput>

export const renameProgramInput = z.strictObject({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) })

export const program = z.object({
  id: z.string(),
  workspaceId: z.string(),
  name: z.string(),
  language,
  role,
  /** Where customers open it, once published. */
  liveUrl: z.nullable(z.string()),
  live: z.nullable(release),
  updatedAtIso: z.string(),
  createdAtIso: z.string(),
})
export type Program = z.infer<typeof program>

export * from './publishing.ts'
export * from './pictures.ts'
export * from './coupons.ts'
export * from './flash-sales.ts'
export * from './phone-preview.ts'
export * from './members.ts'
export * from './posters.ts'
export * from './people.ts'

/** The catalogue as the shop edits it: names in every language, hidden dishes included. */
export const merchantDish = z.object({
  ...dish.shape,
  name: localText,
  description: localText,
  variants: z.array(z.object({ ...dishVariant.shape, name: localText })),
  status: z.enum(['on', 'hidden']),
  version: z.int(),
})
export type MerchantDish = z.infer<typeof merchantDish>

export const merchantCatalogue = z.object({
  categories: z.array(
    z.object({
      id: z.string(),
      name: localText,
      /** When it is served; null: whenever the shop is open. */
      served: z.nullable(servedTimes),
    }),
  ),
  dishes: z.array(merchantDish),
  modifierGroups: z.array(modifierGroup),
  currency: z.string(),
})
export type MerchantCatalogue = z.infer<typeof merchantCatalogue>

const variantPrice = z.int().check(z.gte(0), z.lte(10_000_000))

/** Absent members stay as they are. `ifVersion` refuses with `conflict` when somebody else was faster. */
export const changeDishInput = z.strictObject({
  ifVersion: z.int(),
  name: z.optional(localText),
  description: z.optional(localText),
  categoryId: z.optional(z.string()),
  status: z.optional(z.enum(['on', 'hidden'])),
  variants: z.optional(
    z
      .array(
        z.strictObject({
          id: z.string(),
          name: z.optional(localText),
          priceMinor: variantPrice,
          /** What it costs by the way it is ordered; null: as `priceMinor`. */
          channelMinor: z.optional(
            z.strictObject({
              dine_in: z.optional(z.nullable(variantPrice)),
              pickup: z.optional(z.nullable(variantPrice)),
              delivery: z.optional(z.nullable(variantPrice)),
            }),
          ),
        }),
      )
      .check(z.minLength(1), z.maxLength(20)),
  ),
})
export type ChangeDishInput = z.infer<typeof changeDishInput>

/** @see merchantPaths.category; null: whenever the shop is open. */
export const changeCategoryInput = z.strictObject({ served: z.nullable(servedTimes.check(z.maxLength(21))) })
export type ChangeCategoryInput = z.infer<typeof changeCategoryInput>

export const soldOutInput = z.strictObject({ soldOut: z.boolean(), untilIso: z.nullable(z.string()) })

/** What a preview or canvas shows: the visitor's view of the data in the program's language. */
export const draftShopData = z.object({
  shop: z.unknown(),
  menu,
  services: z.array(service),
  membership: membershipProgramme,
  coupons: z.array(couponOffer),
})

export const merchantOrder = z.object({
  ...order.shape,
  contactPhone: z.nullable(z.string()),
  memberName: z.nullable(z.string()),
  /** Whose door it goes to; absent for what is not delivered, and for those who see no customers. */
  deliverTo: z.optional(deliverTo),
  /** Absent before the shop accepts it. */
  tickets: z.optional(z.array(kitchenTicket)),
  /** What it took of counted stock, and how many of that came back; absent where it took none. */
  stock: z.optional(
    z.array(z.object({ variantId: z.string(), name: z.string(), quantity: z.int(), returned: z.int() })),
  ),
})
export type MerchantOrder = z.infer<typeof merchantOrder>

export const orderAction = z.enum(['accept', 'reject', 'prepare', 'ready', 'send-out', 'complete', 'cancel'])
export type OrderAction = z.infer<typeof orderAction>
export const orderActionInput = z.strictObject({
  action: orderAction,
  reason: z.optional(z.string().check(z.maxLength(140))),
  /** When it is called off: put what it took back in stock. Absent means yes. */
  restock: z.optional(z.boolean()),
})

/** @see merchantPaths.orderRefunds */
export const refundOrderInput = z.strictObject({
  /** Sent twice with the same one, it gives back once. */
  requestId: z.uuid(),
  amountMinor: z.int().check(z.gte(1), z.lte(1_000_000_000_00)),
  /** Read by the customer. */
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(140)),
  /** What comes back in stock; absent: nothing. */
  restock: z.optional(
    z
      .array(z.strictObject({ variantId: z.uuid(), quantity: z.int().check(z.gte(1), z.lte(9999)) }))
      .check(z.maxLength(60)),
  ),
})
export type RefundOrderInput = z.infer<typeof refundOrderInput>

export const bookingActionInput = z.strictObject({ action: bookingAction })

/** A time that a booking could be moved to, and the tables, rooms or people that are free then, the best first. */
export const moveSlot = z.object({ ...slot.shape, free: z.array(z.object({ id: z.string(), label: z.string() })) })
export type MoveSlot = z.infer<typeof moveSlot>

/** @see merchantPaths.moveBooking */
export const moveBookingInput = z.strictObject({
  ifVersion: z.int(),
  startsAtIso: z.string().check(z.maxLength(40)),
  /** The `id` of what is `free`; absent: where it is, else the best that is free. */
  resourceId: z.optional(z.string().check(z.maxLength(200))),
})
export type MoveBookingInput = z.infer<typeof moveBookingInput>

export const today = z.object({
  businessDate: z.string(),
  currency: z.string(),
  isOpen: z.boolean(),
  ordersPaused: z.boolean(),
  ordersWaiting: z.int(),
  ordersToday: z.int(),
  takingsMinor: z.int(),
  /** Takings by the same time of the same weekday last week. */
  takingsLastWeekMinor: z.int(),
  /** What of today’s takings customers gave as tips. */
  tipsMinor: z.int(),
  bookingsNext: z.array(booking),
  membersJoined: z.int(),
})
export type Today = z.infer<typeof today>

/** A full card becomes a coupon that the shop gives. */
const stampCardRule = z.strictObject({
  needed: z.int().check(z.gte(2), z.lte(20)),
  couponId: z.uuid(),
  /** A stamp with every paid order; else only from the counter. */
  byOrder: z.boolean(),
  /** …that comes to so much. */
  minOrderMinor: z.int().check(z.gte(0), z.lte(100_000_000)),
})
/** Points for coming by, and more for days in a row; 0 days for none. */
const checkInRule = z.strictObject({
  points: z.int().check(z.gte(1), z.lte(10_000)),
  streakDays: z.int().check(
    z.lte(60),
    z.refine((days) => days === 0 || days >= 2),
  ),
  streakPoints: z.int().check(z.gte(0), z.lte(10_000)),
})
export type CheckInRule = z.infer<typeof checkInRule>

export type StampCardRule = z.infer<typeof stampCardRule>

export const shopSettings = z.object({
  name: z.string(),
  /** Null as long as nobody said. */
  kind: z.nullable(shopKind),
  phone: z.string(),
  address: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  hours: openingHours,
  ordersPaused: z.boolean(),
  /** Minutes from an order to the dish on the counter. */
  leadMinutes: z.int(),
  /** Most orders to carry away in a quarter of an hour; null for as many as come. */
  ordersPerQuarter: z.nullable(z.int()),
  /** For how many days after today an order may ask for a time; null: as soon as possible only, while open. */
  aheadDays: z.nullable(z.int()),
  /** Points for each whole unit of currency paid. */
  pointsPerUnit: z.int(),
  /** Points earned from now on are good for so many months; null for ever. */
  pointsGoodForMonths: z.nullable(z.int()),
  stampCard: z.nullable(stampCardRule),
  checkIn: z.nullable(checkInRule),
  tables: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      seats: z.int(),
      /** Opens the menu for this table, once published. */ url: z.nullable(z.string()),
    }),
  ),
  /** All that can be booked: tables, rooms, people, in the shop's order. */
  places: z.optional(
    z.array(z.object({ id: z.string(), label: z.string(), kind: z.enum(['table', 'staff', 'room']), seats: z.int() })),
  ),
})
export type ShopSettings = z.infer<typeof shopSettings>
export const changeShopSettingsInput = z.strictObject({
  kind: z.optional(z.nullable(shopKind)),
  phone: z.optional(z.string().check(z.maxLength(32))),
  address: z.optional(z.string().check(z.maxLength(200))),
  hours: z.optional(openingHours),
  ordersPaused: z.optional(z.boolean()),
  leadMinutes: z.optional(z.int().check(z.gte(0), z.lte(1440))),
  ordersPerQuarter: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(1000)))),
  aheadDays: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(14)))),
  pointsPerUnit: z.optional(z.int().check(z.gte(0), z.lte(1000))),
  stampCard: z.optional(z.nullable(stampCardRule)),
  checkIn: z.optional(z.nullable(checkInRule)),
  pointsGoodForMonths: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(120)))),
})
export type ChangeShopSettingsInput = z.infer<typeof changeShopSettingsInput>

/** One server-sent event of `/api/programs/:programId/events`; `id` is the cursor for `Last-Event-ID`. */
export const consoleEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('order'), order: merchantOrder }),
  z.object({ type: z.literal('booking'), booking }),
  z.object({ type: z.literal('member'), memberId: z.string() }),
  z.object({ type: z.literal('coupon'), couponId: z.string() }),
  z.object({ type: z.literal('catalogue'), dataVersion: z.int() }),
  z.object({ type: z.literal('shop'), dataVersion: z.int() }),
  z.object({ type: z.literal('release'), releaseId: z.string() }),
  z.object({ type: z.literal('comment'), threadId: z.string() }),
  z.object({ type: z.literal('form'), submissionId: z.string() }),
  z.object({ type: z.literal('queue') }),
  z.object({ type: z.literal('job') }),
])
export type ConsoleEvent = z.infer<typeof consoleEvent>

export { booking, bookingStatus, order, orderStatus }
