import { findErrors } from '#compiler/checks/find-errors.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import type { ShopData } from '#components/kit/view.ts'
import { Failure } from '../http/failure.ts'
import { loadShopData } from '../shop/load-shop-data.ts'
import { programLanguage } from '../shop/program-language.ts'
import type { ShopTx } from '../shop/scope.ts'

/**
 * Whatever the editor says has to be fixed before publishing has to be fixed, whoever asks.
 * @throws {@link Failure} `has-errors`, an issue for each: its path is a block, a page, or the program
 */
export async function requireNoErrors(shop: ShopTx, compiled: CompiledProgram): Promise<void> {
  const language = await programLanguage(shop)
  const data = (await loadShopData(shop.tx, shop.programId, language)) as ShopData
  const errors = findErrors(compiled, data, shop.now.epochMilliseconds)
  if (errors.length === 0) return
  const issues = errors.map(({ code, place, pageId }) => ({
    path: place.kind === 'node' ? place.nodeId : (pageId ?? 'program'),
    message: code,
  }))
  throw new Failure('has-errors', 'Some things have to be fixed before publishing', issues)
}
