import type { Booking, Slot, SlotQuery } from '#model/shop/bookings.ts'
import type { ShopActions } from '../kit/host.ts'
import { addDays, dayIn, momentOf } from '../kit/shop-time.ts'
import type { BlockSituations, Scene } from '../kit/situations.ts'

/** The real times of that day, of which these are free. */
function slotsWhere(real: ShopActions, isFree: (slot: Slot, index: number) => boolean): Pick<ShopActions, 'slots'> {
  return {
    async slots(query: SlotQuery) {
      const answer = await real.slots(query)
      if (!answer.ok) return answer
      return { ok: true, value: answer.value.map((slot, index) => ({ ...slot, available: isFree(slot, index) })) }
    },
  }
}

/** A table, or whatever is booked here, tomorrow evening. */
export function ownBooking({ shopData, nowMs, language }: Scene): Booking | undefined {
  const service = shopData.services.find(({ kind }) => kind === 'table') ?? shopData.services[0]
  if (!service) return undefined
  const { timeZone } = shopData.shop
  const startsAtMs = momentOf(addDays(dayIn(timeZone, nowMs), 1), '18:30', timeZone)
  return {
    id: 'booking-1',
    code: 'M2TZ',
    serviceId: service.id,
    serviceName: service.name,
    startsAtIso: new Date(startsAtMs).toISOString(),
    endsAtIso: new Date(startsAtMs + service.durationMinutes * 60_000).toISOString(),
    timeZone,
    partySize: Math.max(service.minParty, Math.min(4, service.maxParty)),
    resourceLabels: shopData.shop.tables.slice(0, 1).map(({ label }) => label),
    status: 'confirmed',
    contactName: language === 'en' ? 'Lin' : '林晓月',
    contactPhone: '13800138000',
    note: '',
    version: 1,
  }
}

export const situations: BlockSituations = {
  'lunch-rush': { answers: (_scene, real) => slotsWhere(real, (slot, index) => slot.available && index % 5 === 3) },
  'sold-out': { answers: (_scene, real) => slotsWhere(real, () => false) },
  'first-visit': { visitor: () => ({ bookings: [] }) },
  'gold-member': { visitor: (scene) => ({ bookings: [ownBooking(scene) ?? []].flat() }) },
}
