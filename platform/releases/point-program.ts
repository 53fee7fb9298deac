/** What visitors of a program see: one pointer, moved by one statement, with a line in the history that says who did it. */
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { ScopedTx } from '../db/database.ts'
import { notFound } from '../http/failure.ts'

export type ReleaseRow = Selectable<Tables['release']>

export interface OfProgram {
  readonly tenantId: string
  readonly programId: string
}

export interface Publisher extends OfProgram {
  readonly person: { readonly id: string; readonly name: string }
}

export function releasesOf(tx: ScopedTx, { tenantId, programId }: OfProgram) {
  return tx.selectFrom('release').selectAll().where('tenant_id', '=', tenantId).where('program_id', '=', programId)
}

/** Publishers of one program take turns from here on, so numbers count up without gaps. */
export async function lockProgram(
  tx: ScopedTx,
  { tenantId, programId }: OfProgram,
): Promise<{ liveReleaseId: string | null }> {
  const row = await tx
    .selectFrom('program')
    .select('live_release_id as liveReleaseId')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', programId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('program')
  return row
}

/**
 * The one statement that changes what all visitors see. A gradual release ends with it: whoever decides for everybody
 * has decided about that too.
 * @param move - `to` is null when the program goes offline
 */
export async function pointAt(
  tx: ScopedTx,
  by: Publisher,
  move: { kind: 'publish' | 'activate' | 'unpublish' | 'promote'; from: string | null; to: string | null },
  whenSwitched: () => void | Promise<void> = () => undefined,
): Promise<void> {
  await tx
    .updateTable('program')
    .set({ live_release_id: move.to, updated_at: new Date() })
    .where('tenant_id', '=', by.tenantId)
    .where('id', '=', by.programId)
    .execute()
  await whenSwitched()
  await tx
    .updateTable('release_rollout')
    .set({
      ended_at: sql<Date>`now()`,
      outcome: sql<
        'promoted' | 'stopped'
      >`CASE WHEN to_release_id = ${move.to}::uuid THEN 'promoted' ELSE 'stopped' END`,
    })
    .where('program_id', '=', by.programId)
    .where('ended_at', 'is', null)
    .execute()
  await writeEvent(tx, by, move)
}

/** A name given in the editor becomes the name in lists when all customers see it too. */
export async function takeOverName(tx: ScopedTx, { tenantId, programId }: OfProgram, releaseId: string): Promise<void> {
  const { name } = await releasesOf(tx, { tenantId, programId })
    .where('id', '=', releaseId)
    .clearSelect()
    .select('name')
    .executeTakeFirstOrThrow()
  if (name.length === 0 || name.length > 60) return
  await tx
    .updateTable('program')
    .set({ name })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', programId)
    .where('name', '!=', name)
    .execute()
}

/** A line in the history of what visitors saw. */
export async function writeEvent(
  tx: ScopedTx,
  { tenantId, programId, person }: Publisher,
  event: { kind: Tables['release_event']['kind']; from: string | null; to: string | null },
): Promise<void> {
  await tx
    .insertInto('release_event')
    .values((eb) => ({
      tenant_id: tenantId,
      program_id: programId,
      seq: eb
        .selectFrom('release_event')
        .select((max) => max(max.fn.coalesce(max.fn.max('seq'), max.lit(0)), '+', 1).as('next'))
        .where('tenant_id', '=', tenantId)
        .where('program_id', '=', programId),
      kind: event.kind,
      from_release_id: event.from,
      to_release_id: event.to,
      actor_id: person.id,
    }))
    .execute()
}
