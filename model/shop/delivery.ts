/** Where a shop delivers and for how much, as a program may tell it. */
import { z } from 'zod/mini'
import { amountMinor } from './money.ts'

export const deliveryZone = z.object({
  id: z.string(),
  name: z.string(),
  feeMinor: amountMinor,
  /** What the dishes have to come to, before anything is taken off. */
  minSpendMinor: amountMinor,
  /** Nothing is charged from this much on; null: it is always charged. */
  freeFromMinor: z.nullable(amountMinor),
  /** From the kitchen to the door. */
  rideMinutes: z.int(),
})
export type DeliveryZone = z.infer<typeof deliveryZone>

/** What a bill says of its delivery. Whose door it is, a program never learns. */
export const billDelivery = z.object({ zoneName: z.string(), feeMinor: amountMinor })
