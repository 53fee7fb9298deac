/** The draft on a phone in the same network: asked for by a member, read by whoever scans the code. */
import { z } from 'zod/mini'
import { slotQuery } from '#model/shop/bookings.ts'
import { quoteRequest } from '#model/shop/orders.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { attemptKey } from '../accounts/auth.ts'
import { limitAttempts } from '../accounts/limit-attempts.ts'
import { loadSlots } from '../bookings/load-slots.ts'
import { draftShopData } from '../contract/merchant.ts'
import { phoneDraft, phonePreview } from '../contract/phone-preview.ts'
import { merchantPaths, phonePaths } from '../contract/routes.ts'
import { withTenant } from '../db/database.ts'
import { created, defineRoute } from '../http/define-route.ts'
import type { Access } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { notFound } from '../http/failure.ts'
import { previewQuote } from '../orders/quote.ts'
import { asVisitor } from '../shop/as-visitor.ts'
import { loadShopData, shopDataTag } from '../shop/load-shop-data.ts'
import { programLanguage } from '../shop/program-language.ts'
import { readForMerchant } from '../shop/run-for-merchant.ts'
import { ShopRefusal } from '../shop/refusal.ts'
import { closePhonePreview, findPhonePreview, openPhonePreview, phoneUserId } from './phone-previews.ts'
import type { OpenPhonePreview } from './phone-previews.ts'

const codesPerPerson = { most: 120, windowSeconds: 60 * 60 }

/** Whoever holds the token of a code that is not over. */
const phone: Access<OpenPhonePreview, { readonly token: string }> = {
  who: 'a phone that scanned a code which is not over',
  async decide(_request, { token }, { db }) {
    const found = await findPhonePreview(db, token)
    if (!found) throw notFound('preview')
    return found
  },
}

const open = defineRoute({
  method: 'POST',
  path: merchantPaths.phonePreviews(':programId'),
  summary: 'A code that shows the draft on phones in the same network, for an hour',
  answer: phonePreview,
  access: memberOfProgram('read'),
  async handle({ subject }, services) {
    await limitAttempts(services.db, attemptKey(services.secret, 'phone', subject.person.id), codesPerPerson)
    const { origins, problem } = services.phoneReach()
    const { id, token, expiresAt } = await openPhonePreview(services.db, subject, subject.person.id)
    const addresses = origins.map((origin) => origin + phonePaths.page(token))
    return created({ id, addresses, problem, expiresAtIso: expiresAt.toISOString() })
  },
})

const close = defineRoute({
  method: 'DELETE',
  path: merchantPaths.phonePreview(':programId', ':previewId'),
  summary: 'Takes a code back: phones that watch by it see no more',
  access: memberOfProgram('read'),
  async handle({ subject, params: { previewId } }, services) {
    if (!(await closePhonePreview(services.db, subject, previewId))) throw notFound('preview')
    services.closeDocumentTo(subject.programId, phoneUserId(previewId))
    return {}
  },
})

const readDraft = defineRoute({
  method: 'GET',
  path: phonePaths.draft(':token'),
  summary: 'Which program a scanned code shows, and until when',
  answer: phoneDraft,
  access: phone,
  handle: ({ subject: { tenantId, programId, expiresAt, createdBy } }, { db }) =>
    withTenant(db, tenantId, async (tx) => {
      const { name, language } = await tx
        .selectFrom('program')
        .select(['name', 'language'])
        .where('id', '=', programId)
        .executeTakeFirstOrThrow()
      return { programId, name, language, expiresAtIso: expiresAt.toISOString(), followsUserId: createdBy }
    }),
})

const readShopData = defineRoute({
  method: 'GET',
  path: phonePaths.shopData(':token'),
  summary: 'The shop as a visitor sees it, with an ETag',
  answer: draftShopData,
  access: phone,
  handle: ({ subject, request }, services) =>
    readForMerchant(services, subject, async (at) => {
      const language = await programLanguage(at)
      const etag = await shopDataTag(at.tx, at.programId, language)
      const headers = { etag, 'cache-control': 'private, no-cache' }
      if (request.raw.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
      return Response.json(await loadShopData(at.tx, at.programId, language), { headers })
    }),
})

const quote = defineRoute({
  method: 'POST',
  path: phonePaths.quotes(':token'),
  summary: 'Prices a cart, and makes nothing of it; errors are a `ShopFailure` as a visitor gets them',
  input: quoteRequest,
  access: phone,
  handle: ({ subject, input }, services) =>
    asVisitor(services, subject, async (at) => previewQuote(at, input, await programLanguage(at))),
})

const slots = defineRoute({
  method: 'GET',
  path: phonePaths.slots(':token'),
  summary: 'Slots of a service; errors are a `ShopFailure` as a visitor gets them',
  query: z.object({ serviceId: z.string(), date: z.string(), partySize: z.string() }),
  access: phone,
  handle: ({ subject, query }, services) =>
    asVisitor(services, subject, (at) => {
      const parsed = slotQuery.safeParse({ ...query, partySize: Number(query.partySize) })
      if (!parsed.success) throw new ShopRefusal('bad-request', 'Give serviceId, date (YYYY-MM-DD) and partySize')
      return loadSlots(at, parsed.data)
    }),
})

export const phonePreviewRoutes: readonly Route[] = [open, close, readDraft, readShopData, quote, slots]
