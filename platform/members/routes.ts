import { z } from 'zod/mini'
import { member } from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { concealMember } from '#platform/shop/conceal.ts'
import { programLanguage } from '#platform/shop/program-language.ts'
import { readForMerchant } from '#platform/shop/run-for-merchant.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { defineRoute } from '../http/define-route.ts'
import { loadMembers } from './load-members.ts'

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

export const memberRoutes = [listMembers]
