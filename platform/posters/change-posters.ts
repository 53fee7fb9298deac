import { slugFrom } from '#model/index.ts'
import { fixedPosters, tableVia } from '../contract/posters.ts'
import { ShopRefusal } from '../shop/refusal.ts'
import type { ShopTx } from '../shop/scope.ts'

const mostPosters = 200
const longestStem = 30

/** @throws ShopRefusal `bad-request` when there are too many */
export async function addPoster(at: ShopTx, name: string): Promise<void> {
  const rows = await at.tx.selectFrom('poster').select('code').where('program_id', '=', at.programId).execute()
  if (rows.length >= mostPosters) throw new ShopRefusal('bad-request', `There may be ${mostPosters} posters`)
  const code = freeCode(name, new Set([...fixedPosters, tableVia, ...rows.map(({ code }) => code)]))
  await at.tx
    .insertInto('poster')
    .values({ ...at.keys, code, name })
    .execute()
}

/** @returns false when there is none with this code */
export async function removePoster(at: ShopTx, code: string): Promise<boolean> {
  const { numDeletedRows } = await at.tx
    .deleteFrom('poster')
    .where('program_id', '=', at.programId)
    .where('code', '=', code)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** With the code that is printed on it. */
export async function bringPosterBack(at: ShopTx, code: string, name: string): Promise<void> {
  await at.tx
    .insertInto('poster')
    .values({ ...at.keys, code, name })
    .execute()
}

/** A code that can be read in the address; a name without a Latin letter becomes a number. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const stem = slugFrom(name).slice(0, longestStem).replace(/-+$/, '') || 'poster'
  if (!taken.has(stem)) return stem
  for (let number = 2; ; number++) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`
}
