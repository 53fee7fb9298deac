import { findDefinition } from '#components/definitions.ts'
import type { LoginRequest } from '#model/shop/customers.ts'
import type { LiveNode } from '#platform/payments/pay-direct.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'

/**
 * A block may ask for what its kind says that it asks for, and only when a release has it that customers were
 * shown: what a page says of itself decides nothing.
 * @throws ShopRefusal `not-found` when there is no such block; `bad-request` when it may not ask for this
 */
export function requireMayAsk(node: LiveNode | undefined, request: LoginRequest): asserts node is LiveNode {
  if (!node) throw new ShopRefusal('not-found', 'There is no such block', [request.nodeId])
  const login = findDefinition(node.type)?.login
  if (login?.reason !== request.reason || !request.fields.every((field) => login.fields.includes(field)))
    throw new ShopRefusal('bad-request', `A block of the kind "${node.type}" may not ask for this`, [request.nodeId])
}
