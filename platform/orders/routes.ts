import { z } from 'zod/mini'
import { merchantOrder, orderActionInput, refundOrderInput } from '#platform/contract/merchant.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { concealOrder } from '#platform/shop/conceal.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { businessDate } from '#platform/shop/opening.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { changeForMerchant, readForMerchant } from '#platform/shop/run-for-merchant.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { defineRoute } from '../http/define-route.ts'
import { once } from '#platform/shop/idempotency.ts'
import { actOnOrder } from './change-order.ts'
import { findOrder, loadOrders } from './load-orders.ts'
import { refundOrder } from './refund-order.ts'

const scope = z.enum(['open', 'today', 'all'])
const mostOrders = 500

const listOrders = defineRoute({
  method: 'GET',
  path: merchantPaths.orders(':programId'),
  summary: 'Orders, newest first: open ones, those of the business day, or all; drafts that nobody paid are left out',
  query: z.object({ scope: z._default(scope, 'open') }),
  answer: z.array(merchantOrder),
  access: memberOfProgram('read'),
  handle: ({ subject, query }, services) =>
    readForMerchant(services, subject, async (at) =>
      (await loadForCounter(at, query.scope)).map((order) => concealOrder(order, subject.role)),
    ),
})

const act = defineRoute({
  method: 'POST',
  path: merchantPaths.orderAction(':programId', ':orderId'),
  summary: 'Moves an order on; `conflict` for a move that its status does not allow. Calling off gives money back',
  input: orderActionInput,
  answer: merchantOrder,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params, input }, services) =>
    changeForMerchant(services, subject, { order: params.orderId }, async (at) => {
      await actOnOrder(at, params.orderId, input.action, {
        actor: `user:${subject.person.id}`,
        reason: input.reason?.trim() ?? '',
        ...(input.restock !== undefined && { restock: input.restock }),
      })
      const order = await findOrder(at, params.orderId)
      if (!order) throw new ShopRefusal('not-found', 'There is no such order')
      return order
    }),
})

const refund = defineRoute({
  method: 'POST',
  path: merchantPaths.orderRefunds(':programId', ':orderId'),
  summary: 'Gives back part of a paid order, the way it was paid or from the till; twice with one `requestId` is once',
  input: refundOrderInput,
  answer: merchantOrder,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params, input }, services) =>
    changeForMerchant(services, subject, { order: params.orderId }, async (at) => {
      const { requestId: key, restock = [], ...asked } = input
      const actor = `user:${subject.person.id}`
      const body = { ...asked, restock, orderId: params.orderId }
      await once(at, { principal: actor, key, route: 'refund-order', body }, () => refundOrder(at, { ...body, actor }))
      const order = await findOrder(at, params.orderId)
      if (!order) throw new ShopRefusal('not-found', 'There is no such order')
      return order
    }),
})

export const orderRoutes = [listOrders, act, refund]

async function loadForCounter(at: ShopTx, which: z.infer<typeof scope>): Promise<MerchantOrder[]> {
  const shop = await loadShop(at)
  const today = businessDate(shop.time_zone, shop.day_starts, at.now)
  return loadOrders(at, (query) => {
    const placed = query
      .where('shop_order.number', 'is not', null)
      .orderBy('shop_order.placed_at', 'desc')
      .orderBy('shop_order.id', 'desc')
      .limit(mostOrders)
    if (which === 'open')
      return placed.where('shop_order.status', 'in', ['placed', 'accepted', 'preparing', 'ready', 'out_for_delivery'])
    return which === 'today' ? placed.where('shop_order.business_date', '=', today) : placed
  })
}
