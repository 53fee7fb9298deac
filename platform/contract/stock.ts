/** How many there are of each variant, as the shop counts them. Paths are in `routes.ts`. */
import { z } from 'zod/mini'
import { mostOnHand, stockKind } from '#model/shop/stock.ts'

export const stockLevel = z.object({
  variantId: z.string(),
  dishId: z.string(),
  /** False: it was counted once, and is sold without counting now. */
  tracked: z.boolean(),
  onHand: z.int(),
  /** Of these, in orders that are being paid. */
  reserved: z.int(),
  /** At so many, customers read how many are left, and the counter is told. */
  lowAt: z.int(),
})
export type StockLevel = z.infer<typeof stockLevel>

export const stockEntry = z.object({
  /** Counts up from 1 for each variant. */
  seq: z.int(),
  kind: stockKind,
  delta: z.int(),
  onHandAfter: z.int(),
  atIso: z.string(),
  /** Id of the person, and what they are called now; null for customers and what happens by itself. */
  by: z.nullable(z.string()),
  byName: z.nullable(z.string()),
  /** Of the order that it belongs to. */
  orderNumber: z.nullable(z.int()),
  note: z.string(),
})
export type StockEntry = z.infer<typeof stockEntry>

/** @see merchantPaths.stockEntries. `count` says how many there are, and begins to count a variant that is not counted. */
export const addStockEntryInput = z
  .strictObject({
    /** Sent twice with the same one, it moves once. */
    requestId: z.uuid(),
    kind: z.enum(['count', 'delivery', 'waste', 'correction']),
    /** How many there are, came, went; for a correction more or fewer than zero. */
    quantity: z.int().check(z.gte(-mostOnHand), z.lte(mostOnHand)),
    note: z.string().check(z.trim(), z.maxLength(140)),
  })
  .check(
    z.refine(
      ({ kind, quantity }) => (kind === 'correction' ? quantity !== 0 : quantity >= (kind === 'count' ? 0 : 1)),
      {
        path: ['quantity'],
        error: 'A count is zero or more, a delivery or waste one or more, a correction not zero',
      },
    ),
  )
export type AddStockEntryInput = z.infer<typeof addStockEntryInput>

/** @see merchantPaths.stock; absent members stay as they are. */
export const changeStockInput = z.strictObject({
  tracked: z.optional(z.boolean()),
  lowAt: z.optional(z.int().check(z.gte(0), z.lte(1000))),
})
export type ChangeStockInput = z.infer<typeof changeStockInput>
