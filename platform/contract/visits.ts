/** How a published program is used: what pages tell, and what the console and the canvas show of it. */
import { z } from 'zod/mini'

export const orderStep = z.enum(['cart', 'checkout'])
export type OrderStep = z.infer<typeof orderStep>

/** Which page of which release tells something; stands in the page's HTML. */
export const seenQuery = z.object({ release: z.uuid(), page: z.string().check(z.minLength(1), z.maxLength(64)) })

/**
 * What a page tells once it is left or hidden: names of blocks and nothing of the person. Notes, separated by commas:
 * `s:<node>` stood in sight for a second, `t:<node>` was tapped, `b:<step>:<what was scanned>` of an order was begun,
 * e.g. `b:cart:table=<id>`. Each once per look at the page.
 */
export const seenNotes = z.string().check(z.maxLength(60_000))
export interface SeenReport extends z.infer<typeof seenQuery> {
  readonly notes: string
}

export const visitDays = ['1', '7', '28', '90'] as const
export type VisitDays = (typeof visitDays)[number]

export const visitsQuery = z.object({ days: z.optional(z.enum(visitDays)) })

const count = z.int()

export const visitTotals = z.object({
  visits: count,
  views: count,
  carts: count,
  checkouts: count,
  orders: count,
  bookingsBegun: count,
  bookings: count,
  joined: count,
})
export type VisitTotals = z.infer<typeof visitTotals>

export const visits = z.object({
  /** The shop's business days, both included; the last one is today. */
  fromDay: z.string(),
  toDay: z.string(),
  /** The first day that anything was counted on; null as long as nothing was. */
  sinceDay: z.nullable(z.string()),
  /** Every day of the span, and of a short span the days before, so that there is something to compare with. */
  series: z.array(z.object({ day: z.string(), visits: count, views: count, orders: count })),
  totals: visitTotals,
  /** Of as many days before. */
  before: visitTotals,
  devices: z.object({ phone: count, tablet: count, computer: count }),
  /** Most looked at first; the title is null when no kept release has the page. */
  pages: z.array(z.object({ pageId: z.string(), title: z.nullable(z.string()), views: count, visits: count })),
  /** Most tapped first. */
  blocks: z.array(
    z.object({
      nodeId: z.string(),
      /** Of its kind; null when no kept release has the block. */
      label: z.nullable(z.object({ en: z.string(), 'zh-CN': z.string() })),
      text: z.string(),
      pageTitle: z.nullable(z.string()),
      seen: count,
      tapped: count,
    }),
  ),
  /** Newest first. */
  releases: z.array(
    z.object({ version: z.int(), publishedAtIso: z.string(), visits: count, carts: count, orders: count }),
  ),
  /** What was scanned. `name` is null for the posters that every shop has, and for what the shop no longer has. */
  vias: z.array(
    z.object({
      via: z.string(),
      kind: z.enum(['table', 'poster']),
      name: z.nullable(z.string()),
      visits: count,
      carts: count,
      orders: count,
    }),
  ),
})
export type Visits = z.infer<typeof visits>

/** Looks at pages and blocks in the last 28 days, by the ids of the document. */
export const blockFigures = z.object({
  fromDay: z.string(),
  toDay: z.string(),
  sinceDay: z.nullable(z.string()),
  views: z.record(z.string(), count),
  blocks: z.record(z.string(), z.object({ seen: count, tapped: count })),
})
export type BlockFigures = z.infer<typeof blockFigures>
