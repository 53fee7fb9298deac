import { z } from 'zod/mini'
import { booking, bookingActionInput, moveBookingInput, moveSlot } from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { concealBooking } from '#platform/shop/conceal.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { programLanguage } from '#platform/shop/program-language.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { changeForMerchant, readForMerchant } from '#platform/shop/run-for-merchant.ts'
import { isId } from '#platform/shop/scope.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { defineRoute } from '../http/define-route.ts'
import { actOnBooking } from './change-booking.ts'
import { findBooking, loadBookingsBetween } from './load-bookings.ts'
import { loadMoveSlots, parseDate } from './load-slots.ts'
import { moveBooking } from './move-booking.ts'

const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const mostDays = 62

const listBookings = defineRoute({
  method: 'GET',
  path: merchantPaths.bookings(':programId'),
  summary: 'Bookings between two dates of the shop, both included',
  query: z.object({ from: date, to: date }),
  answer: z.array(booking),
  access: memberOfProgram('read'),
  handle: ({ subject, query }, services) =>
    readForMerchant(services, subject, async (at) => {
      const { days } = parseDate(query.from).until(parseDate(query.to))
      if (days < 0 || days > mostDays) throw new ShopRefusal('bad-request', `Ask for 0 to ${mostDays} days`)
      const { time_zone } = await loadShop(at)
      const found = await loadBookingsBetween(at, await programLanguage(at), time_zone, query.from, query.to)
      return found.map((each) => concealBooking(each, subject.role))
    }),
})

const act = defineRoute({
  method: 'POST',
  path: merchantPaths.bookingAction(':programId', ':bookingId'),
  summary: 'Moves a booking on; `conflict` for a move that its status does not allow',
  input: bookingActionInput,
  answer: booking,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params, input }, services) =>
    changeForMerchant(services, subject, { booking: params.bookingId }, async (at) => {
      await actOnBooking(at, params.bookingId, input.action, `user:${subject.person.id}`)
      return findBooking(at, await programLanguage(at), params.bookingId)
    }),
})

const listMoves = defineRoute({
  method: 'GET',
  path: merchantPaths.moveBooking(':programId', ':bookingId'),
  summary: 'The times of a date that a booking could be moved to, with what is free then',
  query: z.object({ date }),
  answer: z.array(moveSlot),
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params, query }, services) =>
    readForMerchant(services, subject, async (at) => {
      if (!isId(params.bookingId)) throw new ShopRefusal('not-found', 'There is no such booking')
      const found = await findBooking(at, await programLanguage(at), params.bookingId)
      if (!found) throw new ShopRefusal('not-found', 'There is no such booking')
      return [...(await loadMoveSlots(at, found, query.date))]
    }),
})

const move = defineRoute({
  method: 'POST',
  path: merchantPaths.moveBooking(':programId', ':bookingId'),
  summary: 'Moves a booking to another time or table; `conflict` when that is taken, and it stays where it is',
  input: moveBookingInput,
  answer: booking,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params, input }, services) =>
    changeForMerchant(services, subject, { booking: params.bookingId }, async (at) => {
      await moveBooking(at, params.bookingId, input, `user:${subject.person.id}`)
      return findBooking(at, await programLanguage(at), params.bookingId)
    }),
})

export const bookingRoutes = [listBookings, act, listMoves, move]
