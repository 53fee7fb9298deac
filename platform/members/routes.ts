import { z } from 'zod/mini'
import {
  adjustPointsInput,
  handCouponInput,
  member,
  memberExport,
  memberPage,
  stampInput,
} from '#platform/contract/members.ts'
import type { MemberPage } from '#platform/contract/members.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { handClaim } from '#platform/coupons/claims.ts'
import { concealMember } from '#platform/shop/conceal.ts'
import { once } from '#platform/shop/idempotency.ts'
import { programLanguage } from '#platform/shop/program-language.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { readForMerchant, workForMerchant } from '#platform/shop/run-for-merchant.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { defineRoute } from '../http/define-route.ts'
import { eraseMember } from './erase-member.ts'
import { exportMember } from './export-member.ts'
import { loadMemberPage } from './load-member-page.ts'
import { loadMembers } from './load-members.ts'
import { adjustPoints } from './points.ts'
import { stampByHand } from './stamps.ts'

const listMembers = defineRoute({
  method: 'GET',
  path: merchantPaths.members(':programId'),
  summary: 'Members, newest first',
  answer: z.array(member),
  access: memberOfProgram('read'),
  handle: ({ subject }, services) =>
    readForMerchant(services, subject, async (at) =>
      (await loadMembers(at, await programLanguage(at))).map((each) => concealMember(each, subject.role)),
    ),
})

const showMember = defineRoute({
  method: 'GET',
  path: merchantPaths.member(':programId', ':memberId'),
  summary: 'One member with points, orders, bookings, coupons and forms, the newest 50 each',
  answer: memberPage,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params }, services) => readForMerchant(services, subject, (at) => pageOf(at, params.memberId)),
})

const changePoints = defineRoute({
  method: 'POST',
  path: merchantPaths.memberPoints(':programId', ':memberId'),
  summary: 'Adds points by hand, or takes some, with a reason; once per `requestId`',
  input: adjustPointsInput,
  answer: memberPage,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params: { memberId }, input }, services) =>
    workForMerchant(services, subject, async (at) => {
      const principal = `user:${subject.person.id}`
      const asked = { principal, key: input.requestId, route: 'adjust-points', body: { memberId, ...input } }
      await once(at, asked, async () => {
        await adjustPoints(at, memberId, input, principal)
        return { memberId }
      })
      return pageOf(at, memberId)
    }),
})

const giveStamps = defineRoute({
  method: 'POST',
  path: merchantPaths.memberStamps(':programId', ':memberId'),
  summary: 'Stamps from the counter’s hand, or takes some back; once per `requestId`',
  input: stampInput,
  answer: memberPage,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params: { memberId }, input }, services) =>
    workForMerchant(services, subject, async (at) => {
      const principal = `user:${subject.person.id}`
      const asked = { principal, key: input.requestId, route: 'stamp', body: { memberId, ...input } }
      await once(at, asked, async () => {
        await stampByHand(at, memberId, input, principal)
        return { memberId }
      })
      return pageOf(at, memberId)
    }),
})

const takeInCoupon = defineRoute({
  method: 'POST',
  path: merchantPaths.memberCoupon(':programId', ':memberId', ':claimId'),
  summary: 'Takes a coupon in at the counter: it is used; once per `requestId`',
  input: handCouponInput,
  answer: memberPage,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params: { memberId, claimId }, input }, services) =>
    workForMerchant(services, subject, async (at) => {
      const principal = `user:${subject.person.id}`
      const asked = { principal, key: input.requestId, route: 'hand-coupon', body: { memberId, claimId } }
      await once(at, asked, async () => {
        const visitorId = await visitorOfMember(at, memberId)
        await handClaim(at, claimId, visitorId, principal)
        at.emit('member', memberId)
        return { claimId }
      })
      return pageOf(at, memberId)
    }),
})

const exportOne = defineRoute({
  method: 'GET',
  path: merchantPaths.memberExport(':programId', ':memberId'),
  summary: 'All that the shop has of a person, to be handed to them',
  answer: memberExport,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params: { memberId } }, services) =>
    readForMerchant(services, subject, async (at) => {
      const all = await exportMember(at, memberId)
      if (!all) throw new ShopRefusal('not-found', 'There is no such member', [memberId])
      return all
    }),
})

const eraseOne = defineRoute({
  method: 'DELETE',
  path: merchantPaths.member(':programId', ':memberId'),
  summary: 'Forgets a person; orders, payments and receipts stay, of nobody. `conflict` while something is under way',
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params: { memberId } }, services) =>
    workForMerchant(services, subject, async (at) => {
      await eraseMember(at, memberId, `user:${subject.person.id}`)
      return {}
    }),
})

export const memberRoutes = [listMembers, showMember, exportOne, changePoints, giveStamps, takeInCoupon, eraseOne]

async function visitorOfMember({ tx, programId }: ShopTx, memberId: string): Promise<string> {
  const row = isId(memberId)
    ? await tx
        .selectFrom('member')
        .select('visitor_id')
        .where('program_id', '=', programId)
        .where('id', '=', memberId)
        .executeTakeFirst()
    : undefined
  if (!row) throw new ShopRefusal('not-found', 'There is no such member', [memberId])
  return row.visitor_id
}

async function pageOf(at: ShopTx, memberId: string): Promise<MemberPage> {
  const page = await loadMemberPage(at, memberId, await programLanguage(at))
  if (!page) throw new ShopRefusal('not-found', 'There is no such member', [memberId])
  return page
}
