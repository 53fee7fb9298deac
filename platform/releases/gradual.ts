/** A gradual release: a share of the visitors gets the new release, the others the one from before, each always the same. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ScopedTx } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import { Failure, notFound } from '../http/failure.ts'
import { inShop } from '../shop/scope.ts'
import type { ShopDb, ShopTx } from '../shop/scope.ts'
import { lockProgram, pointAt, takeOverName, writeEvent } from './point-program.ts'
import type { OfProgram, Publisher } from './point-program.ts'

/**
 * Whether a visitor gets the new release. The same visitor and rollout always give the same answer, and whoever has the
 * new one keeps it when the share grows. Another rollout draws its lots anew.
 */
export function getsNewRelease(rolloutId: string, visitor: string, percent: number): boolean {
  const lot = createHash('sha256').update(`${rolloutId}\n${visitor}`).digest().readUInt32BE(0)
  return lot < (percent / 100) * 2 ** 32
}

/** @throws {@link Failure} `conflict` when nothing is live that the others could keep seeing */
export async function beginRollout(
  tx: ScopedTx,
  by: Publisher,
  { from, to, percent }: { from: string | null; to: string; percent: number },
): Promise<void> {
  if (from === null) throw new Failure('conflict', 'Nothing is live yet that the other visitors could see')
  await end(tx, by, 'stopped')
  await tx
    .insertInto('release_rollout')
    .values({
      tenant_id: by.tenantId,
      program_id: by.programId,
      id: uuidv7(),
      from_release_id: from,
      to_release_id: to,
      percent,
      started_by: by.person.id,
      started_by_name: by.person.name,
    })
    .execute()
  await writeEvent(tx, by, { kind: 'gradual', from, to })
}

export async function changeRollout(db: ShopDb, by: Publisher, rolloutId: string, percent: number): Promise<void> {
  await inShop(db, by, async ({ tx, emit }) => {
    await lockProgram(tx, by)
    const running = await requireRunning(tx, by, rolloutId)
    await rolloutsOf(tx, by).set({ percent }).where('id', '=', running.id).execute()
    emit('release', running.to_release_id)
  })
}

/** Everybody gets the new release, or everybody the one from before. */
export async function endRollout(
  db: ShopDb,
  by: Publisher,
  rolloutId: string,
  outcome: 'promote' | 'stop',
): Promise<void> {
  await inShop(db, by, async ({ tx, emit }) => {
    const { liveReleaseId } = await lockProgram(tx, by)
    const { from_release_id: from, to_release_id: to } = await requireRunning(tx, by, rolloutId)
    if (outcome === 'promote') {
      await pointAt(tx, by, { kind: 'promote', from: liveReleaseId, to })
      await takeOverName(tx, by, to)
    } else {
      await end(tx, by, 'stopped')
      await writeEvent(tx, by, { kind: 'stop', from: to, to: from })
    }
    emit('release', to)
  })
}

/** One more visitor was shown this release of the rollout. */
export async function countVisit(
  tx: ScopedTx,
  { tenantId, programId }: OfProgram,
  rolloutId: string,
  isNew: boolean,
): Promise<void> {
  const column = isNew ? 'to_visits' : 'from_visits'
  await rolloutsOf(tx, { tenantId, programId })
    .set((eb) => ({ [column]: eb(column, '+', 1) }))
    .where('id', '=', rolloutId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Remembers in which release of a running rollout an order was begun, in the transaction that begins it. */
export async function noteOrder({ tx, keys, programId, tenantId }: ShopTx, orderId: string, visitor: string) {
  const running = await findRunning(tx, { tenantId, programId })
  if (!running) return
  const isNew = getsNewRelease(running.id, visitor, running.percent)
  await tx
    .insertInto('rollout_order')
    .values({
      ...keys,
      rollout_id: running.id,
      order_id: orderId,
      release_id: isNew ? running.to_release_id : running.from_release_id,
    })
    .execute()
}

export function findRunning(tx: ScopedTx, { tenantId, programId }: OfProgram) {
  return tx
    .selectFrom('release_rollout')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** Orders of a rollout by release: all that were begun, and those of them that were paid. */
export async function loadOrderFigures(tx: ScopedTx, { programId }: OfProgram, rolloutId: string) {
  return tx
    .selectFrom('rollout_order as begun')
    .innerJoin('shop_order as order', (join) =>
      join
        .onRef('order.tenant_id', '=', 'begun.tenant_id')
        .onRef('order.program_id', '=', 'begun.program_id')
        .onRef('order.id', '=', 'begun.order_id'),
    )
    .select((eb) => [
      'begun.release_id as releaseId',
      eb.fn.countAll<number>().as('begun'),
      eb.fn.count<number>('order.paid_at').as('paid'),
    ])
    .where('begun.program_id', '=', programId)
    .where('begun.rollout_id', '=', rolloutId)
    .groupBy('begun.release_id')
    .execute()
}

async function requireRunning(tx: ScopedTx, of: OfProgram, rolloutId: string) {
  const running = await findRunning(tx, of)
  if (running?.id !== rolloutId) throw notFound('gradual release')
  return running
}

async function end(tx: ScopedTx, of: OfProgram, outcome: 'promoted' | 'stopped'): Promise<void> {
  await rolloutsOf(tx, of)
    .set({ outcome, ended_at: sql<Date>`now()` })
    .where('ended_at', 'is', null)
    .execute()
}

function rolloutsOf(tx: ScopedTx, { tenantId, programId }: OfProgram) {
  return tx.updateTable('release_rollout').where('tenant_id', '=', tenantId).where('program_id', '=', programId)
}
