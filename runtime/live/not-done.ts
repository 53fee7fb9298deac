import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { NotDone } from '#components/kit/host.ts'

export function refused(code: ShopFailureCode, message: string): NotDone {
  return { ok: false, failure: { code, message } }
}

/** The part of the runtime that would do it could not be fetched. */
export function unreachable(): NotDone {
  return refused('offline', 'It could not be reached')
}
