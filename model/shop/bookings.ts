import { z } from 'zod/mini'
import { amountMinor } from './money.ts'

export const serviceKind = z.enum(['table', 'appointment', 'class', 'room'])
export type ServiceKind = z.infer<typeof serviceKind>

/** Minutes of a visit, counted from its beginning, in which the customer stays and the member of staff is free for others. */
export const serviceGap = z.object({ fromMinutes: z.int(), minutes: z.int() })
export type ServiceGap = z.infer<typeof serviceGap>

/** Day 1 is Monday (ISO 8601); `HH:MM` on the shop's wall. */
export const timetableEntry = z.object({ day: z.int(), time: z.string() })
export type TimetableEntry = z.infer<typeof timetableEntry>

/** What is paid when it is booked, and what of it comes back to whom calls it off. */
export const depositRule = z.object({
  /** Of a class for each person, else for the whole booking; 0: none. */
  amountMinor,
  /** So long before it begins, all of it comes back. */
  freeCancelMinutes: z.int(),
  /** Later, this part of it. */
  lateRefundPercent: z.int(),
})
export type DepositRule = z.infer<typeof depositRule>

export const service = z.object({
  id: z.string(),
  /**
   * `table`: asks for a party size and finds a free table, or some that are pushed together; `appointment`: one visitor, one
   * member of staff; `class`: so many people at the times of a timetable; `room`: by nights.
   */
  kind: serviceKind,
  name: z.string(),
  description: z.string(),
  durationMinutes: z.int(),
  /** Of a class for each person, of a room for each night, else for the whole booking. */
  priceMinor: amountMinor,
  minParty: z.int(),
  maxParty: z.int(),
  minNoticeMinutes: z.int(),
  maxAdvanceDays: z.int(),
  /** Of an appointment: who does it. The customer may choose. */
  staff: z.optional(z.array(z.object({ id: z.string(), label: z.string() }))),
  /** Of a class: for how many people, and when it begins. */
  seats: z.optional(z.int()),
  timetable: z.optional(z.array(timetableEntry)),
  /** The shop says yes or no to each one. */
  needsApproval: z.optional(z.boolean()),
  deposit: z.optional(depositRule),
  /** Of a room: when it is ready and when it is to be left, `HH:MM` on the shop's wall. */
  stay: z.optional(z.object({ checkIn: z.string(), checkOut: z.string(), maxNights: z.int() })),
})
export type Service = z.infer<typeof service>

export const slotQuery = z.object({
  serviceId: z.string().check(z.maxLength(64)),
  /** Local date in the shop's zone, `YYYY-MM-DD`. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  partySize: z.int().check(z.gte(1), z.lte(50)),
  /** An own booking that is to be moved: what it takes counts as free. */
  bookingId: z.optional(z.string().check(z.maxLength(64))),
  /** Only with this member of staff; absent: whoever is free. */
  resourceId: z.optional(z.string().check(z.maxLength(64))),
})
export type SlotQuery = z.infer<typeof slotQuery>

export const slot = z.object({
  startsAtIso: z.string(),
  /** `HH:MM` on the shop's wall; when the clock is set back it carries the offset to stay distinct. */
  localTime: z.string(),
  partOfDay: z.enum(['morning', 'afternoon', 'evening']),
  available: z.boolean(),
  /** Of a class: how many more people fit. */
  seatsLeft: z.optional(z.int()),
  /** Of a night: the rooms that are free. A stay needs one that is free on each of its nights. */
  roomIds: z.optional(z.array(z.string())),
})
export type Slot = z.infer<typeof slot>

export const holdRequest = z.strictObject({
  serviceId: z.string().check(z.maxLength(64)),
  startsAtIso: z.string().check(z.maxLength(40)),
  partySize: z.int().check(z.gte(1), z.lte(50)),
  /** The member of staff that was chosen. */
  resourceId: z.optional(z.string().check(z.maxLength(64))),
  /** Of a room. */
  nights: z.optional(z.int().check(z.gte(1), z.lte(40))),
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

export const payDepositRequest = z.strictObject({
  /** The page to come back to: a path of the program, with its query. */
  returnTo: z.string().check(z.minLength(1), z.maxLength(500)),
})

export const moveBookingRequest = z.strictObject({
  startsAtIso: z.string().check(z.maxLength(40)),
  partySize: z.int().check(z.gte(1), z.lte(50)),
})
export type MoveBookingRequest = z.infer<typeof moveBookingRequest>

export const bookingStatus = z.enum([
  'held',
  /** Somebody's, and waits for its deposit. */
  'unpaid',
  /** Waits for the shop's yes. */
  'requested',
  'confirmed',
  'checked_in',
  'completed',
  'no_show',
  'cancelled',
  'declined',
  'expired',
])
export type BookingStatus = z.infer<typeof bookingStatus>

/** What the counter does with one. */
export const bookingAction = z.enum(['accept', 'decline', 'check-in', 'complete', 'no-show', 'cancel'])
export type BookingAction = z.infer<typeof bookingAction>

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
  /** Of a room; 0 for what is one visit. */
  nights: z.optional(z.int()),
  /** As it was promised; 0 for what costs nothing, or is paid by what is eaten. */
  priceMinor: z.optional(amountMinor),
  /** Absent where none was asked for. */
  deposit: z.optional(
    z.object({
      ...depositRule.shape,
      paidMinor: amountMinor,
      /** Given back, or on its way. */ returnedMinor: amountMinor,
    }),
  ),
  /** While it waits: until when; absent otherwise. */
  waitsUntilIso: z.optional(z.string()),
  /** Tables, rooms or staff taken, e.g. `T3`. */
  resourceLabels: z.array(z.string()),
  status: bookingStatus,
  contactName: z.string(),
  contactPhone: z.string(),
  note: z.string(),
  version: z.int(),
})
export type Booking = z.infer<typeof booking>
