import { merchantPaths } from '#platform/contract/routes.ts'
import { changeTaxInput, taxSettings } from '#platform/contract/taxes.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { defineRoute } from '../http/define-route.ts'
import { changeForMerchant, readForMerchant } from './run-for-merchant.ts'
import { changeTaxes, loadTaxes } from './taxes.ts'

const readTaxes = defineRoute({
  method: 'GET',
  path: merchantPaths.taxes(':programId'),
  summary: 'Whether prices hold tax, and the rates',
  answer: taxSettings,
  access: memberOfProgram('read'),
  handle: ({ subject }, services) => readForMerchant(services, subject, loadTaxes),
})

const writeTaxes = defineRoute({
  method: 'PATCH',
  path: merchantPaths.taxes(':programId'),
  summary: 'Changes what is given, for orders from now on',
  input: changeTaxInput,
  answer: taxSettings,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, input }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      await changeTaxes(at, input)
      return loadTaxes(at)
    }),
})

export const taxRoutes = [readTaxes, writeTaxes]
