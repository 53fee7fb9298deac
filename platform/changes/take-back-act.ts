/** Takes back all that one act changed, e.g. an import, or nothing of it. */
import type { DishTag } from '../db/commerce-tables.ts'
import { bumpDataVersion } from '../shop/data-version.ts'
import { ShopRefusal } from '../shop/refusal.ts'
import type { ShopTx } from '../shop/scope.ts'
import { removeAdded, writeMenu } from '../catalogue/write-menu.ts'
import type { Right } from '../contract/rights.ts'
import type { ScopedTx } from '../db/database.ts'
import type { StoredChange } from './load-changes.ts'
import { requireAsMade, requireStanding, wayBack } from './take-back.ts'
import type { Stock, StockScope } from './take-stock.ts'

/** Oldest first. */
export async function loadAct(
  tx: ScopedTx,
  { tenantId, programId }: StockScope,
  actId: string,
): Promise<StoredChange[]> {
  return tx
    .selectFrom('shop_change')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId ?? '')
    .where('act_id', '=', actId)
    .orderBy('seq')
    .execute()
}

/** The rights that taking all of it back needs; undefined where some of it cannot be. */
export function rightsToTakeBack(changes: readonly StoredChange[]): ReadonlySet<Right> | undefined {
  const rights = changes.map((change) => (isOfMenu(change) ? 'edit' : wayBack(change)?.right))
  return rights.every((right) => right !== undefined) ? new Set(rights) : undefined
}

/**
 * What was changed goes back before what was added is taken out, the last first: nothing leans on it by then.
 * @throws ShopRefusal `conflict` when any of it is no longer as the act left it, or something else leans on what it added
 */
export async function takeBackAct(at: ShopTx, changes: readonly StoredChange[], now: Stock, by: string): Promise<void> {
  for (const change of changes) {
    requireStanding(change, now)
    if (change.deed === 'made') requireAsMade(change, now)
  }
  const isMade = ({ deed }: StoredChange) => deed === 'made'
  const backwards = changes.toReversed()
  for (const change of [...backwards.filter((each) => !isMade(each)), ...backwards.filter(isMade)]) {
    if (isOfMenu(change)) await takeBackOfMenu(at, change)
    else if (wayBack(change)) await wayBack(change)?.setBack(at, change, by)
    else throw new ShopRefusal('conflict', 'A change of this kind is not taken back')
  }
  await bumpDataVersion(at, 'catalogue')
}

/** What an import does that no single change of the counter is. */
function isOfMenu({ kind, part_kind: part, deed, field }: StoredChange): boolean {
  if (kind === 'category') return deed === 'made'
  if (kind !== 'dish') return false
  if (deed === 'changed') return part === null && field === 'tags'
  return part === 'modifier-group' || (deed === 'made' && (part === null || part === 'variant'))
}

async function takeBackOfMenu(at: ShopTx, change: StoredChange): Promise<void> {
  const { kind, subject_id: id, part_kind: part, part_id: partId, deed, before } = change
  if (deed === 'changed') return writeMenu(at, [{ do: 'set-dish', id, set: { tags: before as DishTag[] } }])
  if (part === 'variant') return removeAdded(at, 'dish_variant', partId ?? '')
  if (part === null) return removeAdded(at, kind === 'category' ? 'category' : 'dish', id)
  const links = await at.tx
    .selectFrom('dish_modifier_group')
    .select('group_id')
    .where('program_id', '=', at.programId)
    .where('dish_id', '=', id)
    .orderBy('sort')
    .execute()
  const others = links.map(({ group_id }) => group_id).filter((groupId) => groupId !== partId)
  await writeMenu(at, [
    { do: 'set-groups', dishId: id, groupIds: deed === 'made' ? others : [...others, partId ?? ''] },
  ])
}
