/** Waiting for a table: parties stand in lines by their size, each with numbers of its own that begin anew every business day. */
import { z } from 'zod/mini'
import { MOST_PARTY, queueLines } from './queue-lines.ts'

/** `waiting` → `called` → `done`; `skipped` where nobody came, and from there back to its place; `left` by the visitor. */
export const ticketStatus = z.enum(['waiting', 'called', 'done', 'skipped', 'left'])
export type TicketStatus = z.infer<typeof ticketStatus>

export const queueTicket = z.object({
  id: z.string(),
  line: z.enum(queueLines),
  /** With its line it is what is called out: `A12`. */
  number: z.int(),
  partySize: z.int(),
  status: ticketStatus,
  /** Parties before it in its line. */
  ahead: z.int(),
  /** About how long until it is called; 0 once it is. */
  waitMinutes: z.int(),
  takenAtIso: z.string(),
  calledAtIso: z.nullable(z.string()),
})
export type QueueTicket = z.infer<typeof queueTicket>

export const queueView = z.object({
  /** Whether a number can be taken now. */
  isOpen: z.boolean(),
  lines: z.array(
    z.object({
      line: z.enum(queueLines),
      waiting: z.int(),
      /** About how long a party waits that joins now. */
      waitMinutes: z.int(),
    }),
  ),
  /** The visitor's own of this business day: the one that is open, else the last one. */
  ticket: z.nullable(queueTicket),
  /** When this was so, in milliseconds since 1970 UTC of the database's clock. */
  asOfMs: z.number(),
})
export type QueueView = z.infer<typeof queueView>

export const takeTicketRequest = z.strictObject({
  partySize: z.int().check(z.gte(1), z.lte(MOST_PARTY)),
})
export type TakeTicketRequest = z.infer<typeof takeTicketRequest>
