/** What those see who may look at the counter but not at its customers. */
import type { Booking } from '#model/shop/bookings.ts'
import type { Member, MerchantOrder, Role } from '#platform/contract/merchant.ts'
import { may } from '../contract/rights.ts'

export function seesCustomers(role: Role): boolean {
  return may(role, 'run-shop')
}

export function concealOrder(order: MerchantOrder, role: Role): MerchantOrder {
  if (seesCustomers(role)) return order
  const { deliverTo: _deliverTo, ...rest } = order
  return { ...rest, contactPhone: null, memberName: null }
}

export function concealBooking(booking: Booking, role: Role): Booking {
  return seesCustomers(role)
    ? booking
    : { ...booking, contactName: initialOf(booking.contactName), contactPhone: '', note: '' }
}

export function concealMember(member: Member, role: Role): Member {
  return seesCustomers(role)
    ? member
    : { ...member, name: initialOf(member.name), phone: '', cardNo: `…${member.cardNo.slice(-4)}` }
}

function initialOf(name: string): string {
  const [first] = name
  return first ? `${first}…` : ''
}
