/** Work inside a shop for a route of `/api`: the shop's refusals become failures of the interface. */
import { sql } from 'kysely'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import { changeShop } from '../changes/change-shop.ts'
import type { Stock, StockOf } from '../changes/take-stock.ts'
import type { ApiErrorCode } from '../http/failure.ts'
import { Failure } from '../http/failure.ts'
import { ShopRefusal } from './refusal.ts'
import { inShop } from './scope.ts'
import type { ShopDb, ShopScope, ShopTx } from './scope.ts'

/** To look at something. The database refuses whatever would write. */
export function readForMerchant<Result>(
  services: ShopDb,
  scope: ShopScope,
  work: (at: ShopTx) => Promise<Result>,
): Promise<Result> {
  return withFailures(() =>
    inShop(services, scope, async (at) => {
      await sql`SET TRANSACTION READ ONLY`.execute(at.tx)
      return work(at)
    }),
  )
}

/** To do something that keeps a ledger of its own, such as points: it says there who it was. */
export function workForMerchant<Result>(
  services: ShopDb,
  scope: ShopScope,
  work: (at: ShopTx) => Promise<Result>,
): Promise<Result> {
  return withFailures(() => inShop(services, scope, work))
}

export interface ByMerchant extends ShopScope {
  readonly person: { readonly id: string }
}

/**
 * To change something: what becomes different is written down with who did it (`platform/changes`).
 * @param of - what it changes: the shop, one order or one booking
 */
export function changeForMerchant<Result>(
  services: ShopDb,
  by: ByMerchant,
  of: StockOf,
  work: (at: ShopTx, before: Stock) => Promise<Result>,
  takesBack?: number,
): Promise<Result> {
  const changing = { of, by: by.person.id, ...(takesBack !== undefined && { takesBack }) }
  return withFailures(() => changeShop(services, by, changing, work))
}

/** The shop's refusals become failures of the interface. */
export async function withFailures<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof ShopRefusal) throw new Failure(codeFor(error.failure.code), error.message)
    throw error
  }
}

function codeFor(code: ShopFailureCode): ApiErrorCode {
  if (code === 'not-found' || code === 'unauthorised' || code === 'too-many-requests') return code
  return code === 'bad-request' || code === 'wrong-choice' || code === 'amount-out-of-range'
    ? 'bad-request'
    : 'conflict'
}
