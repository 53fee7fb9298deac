import type { Selectable } from 'kysely'
import type { BookingTable } from '#platform/db/commerce-tables.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

export type BookingRow = Selectable<BookingTable>

export async function lockOwn(at: ShopTx, bookingId: string, visitorId: string): Promise<BookingRow> {
  const booking = await lockBooking(at, bookingId)
  if (booking?.visitor_id !== visitorId) throw new ShopRefusal('not-found', 'There is no such booking', [bookingId])
  return booking
}

export async function lockBooking({ tx, programId }: ShopTx, bookingId: string): Promise<BookingRow | undefined> {
  if (!isId(bookingId)) return undefined
  return tx
    .selectFrom('booking')
    .selectAll()
    .where('program_id', '=', programId)
    .where('id', '=', bookingId)
    .forUpdate()
    .executeTakeFirst()
}
