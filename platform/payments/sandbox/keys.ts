import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { Database } from '#platform/db/database.ts'

export interface SandboxKeys {
  readonly privateKeyPem: string
  readonly publicKeyPem: string
}

/** The provider's own keys, made the first time and the same for every process from then on. */
export async function loadSandboxKeys(db: Database): Promise<SandboxKeys> {
  const known = await findKeys(db)
  if (known) return known
  const made = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  await db
    .insertInto('sandbox_key')
    .values({ id: 1, private_key_pem: made.privateKey, public_key_pem: made.publicKey })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const kept = await findKeys(db)
  if (!kept) throw new Error('The sandbox keys were not kept')
  return kept
}

function findKeys(db: Database): Promise<SandboxKeys | undefined> {
  return db
    .selectFrom('sandbox_key')
    .select(['private_key_pem as privateKeyPem', 'public_key_pem as publicKeyPem'])
    .executeTakeFirst()
}
