import type { ApiErrorCode } from '../http/failure.ts'
import { Failure } from '../http/failure.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import { ShopRefusal } from './refusal.ts'
import { inShop } from './scope.ts'
import type { ShopDb, ShopScope, ShopTx } from './scope.ts'

/** Work inside a shop for a route of `/api`: the shop's refusals become failures of the interface. */
export async function runForMerchant<Result>(
  services: ShopDb,
  scope: ShopScope,
  work: (at: ShopTx) => Promise<Result>,
): Promise<Result> {
  try {
    return await inShop(services, scope, work)
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
