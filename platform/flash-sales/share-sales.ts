/** Which of a cart's pieces are at a sale's price. Pure. */
import type { CartLine } from '#model/shop/orders.ts'

/** A sale that runs, and how many of it this person may still have at its price. */
export interface OpenSale {
  readonly id: string
  readonly variantId: string
  readonly priceMinor: number
  readonly available: number
}

/** A line of a cart, all of it at one price. */
export interface SoldLine extends CartLine {
  /** Sold at this price as part of this sale. */
  readonly sale?: { readonly id: string; readonly priceMinor: number }
  /** The rest of a line, of which a sale had only some. */
  readonly isRest?: true
}

/**
 * Takes as many as there are from running sales, the first lines first; the rest of a line follows it at the usual
 * price. Nothing is refused: whoever wants more than a sale has pays the usual price for what is over.
 */
export function shareSales(lines: readonly CartLine[], sales: readonly OpenSale[]): readonly SoldLine[] {
  const left = new Map(sales.map(({ id, available }) => [id, available]))
  return lines.flatMap((line): SoldLine[] => {
    const sale = sales.find(({ variantId }) => variantId === line.variantId)
    const taken = sale ? Math.min(line.quantity, left.get(sale.id) ?? 0) : 0
    if (!sale || taken <= 0) return [line]
    left.set(sale.id, (left.get(sale.id) ?? 0) - taken)
    const sold = { ...line, quantity: taken, sale: { id: sale.id, priceMinor: sale.priceMinor } }
    return taken === line.quantity ? [sold] : [sold, { ...line, quantity: line.quantity - taken, isRest: true }]
  })
}

/** How many of each sale these lines hold. */
export function takesOf(lines: readonly SoldLine[]): ReadonlyMap<string, number> {
  const takes = new Map<string, number>()
  for (const { sale, quantity } of lines) if (sale) takes.set(sale.id, (takes.get(sale.id) ?? 0) + quantity)
  return takes
}
