/**
 * From a day to a confirmed booking: looks for slots, holds one, confirms it. Holds no React; the view draws its state.
 */
import type { Booking, ConfirmBookingRequest, Hold, HoldRequest, Slot, SlotQuery } from '#model/shop/bookings.ts'
import type { ShopFailure } from '#model/shop/failure.ts'
import { createAskOnce } from '../kit/ask-once.ts'
import type { Host } from '../kit/host.ts'

export interface BookingState {
  readonly query: SlotQuery | null
  /** Null while they load. After a failure the last ones are gone too. */
  readonly slots: readonly Slot[] | null
  readonly slotsFailure: ShopFailure | null
  /** The slot the visitor wants; the sheet is open while there is one. */
  readonly picked: Slot | null
  readonly hold: Hold | null
  readonly busy: 'holding' | 'confirming' | 'paying' | null
  readonly failure: ShopFailure | null
  readonly booked: Booking | null
}

export type Contact = Pick<ConfirmBookingRequest, 'name' | 'phone' | 'note'>

export const emptyBooking: BookingState = {
  query: null,
  slots: null,
  slotsFailure: null,
  picked: null,
  hold: null,
  busy: null,
  failure: null,
  booked: null,
}

export interface BookingFlow {
  /** Loads the slots of a day. Of several asked quickly only the last counts. */
  look(query: SlotQuery): Promise<void>
  /**
   * Holds a slot. One that is still held is taken up again; another one held before is given back first.
   * @param nights - of a room
   */
  pick(slot: Slot, nowMs: number, nights?: number): Promise<void>
  /** Where a deposit is asked for, it leaves for the cashier next. */
  confirm(contact: Contact): Promise<void>
  /** Leaves for the cashier. @returns why it could not */
  payDeposit(bookingId: string): Promise<ShopFailure>
  /** Puts the sheet away. A hold stays until it runs out, in case the visitor comes back. */
  leave(): void
  cancel(bookingId: string): Promise<ShopFailure | null>
  /** Something was moved elsewhere: what is free is asked again. */
  again(): void
}

interface Held {
  readonly hold: Hold
  readonly request: HoldRequest
}

export function createBookingFlow(host: Host, show: (state: BookingState) => void): BookingFlow {
  const { shop } = host
  const askOnce = createAskOnce(host)
  let state = emptyBooking
  let held: Held | null = null
  let latestLook = 0
  let latestPick = 0

  const update = (change: Partial<BookingState>) => {
    state = { ...state, ...change }
    show(state)
  }

  const look: BookingFlow['look'] = async (query) => {
    const turn = ++latestLook
    update({ query, slots: null, slotsFailure: null })
    const answer = await shop.slots(query)
    if (turn !== latestLook) return
    update(answer.ok ? { slots: answer.value } : { slotsFailure: answer.failure })
  }

  /** A slot that is gone is most likely not the only one: the grid is asked again. */
  const refused = async (failure: ShopFailure) => {
    update({ busy: null, failure })
    if (failure.code === 'slot-taken' && state.query) await look(state.query)
  }

  const pick: BookingFlow['pick'] = async (slot, nowMs, nights) => {
    const { query } = state
    if (!query || state.busy) return
    const { serviceId, partySize, resourceId } = query
    const request: HoldRequest = {
      serviceId,
      startsAtIso: slot.startsAtIso,
      partySize,
      ...(resourceId && { resourceId }),
      ...(nights && { nights }),
    }
    const turn = ++latestPick
    const alive = held && Date.parse(held.hold.expiresAtIso) > nowMs ? held : null
    if (alive && sameRequest(alive.request, request))
      return update({ picked: slot, hold: alive.hold, failure: null, booked: null })
    update({ picked: slot, hold: null, failure: null, booked: null, busy: 'holding' })
    held = null
    if (alive) await askOnce(cancelById, { bookingId: alive.hold.bookingId })
    const answer = await askOnce(shop.holdSlot, request)
    if (answer.ok) held = { hold: answer.value, request }
    if (turn !== latestPick) return
    if (!answer.ok) return refused(answer.failure)
    update({ busy: null, hold: answer.value })
  }

  const confirm: BookingFlow['confirm'] = async ({ name, phone, note }) => {
    const { hold } = state
    if (!hold || state.busy) return
    update({ busy: 'confirming', failure: null })
    const answer = await askOnce(shop.confirmBooking, {
      bookingId: hold.bookingId,
      name: name.trim(),
      phone: phone.trim(),
      note: note.trim(),
      consent: true,
    })
    if (answer.ok) {
      held = null
      host.refresh('bookings')
      const isUnpaid = answer.value.status === 'unpaid'
      update({ busy: isUnpaid ? 'paying' : null, hold: null, booked: answer.value })
      if (isUnpaid) update({ busy: null, failure: await payDeposit(answer.value.id) })
      return
    }
    const { failure } = answer
    if (failure.code === 'hold-expired' || failure.code === 'slot-taken') {
      held = null
      update({ hold: null })
    }
    await refused(failure)
  }

  const payDeposit: BookingFlow['payDeposit'] = async (bookingId) => {
    const intent = await askOnce((asked, key) => shop.payDeposit(asked.bookingId, key), { bookingId })
    return intent.ok ? (await host.pay(intent.value)).failure : intent.failure
  }

  const cancelById = ({ bookingId }: { bookingId: string }, key: string) => shop.cancelBooking(bookingId, key)

  return {
    look,
    pick,
    confirm,
    async payDeposit(bookingId) {
      update({ busy: 'paying', failure: null })
      const failure = await payDeposit(bookingId)
      update({ busy: null, failure })
      return failure
    },
    leave() {
      latestPick++
      const { booked, query } = state
      update({ picked: null, hold: null, failure: null, booked: null, busy: null })
      if (booked && query) void look(query)
    },
    again() {
      if (state.query) void look(state.query)
    },
    async cancel(bookingId) {
      const answer = await askOnce(cancelById, { bookingId })
      if (!answer.ok) return answer.failure
      host.refresh('bookings')
      if (state.query) void look(state.query)
      return null
    },
  }
}

function sameRequest(a: HoldRequest, b: HoldRequest): boolean {
  const same = (key: keyof HoldRequest) => a[key] === b[key]
  return same('serviceId') && same('startsAtIso') && same('partySize') && same('resourceId') && same('nights')
}
