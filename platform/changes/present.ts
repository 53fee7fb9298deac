import { may } from '../contract/rights.ts'
import type { Role } from '../contract/people.ts'
import type { ShopChange } from '../contract/shop-changes.ts'
import type { Database } from '../db/database.ts'
import type { LoadedChange } from './load-changes.ts'
import { wayBack } from './take-back.ts'

export type NamesOf = ReadonlyMap<string, string>

/** @param names - of people as they are called now, by id */
export function presentChange(change: LoadedChange, role: Role, names: NamesOf): ShopChange {
  const { actor, part_id: partId, part_kind: partKind } = change
  const way = wayBack(change)
  return {
    seq: change.seq,
    actId: change.act_id,
    atIso: change.at.toISOString(),
    program: programOf(change),
    by: actor === null ? null : { id: actor, name: names.get(actor) ?? null },
    kind: change.kind,
    subjectId: change.subject_id,
    subjectName: change.kind === 'person' ? (names.get(change.subject_id) ?? null) : change.subject_name,
    part: partId === null || partKind === null ? null : { kind: partKind, id: partId, name: change.part_name },
    deed: change.deed,
    field: change.field,
    before: change.before,
    after: change.after,
    takesBack: change.takes_back,
    canTakeBack: way !== undefined && change.is_standing && may(role, way.right),
  }
}

function programOf({
  program_id: id,
  program_name: name,
  currency,
  time_zone: timeZone,
}: LoadedChange): ShopChange['program'] {
  if (id === null || name === null || currency === null || timeZone === null) return null
  return { id, name, currency, timeZone }
}

/** As people are called now; those whose account is gone are not in it. */
export async function loadNames(db: Database, ids: Iterable<string>): Promise<NamesOf> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const rows = await db.selectFrom('user').select(['id', 'name']).where('id', 'in', asked).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whose names a list needs. */
export function peopleIn(changes: readonly LoadedChange[]): readonly string[] {
  return changes.flatMap(({ actor, kind, subject_id: subject }) => [
    ...(actor === null ? [] : [actor]),
    ...(kind === 'person' ? [subject] : []),
  ])
}
