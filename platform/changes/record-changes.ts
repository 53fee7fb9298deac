import { sql } from 'kysely'
import type { ChangeKind } from '../contract/shop-changes.ts'
import type { ScopedTx } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import { compareStock } from './compare-stock.ts'
import type { Change } from './compare-stock.ts'
import { lockStock, takeStock } from './take-stock.ts'
import type { Stock, StockOf, StockScope } from './take-stock.ts'

export interface Changing extends StockScope {
  readonly of: StockOf
  /** Id of the person; null for what happens by itself at its time. */
  readonly by: string | null
  /** The change that this one takes back. */
  readonly takesBack?: number
}

/** Moves of single orders and bookings are kept with those for good; here they are for looking who did it. */
const keptDays: { readonly [Kind in ChangeKind]?: number } = { order: 90, booking: 90 }
const usuallyKeptDays = 365
const mostForgottenAtOnce = 500

/**
 * The one way to change what has a history: takes stock, lets `work` write, takes stock again, and writes down what
 * became different, all in one transaction. So nothing that `work` or what it calls writes can be left out, and a change
 * that is undone leaves no trace.
 * @param work - is handed a transaction that may write these tables; every other one is refused ({@link guardHistory})
 */
export async function recordChanges<Result>(
  tx: ScopedTx,
  changing: Changing,
  work: (tx: ScopedTx, before: Stock) => Promise<Result>,
): Promise<Result> {
  const { of } = changing
  const unguarded = tx.withoutPlugins()
  await lockStock(tx, changing, of)
  const before = await takeStock(tx, changing, of)
  const result = await work(unguarded, before)
  await write(tx, changing, compareStock(before, await takeStock(tx, changing, of)))
  return result
}

/** What a shop or a workspace begins with is no change of it. */
export function asBeginning(tx: ScopedTx): ScopedTx {
  return tx.withoutPlugins()
}

async function write(tx: ScopedTx, changing: Changing, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  const { tenantId, by, takesBack } = changing
  const act = uuidv7()
  const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value))
  const rows = changes.map((change) => ({
    tenant_id: tenantId,
    program_id: change.programId,
    act_id: act,
    actor: by,
    kind: change.kind,
    subject_id: change.subjectId,
    subject_name: json(change.subjectName),
    part_kind: change.part?.kind ?? null,
    part_id: change.part?.id ?? null,
    part_name: json(change.part?.name),
    deed: change.deed,
    field: change.field,
    before: json(change.before),
    after: json(change.after),
    takes_back: takesBack ?? null,
    keep_until: sql<Date>`now() + make_interval(days => ${keptDays[change.kind] ?? usuallyKeptDays})`,
  }))
  // A statement has 65,535 parameters at most.
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('shop_change')
      .values(rows.slice(from, from + 1000))
      .execute()
  await forget(tx, tenantId)
}

/** A little with each change, so that nothing has to go through all workspaces. */
async function forget(tx: ScopedTx, tenantId: string): Promise<void> {
  await tx
    .deleteFrom('shop_change')
    .where('tenant_id', '=', tenantId)
    .where('seq', 'in', (eb) =>
      eb
        .selectFrom('shop_change')
        .select('seq')
        .where('tenant_id', '=', tenantId)
        .where('keep_until', '<', (inner) => inner.fn('now'))
        .orderBy('keep_until')
        .limit(mostForgottenAtOnce),
    )
    .execute()
}
