/** How many there are of what is sold. Counted per variant, in whole pieces; a variant that is not counted never runs out. */
import { z } from 'zod/mini'

/**
 * Why a count moved. `count` sets it to what is on the shelf, `delivery` and `waste` add and take away, `correction` does
 * either; `sale` and `return` are orders' doing.
 */
export const stockKind = z.enum(['count', 'delivery', 'waste', 'correction', 'sale', 'return'])
export type StockKind = z.infer<typeof stockKind>

/** No count is larger. */
export const mostOnHand = 1_000_000
