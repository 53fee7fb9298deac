import { changeStationsInput, moveTicketInput, stationSettings } from '#platform/contract/kitchen.ts'
import { merchantOrder } from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { findOrder } from '#platform/orders/load-orders.ts'
import { once } from '#platform/shop/idempotency.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { changeForMerchant, readForMerchant } from '#platform/shop/run-for-merchant.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { defineRoute } from '../http/define-route.ts'
import { changeStations, loadStations } from './stations.ts'
import { moveTicket } from './move-ticket.ts'

const readStations = defineRoute({
  method: 'GET',
  path: merchantPaths.stations(':programId'),
  summary: 'The stations of the kitchen, and which dishes each makes',
  answer: stationSettings,
  access: memberOfProgram('read'),
  handle: ({ subject }, services) => readForMerchant(services, subject, loadStations),
})

const writeStations = defineRoute({
  method: 'PATCH',
  path: merchantPaths.stations(':programId'),
  summary: 'Changes what is given, for orders that are accepted from now on',
  input: changeStationsInput,
  answer: stationSettings,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, input }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      await changeStations(at, input)
      return loadStations(at)
    }),
})

const bumpTicket = defineRoute({
  method: 'POST',
  path: merchantPaths.ticketMoves(':programId', ':orderId', ':ticketId'),
  summary: 'Moves a ticket a step on or back; twice with one `requestId` is once. Answers with the whole order',
  input: moveTicketInput,
  answer: merchantOrder,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params, input }, services) =>
    changeForMerchant(services, subject, { order: params.orderId }, async (at) => {
      const { requestId: key, ...move } = input
      const { orderId, ticketId } = params
      const actor = `user:${subject.person.id}`
      const body = { ...move, orderId, ticketId }
      await once(at, { principal: actor, key, route: 'move-ticket', body }, () =>
        moveTicket(at, { orderId, ticketId }, move, actor),
      )
      const order = await findOrder(at, orderId)
      if (!order) throw new ShopRefusal('not-found', 'There is no such order')
      return order
    }),
})

export const kitchenRoutes = [readStations, writeStations, bumpTicket]
