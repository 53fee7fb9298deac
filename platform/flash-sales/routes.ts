import { z } from 'zod/mini'
import { changeFlashSaleInput, createFlashSaleInput, merchantFlashSale } from '#platform/contract/flash-sales.ts'
import type { MerchantFlashSale } from '#platform/contract/flash-sales.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { once } from '#platform/shop/idempotency.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { changeForMerchant, readForMerchant } from '#platform/shop/run-for-merchant.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { created, defineRoute } from '../http/define-route.ts'
import { changeFlashSale, createFlashSale } from './change-sale.ts'
import { loadMerchantSales } from './load-sales.ts'

const listSales = defineRoute({
  method: 'GET',
  path: merchantPaths.flashSales(':programId'),
  summary: 'Flash sales, those that run or come first, with how many were sold',
  answer: z.array(merchantFlashSale),
  access: memberOfProgram('read'),
  handle: ({ subject }, services) => readForMerchant(services, subject, (at) => loadMerchantSales(at)),
})

const makeSale = defineRoute({
  method: 'POST',
  path: merchantPaths.flashSales(':programId'),
  summary: 'Makes a flash sale; on pages at once. Sent twice with one `requestId`, it answers with the same sale',
  input: createFlashSaleInput,
  answer: merchantFlashSale,
  access: memberOfProgram('edit'),
  handle: ({ subject, input: { requestId, ...definition } }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      const principal = `user:${subject.person.id}`
      const asked = { principal, key: requestId, route: 'create-flash-sale', body: definition }
      const { saleId } = await once(at, asked, () => createFlashSale(at, definition))
      return created(await saleOf(at, saleId))
    }),
})

const changeSale = defineRoute({
  method: 'PATCH',
  path: merchantPaths.flashSale(':programId', ':saleId'),
  summary: 'Changes or pauses a flash sale; orders keep their price. `conflict` when it is not at `ifVersion`',
  input: changeFlashSaleInput,
  answer: merchantFlashSale,
  access: memberOfProgram('edit'),
  handle: ({ subject, params, input }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      await changeFlashSale(at, params.saleId, input)
      return saleOf(at, params.saleId)
    }),
})

export const flashSaleRoutes = [listSales, makeSale, changeSale]

async function saleOf(at: ShopTx, saleId: string): Promise<MerchantFlashSale> {
  const [sale] = await loadMerchantSales(at, saleId)
  if (!sale) throw new ShopRefusal('not-found', 'There is no such sale')
  return sale
}
