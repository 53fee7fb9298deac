import { z } from 'zod/mini'
import { amountMinor } from './money.ts'

export const service = z.object({
  id: z.string(),
  /** `table`: asks for a party size and finds a free table; `appointment`: one visitor, one member of staff. */
  kind: z.enum(['table', 'appointment']),
  name: z.string(),
  description: z.string(),
  durationMinutes: z.int(),
  priceMinor: amountMinor,
  minParty: z.int(),
  maxParty: z.int(),
  minNoticeMinutes: z.int(),
  maxAdvanceDays: z.int(),
})
export type Service = z.infer<typeof service>

export const slotQuery = z.object({
  serviceId: z.string().check(z.maxLength(64)),
  /** Local date in the shop's zone, `YYYY-MM-DD`. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  partySize: z.int().check(z.gte(1), z.lte(50)),
  /** An own booking that is to be moved: what it takes counts as free. */
  bookingId: z.optional(z.string().check(z.maxLength(64))),
})
export type SlotQuery = z.infer<typeof slotQuery>

export const slot = z.object({
  startsAtIso: z.string(),
  /** `HH:MM` on the shop's wall; when the clock is set back it carries the offset to stay distinct. */
  localTime: z.string(),
  partOfDay: z.enum(['morning', 'afternoon', 'evening']),
  available: z.boolean(),
})
export type Slot = z.infer<typeof slot>

export const holdRequest = z.strictObject({
  serviceId: z.string().check(z.maxLength(64)),
  startsAtIso: z.string().check(z.maxLength(40)),
  partySize: z.int().check(z.gte(1), z.lte(50)),
})
export type HoldRequest = z.infer<typeof holdRequest>

export const hold = z.object({ bookingId: z.string(), expiresAtIso: z.string() })
export type Hold = z.infer<typeof hold>

export const confirmBookingRequest = z.strictObject({
  bookingId: z.string().check(z.maxLength(64)),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  phone: z.string().check(z.minLength(3), z.maxLength(32)),
  note: z.string().check(z.maxLength(200)),
  /** The visitor agreed that the shop keeps name and phone for this booking. */
  consent: z.literal(true),
})
export type ConfirmBookingRequest = z.infer<typeof confirmBookingRequest>

export const moveBookingRequest = z.strictObject({
  startsAtIso: z.string().check(z.maxLength(40)),
  partySize: z.int().check(z.gte(1), z.lte(50)),
})
export type MoveBookingRequest = z.infer<typeof moveBookingRequest>

export const bookingStatus = z.enum(['held', 'confirmed', 'checked_in', 'completed', 'no_show', 'cancelled', 'expired'])
export type BookingStatus = z.infer<typeof bookingStatus>

export const booking = z.object({
  id: z.string(),
  /** Short code to say at the door, e.g. `K7QX`. */
  code: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  startsAtIso: z.string(),
  endsAtIso: z.string(),
  timeZone: z.string(),
  partySize: z.int(),
  /** Tables or staff taken, e.g. `T3`. */
  resourceLabels: z.array(z.string()),
  status: bookingStatus,
  contactName: z.string(),
  contactPhone: z.string(),
  note: z.string(),
  version: z.int(),
})
export type Booking = z.infer<typeof booking>
