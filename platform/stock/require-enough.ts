import type { CartLine } from '#model/shop/orders.ts'
import type { Catalogue } from '#platform/catalogue/load-catalogue.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'

/**
 * Looks whether there is enough of everything, all lines of a variant together. What counts is decided when the order is
 * placed (`reserveStock`); this tells of it earlier.
 * @throws ShopRefusal `not-enough`, naming the first such dish, with how many are `left`
 */
export function requireEnough(catalogue: Catalogue, lines: readonly CartLine[]): void {
  for (const { id, variants } of catalogue.dishes)
    for (const { id: variantId, stock } of variants) {
      if (!stock) continue
      const wanted = lines.reduce((sum, line) => sum + (line.variantId === variantId ? line.quantity : 0), 0)
      if (wanted > stock.available)
        throw new ShopRefusal('not-enough', `Only ${stock.available} are left`, [id], stock.available)
    }
}
