/** Tax on what a shop sells. Rates are in thousandths of a percent: 13 % is 13,000 and 8.875 % is 8,875. */
import { z } from 'zod/mini'
import { amountMinor } from './money.ts'

export const largestTaxPcm = 100_000

export const taxPcm = z.int().check(z.gte(0), z.lte(largestTaxPcm))

/** `none`: the shop says nothing of tax; `included`: its prices hold it; `excluded`: it comes on top of them. */
export const taxMode = z.enum(['none', 'included', 'excluded'])
export type TaxMode = z.infer<typeof taxMode>

/** What a bill holds of one rate. `netMinor + taxMinor` is what is paid for these things. */
export const taxAtRate = z.object({ ratePcm: taxPcm, netMinor: amountMinor, taxMinor: amountMinor })
export type TaxAtRate = z.infer<typeof taxAtRate>

/** The tax of a bill: every rate that something on it has, lowest first. */
export const billTax = z.object({
  mode: z.enum(['included', 'excluded']),
  /** Already part of the total. */
  taxMinor: amountMinor,
  rates: z.array(taxAtRate),
})
export type BillTax = z.infer<typeof billTax>
