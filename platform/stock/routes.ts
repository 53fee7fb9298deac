import { z } from 'zod/mini'
import { merchantPaths } from '#platform/contract/routes.ts'
import { addStockEntryInput, changeStockInput, stockEntry, stockLevel } from '#platform/contract/stock.ts'
import { once } from '#platform/shop/idempotency.ts'
import { changeForMerchant, readForMerchant } from '#platform/shop/run-for-merchant.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { loadNames } from '../changes/present.ts'
import { defineRoute } from '../http/define-route.ts'
import { notFound } from '../http/failure.ts'
import { addStockEntry, changeStock } from './change-stock.ts'
import { loadEntries, loadLevels } from './load-stock.ts'

const list = defineRoute({
  method: 'GET',
  path: merchantPaths.stockLevels(':programId'),
  summary: 'How many there are of every variant that is or was counted',
  answer: z.array(stockLevel),
  access: memberOfProgram('read'),
  handle: ({ subject }, services) => readForMerchant(services, subject, (at) => loadLevels(at)),
})

const change = defineRoute({
  method: 'PATCH',
  path: merchantPaths.stock(':programId', ':variantId'),
  summary: 'Whether it is counted, and when few are left',
  input: changeStockInput,
  answer: stockLevel,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params, input }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      await changeStock(at, params.variantId, input)
      return levelOf(at, params.variantId)
    }),
})

const listEntries = defineRoute({
  method: 'GET',
  path: merchantPaths.stockEntries(':programId', ':variantId'),
  summary: 'Why the count moved: the newest hundred moves',
  answer: z.array(stockEntry),
  access: memberOfProgram('read'),
  async handle({ subject, params }, services) {
    const entries = await readForMerchant(services, subject, async (at) => {
      await levelOf(at, params.variantId)
      return loadEntries(at, params.variantId)
    })
    const ids = entries.flatMap(({ by }) => (by === null ? [] : [by]))
    const names = await loadNames(services.db, [...new Set(ids)])
    return entries.map((entry) => ({ ...entry, byName: entry.by === null ? null : (names.get(entry.by) ?? null) }))
  },
})

const addEntry = defineRoute({
  method: 'POST',
  path: merchantPaths.stockEntries(':programId', ':variantId'),
  summary: 'Counts, adds or takes away; twice with one `requestId` is once. `count` begins to count',
  input: addStockEntryInput,
  answer: stockLevel,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params, input }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      const principal = `user:${subject.person.id}`
      const { variantId } = params
      await once(
        at,
        { principal, key: input.requestId, route: 'stock-entry', body: { ...input, variantId } },
        async () => {
          await addStockEntry(at, variantId, input, principal)
          return { variantId }
        },
      )
      return levelOf(at, variantId)
    }),
})

export const stockRoutes = [list, change, listEntries, addEntry]

async function levelOf(at: ShopTx, variantId: string) {
  const level = isId(variantId) ? (await loadLevels(at, variantId))[0] : undefined
  if (!level) throw notFound('stock')
  return level
}
