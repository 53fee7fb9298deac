/** Tips: what a customer gives beyond an order, paid by itself. The server says what one comes to. */
import { z } from 'zod/mini'
import { amountMinor } from './money.ts'

/**
 * A tip block names its node; the server finds in the live release what it offers. One of the two is given: a share of the
 * order that the block offers, or an amount that it offers or, where it says so, any up to its limit.
 */
export const tipRequest = z.strictObject({
  orderId: z.string().check(z.maxLength(64)),
  nodeId: z.string().check(z.maxLength(64)),
  percent: z.nullable(z.int().check(z.gte(1), z.lte(100))),
  amountMinor: z.nullable(z.int().check(z.gte(1), z.lte(10_000_000))),
})
export type TipRequest = z.infer<typeof tipRequest>

/** What an order has been given: paid, and not given back. */
export const orderTip = z.object({ amountMinor })
