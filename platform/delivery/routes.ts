import { changeDeliveryInput, deliverySettings } from '#platform/contract/delivery.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { changeForMerchant, readForMerchant } from '#platform/shop/run-for-merchant.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { defineRoute } from '../http/define-route.ts'
import { changeZones, loadZones } from './zones.ts'

const readDelivery = defineRoute({
  method: 'GET',
  path: merchantPaths.delivery(':programId'),
  summary: 'Where the shop delivers and for how much',
  answer: deliverySettings,
  access: memberOfProgram('read'),
  handle: ({ subject }, services) => readForMerchant(services, subject, async (at) => ({ zones: await loadZones(at) })),
})

const writeDelivery = defineRoute({
  method: 'PUT',
  path: merchantPaths.delivery(':programId'),
  summary: 'Replaces the zones, for orders from now on',
  input: changeDeliveryInput,
  answer: deliverySettings,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, input }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      await changeZones(at, input)
      return { zones: await loadZones(at) }
    }),
})

export const deliveryRoutes = [readDelivery, writeDelivery]
