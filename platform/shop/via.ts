/** Which poster brought a customer: told once when the code is scanned, and copied to what they order. */
import { sql } from 'kysely'
import { z } from 'zod/mini'
import type { ShopTx } from './scope.ts'

/** A poster's code as it stands in its link, `?via=window`. */
export const viaCode = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))

/** Whoever orders later than this was not brought by that poster. */
const countsForDays = 30

/** The code scanned last counts. */
export async function recordVia({ tx, programId }: ShopTx, visitorId: string, via: string): Promise<void> {
  await tx
    .updateTable('visitor')
    .set({ via, via_at: sql<Date>`now()` })
    .where('program_id', '=', programId)
    .where('id', '=', visitorId)
    .execute()
}

export async function findVia({ tx, programId }: ShopTx, visitorId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('visitor')
    .select('via')
    .where('program_id', '=', programId)
    .where('id', '=', visitorId)
    .where('via_at', '>', sql<Date>`now() - make_interval(days => ${countsForDays})`)
    .executeTakeFirst()
  return row?.via ?? null
}
