/** The shop itself for its merchant: today, settings, what a preview draws. */
import { z } from 'zod/mini'
import { slotQuery } from '#model/shop/bookings.ts'
import { quoteRequest } from '#model/shop/orders.ts'
import { loadSlots } from '#platform/bookings/load-slots.ts'
import { changeShopSettingsInput, draftShopData, shopSettings, today } from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { previewQuote } from '#platform/orders/quote.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { programUrl } from '../config.ts'
import { defineRoute } from '../http/define-route.ts'
import type { Services } from '../services.ts'
import { asVisitor } from './as-visitor.ts'
import { concealBooking } from './conceal.ts'
import { loadShopData } from './load-shop-data.ts'
import { loadToday } from './load-today.ts'
import { programLanguage } from './program-language.ts'
import { ShopRefusal } from './refusal.ts'
import { changeForMerchant, readForMerchant } from './run-for-merchant.ts'
import type { ShopTx } from './scope.ts'
import { changeSettings, loadSettings } from './settings.ts'

const readShopData = defineRoute({
  method: 'GET',
  path: merchantPaths.shopData(':programId'),
  summary: 'The shop as a visitor sees it, for canvas and preview',
  answer: draftShopData,
  access: memberOfProgram('read'),
  handle: ({ subject }, services) =>
    readForMerchant(services, subject, async (at) => loadShopData(at.tx, at.programId, await programLanguage(at))),
})

const readToday = defineRoute({
  method: 'GET',
  path: merchantPaths.today(':programId'),
  summary: 'The business day so far',
  answer: today,
  access: memberOfProgram('read'),
  handle: ({ subject }, services) =>
    readForMerchant(services, subject, async (at) => {
      const day = await loadToday(at, await programLanguage(at))
      return { ...day, bookingsNext: day.bookingsNext.map((booking) => concealBooking(booking, subject.role)) }
    }),
})

const readSettings = defineRoute({
  method: 'GET',
  path: merchantPaths.settings(':programId'),
  summary: 'Phone, address, hours, tables',
  answer: shopSettings,
  access: memberOfProgram('read'),
  handle: ({ subject }, services) => readForMerchant(services, subject, (at) => settingsOf(at, services)),
})

const writeSettings = defineRoute({
  method: 'PATCH',
  path: merchantPaths.settings(':programId'),
  summary: 'Changes what is given; published pages show it at once',
  input: changeShopSettingsInput,
  answer: shopSettings,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, input }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      await changeSettings(at, input)
      return settingsOf(at, services)
    }),
})

const quotePreview = defineRoute({
  method: 'POST',
  path: merchantPaths.previewQuote(':programId'),
  summary: 'Prices a cart for the preview, at any hour; errors are a `ShopFailure` as a visitor gets them',
  input: quoteRequest,
  access: memberOfProgram('read'),
  handle: ({ subject, input }, services) =>
    asVisitor(services, subject, async (at) => previewQuote(at, input, await programLanguage(at))),
})

const slotsPreview = defineRoute({
  method: 'GET',
  path: merchantPaths.previewSlots(':programId'),
  summary: 'Slots of a service for the preview; errors are a `ShopFailure` as a visitor gets them',
  query: z.object({
    serviceId: z.string(),
    date: z.string(),
    partySize: z.string(),
    bookingId: z.optional(z.string()),
    resourceId: z.optional(z.string()),
  }),
  access: memberOfProgram('read'),
  handle: ({ subject, query }, services) =>
    asVisitor(services, subject, (at) => {
      const parsed = slotQuery.safeParse({ ...query, partySize: Number(query.partySize) })
      if (!parsed.success) throw new ShopRefusal('bad-request', 'Give serviceId, date (YYYY-MM-DD) and partySize')
      return loadSlots(at, parsed.data)
    }),
})

export const shopRoutes = [readShopData, readToday, readSettings, writeSettings, quotePreview, slotsPreview]

async function settingsOf(at: ShopTx, { config }: Services) {
  const program = await at.tx
    .selectFrom('program')
    .select(['label', 'live_release_id'])
    .where('id', '=', at.programId)
    .executeTakeFirstOrThrow()
  return loadSettings(at, program.live_release_id === null ? null : programUrl(config, program.label))
}
