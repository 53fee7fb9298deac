/**
 * What is to happen by itself at a moment: a release goes live, or the program goes offline. The release is built when it
 * is planned, so what goes live is what was looked at, and nothing can fail in the night but the switch itself.
 */
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { uuidv7 } from '../db/uuidv7.ts'
import { Failure, notFound } from '../http/failure.ts'
import { inShop } from '../shop/scope.ts'
import type { ShopDb, ShopScope, ShopTx } from '../shop/scope.ts'
import { scheduleTimer } from '../shop/timers.ts'
import { lockProgram, pointAt, takeOverName } from './point-program.ts'
import type { Publisher } from './point-program.ts'

const mostWaiting = 50
/** Whoever picks this very minute, and then looks once more, means now. */
const justNowMs = 5 * 60 * 1000
const longestAhead = { hours: 24 * 366 }

/** @throws {@link Failure} `bad-request` for a moment that is over, or more than a year away; the database's clock decides */
export function requireFuture({ now }: Pick<ShopTx, 'now'>, atIso: string): void {
  const at = Temporal.Instant.from(atIso)
  const isOver = at.epochMilliseconds < now.epochMilliseconds - justNowMs
  if (isOver || Temporal.Instant.compare(at, now.add(longestAhead)) > 0)
    throw new Failure('bad-request', 'The moment is over, or more than a year away', [
      { path: 'atIso', message: isOver ? 'is over' : 'is too far away' },
    ])
}

export function planPublish(shop: ShopTx, by: Publisher, releaseId: string, atIso: string): Promise<string> {
  return insertPlan(shop, by, { kind: 'publish', releaseId, atIso })
}

export async function planUnpublish(db: ShopDb, by: Publisher, atIso: string): Promise<string> {
  return inShop(db, by, async (shop) => {
    requireFuture(shop, atIso)
    await lockProgram(shop.tx, by)
    return insertPlan(shop, by, { kind: 'unpublish', releaseId: null, atIso })
  })
}

/** @throws {@link Failure} `conflict` when it was carried out already; cancelling twice is cancelling once */
export async function cancelPlan(db: ShopDb, by: Publisher, planId: string): Promise<void> {
  await inShop(db, by, async (shop) => {
    const plan = await lockPlan(shop, planId)
    if (!plan) throw notFound('plan')
    if (plan.status === 'done') throw new Failure('conflict', 'It was carried out already')
    if (plan.status === 'cancelled') return
    await settle(shop, planId, 'cancelled')
    await shop.tx.deleteFrom('shop_timer').where('subject_id', '=', planId).execute()
    shop.emit('release', planId)
  })
}

/** Called when the timer is due, by whichever process comes first; a second call finds it settled. */
export async function carryOutPlan(db: ShopDb, scope: ShopScope, planId: string): Promise<void> {
  await inShop(db, scope, async (shop) => {
    const plan = await lockPlan(shop, planId)
    if (plan?.status !== 'waiting') return
    const by = { ...scope, person: { id: plan.planned_by, name: plan.planned_by_name } }
    const { liveReleaseId } = await lockProgram(shop.tx, by)
    if (liveReleaseId !== plan.release_id)
      await pointAt(shop.tx, by, { kind: plan.kind, from: liveReleaseId, to: plan.release_id })
    if (plan.release_id !== null) await takeOverName(shop.tx, by, plan.release_id)
    await settle(shop, planId, 'done')
    shop.emit('release', planId)
  })
}

/** Waiting ones, soonest first, with the version that will go live. */
export function loadPlans({ tx, programId }: Pick<ShopTx, 'tx' | 'programId'>) {
  return tx
    .selectFrom('release_plan as plan')
    .leftJoin('release', (join) =>
      join
        .onRef('release.tenant_id', '=', 'plan.tenant_id')
        .onRef('release.program_id', '=', 'plan.program_id')
        .onRef('release.id', '=', 'plan.release_id'),
    )
    .select([
      'plan.id',
      'plan.kind',
      'plan.release_id as releaseId',
      'release.seq as version',
      'plan.due_at as dueAt',
      'plan.planned_by_name as plannedBy',
    ])
    .where('plan.program_id', '=', programId)
    .where('plan.status', '=', 'waiting')
    .orderBy('plan.due_at')
    .orderBy('plan.id')
    .execute()
}

async function insertPlan(
  shop: ShopTx,
  by: Publisher,
  of: { kind: 'publish' | 'unpublish'; releaseId: string | null; atIso: string },
): Promise<string> {
  const { tx, keys } = shop
  if ((await loadPlans(shop)).length >= mostWaiting) throw new Failure('conflict', 'Too many plans are waiting')
  const id = uuidv7()
  const dueAt = new Date(of.atIso)
  await tx
    .insertInto('release_plan')
    .values({
      ...keys,
      id,
      kind: of.kind,
      release_id: of.releaseId,
      due_at: dueAt,
      planned_by: by.person.id,
      planned_by_name: by.person.name,
    })
    .execute()
  await scheduleTimer(shop, 'release-plan', id, dueAt)
  shop.emit('release', id)
  return id
}

function lockPlan({ tx, programId }: ShopTx, planId: string) {
  return tx
    .selectFrom('release_plan')
    .selectAll()
    .where('program_id', '=', programId)
    .where('id', '=', planId)
    .forUpdate()
    .executeTakeFirst()
}

async function settle({ tx, programId }: ShopTx, planId: string, status: 'done' | 'cancelled'): Promise<void> {
  await tx
    .updateTable('release_plan')
    .set({ status, settled_at: sql<Date>`now()` })
    .where('program_id', '=', programId)
    .where('id', '=', planId)
    .execute()
}
