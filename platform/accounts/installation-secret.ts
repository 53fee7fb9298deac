import { randomBytes } from 'node:crypto'
import type { Database } from '../db/database.ts'

/** The key that signs sessions: made by the first process that asks, the same for all from then on. */
export async function loadInstallationSecret(db: Database): Promise<string> {
  const value = randomBytes(32).toString('base64url')
  await db
    .insertInto('installation')
    .values({ name: 'secret', value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const row = await db.selectFrom('installation').select('value').where('name', '=', 'secret').executeTakeFirstOrThrow()
  return row.value
}
