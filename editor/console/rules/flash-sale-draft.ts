/** A flash sale while it is being written: what stands in the fields, and what comes of it. */
import type { Words } from '#editor/words/use-words.ts'
import type { FlashSaleDefinition, MerchantFlashSale } from '#platform/contract/flash-sales.ts'
import { parsePrice, priceInputText } from './money.ts'

export interface FlashSaleDraft {
  readonly variantId: string | null
  /** As typed, in units of the currency. */
  readonly price: string
  readonly quantity: number
  readonly perPerson: number
  readonly startsAtMs: number | null
  readonly endsAtMs: number | null
}

export type SaleProblem = keyof Words['flashSales']['problem']

const hourMs = 3_600_000

/** What most shops begin with: fifty, two for each, for two hours from the next full hour. */
export function newSaleDraft(nowMs: number): FlashSaleDraft {
  const startsAtMs = Math.ceil(nowMs / hourMs) * hourMs
  return { variantId: null, price: '', quantity: 50, perPerson: 2, startsAtMs, endsAtMs: startsAtMs + 2 * hourMs }
}

export function saleDraftOf(sale: MerchantFlashSale, currency: string): FlashSaleDraft {
  return {
    variantId: sale.variantId,
    price: priceInputText(sale.priceMinor, currency),
    quantity: sale.quantity,
    perPerson: sale.perPerson,
    startsAtMs: Date.parse(sale.startsAtIso),
    endsAtMs: Date.parse(sale.endsAtIso),
  }
}

interface SaleWorld {
  readonly currency: string
  readonly nowMs: number
  /** What the chosen dish costs otherwise; undefined while none is chosen. */
  readonly usualMinor: number | undefined
  /** How many were sold already. */
  readonly sold: number
}

/** The sale that the fields describe; undefined while something is wrong with them, which is named. */
export function readSaleDraft(
  draft: FlashSaleDraft,
  { currency, nowMs, usualMinor, sold }: SaleWorld,
): { readonly definition: FlashSaleDefinition | undefined; readonly problems: ReadonlySet<SaleProblem> } {
  const problems = new Set<SaleProblem>()
  const { variantId, startsAtMs, endsAtMs, quantity, perPerson } = draft
  const price = parsePrice(draft.price, currency)
  if (variantId === null) problems.add('dish')
  if (!price.ok || price.value < 1) problems.add('price')
  else if (usualMinor !== undefined && price.value >= usualMinor) problems.add('price-high')
  if (quantity < sold) problems.add('quantity')
  if (startsAtMs === null) problems.add('starts')
  if (endsAtMs === null) problems.add('ends')
  else if (startsAtMs !== null && endsAtMs <= startsAtMs) problems.add('dates')
  else if (endsAtMs <= nowMs) problems.add('past')
  if (problems.size > 0 || variantId === null || !price.ok || startsAtMs === null || endsAtMs === null)
    return { definition: undefined, problems }
  const definition = {
    variantId,
    priceMinor: price.value,
    quantity,
    perPerson,
    startsAtIso: new Date(startsAtMs).toISOString(),
    endsAtIso: new Date(endsAtMs).toISOString(),
  }
  return { definition, problems }
}

/** What the counter says about a sale in one word. */
export function saleState(sale: MerchantFlashSale, nowMs: number): keyof Words['flashSales']['state'] {
  if (Date.parse(sale.endsAtIso) <= nowMs) return 'over'
  if (sale.paused) return 'paused'
  if (sale.sold >= sale.quantity) return 'gone'
  if (sale.priceMinor >= sale.regularMinor) return 'dear'
  return Date.parse(sale.startsAtIso) > nowMs ? 'soon' : 'on'
}
