/** What a shop sold, booked and who came back, in sums without persons. */
import { z } from 'zod/mini'

export const reportDays = ['1', '7', '28', '90'] as const
export type ReportDays = (typeof reportDays)[number]

export const reportQuery = z.object({ days: z.optional(z.enum(reportDays)) })

const count = z.int()
/** In the shop's currency, minor units. */
const minor = z.int()

const sold = { orders: count, salesMinor: minor }

export const reportTotals = z.object({
  ...sold,
  /** Given back of orders of this time that were not called off. */
  refundedMinor: minor,
  /** Bookings that began in this time, whoever came. */
  bookings: count,
  guests: count,
  /** People who became members. */
  joined: count,
})
export type ReportTotals = z.infer<typeof reportTotals>

/**
 * Orders count for the shop's business day that they were placed on, once they are paid; sales are what was paid less what
 * was given back. A payment by a pay button counts as an order on the day that it was made.
 */
export const salesReport = z.object({
  /** Business days, both included; the last one is today. */
  fromDay: z.string(),
  toDay: z.string(),
  currency: z.string(),
  /** False as long as the shop never sold or booked anything. */
  hasAny: z.boolean(),
  totals: reportTotals,
  /** Of as many days before. */
  before: reportTotals,
  /** Every day of the time, and of a short time the days before, so that there is something to compare with. */
  series: z.array(z.object({ day: z.string(), ...sold, bookings: count })),
  /** All 24 hours on the shop's clock, in the order of its business day. */
  hours: z.array(z.object({ hour: count, ...sold })),
  /** Most sold first; `direct` is the pay button, `tip` what customers gave beyond their orders. */
  channels: z.array(z.object({ channel: z.string(), ...sold })),
  /** Most taken first, a hundred at most; what they cost on the menu, before anything was taken off the order. */
  dishes: z.array(z.object({ dishId: z.string(), name: z.string(), quantity: count, salesMinor: minor })),
  /** Of bookings that began in this time; `bookings` are those that were kept or still may be. */
  services: z.array(
    z.object({
      serviceId: z.string(),
      name: z.string(),
      bookings: count,
      guests: count,
      cancelled: count,
      noShows: count,
    }),
  ),
  /** Members who bought something; `returning` had bought on an earlier day too. */
  members: z.object({ buyers: count, returning: count, salesMinor: minor, returningSalesMinor: minor }),
})
export type SalesReport = z.infer<typeof salesReport>
