/** Menus by time of day: when a category is served. */
import type { Temporal } from 'temporal-polyfill'
import type { ServedTimes } from '#model/shop/catalogue.ts'
import type { CartLine } from '#model/shop/orders.ts'
import { openState } from '#platform/shop/opening.ts'
import type { OpenState } from '#platform/shop/opening.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import type { Catalogue } from './load-catalogue.ts'

/** Whether it is served at this moment, and until when that stays so. Read like opening hours, days off included. */
export function servedState(served: ServedTimes, timeZone: string, now: Temporal.Instant): OpenState {
  return openState({ weekly: served, exceptions: [] }, timeZone, now)
}

export interface ServedWhen {
  readonly timeZone: string
  /** One of these is enough: now and, of an order that was quoted a while ago, when it was quoted; or the time it is wanted at. */
  readonly moments: readonly Temporal.Instant[]
}

/**
 * What is not served now cannot be ordered now.
 * @throws ShopRefusal `not-on-now`, naming every such dish
 */
export function requireServed(
  catalogue: Catalogue,
  lines: readonly CartLine[],
  { timeZone, moments }: ServedWhen,
): void {
  const off = new Set(
    catalogue.categories
      .filter(({ served }) => served && !moments.some((moment) => servedState(served, timeZone, moment).isOpen))
      .map(({ id }) => id),
  )
  if (off.size === 0) return
  const dishes = catalogue.dishes.filter(
    (dish) => off.has(dish.categoryId) && lines.some(({ dishId }) => dishId === dish.id),
  )
  if (dishes.length > 0)
    throw new ShopRefusal(
      'not-on-now',
      'Some dishes are not served now',
      dishes.map(({ id }) => id),
    )
}

/** The next change of any category, for the tag of the shop's data. */
export async function servedTag({ tx, programId, now }: Pick<ShopTx, 'tx' | 'programId' | 'now'>, timeZone: string) {
  const rows = await tx
    .selectFrom('category')
    .select('served')
    .where('program_id', '=', programId)
    .where('served', 'is not', null)
    .execute()
  const states = rows.flatMap(({ served }) => (served ? [servedState(served, timeZone, now)] : []))
  const next = Math.min(...states.map(({ changesAt }) => changesAt?.epochMilliseconds ?? Infinity))
  return Number.isFinite(next) ? `-${next}` : ''
}
