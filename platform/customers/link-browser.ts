/** A browser becomes a customer's: it stands for the one visitor that they are in this program. */
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { mergeVisitors } from './merge-visitors.ts'

/** The id by which a workspace knows a customer; made the first time. */
export async function knowCustomer(
  { tx, tenantId }: Pick<ShopTx, 'tx' | 'tenantId'>,
  customerId: string,
): Promise<string> {
  await tx
    .insertInto('workspace_customer')
    .values({ tenant_id: tenantId, id: uuidv7(), customer_id: customerId })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id']).doNothing())
    .execute()
  const known = await findKnown({ tx, tenantId }, customerId)
  if (known === undefined) throw new Error('A customer is known and cannot be found')
  return known
}

/** Undefined for one who never agreed to be known. */
export async function findKnown(
  { tx, tenantId }: Pick<ShopTx, 'tx' | 'tenantId'>,
  customerId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('workspace_customer')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  return row?.id
}

/**
 * What the browser did before it was anybody's becomes the customer's: orders, bookings, card, coupons. What it did for
 * another customer stays theirs. Doing it again does nothing. Browsers of one customer take turns.
 */
export async function linkBrowser(
  at: ShopTx,
  browserId: string,
  { customerId, session }: { /** By which the workspace knows them. */ customerId: string; session: Buffer | null },
): Promise<void> {
  await at.tx
    .selectFrom('workspace_customer')
    .select('id')
    .where('tenant_id', '=', at.tenantId)
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const before = await holdBrowser(at, browserId, session)
  const canonical = await at.tx
    .selectFrom('visitor')
    .select('id')
    .where('program_id', '=', at.programId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  if (canonical?.id === before) return
  const isOthers = (await holdVisitors(at, canonical ? [before, canonical.id] : [before])).get(before) !== null
  if (!canonical && !isOthers) {
    await at.tx
      .updateTable('visitor')
      .set({ customer_id: customerId })
      .where('program_id', '=', at.programId)
      .where('id', '=', before)
      .execute()
    return
  }
  if (isOthers) return point(at, browserId, canonical?.id ?? (await insertVisitor(at, customerId)))
  // There is one, and the browser was nobody's.
  if (canonical) await mergeVisitors(at, before, canonical.id)
}

/** @returns the visitor that it stands for */
async function holdBrowser({ tx, programId }: ShopTx, browserId: string, session: Buffer | null): Promise<string> {
  const row = await tx
    .updateTable('browser')
    .set({ session_sha256: session })
    .where('program_id', '=', programId)
    .where('id', '=', browserId)
    .returning('visitor_id')
    .executeTakeFirst()
  if (!row) throw new ShopRefusal('unauthorised', 'This browser has been signed out')
  return row.visitor_id
}

/** Whatever these visitors write waits until the commit. @returns whose they are */
async function holdVisitors(
  { tx, programId }: ShopTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx
    .selectFrom('visitor')
    .select(['id', 'customer_id'])
    .where('program_id', '=', programId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map(({ id, customer_id }) => [id, customer_id]))
}

async function insertVisitor({ tx, keys }: ShopTx, customerId: string): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('visitor')
    .values({ ...keys, id, customer_id: customerId })
    .execute()
  return id
}

async function point({ tx, programId }: ShopTx, browserId: string, visitorId: string): Promise<void> {
  await tx
    .updateTable('browser')
    .set({ visitor_id: visitorId })
    .where('program_id', '=', programId)
    .where('id', '=', browserId)
    .execute()
}
