/** The line at the door, as the counter sees it. */
import { z } from 'zod/mini'
import { queueTicket } from '#model/shop/queue.ts'
import { MOST_PARTY, queueLines } from '#model/shop/queue-lines.ts'

export const counterTicket = z.extend(queueTicket, {
  /** What the counter wrote down; empty for somebody who took the number by phone. */
  name: z.string(),
  version: z.int(),
})
export type CounterTicket = z.infer<typeof counterTicket>

export const counterQueue = z.object({
  /** The switch alone; numbers are given while the shop is open too. */
  isTaking: z.boolean(),
  isShopOpen: z.boolean(),
  lines: z.array(
    z.object({
      line: z.enum(queueLines),
      /** Minutes from one party to the next, as it goes today. */
      paceMinutes: z.number(),
      /** Called and waiting ones first, in their order, then those that were skipped. */
      tickets: z.array(counterTicket),
    }),
  ),
})
export type CounterQueue = z.infer<typeof counterQueue>

export const queueSwitchInput = z.strictObject({ isTaking: z.boolean() })

export const addPartyInput = z.strictObject({
  partySize: z.int().check(z.gte(1), z.lte(MOST_PARTY)),
  name: z.string().check(z.maxLength(40)),
  /** Sent twice with the same one, it is one party. */
  requestId: z.uuid(),
})
export type AddPartyInput = z.infer<typeof addPartyInput>

export const ticketActions = ['call', 'done', 'skip', 'back'] as const
export type TicketAction = (typeof ticketActions)[number]
/** `version` is what the counter saw: of two people who press at once, one has it. */
export const ticketActionInput = z.strictObject({ action: z.enum(ticketActions), version: z.int() })
