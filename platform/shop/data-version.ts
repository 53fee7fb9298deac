import type { ShopTx } from './scope.ts'

/**
 * Marks the data that published pages draw as changed, in the transaction that changed it, and tells the console.
 * Returns the new version. Locks the program's row, so changes of one shop's data take turns.
 */
export async function bumpDataVersion(shop: ShopTx, what: 'catalogue' | 'shop'): Promise<number> {
  const { data_version } = await shop.tx
    .updateTable('program')
    .set((eb) => ({ data_version: eb('data_version', '+', 1) }))
    .where('id', '=', shop.programId)
    .returning('data_version')
    .executeTakeFirstOrThrow()
  shop.emit(what, String(data_version))
  return data_version
}
