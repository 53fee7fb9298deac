import type { ShopTx } from '#platform/shop/scope.ts'

/** Gives the seats of a class back. A booking of anything else has none, and nothing happens. */
export async function releaseSeats(
  at: ShopTx,
  booking: { readonly service_id: string; readonly starts_at: Date; readonly party_size: number },
): Promise<void> {
  await at.tx
    .updateTable('class_session')
    .set((eb) => ({ taken: eb('taken', '-', booking.party_size) }))
    .where('program_id', '=', at.programId)
    .where('service_id', '=', booking.service_id)
    .where('starts_at', '=', booking.starts_at)
    .execute()
}
