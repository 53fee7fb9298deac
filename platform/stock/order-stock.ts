/** What orders hold of counted variants: reserved by a draft, taken when it is placed, given back when it is called off. */
import { sql } from 'kysely'
import type { CartLine } from '#model/shop/orders.ts'
import { bumpDataVersion } from '#platform/shop/data-version.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { appendEntries } from './stock-ledger.ts'

/**
 * Takes room on the shelf for an order that is being made. However many ask at the same moment, no more is promised than
 * there is: the rows are held until the commit, and the database refuses more than `on_hand`.
 * @throws ShopRefusal `not-enough`, naming the dish, with how many are `left`; nothing is reserved then
 */
export async function reserveStock(at: ShopTx, orderId: string, lines: readonly CartLine[]): Promise<void> {
  const wanted = countByVariant(lines)
  const rows = await at.tx
    .selectFrom('variant_stock')
    .select(['variant_id', 'dish_id', 'on_hand', 'reserved', 'low_at'])
    .where('program_id', '=', at.programId)
    .where('variant_id', 'in', [...wanted.keys()])
    .where('tracked', '=', true)
    .orderBy('variant_id')
    .forUpdate()
    .execute()
  if (rows.length === 0) return
  const taken = rows.map((row) => ({ ...row, quantity: wanted.get(row.variant_id) ?? 0 }))
  for (const { dish_id, on_hand, reserved, quantity } of taken) {
    const left = on_hand - reserved
    if (quantity > left) throw new ShopRefusal('not-enough', `Only ${left} are left`, [dish_id], left)
  }
  await addReserved(at, taken)
  await at.tx
    .insertInto('order_stock')
    .values(
      taken.map(({ variant_id, quantity }) => ({
        ...at.keys,
        order_id: orderId,
        variant_id,
        quantity,
        state: 'reserved' as const,
      })),
    )
    .execute()
  if (taken.some(({ on_hand, reserved, low_at, quantity }) => on_hand - reserved - quantity <= low_at)) tellLater(at)
}

/** The order is placed: what it reserved leaves the shelf. Its order must be locked. */
export async function takeReserved(at: ShopTx, orderId: string, actor: string): Promise<void> {
  const held = await settle(at, orderId, 'taken')
  if (held.length === 0) return
  await addReserved(
    at,
    held.map(({ variant_id, quantity }) => ({ variant_id, quantity: -quantity })),
  )
  await appendEntries(
    at,
    held.map(({ variant_id, quantity }) => ({ variantId: variant_id, delta: -quantity })),
    { kind: 'sale', ref: `order:${orderId}`, actor, note: '' },
  )
}

/** A draft is over without having been placed. Its order must be locked. */
export async function releaseReserved(at: ShopTx, orderId: string): Promise<void> {
  const held = await settle(at, orderId, 'released')
  if (held.length === 0) return
  await addReserved(
    at,
    held.map(({ variant_id, quantity }) => ({ variant_id, quantity: -quantity })),
  )
  tellLater(at)
}

export interface Returning {
  readonly orderId: string
  /** How many of which variant come back; `all` for whatever has not come back yet. */
  readonly what: 'all' | readonly { readonly variantId: string; readonly quantity: number }[]
  /** e.g. `order:<id>` or `refund:<id>`: the same thing never comes back twice. */
  readonly ref: string
  readonly actor: string
}

/**
 * Puts back on the shelf what a placed order took. Its order must be locked.
 * @throws ShopRefusal `amount-out-of-range` for more than the order still has
 */
export async function returnStock(at: ShopTx, { orderId, what, ref, actor }: Returning): Promise<void> {
  const taken = await at.tx
    .selectFrom('order_stock')
    .select(['variant_id', 'quantity', 'returned'])
    .where('program_id', '=', at.programId)
    .where('order_id', '=', orderId)
    .where('state', '=', 'taken')
    .orderBy('variant_id')
    .execute()
  const coming = (
    what === 'all'
      ? taken.map((row) => ({ variantId: row.variant_id, quantity: row.quantity - row.returned }))
      : [...what].sort((one, other) => (one.variantId < other.variantId ? -1 : 1))
  ).filter(({ quantity }) => quantity > 0)
  for (const { variantId, quantity } of coming) {
    const row = taken.find((each) => each.variant_id === variantId)
    if (!row || quantity > row.quantity - row.returned)
      throw new ShopRefusal('amount-out-of-range', 'The order did not take so many', [variantId])
    await at.tx
      .updateTable('order_stock')
      .set((eb) => ({ returned: eb('returned', '+', quantity) }))
      .where('program_id', '=', at.programId)
      .where('order_id', '=', orderId)
      .where('variant_id', '=', variantId)
      .execute()
  }
  if (coming.length === 0) return
  await appendEntries(
    at,
    coming.map(({ variantId, quantity }) => ({ variantId, delta: quantity })),
    { kind: 'return', ref, actor, note: '' },
  )
  tellLater(at)
}

/** The menu says something else now; told at the end, where the program's row is locked. */
function tellLater(at: ShopTx): void {
  at.atEnd('stock', (end) => bumpDataVersion(end, 'catalogue'))
}

async function settle({ tx, programId }: ShopTx, orderId: string, state: 'taken' | 'released') {
  const rows = await tx
    .updateTable('order_stock')
    .set({ state })
    .where('program_id', '=', programId)
    .where('order_id', '=', orderId)
    .where('state', '=', 'reserved')
    .returning(['variant_id', 'quantity'])
    .execute()
  return rows.sort((one, other) => (one.variant_id < other.variant_id ? -1 : 1))
}

/** One after another in the order of their ids, so that no two orders wait for each other. */
async function addReserved(
  { tx, programId }: ShopTx,
  changes: readonly { readonly variant_id: string; readonly quantity: number }[],
): Promise<void> {
  for (const { variant_id, quantity } of changes)
    await tx
      .updateTable('variant_stock')
      .set({ reserved: sql<number>`reserved + ${quantity}::int` })
      .where('program_id', '=', programId)
      .where('variant_id', '=', variant_id)
      .execute()
}

function countByVariant(lines: readonly CartLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { variantId, quantity } of lines) counts.set(variantId, (counts.get(variantId) ?? 0) + quantity)
  return counts
}
