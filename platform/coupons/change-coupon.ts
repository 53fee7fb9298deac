/** What the shop's people do with a coupon; each change leaves an event with its author. */
import { sql } from 'kysely'
import type { ChangeCouponInput, CouponDefinition } from '#platform/contract/coupons.ts'
import type { CouponEventTable } from '#platform/db/coupon-tables.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { bumpDataVersion } from '#platform/shop/data-version.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/** @throws ShopRefusal `bad-request` for a definition that contradicts itself; `not-found` for a dish or tier that is not the shop's */
export async function createCoupon(
  at: ShopTx,
  definition: CouponDefinition,
  actor: string,
): Promise<{ couponId: string }> {
  await requireSound(at, definition)
  const couponId = uuidv7()
  await at.tx
    .insertInto('coupon')
    .values({ ...at.keys, id: couponId, ...couponColumns(definition) })
    .execute()
  await noteEvent(at, couponId, 'created', actor, definition)
  await bumpDataVersion(at, 'shop')
  at.emit('coupon', couponId)
  return { couponId }
}

/**
 * Changes what is given. What was claimed before keeps its terms.
 * @throws ShopRefusal `not-found`; `conflict` when it is no longer at `ifVersion`; `bad-request` also for a limit below
 *   what was claimed already
 */
export async function changeCoupon(
  at: ShopTx,
  couponId: string,
  { ifVersion, paused, definition }: ChangeCouponInput,
  actor: string,
): Promise<void> {
  const coupon = isId(couponId)
    ? await at.tx
        .selectFrom('coupon')
        .select(['version', 'claimed', 'paused', 'had_by'])
        .where('program_id', '=', at.programId)
        .where('id', '=', couponId)
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!coupon) throw new ShopRefusal('not-found', 'There is no such coupon', [couponId])
  if (coupon.version !== ifVersion)
    throw new ShopRefusal('conflict', `The coupon is at version ${coupon.version}, not ${ifVersion}`, [couponId])
  if (definition) {
    await requireSound(at, definition)
    if (definition.hadBy !== coupon.had_by)
      throw new ShopRefusal('bad-request', 'How a coupon is had stays as it was made', [couponId])
    if (definition.totalLimit !== null && definition.totalLimit < coupon.claimed)
      throw new ShopRefusal('bad-request', `${coupon.claimed} were claimed already`, [couponId])
  }
  await at.tx
    .updateTable('coupon')
    .set({
      ...(definition && couponColumns(definition)),
      ...(paused !== undefined && { paused }),
      version: coupon.version + 1,
    })
    .where('program_id', '=', at.programId)
    .where('id', '=', couponId)
    .execute()
  if (definition) await noteEvent(at, couponId, 'changed', actor, definition)
  if (paused !== undefined && paused !== coupon.paused)
    await noteEvent(at, couponId, paused ? 'paused' : 'resumed', actor, {})
  await bumpDataVersion(at, 'shop')
  at.emit('coupon', couponId)
}

/** The columns of a definition; those of other kinds of gain are null. */
export function couponColumns(definition: CouponDefinition) {
  const { gain } = definition
  return {
    title: JSON.stringify(definition.title),
    kind: gain.kind,
    amount_minor: gain.kind === 'amount' ? gain.amountMinor : null,
    percent: gain.kind === 'percent' ? gain.percent : null,
    most_minor: gain.kind === 'percent' ? gain.mostMinor : null,
    dish_id: gain.kind === 'item' ? gain.dishId : null,
    min_spend_minor: definition.minSpendMinor,
    adds_to_member_price: definition.addsToMemberPrice,
    starts_at: definition.startsAtIso,
    ends_at: definition.endsAtIso,
    good_for_days: definition.goodForDays,
    total_limit: definition.totalLimit,
    per_person: definition.perPerson,
    audience: definition.audience,
    tier_id: definition.tierId,
    had_by: definition.hadBy,
    points_price: definition.pointsPrice,
  }
}

async function requireSound({ tx, programId }: ShopTx, definition: CouponDefinition): Promise<void> {
  const { title, gain, startsAtIso, endsAtIso, audience, tierId } = definition
  if (title.en.trim() === '' || title['zh-CN'].trim() === '')
    throw new ShopRefusal('bad-request', 'A coupon has a name')
  if (startsAtIso !== null && endsAtIso !== null && Date.parse(endsAtIso) <= Date.parse(startsAtIso))
    throw new ShopRefusal('bad-request', 'It ends before it starts')
  if ((audience === 'tier') !== (tierId !== null))
    throw new ShopRefusal('bad-request', 'A tier is named exactly for the audience of a tier')
  if ((definition.hadBy === 'points') !== (definition.pointsPrice !== null))
    throw new ShopRefusal('bad-request', 'A price in points is for what is bought with points')
  const referred = [
    ...(gain.kind === 'item' ? [['dish', gain.dishId] as const] : []),
    ...(tierId !== null ? [['tier', tierId] as const] : []),
  ]
  for (const [table, id] of referred) {
    const row = await tx
      .selectFrom(table)
      .select('id')
      .where('program_id', '=', programId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw new ShopRefusal('not-found', `There is no such ${table}`, [id])
  }
}

async function noteEvent(
  { tx, keys, programId }: ShopTx,
  couponId: string,
  action: CouponEventTable['action'],
  actor: string,
  terms: object,
): Promise<void> {
  await tx
    .insertInto('coupon_event')
    .values({
      ...keys,
      coupon_id: couponId,
      seq: sql<number>`(SELECT coalesce(max(seq), 0) + 1 FROM coupon_event WHERE program_id = ${programId} AND coupon_id = ${couponId})`,
      action,
      actor,
      terms: JSON.stringify(terms),
    })
    .execute()
}
