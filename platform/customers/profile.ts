import type { CustomerField } from '#model/shop/customers.ts'
import { withCustomer } from '#platform/db/database.ts'
import type { Database } from '#platform/db/database.ts'
import { maskContact } from './contact.ts'

export type Profile = { readonly [Field in CustomerField]: string } & {
  /** Masked: what they signed in with first. */
  readonly signedInAs: string
}

/** For the customer's own pages only. */
export function loadProfile(db: Database, customerId: string): Promise<Profile> {
  return withCustomer(db, customerId, async (tx) => {
    const profile = await tx
      .selectFrom('customer')
      .select(['name', 'phone', 'email', 'area', 'address'])
      .where('id', '=', customerId)
      .executeTakeFirstOrThrow()
    const contact = await tx
      .selectFrom('customer_contact')
      .select(['kind', 'value'])
      .where('customer_id', '=', customerId)
      .orderBy('created_at')
      .executeTakeFirstOrThrow()
    return { ...profile, signedInAs: maskContact(contact) }
  })
}

export async function saveProfile(
  db: Database,
  customerId: string,
  values: { readonly [Field in CustomerField]?: string },
): Promise<void> {
  if (Object.keys(values).length === 0) return
  await withCustomer(db, customerId, (tx) =>
    tx.updateTable('customer').set(values).where('id', '=', customerId).execute(),
  )
}
