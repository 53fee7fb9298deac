import { memberOfProgram } from '../accounts/access.ts'
import { reportQuery, salesReport } from '../contract/reports.ts'
import { merchantPaths } from '../contract/routes.ts'
import { defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { programLanguage } from '../shop/program-language.ts'
import { readForMerchant } from '../shop/run-for-merchant.ts'
import { loadReport } from './load-report.ts'

const usualDays = 28

const readReport = defineRoute({
  method: 'GET',
  path: merchantPaths.report(':programId'),
  summary: 'What was sold by day, hour, dish and way of selling, what was booked, and which members came back',
  query: reportQuery,
  answer: salesReport,
  access: memberOfProgram('read'),
  handle: ({ subject, query }, services) =>
    readForMerchant(services, subject, async (at) =>
      loadReport(at, Number(query.days ?? usualDays), await programLanguage(at)),
    ),
})

export const reportRoutes: readonly Route[] = [readReport]
