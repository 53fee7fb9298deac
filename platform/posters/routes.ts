/** A shop's posters: where each hangs, and who came by it. */
import { z } from 'zod/mini'
import { memberOfProgram } from '../accounts/access.ts'
import { addPosterInput, posterBoard } from '../contract/posters.ts'
import { merchantPaths } from '../contract/routes.ts'
import { created, defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { notFound } from '../http/failure.ts'
import { changeForMerchant } from '../shop/run-for-merchant.ts'
import { loadPosterBoard } from './load-posters.ts'
import { addPoster, removePoster } from './change-posters.ts'

const list = defineRoute({
  method: 'GET',
  path: merchantPaths.posters(':programId'),
  summary: 'Posters, the address they lead to, and how many came and ordered by each',
  answer: posterBoard,
  access: memberOfProgram('read'),
  handle: ({ subject }, services) => loadPosterBoard(services, subject),
})

const add = defineRoute({
  method: 'POST',
  path: merchantPaths.posters(':programId'),
  summary: 'One more poster, with a code of its own',
  input: addPosterInput,
  answer: posterBoard,
  access: memberOfProgram('run-shop'),
  async handle({ subject, input }, services) {
    await changeForMerchant(services, subject, 'shop', (at) => addPoster(at, input.name))
    return created(await loadPosterBoard(services, subject))
  },
})

const remove = defineRoute({
  method: 'DELETE',
  path: merchantPaths.poster(':programId', ':code'),
  summary: 'Takes a poster off the list; codes that are printed still lead to the shop',
  query: z.object({}),
  answer: posterBoard,
  access: memberOfProgram('run-shop'),
  async handle({ subject, params }, services) {
    if (!(await changeForMerchant(services, subject, 'shop', (at) => removePoster(at, params.code))))
      throw notFound('poster')
    return loadPosterBoard(services, subject)
  },
})

export const posterRoutes: readonly Route[] = [list, add, remove]
