/** Zones of delivery as the counter sets them, and the door that an order goes to. */
import { z } from 'zod/mini'
import { deliveryZone } from '#model/shop/delivery.ts'

const area = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))

export const merchantZone = z.object({
  ...deliveryZone.shape,
  /** Districts and postcodes; `2000*` is every postcode that begins so. */
  areas: z.array(z.string()),
})
export type MerchantZone = z.infer<typeof merchantZone>

export const deliverySettings = z.object({ zones: z.array(merchantZone) })
export type DeliverySettings = z.infer<typeof deliverySettings>

/** All zones there shall be: the first that has an address decides. One without an id is new, one that is missing goes. */
export const changeDeliveryInput = z.strictObject({
  zones: z
    .array(
      z.strictObject({
        id: z.optional(z.uuid()),
        name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
        areas: z.array(area).check(z.minLength(1), z.maxLength(200)),
        feeMinor: z.int().check(z.gte(0), z.lte(10_000_000)),
        minSpendMinor: z.int().check(z.gte(0), z.lte(100_000_000)),
        freeFromMinor: z.nullable(z.int().check(z.gte(1), z.lte(100_000_000))),
        rideMinutes: z.int().check(z.gte(0), z.lte(240)),
      }),
    )
    .check(z.maxLength(30)),
})
export type ChangeDeliveryInput = z.infer<typeof changeDeliveryInput>

/** Whose door. Only for those who see customers. */
export const deliverTo = z.object({ name: z.string(), phone: z.string(), area: z.string(), address: z.string() })
export type DeliverTo = z.infer<typeof deliverTo>
