/** What the counter says of counts. Pure. */
import { mostOnHand } from '#model/shop/stock.ts'
import type { MerchantDish } from '#platform/contract/merchant.ts'
import type { AddStockEntryInput, StockLevel } from '#platform/contract/stock.ts'

export type EntryKind = AddStockEntryInput['kind']
export const entryKinds: readonly EntryKind[] = ['count', 'delivery', 'waste', 'correction']

/** What can still be ordered. */
export const availableOf = ({ onHand, reserved }: Pick<StockLevel, 'onHand' | 'reserved'>): number => onHand - reserved

export const isLow = (level: StockLevel): boolean => level.tracked && availableOf(level) <= level.lowAt

/** Of a dish that is counted, all its variants together: the worst of them says how it stands. */
export function stockOf(
  dish: Pick<MerchantDish, 'id'>,
  levels: readonly StockLevel[],
): { readonly available: number; readonly isLow: boolean } | undefined {
  const own = levels.filter((level) => level.tracked && level.dishId === dish.id)
  if (own.length === 0) return undefined
  return { available: own.reduce((sum, level) => sum + availableOf(level), 0), isLow: own.some(isLow) }
}

/** Where an entry leads, or why it cannot be made. */
export function afterEntry(
  { onHand, reserved }: Pick<StockLevel, 'onHand' | 'reserved'>,
  kind: EntryKind,
  quantity: number,
): { readonly onHand: number; readonly problem?: 'too-few' | 'too-many' } {
  const after = {
    count: quantity,
    delivery: onHand + quantity,
    waste: onHand - quantity,
    correction: onHand + quantity,
  }[kind]
  if (after < reserved) return { onHand: after, problem: 'too-few' }
  return after > mostOnHand ? { onHand: after, problem: 'too-many' } : { onHand: after }
}

/** A whole number as a person types it, full-width figures and the long minus too; NaN for anything else. */
export function readCount(text: string): number {
  const plain = text.normalize('NFKC').trim().replace('−', '-')
  return /^[+-]?\d{1,7}$/.test(plain) ? Number(plain) : Number.NaN
}
