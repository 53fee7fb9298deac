import type { Services } from '../services.ts'
import { httpStatusOf, ShopRefusal } from './refusal.ts'
import { inShop } from './scope.ts'
import type { ShopScope, ShopTx } from './scope.ts'

/** Work inside a shop for a preview: refusals are answered as a visitor gets them, for blocks know no other. */
export async function asVisitor(
  services: Services,
  scope: ShopScope,
  work: (at: ShopTx) => Promise<unknown>,
): Promise<unknown> {
  try {
    return await inShop(services, scope, work)
  } catch (error) {
    if (error instanceof ShopRefusal)
      return Response.json({ error: error.failure }, { status: httpStatusOf[error.failure.code] })
    throw error
  }
}
