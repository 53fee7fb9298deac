import type { ShopFailure, ShopFailureCode } from '#model/shop/failure.ts'

/**
 * The shop says no. Thrown inside a transaction it also undoes everything written so far; the visitor's API and the
 * merchant's routes turn it into an answer.
 */
export class ShopRefusal extends Error {
  readonly failure: ShopFailure

  /** @param message - for developers; people's words are chosen by the code where it is shown */
  constructor(code: ShopFailureCode, message: string, subjectIds?: readonly string[], left?: number) {
    super(message)
    this.name = 'ShopRefusal'
    this.failure = {
      code,
      message,
      ...(subjectIds && { subjectIds: [...subjectIds] }),
      ...(left !== undefined && { left }),
    }
  }
}

export const httpStatusOf: { readonly [Code in ShopFailureCode]: 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 503 } =
  {
    'bad-request': 400,
    'not-found': 404,
    unauthorised: 401,
    'price-changed': 409,
    'sold-out': 409,
    'not-enough': 409,
    'not-on-now': 409,
    closed: 409,
    'orders-paused': 409,
    'kitchen-full': 409,
    'address-needed': 409,
    'no-delivery-there': 409,
    'below-minimum': 409,
    'wrong-choice': 422,
    'quote-expired': 409,
    'slot-taken': 409,
    'hold-expired': 409,
    'too-many-holds': 429,
    'already-member': 409,
    'coupon-gone': 409,
    'coupon-unusable': 409,
    'coupon-not-for-you': 403,
    'not-enough-points': 409,
    'members-only': 403,
    conflict: 409,
    'login-unavailable': 409,
    'amount-out-of-range': 422,
    'payment-failed': 409,
    'too-many-requests': 429,
    'file-refused': 422,
    offline: 503,
    'preview-only': 403,
    'not-granted': 403,
    cancelled: 409,
    unsupported: 422,
    internal: 500,
  }
