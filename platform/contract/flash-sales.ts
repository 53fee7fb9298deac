/** Flash sales as the shop makes them and sees how they go. */
import { z } from 'zod/mini'

const iso = z.iso.datetime({ offset: true })

const definition = {
  /** The size of a dish that is sold for less. */
  variantId: z.uuid(),
  /** Below the usual price, or nobody sees it. */
  priceMinor: z.int().check(z.gte(1), z.lte(10_000_000)),
  /** How many there are at this price. */
  quantity: z.int().check(z.gte(1), z.lte(1_000_000)),
  perPerson: z.int().check(z.gte(1), z.lte(99)),
  startsAtIso: iso,
  endsAtIso: iso,
}

export const flashSaleDefinition = z.strictObject(definition)
export type FlashSaleDefinition = z.infer<typeof flashSaleDefinition>

/** @param requestId - sent twice, it answers with the same sale. */
export const createFlashSaleInput = z.strictObject({ ...definition, requestId: z.uuid() })
export type CreateFlashSaleInput = z.infer<typeof createFlashSaleInput>

/** Absent members stay as they are. `ifVersion` refuses with `conflict` when somebody else was faster. */
export const changeFlashSaleInput = z.strictObject({
  ifVersion: z.int(),
  paused: z.optional(z.boolean()),
  definition: z.optional(flashSaleDefinition),
})
export type ChangeFlashSaleInput = z.infer<typeof changeFlashSaleInput>

const localText = z.object({ en: z.string(), 'zh-CN': z.string() })

export const merchantFlashSale = z.object({
  ...definition,
  id: z.string(),
  dishId: z.string(),
  dishName: localText,
  /** Empty for a dish of one size. */
  variantName: localText,
  /** What it costs otherwise, now. */
  regularMinor: z.int(),
  paused: z.boolean(),
  /** On orders that were not called off, those that wait for their payment included. */
  sold: z.int(),
  version: z.int(),
})
export type MerchantFlashSale = z.infer<typeof merchantFlashSale>
