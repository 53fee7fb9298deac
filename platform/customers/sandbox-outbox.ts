/** Where messages go in the demo set-up: nothing is sent, whoever asked for a code can open what would have been. */
import type { ContactKind } from '#platform/db/customer-tables.ts'
import { sql } from 'kysely'
import { withSecret } from '#platform/db/database.ts'
import type { Database } from '#platform/db/database.ts'
import { sha256Of } from './secret.ts'

const keptMinutes = 10

export interface SandboxMessage {
  readonly kind: ContactKind
  readonly recipient: string
  readonly body: string
}

/** @param secret - of the address under which it can be read; the last message under one address counts */
export async function putMessage(db: Database, secret: string, message: SandboxMessage): Promise<void> {
  const token = sha256Of(secret)
  const row = { ...message, expires_at: sql<Date>`now() + make_interval(mins => ${keptMinutes})` }
  await withSecret(db, token, (tx) =>
    tx
      .insertInto('sandbox_message')
      .values({ token_sha256: token, ...row })
      .onConflict((conflict) => conflict.column('token_sha256').doUpdateSet(row))
      .execute(),
  )
}

export function findMessage(db: Database, secret: string): Promise<SandboxMessage | undefined> {
  const token = sha256Of(secret)
  return withSecret(db, token, (tx) =>
    tx
      .selectFrom('sandbox_message')
      .select(['kind', 'recipient', 'body'])
      .where('token_sha256', '=', token)
      .where('expires_at', '>', sql<Date>`now()`)
      .executeTakeFirst(),
  )
}
