/** What the counter asks the platform, by one name each, so that every screen shares one answer. */
import { api, useQuery } from '#editor/api/index.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import type { ReportDays } from '#platform/contract/reports.ts'
import type { VisitDays } from '#platform/contract/visits.ts'
import { keys } from './keys.ts'

export const useProgram = (programId: string) => useQuery(keys.program(programId), () => api.program(programId))
export const useSettings = (programId: string) => useQuery(keys.settings(programId), () => api.settings(programId))
export const useStations = (programId: string) => useQuery(keys.stations(programId), () => api.stations(programId))
export const useDelivery = (programId: string) => useQuery(keys.delivery(programId), () => api.delivery(programId))
export const useTaxes = (programId: string) => useQuery(keys.taxes(programId), () => api.taxes(programId))
export const useToday = (programId: string) => useQuery(keys.today(programId), () => api.today(programId))
export const useCatalogue = (programId: string) => useQuery(keys.catalogue(programId), () => api.catalogue(programId))
export const useStock = (programId: string) => useQuery(keys.stock(programId), () => api.stock.levels(programId))
export const useStockMoves = (programId: string, variantId: string) =>
  useQuery(keys.stockMoves(programId, variantId), () => api.stock.entries(programId, variantId))
export const useMembers = (programId: string) => useQuery(keys.members(programId), () => api.members(programId))
/** All of one member. */
export const useMemberPage = (programId: string, memberId: string) =>
  useQuery(keys.member(programId, memberId), () => api.memberPage(programId, memberId))
/** The newest of them; older ones are asked for by the page. */
export const useSubmissions = (programId: string, status: 'new' | 'done') =>
  useQuery(keys.formsOf(programId, status), () => api.submissions(programId, { status }))
/** Repairs and parcels, found by what is typed. */
export const useJobs = (programId: string, status: 'open' | 'over', search: string) =>
  useQuery(keys.jobsOf(programId, status, search), () =>
    api.jobs(programId, { status, ...(search !== '' && { search }) }),
  )
/** The line at the door. */
export const useQueue = (programId: string) => useQuery(keys.queue(programId), () => api.queue(programId))
export const usePosters = (programId: string) => useQuery(keys.posters(programId), () => api.posters(programId))
export const useCoupons = (programId: string) => useQuery(keys.coupons(programId), () => api.coupons(programId))
/** How many are sold is news whenever pages hear of it. */
export const useFlashSales = (programId: string) =>
  useQuery(keys.flashSales(programId), () => api.flashSales(programId))
/** Tiers, by the names that customers read. */
export const useMembership = (programId: string) =>
  useQuery(keys.membership(programId), async () => (await api.shopData(programId)).membership)
/** Asked for anew whenever the area is opened: it changes with every visit. */
export const useVisits = (programId: string, days: VisitDays) =>
  useQuery(keys.visits(programId, days), () => api.visits(programId, days))
export const useReport = (programId: string, days: ReportDays) =>
  useQuery(keys.report(programId, days), () => api.report(programId, days))
export const usePublishing = (programId: string) =>
  useQuery(keys.publishing(programId), () => api.publishing(programId))
export const useReleases = (programId: string) => useQuery(keys.releases(programId), () => api.releases(programId))

/** @param day - `YYYY-MM-DD` in the shop's zone */
/** From one day to another, both included. */
export const useBookings = (programId: string, from: string, to = from) =>
  useQuery(keys.bookingsOn(programId, from, to), () => api.bookings(programId, from, to))

/** Where a booking could go on a day; asked for anew each time, since it is soon out of date. */
export const useBookingMoves = (programId: string, bookingId: string, day: string) =>
  useQuery(keys.bookingMoves(programId, bookingId, day), () => api.bookingMoves(programId, bookingId, day))

/** The day's orders, and those still open from before midnight. */
export const useOrders = (programId: string) =>
  useQuery(keys.orders(programId), async () => {
    const [open, today] = await Promise.all([api.orders(programId, 'open'), api.orders(programId, 'today')])
    const byId = new Map<string, MerchantOrder>()
    for (const order of [...open, ...today]) {
      const known = byId.get(order.id)
      if (!known || known.version < order.version) byId.set(order.id, order)
    }
    return [...byId.values()]
  })
