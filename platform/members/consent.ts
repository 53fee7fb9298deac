import { uuidv7 } from '#platform/db/uuidv7.ts'
import type { ConsentTable } from '#platform/db/commerce-tables.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/** Counts up when the words that people agree to change. */
const policyVersion = 1

/** Notes what a person agreed to, before anything personal is written. */
export async function recordConsent(
  { tx, keys }: ShopTx,
  visitorId: string,
  purpose: ConsentTable['purpose'],
): Promise<void> {
  await tx
    .insertInto('consent')
    .values({ ...keys, id: uuidv7(), visitor_id: visitorId, purpose, policy_version: policyVersion })
    .execute()
}
