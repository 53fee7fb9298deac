/** No route that writes forgets to say who did it: each is called here, or says why it has nothing to tell. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allRoutes } from '../all-routes.ts'
import type { MerchantCoupon } from '../contract/coupons.ts'
import type { MerchantFlashSale } from '../contract/flash-sales.ts'
import type { ImportedMenu, MenuFilePlan } from '../contract/menu-file.ts'
import { inviteResult } from '../contract/people.ts'
import type { MerchantOrder } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import type { ChangeKind } from '../contract/shop-changes.ts'
import { employ, letIn, signUp } from '../testing/platform.ts'
import type { Answer } from '../testing/platform.ts'
import { couponWish, createChangedShop, customerName, customerPhone } from './testing.ts'
import type { ChangedShop, Person } from './testing.ts'

let shop: ChangedShop
let guest: Person
let member: Person

beforeAll(async () => {
  shop = await createChangedShop()
  guest = await signUp(shop.platform, 'Bo')
  member = await signUp(shop.platform, 'Cy')
  await employ(shop.platform, member, shop.workspaceId, 'viewer')
})
afterAll(() => shop.close())

/** Has no rows of the shop to change. */
const elsewhere: { readonly [route: string]: string } = {
  'POST /api/workspaces/:workspaceId/programs': 'what a shop begins with is no change of it',
  'POST /api/programs/:programId/history': 'the document’s own history',
  'PATCH /api/programs/:programId/history/versions/:seq': 'the document’s own history',
  'POST /api/programs/:programId/history/visit': 'where somebody stopped looking',
  'POST /api/workspaces/:workspaceId/pictures': 'the library says who added what',
  'PATCH /api/workspaces/:workspaceId/pictures/:pictureId': 'the library of a workspace, not its shops',
  'POST /api/programs/:programId/preview-links': 'ends by itself',
  'DELETE /api/programs/:programId/preview-links/:linkId': 'ends by itself',
  'POST /api/programs/:programId/releases': 'releases have a history of their own',
  'POST /api/programs/:programId/releases/:releaseId/activate': 'releases have a history of their own',
  'POST /api/programs/:programId/unpublish': 'releases have a history of their own',
  'POST /api/programs/:programId/plans': 'releases have a history of their own',
  'DELETE /api/programs/:programId/plans/:planId': 'releases have a history of their own',
  'PATCH /api/programs/:programId/rollouts/:rolloutId': 'releases have a history of their own',
  'POST /api/programs/:programId/rollouts/:rolloutId': 'releases have a history of their own',
  'POST /api/programs/:programId/phone-previews': 'ends by itself',
  'DELETE /api/programs/:programId/phone-previews/:previewId': 'ends by itself',
  'POST /api/phone/:token/quotes': 'keeps nothing',
  'POST /api/programs/:programId/preview/quotes': 'keeps nothing',
  'POST /api/programs/:programId/comments': 'comments say themselves who said what',
  'POST /api/programs/:programId/comments/:threadId/replies': 'comments say themselves who said what',
  'PATCH /api/programs/:programId/comments/:threadId': 'comments say themselves who said what',
  'PATCH /api/programs/:programId/comments/:threadId/replies/:commentId': 'comments say themselves who said what',
  'PATCH /api/programs/:programId/submissions/:submissionId': 'what a customer sent says itself who dealt with it',
  'DELETE /api/programs/:programId/submissions/:submissionId': 'erased is erased',
  'POST /api/programs/:programId/catalogue/import/preview': 'changes nothing',
  'POST /api/programs/:programId/stock/:variantId/entries': 'the ledger of the stock says itself who moved it',
  'DELETE /api/programs/:programId/members/:memberId': 'erased is erased; the ledger says who did it',
  'POST /api/programs/:programId/members/:memberId/points': 'the ledger says who it was, and why',
  'POST /api/programs/:programId/members/:memberId/stamps': 'the ledger says who it was',
  'POST /api/programs/:programId/members/:memberId/coupons/:claimId': 'the coupon says who took it in',
  'PUT /api/programs/:programId/queue': 'turned on and off through the day',
  'POST /api/programs/:programId/queue/tickets': 'the customers’ side, over by the end of the day',
  'POST /api/programs/:programId/queue/tickets/:ticketId/actions': 'the customers’ side, over by the end of the day',
  'POST /api/programs/:programId/jobs': 'the customers’ side: its steps say what was done and when',
  'POST /api/programs/:programId/jobs/:jobId/actions': 'the customers’ side: its steps say what was done and when',
  'DELETE /api/programs/:programId/jobs/:jobId': 'the customers’ side: erased, nothing of it is to be told',
  'POST /api/workspaces/:workspaceId/webhooks': 'the address says itself who added it',
  'PATCH /api/workspaces/:workspaceId/webhooks/:webhookId': 'of the workspace, not of a shop',
  'DELETE /api/workspaces/:workspaceId/webhooks/:webhookId': 'of the workspace, not of a shop',
  'POST /api/workspaces/:workspaceId/webhooks/:webhookId/deliveries/:deliveryId/again': 'the log says what was sent',
  'POST /api/auth/sign-up/email': 'an account, not a shop',
  'POST /api/auth/sign-in/email': 'an account, not a shop',
  'POST /api/auth/sign-out': 'an account, not a shop',
  'POST /api/demo': 'an account, not a shop',
}

interface Told {
  readonly kind: ChangeKind
  readonly by?: () => Person
  call(): Promise<Answer>
}

const key = (link: string): string => link.slice(link.lastIndexOf('/') + 1)
const invite = async (path: string) =>
  inviteResult.parse((await shop.owner.call('POST', path, { body: { role: 'viewer' } })).body).invitation
const newCoupon = async () =>
  (await shop.owner.call('POST', merchantPaths.coupons(shop.programId), { body: couponWish() })).body as MerchantCoupon
/** For an hour, so many hours from now. */
const newFlashSale = async (inHours: number) =>
  shop.owner.call('POST', merchantPaths.flashSales(shop.programId), {
    body: {
      requestId: crypto.randomUUID(),
      variantId: (await shop.catalogue()).dishes[3]!.variants[0]!.id,
      priceMinor: 100,
      quantity: 10,
      perPerson: 1,
      startsAtIso: new Date(Date.now() + inHours * 3_600_000).toISOString(),
      endsAtIso: new Date(Date.now() + (inHours + 1) * 3_600_000).toISOString(),
    },
  })
const newPoster = () => shop.owner.call('POST', merchantPaths.posters(shop.programId), { body: { name: 'Fridge' } })

/** The second dish of the menu at another price. */
async function importTea(price: string): Promise<Answer> {
  const dish = (await shop.catalogue()).dishes[1]!
  const rows = [
    ['Dish ID', 'Size ID', 'Price'],
    [dish.id, dish.variants[0]!.id, price],
  ]
  const file = { rows, isWhole: false }
  const preview = await shop.owner.call('POST', merchantPaths.menuImportPreview(shop.programId), { body: file })
  const { basis } = preview.body as MenuFilePlan
  const body = { ...file, basis, requestId: crypto.randomUUID() }
  return shop.owner.call('POST', merchantPaths.menuImport(shop.programId), { body })
}

const told: { readonly [route: string]: Told } = {
  'PATCH /api/programs/:programId': {
    kind: 'shop',
    call: () => shop.owner.call('PATCH', merchantPaths.program(shop.programId), { body: { name: 'Happy Noodles' } }),
  },
  'PATCH /api/programs/:programId/catalogue/dishes/:dishId': {
    kind: 'dish',
    call: async () => shop.setPrice((await shop.catalogue()).dishes[0]!, 4200),
  },
  'PUT /api/programs/:programId/catalogue/dishes/:dishId/sold-out': {
    kind: 'dish',
    async call() {
      const { id } = (await shop.catalogue()).dishes[1]!
      const body = { soldOut: true, untilIso: null }
      return shop.owner.call('PUT', merchantPaths.dishSoldOut(shop.programId, id), { body })
    },
  },
  'POST /api/programs/:programId/catalogue/dishes': {
    kind: 'dish',
    async call() {
      const { categories } = await shop.catalogue()
      const what = { name: 'Congee', description: '', language: 'en', category: { id: categories[0]!.id }, dish: null }
      const variants = [{ id: null, name: '', priceMinor: 900 }]
      const body = { ...what, variants, requestId: crypto.randomUUID() }
      return shop.owner.call('POST', merchantPaths.saveDish(shop.programId), { body })
    },
  },
  'PATCH /api/programs/:programId/taxes': {
    kind: 'shop',
    call: () =>
      shop.owner.call('PATCH', merchantPaths.taxes(shop.programId), { body: { mode: 'included', usualPcm: 13_000 } }),
  },
  'PATCH /api/programs/:programId/catalogue/categories/:categoryId': {
    kind: 'category',
    async call() {
      const { id } = (await shop.catalogue()).categories[0]!
      const body = { served: [{ day: 1, opens: '06:00', closes: '10:00' }] }
      const answer = await shop.owner.call('PATCH', merchantPaths.category(shop.programId, id), { body })
      // Others order from it.
      await shop.sql('UPDATE category SET served = NULL')
      return answer
    },
  },
  'POST /api/programs/:programId/catalogue/import': { kind: 'dish', call: () => importTea('9.50') },
  'POST /api/programs/:programId/changes/acts/:actId/take-back': {
    kind: 'dish',
    async call() {
      const { actId } = (await importTea('9.00')).body as ImportedMenu
      return shop.owner.call('POST', merchantPaths.takeBackAct(shop.programId, actId ?? ''), { body: {} })
    },
  },
  'PATCH /api/programs/:programId/stock/:variantId': {
    kind: 'dish',
    async call() {
      const variantId = (await shop.catalogue()).dishes[2]!.variants[0]!.id
      const body = { requestId: crypto.randomUUID(), kind: 'count', quantity: 40, note: '' }
      await shop.owner.call('POST', merchantPaths.stockEntries(shop.programId, variantId), { body })
      return shop.owner.call('PATCH', merchantPaths.stock(shop.programId, variantId), { body: { lowAt: 8 } })
    },
  },
  'PATCH /api/programs/:programId/settings': {
    kind: 'shop',
    call: () => shop.owner.call('PATCH', merchantPaths.settings(shop.programId), { body: { address: '1 New Road' } }),
  },
  'POST /api/programs/:programId/coupons': {
    kind: 'coupon',
    call: () => shop.owner.call('POST', merchantPaths.coupons(shop.programId), { body: couponWish() }),
  },
  'PATCH /api/programs/:programId/coupons/:couponId': {
    kind: 'coupon',
    async call() {
      const { id } = await newCoupon()
      return shop.owner.call('PATCH', merchantPaths.coupon(shop.programId, id), {
        body: { ifVersion: 1, paused: true },
      })
    },
  },
  'POST /api/programs/:programId/flash-sales': { kind: 'flash-sale', call: () => newFlashSale(1) },
  'PATCH /api/programs/:programId/flash-sales/:saleId': {
    kind: 'flash-sale',
    async call() {
      const { id } = (await newFlashSale(3)).body as MerchantFlashSale
      return shop.owner.call('PATCH', merchantPaths.flashSale(shop.programId, id), {
        body: { ifVersion: 1, paused: true },
      })
    },
  },
  'POST /api/programs/:programId/posters': { kind: 'poster', call: newPoster },
  'DELETE /api/programs/:programId/posters/:code': {
    kind: 'poster',
    async call() {
      await newPoster()
      return shop.owner.call('DELETE', merchantPaths.poster(shop.programId, 'fridge'))
    },
  },
  'POST /api/programs/:programId/orders/:orderId/actions': {
    kind: 'order',
    async call() {
      const path = merchantPaths.orderAction(shop.programId, await shop.placeOrder())
      return shop.owner.call('POST', path, { body: { action: 'reject', reason: `${customerName} rang` } })
    },
  },
  'POST /api/programs/:programId/orders/:orderId/tickets/:ticketId/moves': {
    kind: 'order',
    async call() {
      const orderId = await shop.placeOrder()
      const accepted = await shop.owner.call('POST', merchantPaths.orderAction(shop.programId, orderId), {
        body: { action: 'accept' },
      })
      const [ticket] = (accepted.body as MerchantOrder).tickets ?? []
      return shop.owner.call('POST', merchantPaths.ticketMoves(shop.programId, orderId, ticket?.id ?? ''), {
        body: { requestId: crypto.randomUUID(), from: 'new', to: 'cooking' },
      })
    },
  },
  'PUT /api/programs/:programId/delivery': {
    kind: 'delivery-zone',
    call: () =>
      shop.owner.call('PUT', merchantPaths.delivery(shop.programId), {
        body: {
          zones: [
            { name: 'Near', areas: ['200040'], feeMinor: 500, minSpendMinor: 0, freeFromMinor: null, rideMinutes: 20 },
          ],
        },
      }),
  },
  'PATCH /api/programs/:programId/stations': {
    kind: 'station',
    call: () =>
      shop.owner.call('PATCH', merchantPaths.stations(shop.programId), { body: { stations: [{ name: 'Wok' }] } }),
  },
  'POST /api/programs/:programId/orders/:orderId/refunds': {
    kind: 'order',
    async call() {
      const orderId = await shop.placeOrder()
      for (const action of ['accept', 'complete'])
        await shop.owner.call('POST', merchantPaths.orderAction(shop.programId, orderId), { body: { action } })
      return shop.owner.call('POST', merchantPaths.orderRefunds(shop.programId, orderId), {
        body: { requestId: crypto.randomUUID(), amountMinor: 100, reason: `${customerName} rang` },
      })
    },
  },
  'POST /api/programs/:programId/bookings/:bookingId/moves': {
    kind: 'booking',
    async call() {
      const path = merchantPaths.moveBooking(shop.programId, await shop.book())
      const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
      const slots = (await shop.owner.call('GET', `${path}?date=${day}`)).body as { readonly startsAtIso: string }[]
      return shop.owner.call('POST', path, { body: { ifVersion: 2, startsAtIso: slots.at(-1)?.startsAtIso } })
    },
  },
  'POST /api/programs/:programId/bookings/:bookingId/actions': {
    kind: 'booking',
    async call() {
      const path = merchantPaths.bookingAction(shop.programId, await shop.book())
      return shop.owner.call('POST', path, { body: { action: 'check-in' } })
    },
  },
  'POST /api/programs/:programId/changes/:seq/take-back': {
    kind: 'dish',
    async call() {
      await shop.setPrice((await shop.catalogue()).dishes[2]!, 7700)
      const [change] = (await shop.changes()).changes
      return shop.takeBack(change!)
    },
  },
  'POST /api/programs/:programId/invitations': {
    kind: 'invitation',
    call: () => shop.owner.call('POST', merchantPaths.invitations(shop.programId), { body: { role: 'viewer' } }),
  },
  'DELETE /api/programs/:programId/invitations/:invitationId': {
    kind: 'invitation',
    async call() {
      const { id } = await invite(merchantPaths.invitations(shop.programId))
      return shop.owner.call('DELETE', merchantPaths.invitation(shop.programId, id))
    },
  },
  'POST /api/workspaces/:workspaceId/invitations': {
    kind: 'invitation',
    call: () =>
      shop.owner.call('POST', merchantPaths.workspaceInvitations(shop.workspaceId), { body: { role: 'viewer' } }),
  },
  'DELETE /api/workspaces/:workspaceId/invitations/:invitationId': {
    kind: 'invitation',
    async call() {
      const { id } = await invite(merchantPaths.workspaceInvitations(shop.workspaceId))
      return shop.owner.call('DELETE', merchantPaths.workspaceInvitation(shop.workspaceId, id))
    },
  },
  'POST /api/invitations/:key/accept': {
    kind: 'person',
    by: () => guest,
    async call() {
      const { link } = await invite(merchantPaths.invitations(shop.programId))
      return guest.call('POST', merchantPaths.acceptInvitation(key(link)))
    },
  },
  'PATCH /api/programs/:programId/people/:userId': {
    kind: 'person',
    call: () =>
      shop.owner.call('PATCH', merchantPaths.person(shop.programId, member.me.user.id), { body: { role: 'editor' } }),
  },
  'DELETE /api/programs/:programId/people/:userId': {
    kind: 'person',
    async call() {
      const passing = await signUp(shop.platform, 'Di')
      await letIn(shop.owner, passing, merchantPaths.invitations(shop.programId), 'viewer')
      return shop.owner.call('DELETE', merchantPaths.person(shop.programId, passing.me.user.id))
    },
  },
  'PATCH /api/workspaces/:workspaceId/people/:userId': {
    kind: 'person',
    call: () =>
      shop.owner.call('PATCH', merchantPaths.workspacePerson(shop.workspaceId, member.me.user.id), {
        body: { role: 'designer' },
      }),
  },
  'DELETE /api/workspaces/:workspaceId/people/:userId': {
    kind: 'person',
    async call() {
      const passing = await signUp(shop.platform, 'Ed')
      await employ(shop.platform, passing, shop.workspaceId, 'editor')
      return shop.owner.call('DELETE', merchantPaths.workspacePerson(shop.workspaceId, passing.me.user.id))
    },
  },
}

test('every route that writes is called here, or says why it has nothing to tell', () => {
  const writing = allRoutes.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)
  expect(writing.sort()).toEqual([...Object.keys(elsewhere), ...Object.keys(told)].sort())
})

test.each(Object.entries(told))('%s says who did it', async (_, { kind, by = () => shop.owner, call }) => {
  const newest = async () =>
    (await shop.sql<{ seq: number }>('SELECT coalesce(max(seq), 0)::int AS seq FROM shop_change'))[0]!.seq
  const before = await newest()
  const answer = await call()
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  const rows = await shop.sql<{ kind: string; actor: string }>(
    'SELECT kind, actor FROM shop_change WHERE seq > $1 ORDER BY seq DESC',
    [before],
  )
  expect(rows[0]).toEqual({ kind, actor: by().me.user.id })
})

test('nothing that a customer said of themselves is in it, nor an address', async () => {
  await shop.owner.call('POST', merchantPaths.invitations(shop.programId), {
    body: { role: 'viewer', email: 'someone@example.com' },
  })
  const rows = await shop.sql<{ text: string }>('SELECT to_jsonb(c)::text AS text FROM shop_change c')
  expect(rows.length).toBeGreaterThan(20)
  const all = rows.map(({ text }) => text).join('\n')
  for (const personal of [customerName, customerPhone, 'example.com', 'rang']) expect(all).not.toContain(personal)
})
