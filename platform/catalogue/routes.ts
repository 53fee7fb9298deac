import {
  changeCategoryInput,
  changeDishInput,
  merchantCatalogue,
  merchantDish,
  soldOutInput,
} from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { saveDishInput, savedDish } from '#platform/contract/save-dish.ts'
import { once } from '#platform/shop/idempotency.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { programLanguage } from '#platform/shop/program-language.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { changeForMerchant, readForMerchant } from '#platform/shop/run-for-merchant.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { defineRoute } from '../http/define-route.ts'
import { changeDish, setSoldOut } from './change-dish.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { saveDish } from './save-dish.ts'
import { changeServed } from './change-category.ts'
import { presentCatalogue, presentMerchantDish } from './present.ts'

const readCatalogue = defineRoute({
  method: 'GET',
  path: merchantPaths.catalogue(':programId'),
  summary: 'Every dish, hidden ones too, in every language',
  answer: merchantCatalogue,
  access: memberOfProgram('read'),
  handle: ({ subject }, services) =>
    readForMerchant(services, subject, async (at) =>
      presentCatalogue(await loadCatalogue(at), (await loadShop(at)).currency, await programLanguage(at)),
    ),
})

const changeOneDish = defineRoute({
  method: 'PATCH',
  path: merchantPaths.dish(':programId', ':dishId'),
  summary: 'Changes a dish; live at once, without publishing. `conflict` when it is no longer at `ifVersion`',
  input: changeDishInput,
  answer: merchantDish,
  access: memberOfProgram('edit'),
  handle: ({ subject, params, input }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      await changeDish(at, params.dishId, input)
      return dishOf(at, params.dishId)
    }),
})

const saveOneDish = defineRoute({
  method: 'POST',
  path: merchantPaths.saveDish(':programId'),
  summary: 'Makes a dish, or changes all that is said of one; live at once, without publishing',
  input: saveDishInput,
  answer: savedDish,
  access: memberOfProgram('edit'),
  handle({ subject, input }, services) {
    const { requestId: key, ...body } = input
    const principal = `user:${subject.person.id}`
    return changeForMerchant(services, subject, 'shop', (at) =>
      once(at, { principal, key, route: 'save-dish', body }, async () => ({ dishId: await saveDish(at, input) })),
    )
  },
})

const sellOutDish = defineRoute({
  method: 'PUT',
  path: merchantPaths.dishSoldOut(':programId', ':dishId'),
  summary: 'Sold out, until a time or until it is put back',
  input: soldOutInput,
  answer: merchantDish,
  access: memberOfProgram('edit'),
  handle: ({ subject, params, input }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      await setSoldOut(at, params.dishId, input.soldOut, dateOf(input.untilIso))
      return dishOf(at, params.dishId)
    }),
})

const changeCategory = defineRoute({
  method: 'PATCH',
  path: merchantPaths.category(':programId', ':categoryId'),
  summary: 'When a category is served; outside of that its dishes cannot be ordered',
  input: changeCategoryInput,
  answer: merchantCatalogue,
  access: memberOfProgram('edit'),
  handle: ({ subject, params, input }, services) =>
    changeForMerchant(services, subject, 'shop', async (at) => {
      await changeServed(at, params.categoryId, input.served)
      return presentCatalogue(await loadCatalogue(at), (await loadShop(at)).currency, await programLanguage(at))
    }),
})

export const catalogueRoutes = [readCatalogue, saveOneDish, changeCategory, changeOneDish, sellOutDish]

async function dishOf(at: ShopTx, dishId: string) {
  const { dishes } = await loadCatalogue(at)
  const dish = dishes.find(({ id }) => id === dishId)
  if (!dish) throw new ShopRefusal('not-found', 'There is no such dish')
  return presentMerchantDish(dish, await programLanguage(at))
}

function dateOf(iso: string | null): Date | null {
  if (iso === null) return null
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) throw new ShopRefusal('bad-request', 'untilIso is not a time')
  return date
}
