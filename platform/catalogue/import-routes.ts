/** The menu from a file: first what it would change, then all of it or nothing. */
import { importedMenu, importMenuInput, menuFileInput, menuFilePlan } from '#platform/contract/menu-file.ts'
import type { MenuFileInput } from '#platform/contract/menu-file.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { withTenant } from '#platform/db/database.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { bumpDataVersion } from '#platform/shop/data-version.ts'
import { once } from '#platform/shop/idempotency.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { programLanguage } from '#platform/shop/program-language.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { changeForMerchant, readForMerchant } from '#platform/shop/run-for-merchant.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { defineRoute } from '../http/define-route.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { planImport } from './plan-import.ts'
import { writeMenu } from './write-menu.ts'

/** Two thousand rows of long descriptions in two languages. */
const mostBytes = 4 * 1024 * 1024

const previewImport = defineRoute({
  method: 'POST',
  path: merchantPaths.menuImportPreview(':programId'),
  summary: 'What a table of the menu would change, and what of it cannot be read; changes nothing',
  input: menuFileInput,
  answer: menuFilePlan,
  maxBodyBytes: mostBytes,
  access: memberOfProgram('edit'),
  handle: ({ subject, input }, services) =>
    readForMerchant(services, subject, async (at) => {
      const { problems, changes, basis } = await planOf(at, input)
      return { problems, changes, basis }
    }),
})

const importMenu = defineRoute({
  method: 'POST',
  path: merchantPaths.menuImport(':programId'),
  summary: 'Does what the preview showed, all or nothing; `conflict` when it would be something else by now',
  input: importMenuInput,
  answer: importedMenu,
  maxBodyBytes: mostBytes,
  access: memberOfProgram('edit'),
  async handle({ subject, input }, services) {
    const { requestId: key, basis, ...file } = input
    const principal = `user:${subject.person.id}`
    const result = await changeForMerchant(services, subject, 'shop', (at) =>
      once(at, { principal, key, route: 'import-menu', body: { basis, ...file } }, async () => {
        const plan = await planOf(at, file)
        if (plan.problems.length > 0) throw new ShopRefusal('bad-request', 'The table cannot be read')
        if (plan.basis !== basis) throw new ShopRefusal('conflict', 'The menu is another by now')
        await writeMenu(at, plan.writes)
        if (plan.writes.length > 0) await bumpDataVersion(at, 'catalogue')
        return { changes: String(plan.changes.length) }
      }),
    )
    const changes = Number(result.changes)
    const newest = await withTenant(services.db, subject.tenantId, (tx) =>
      tx
        .selectFrom('shop_change')
        .select('act_id')
        .where('program_id', '=', subject.programId)
        .where('actor', '=', subject.person.id)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst(),
    )
    return { changes, actId: changes === 0 ? null : (newest?.act_id ?? null) }
  },
})

export const menuImportRoutes = [previewImport, importMenu]

async function planOf(at: ShopTx, { rows, isWhole }: MenuFileInput) {
  const { currency } = await loadShop(at)
  const language = await programLanguage(at)
  return planImport(await loadCatalogue(at), rows, { currency, language, isWhole, newId: uuidv7 })
}
