/** Where an order is carried to, and what that costs. The address is read on the server, by consent, and goes to the shop alone. */
import type { DeliverTo, MerchantZone } from '#platform/contract/delivery.ts'
import { agreedFields } from '#platform/customers/consents.ts'
import { enterCustomer } from '#platform/db/database.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { matchZone } from './match-zone.ts'
import { loadZones } from './zones.ts'

export interface Delivery {
  readonly zone: MerchantZone
  /** Null in the editor's preview, where nobody is at home. */
  readonly to: DeliverTo | null
}

/**
 * @param visitorId - null in the editor's preview, which delivers to the first zone there is
 * @throws ShopRefusal `address-needed` as long as the customer has given none, or took it back; `no-delivery-there`
 */
export async function findDelivery(at: ShopTx, visitorId: string | null): Promise<Delivery> {
  const zones = await loadZones(at)
  const [first] = zones
  if (!first) throw new ShopRefusal('no-delivery-there', 'This shop delivers nowhere')
  if (visitorId === null) return { zone: first, to: null }
  const to = await readDoor(at, visitorId)
  if (!to) throw new ShopRefusal('address-needed', 'The customer has given no address')
  const zone = matchZone(zones, to.area)
  if (!zone) throw new ShopRefusal('no-delivery-there', 'This shop does not deliver there')
  return { zone, to }
}

/** What the customer agreed that this program's shop may know, when it is enough to find their door. */
async function readDoor(at: ShopTx, visitorId: string): Promise<DeliverTo | undefined> {
  const known = await at.tx
    .selectFrom('visitor')
    .innerJoin('workspace_customer as known', (join) =>
      join.onRef('known.tenant_id', '=', 'visitor.tenant_id').onRef('known.id', '=', 'visitor.customer_id'),
    )
    .select(['known.id', 'known.customer_id as personId'])
    .where('visitor.program_id', '=', at.programId)
    .where('visitor.id', '=', visitorId)
    .executeTakeFirst()
  if (!known) return undefined
  const fields = await agreedFields(at, known.id)
  if (!fields.has('area') || !fields.has('address') || !fields.has('phone')) return undefined
  await enterCustomer(at.tx, known.personId)
  const person = await at.tx
    .selectFrom('customer')
    .select(['name', 'phone', 'area', 'address'])
    .where('id', '=', known.personId)
    .executeTakeFirstOrThrow()
  await enterCustomer(at.tx, null)
  if (!person.area || !person.address || !person.phone) return undefined
  return { ...person, name: fields.has('name') ? person.name : '' }
}
