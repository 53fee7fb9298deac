import { sql } from 'kysely'
import type { StockKind } from '#model/shop/stock.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/**
 * Moves counts and writes down why, in one statement for each variant; those below a row that is locked wait. Give them
 * in the order of their ids.
 * @throws when a count would fall below what is reserved: the database refuses it
 */
export async function appendEntries(
  { tx, keys, programId }: ShopTx,
  moves: readonly { readonly variantId: string; readonly delta: number }[],
  why: { readonly kind: StockKind; readonly ref: string; readonly actor: string; readonly note: string },
): Promise<void> {
  for (const { variantId, delta } of moves) {
    const moved = await tx
      .updateTable('variant_stock')
      .set((eb) => ({ on_hand: sql<number>`on_hand + ${delta}::int`, last_seq: eb('last_seq', '+', 1) }))
      .where('program_id', '=', programId)
      .where('variant_id', '=', variantId)
      .returning(['on_hand', 'last_seq'])
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('stock_entry')
      .values({ ...keys, ...why, variant_id: variantId, seq: moved.last_seq, delta, on_hand_after: moved.on_hand })
      .execute()
  }
}
