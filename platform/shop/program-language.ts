import type { ShopLanguage } from '#platform/catalogue/present.ts'
import type { ShopTx } from './scope.ts'

/** The language that the program's customers read. */
export async function programLanguage({ tx, programId }: Pick<ShopTx, 'tx' | 'programId'>): Promise<ShopLanguage> {
  const { language } = await tx
    .selectFrom('program')
    .select('language')
    .where('id', '=', programId)
    .executeTakeFirstOrThrow()
  return language
}
