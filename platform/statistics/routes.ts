import { memberOfProgram } from '../accounts/access.ts'
import { blockFigures, visits, visitsQuery } from '../contract/visits.ts'
import { merchantPaths } from '../contract/routes.ts'
import { defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { loadReleasedProgram } from '../releases/release-files.ts'
import { readForMerchant } from '../shop/run-for-merchant.ts'
import { loadBlockFigures } from './load-visits.ts'
import { loadRawVisits, presentVisits } from './present-visits.ts'

/** What is on the canvas is what was seen lately. */
const figuresOfDays = 28
/** Pages and blocks that none of the newest releases has are shown without a name. */
const mostReleasesRead = 5

const readVisits = defineRoute({
  method: 'GET',
  path: merchantPaths.visits(':programId'),
  summary: 'How the published program is used: visits, pages, blocks, orders begun and finished; sums without persons',
  query: visitsQuery,
  answer: visits,
  access: memberOfProgram('read'),
  async handle({ subject, query }, services) {
    const days = Number(query.days ?? figuresOfDays)
    const { known, ...raw } = await readForMerchant(services, subject, (at) => loadRawVisits(at, days))
    const newest = [...new Set(known.map(({ programSha256 }) => programSha256))].slice(0, mostReleasesRead)
    const programs = await Promise.all(newest.map((sha256) => loadReleasedProgram(services.blobs, sha256)))
    return presentVisits(raw, programs)
  },
})

const readBlockFigures = defineRoute({
  method: 'GET',
  path: merchantPaths.blockFigures(':programId'),
  summary: 'How often each block was seen and tapped in the last 28 days, by the ids of the document',
  answer: blockFigures,
  access: memberOfProgram('read'),
  handle: ({ subject }, services) => readForMerchant(services, subject, (at) => loadBlockFigures(at, figuresOfDays)),
})

export const statisticsRoutes: readonly Route[] = [readVisits, readBlockFigures]
