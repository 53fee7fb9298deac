import { z } from 'zod/mini'
import { merchantPaths as paths } from '#platform/contract/routes.ts'
import { stockEntry, stockLevel } from '#platform/contract/stock.ts'
import type { AddStockEntryInput, ChangeStockInput } from '#platform/contract/stock.ts'
import type { Request } from './request.ts'

/** How many there are of what is sold. */
export function createStockApi(request: Request) {
  return {
    levels: (programId: string) => request(z.array(stockLevel), paths.stockLevels(programId)),
    change: (programId: string, variantId: string, input: ChangeStockInput) =>
      request(stockLevel, paths.stock(programId, variantId), { method: 'PATCH', body: input }),
    entries: (programId: string, variantId: string) =>
      request(z.array(stockEntry), paths.stockEntries(programId, variantId)),
    /** @param input - the same `requestId` twice moves the count once */
    add: (programId: string, variantId: string, input: AddStockEntryInput) =>
      request(stockLevel, paths.stockEntries(programId, variantId), { method: 'POST', body: input }),
  }
}
