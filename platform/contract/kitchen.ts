/** Stations and their tickets, as the counter's kitchen screen deals with them. */
import { z } from 'zod/mini'

export const ticketStatus = z.enum(['new', 'cooking', 'done', 'cancelled'])
export type TicketStatus = z.infer<typeof ticketStatus>

/** How a ticket may move: one step on, or one step back. Whatever is not here is refused with `conflict`. */
export const ticketMoves: { readonly [From in TicketStatus]: readonly TicketStatus[] } = {
  new: ['cooking'],
  cooking: ['done', 'new'],
  done: ['cooking'],
  cancelled: [],
}

/** What one station has to make of an order. It has a ticket from the moment the shop accepts it. */
export const kitchenTicket = z.object({
  id: z.string(),
  /** Null: dishes of no station. */
  stationId: z.nullable(z.string()),
  stationName: z.string(),
  status: ticketStatus,
  /** Places in the order's `lines`. */
  lines: z.array(z.int()),
  /** Of its present status. */
  sinceIso: z.string(),
})
export type KitchenTicket = z.infer<typeof kitchenTicket>

export const moveTicketInput = z.strictObject({
  /** Sent twice with the same one, it moves once. */
  requestId: z.uuid(),
  /** As the cook saw it; refused with `conflict` when it is not so any more. */
  from: ticketStatus,
  to: ticketStatus,
})
export type MoveTicketInput = z.infer<typeof moveTicketInput>

const name = z.object({ en: z.string(), 'zh-CN': z.string() })
const stationId = z.nullable(z.string().check(z.maxLength(64)))

export const stationSettings = z.object({
  stations: z.array(z.object({ id: z.string(), name: z.string() })),
  categories: z.array(
    z.object({
      id: z.string(),
      name,
      /** Null: no station. */
      stationId,
      /** `stationId` null: where the category is made. */
      dishes: z.array(z.object({ id: z.string(), name, stationId })),
    }),
  ),
})
export type StationSettings = z.infer<typeof stationSettings>

/** Counts for orders that are accepted from then on. Absent members stay as they are. */
export const changeStationsInput = z.strictObject({
  /** All there shall be, in order; one without an id is new, one that is missing goes. */
  stations: z.optional(
    z
      .array(
        z.strictObject({
          id: z.optional(z.uuid()),
          name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
        }),
      )
      .check(z.maxLength(20)),
  ),
  categories: z.optional(z.array(z.strictObject({ id: z.uuid(), stationId })).check(z.maxLength(200))),
  dishes: z.optional(z.array(z.strictObject({ id: z.uuid(), stationId })).check(z.maxLength(500))),
})
export type ChangeStationsInput = z.infer<typeof changeStationsInput>
