/** How a shop deals with tax, as its counter sets it. */
import { z } from 'zod/mini'
import { taxMode, taxPcm } from '#model/shop/taxes.ts'

export const taxSettings = z.object({
  mode: taxMode,
  /** Of every category without a rate of its own. */
  usualPcm: taxPcm,
  categories: z.array(
    z.object({
      id: z.string(),
      name: z.object({ en: z.string(), 'zh-CN': z.string() }),
      /** Null: the usual rate. */
      ratePcm: z.nullable(taxPcm),
    }),
  ),
})
export type TaxSettings = z.infer<typeof taxSettings>

/** Absent members, and categories that are not named, stay as they are. */
export const changeTaxInput = z.strictObject({
  mode: z.optional(taxMode),
  usualPcm: z.optional(taxPcm),
  categories: z.optional(
    z
      .array(z.strictObject({ id: z.string().check(z.maxLength(64)), ratePcm: z.nullable(taxPcm) }))
      .check(z.maxLength(200)),
  ),
})
export type ChangeTaxInput = z.infer<typeof changeTaxInput>
