import {
  addPartyInput,
  counterQueue,
  counterTicket,
  queueSwitchInput,
  ticketActionInput,
} from '#platform/contract/queue.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { once } from '#platform/shop/idempotency.ts'
import { readForMerchant, withFailures } from '#platform/shop/run-for-merchant.ts'
import { inShop } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { created, defineRoute } from '../http/define-route.ts'
import { notFound } from '../http/failure.ts'
import { addParty, stepTicket, switchQueue } from './change-queue.ts'
import { findTicket, loadCounterQueue } from './load-queue.ts'

const showQueue = defineRoute({
  method: 'GET',
  path: merchantPaths.queue(':programId'),
  summary: 'Who waits for a table today, by line',
  answer: counterQueue,
  access: memberOfProgram('run-shop'),
  handle: ({ subject }, services) => readForMerchant(services, subject, loadCounterQueue),
})

const setSwitch = defineRoute({
  method: 'PUT',
  path: merchantPaths.queue(':programId'),
  summary: 'Begins or ends giving numbers; those that were given stay',
  input: queueSwitchInput,
  answer: counterQueue,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, input }, services) =>
    inShop(services, subject, async (at) => {
      await switchQueue(at, input.isTaking)
      return loadCounterQueue(at)
    }),
})

const add = defineRoute({
  method: 'POST',
  path: merchantPaths.queueTickets(':programId'),
  summary: 'A number for a party at the door. Sent twice with one `requestId`, it is one party.',
  input: addPartyInput,
  answer: counterTicket,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, input: { requestId, ...party } }, services) =>
    withFailures(() =>
      inShop(services, subject, async (at) => {
        const asked = { principal: subject.person.id, key: requestId, route: 'add-party', body: party }
        const { ticketId } = await once(at, asked, async () => ({ ticketId: await addParty(at, party) }))
        return created(await getTicket(at, ticketId))
      }),
    ),
})

const step = defineRoute({
  method: 'POST',
  path: merchantPaths.queueTicketAction(':programId', ':ticketId'),
  summary:
    'Calls a number, seats it, skips it or takes it back into its line; refused when it is no longer what was seen',
  input: ticketActionInput,
  answer: counterTicket,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params, input }, services) =>
    withFailures(() =>
      inShop(services, subject, async (at) => {
        await stepTicket(at, params.ticketId, input.action, input.version)
        return getTicket(at, params.ticketId)
      }),
    ),
})

async function getTicket(at: ShopTx, id: string) {
  const ticket = await findTicket(at, id)
  if (!ticket) throw notFound('ticket')
  return ticket
}

export const queueRoutes = [showQueue, setSwitch, add, step]
