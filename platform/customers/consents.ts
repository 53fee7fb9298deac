/** What customers agreed that programs may read of them, and the reading itself. */
import { sql } from 'kysely'
import type { Customer, CustomerField, LoginReason } from '#model/shop/customers.ts'
import { enterCustomer, withCustomer, withTenant } from '#platform/db/database.ts'
import type { Database } from '#platform/db/database.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/** Counts up when the words that customers agree to change (`words.ts`): a consent says which ones were read. */
export const wordingVersion = 2

export interface Agreement {
  /** By which the workspace knows them. */
  readonly customerId: string
  readonly purpose: LoginReason
  readonly fields: readonly CustomerField[]
  readonly releaseId: string
  readonly language: string
}

/** Notes what was agreed to. What was agreed to before for the same purpose ends with it. */
export async function agree({ tx, keys, programId }: ShopTx, agreement: Agreement): Promise<void> {
  const { customerId, purpose, fields, releaseId, language } = agreement
  await tx
    .updateTable('consent')
    .set({ withdrawn_at: sql<Date>`now()` })
    .where('program_id', '=', programId)
    .where('customer_id', '=', customerId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .execute()
  await tx
    .insertInto('consent')
    .values({
      ...keys,
      id: uuidv7(),
      visitor_id: null,
      purpose,
      policy_version: wordingVersion,
      customer_id: customerId,
      fields: [...fields],
      release_id: releaseId,
      language,
    })
    .execute()
}

/** Fields that a program may read of a customer at this moment; held until the commit, so none is withdrawn meanwhile. */
export async function agreedFields(
  { tx, programId }: Pick<ShopTx, 'tx' | 'programId'>,
  customerId: string,
): Promise<ReadonlySet<CustomerField>> {
  const rows = await tx
    .selectFrom('consent')
    .select('fields')
    .where('program_id', '=', programId)
    .where('customer_id', '=', customerId)
    .where('withdrawn_at', 'is', null)
    .forShare()
    .execute()
  return new Set(rows.flatMap(({ fields }) => fields))
}

/**
 * Who this visitor is, as far as the program may know: the consent is looked at first, and nothing else of the person is
 * read. Null for a visitor who is not signed in.
 */
export async function readCustomer(at: ShopTx, visitorId: string): Promise<Omit<Customer, 'accountUrl'> | null> {
  const known = await at.tx
    .selectFrom('visitor')
    .innerJoin('workspace_customer as known', (join) =>
      join.onRef('known.tenant_id', '=', 'visitor.tenant_id').onRef('known.id', '=', 'visitor.customer_id'),
    )
    .select(['known.id', 'known.customer_id as personId'])
    .where('visitor.program_id', '=', at.programId)
    .where('visitor.id', '=', visitorId)
    .executeTakeFirst()
  if (!known) return null
  // Where somebody lives is the shop's to read, by `delivery/find-delivery.ts`.
  const fields = [...(await agreedFields(at, known.id))].filter((field) => field !== 'area' && field !== 'address')
  if (fields.length === 0) return { id: known.id }
  await enterCustomer(at.tx, known.personId)
  const person = await at.tx
    .selectFrom('customer')
    .select(fields)
    .where('id', '=', known.personId)
    .executeTakeFirstOrThrow()
  await enterCustomer(at.tx, null)
  const given = Object.entries(person).filter(([, value]) => value !== '')
  return { id: known.id, ...Object.fromEntries(given) }
}

/** One thing that a customer agreed to, for them to look at. */
export interface OwnConsent {
  readonly id: string
  readonly tenantId: string
  readonly shopName: string
  /** Of the program's origin. */
  readonly label: string
  readonly purpose: LoginReason
  readonly fields: readonly CustomerField[]
  readonly givenAt: Date
}

/** Newest first. */
export async function loadOwnConsents(db: Database, personId: string): Promise<readonly OwnConsent[]> {
  const found: OwnConsent[] = []
  for (const { tenantId, id } of await workspacesOf(db, personId)) {
    const rows = await withTenant(db, tenantId, (tx) =>
      tx
        .selectFrom('consent')
        .innerJoin('shop', 'shop.program_id', 'consent.program_id')
        .innerJoin('program', 'program.id', 'consent.program_id')
        .select(['consent.id', 'consent.purpose', 'consent.fields', 'consent.given_at', 'shop.name', 'program.label'])
        .where('consent.customer_id', '=', id)
        .where('consent.withdrawn_at', 'is', null)
        .execute(),
    )
    for (const row of rows)
      found.push({
        id: row.id,
        tenantId,
        shopName: row.name,
        label: row.label,
        // What a form asked for is a visitor's, not a customer's.
        purpose: row.purpose as LoginReason,
        fields: row.fields,
        givenAt: row.given_at,
      })
  }
  return found.toSorted((a, b) => b.givenAt.getTime() - a.givenAt.getTime())
}

/** From the next request on the program reads nothing by it. What is not theirs is left alone. */
export async function withdrawConsent(db: Database, personId: string, consentId: string): Promise<void> {
  for (const { tenantId, id } of await workspacesOf(db, personId))
    await withTenant(db, tenantId, (tx) =>
      tx
        .updateTable('consent')
        .set({ withdrawn_at: sql<Date>`now()` })
        .where('id', '=', consentId)
        .where('customer_id', '=', id)
        .where('withdrawn_at', 'is', null)
        .execute(),
    )
}

/** Those that know this customer, and by which id. */
export function workspacesOf(db: Database, personId: string): Promise<{ tenantId: string; id: string }[]> {
  return withCustomer(db, personId, (tx) =>
    tx
      .selectFrom('workspace_customer')
      .select(['tenant_id as tenantId', 'id'])
      .where('customer_id', '=', personId)
      .execute(),
  )
}
