import { loadPeople } from '../people/load-people.ts'
import type { ShopTx } from '../shop/scope.ts'

export interface Mentioned {
  readonly id: string
  /** Null for people of the demo, who have none. */
  readonly email: string | null
}

/** Of those named, who has a role in the program: nobody else learns that something was said. */
export async function findMentioned(
  { tx, tenantId, programId }: Pick<ShopTx, 'tx' | 'tenantId' | 'programId'>,
  ids: readonly string[],
): Promise<readonly Mentioned[]> {
  if (ids.length === 0) return []
  const people = await loadPeople(tx, { tenantId, programId }, { person: { id: '' }, role: 'owner' })
  return people.filter(({ id }) => ids.includes(id))
}
