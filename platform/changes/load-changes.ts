import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { z } from 'zod/mini'
import { kindsOfArea, kindsSeenBy } from '../contract/shop-changes.ts'
import type { shopChangesQuery } from '../contract/shop-changes.ts'
import type { Role } from '../contract/people.ts'
import type { ScopedTx } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { StockScope } from './take-stock.ts'

export type StoredChange = Selectable<Tables['shop_change']>

export interface Reader extends StockScope {
  readonly role: Role
}

export interface LoadedChange extends StoredChange {
  readonly program_name: string | null
  readonly currency: string | null
  readonly time_zone: string | null
  /** Nothing has changed the same thing since. */
  readonly is_standing: boolean
}

export type ChangesQuery = z.infer<typeof shopChangesQuery>

export const changesPerPage = 100

/**
 * A part of what this person may see, newest first. Of one program: with what happened in its whole workspace, which
 * counts there too.
 */
export async function loadChanges(
  tx: ScopedTx,
  reader: Reader,
  query: ChangesQuery & { readonly takesBack?: number },
): Promise<readonly LoadedChange[]> {
  const kinds = kindsAsked(reader, query)
  if (kinds.length === 0) return []
  let found = tx
    .selectFrom('shop_change as c')
    .leftJoin('program', (join) =>
      join.onRef('program.tenant_id', '=', 'c.tenant_id').onRef('program.id', '=', 'c.program_id'),
    )
    .selectAll('c')
    .leftJoin('shop', (join) =>
      join.onRef('shop.tenant_id', '=', 'c.tenant_id').onRef('shop.program_id', '=', 'c.program_id'),
    )
    .select(['program.name as program_name', 'shop.currency', 'shop.time_zone'])
    .select(
      sql<boolean>`NOT EXISTS (SELECT FROM shop_change later WHERE later.tenant_id = c.tenant_id
        AND later.program_id IS NOT DISTINCT FROM c.program_id AND later.kind = c.kind
        AND later.subject_id = c.subject_id AND later.seq > c.seq
        AND later.part_id IS NOT DISTINCT FROM c.part_id AND (later.field IS NOT DISTINCT FROM c.field OR later.field IS NULL))`.as(
        'is_standing',
      ),
    )
    .where('c.tenant_id', '=', reader.tenantId)
    .where('c.kind', 'in', kinds)
    .orderBy('c.seq', 'desc')
    .limit(changesPerPage)
  const { programId } = reader
  if (programId)
    found = found.where((eb) => eb.or([eb('c.program_id', '=', programId), eb('c.program_id', 'is', null)]))
  if (query.by) found = found.where('c.actor', '=', query.by)
  if (query.subject) found = found.where('c.subject_id', '=', query.subject)
  if (query.before) found = found.where('c.seq', '<', Number(query.before))
  if (query.takesBack) found = found.where('c.takes_back', '=', query.takesBack)
  return found.execute()
}

/** One that this person may see. */
export async function findChange(tx: ScopedTx, reader: Reader, seq: number): Promise<StoredChange | undefined> {
  const change = await tx
    .selectFrom('shop_change')
    .selectAll()
    .where('tenant_id', '=', reader.tenantId)
    .where('program_id', '=', reader.programId ?? '')
    .where('seq', '=', seq)
    .executeTakeFirst()
  return change && kindsSeenBy(reader.role).includes(change.kind) ? change : undefined
}

/** Everybody who did something of it. */
export async function loadActors(tx: ScopedTx, reader: Reader): Promise<readonly string[]> {
  let found = tx
    .selectFrom('shop_change')
    .select('actor')
    .distinct()
    .where('tenant_id', '=', reader.tenantId)
    .where('kind', 'in', kindsSeenBy(reader.role))
  const { programId } = reader
  if (programId) found = found.where((eb) => eb.or([eb('program_id', '=', programId), eb('program_id', 'is', null)]))
  return (await found.execute()).flatMap(({ actor }) => (actor === null ? [] : [actor]))
}

function kindsAsked({ role }: Reader, { area, kind }: ChangesQuery) {
  const asked = area && kindsOfArea[area]
  return kindsSeenBy(role).filter((each) => (!asked || asked.includes(each)) && (!kind || each === kind))
}
