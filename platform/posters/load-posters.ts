import { sql } from 'kysely'
import { compileTheme } from '#compiler/compile-theme.ts'
import { openProgram } from '#model/index.ts'
import { themeColours } from '#runtime/theme-css.ts'
import { programUrl } from '../config.ts'
import type { PosterBoard, PosterColours } from '../contract/posters.ts'
import type { Services } from '../services.ts'
import { loadTables } from '../shop/load-shop-data.ts'
import { readForMerchant } from '../shop/run-for-merchant.ts'
import type { ShopScope, ShopTx } from '../shop/scope.ts'

export async function loadPosterBoard(services: Services, scope: ShopScope): Promise<PosterBoard> {
  const colours = await coloursOf(services, scope.programId)
  return readForMerchant(services, scope, async (at) => {
    const program = await at.tx
      .selectFrom('program')
      .select(['label', 'language', 'live_release_id'])
      .where('id', '=', at.programId)
      .executeTakeFirstOrThrow()
    const url = programUrl(services.config, program.label)
    const own = await at.tx
      .selectFrom('poster')
      .select(['code', 'name'])
      .where('program_id', '=', at.programId)
      .orderBy('created_at')
      .orderBy('code')
      .execute()
    return {
      url,
      isPublished: program.live_release_id !== null,
      isLocal: isLocal(new URL(url).hostname),
      language: program.language,
      colours,
      tables: (await loadTables(at)).map(({ id, label }) => ({ id, label })),
      own,
      came: await loadWhoCame(at),
    }
  })
}

/** Of the document as it is now: posters are drawn before the program is published too. */
async function coloursOf({ documents }: Services, programId: string): Promise<PosterColours> {
  const program = openProgram(await documents.read(programId))
  const { light } = themeColours(compileTheme(program.theme))
  program.destroy()
  return { ground: light.ground, ink: light.ink, muted: light.muted, brand: light.brand, onBrand: light['on-brand'] }
}

/** Visitors count for the poster scanned last, orders for the one that had brought the customer. */
async function loadWhoCame({ tx, programId }: ShopTx): Promise<PosterBoard['came']> {
  const count = sql<number>`count(*)::int`.as('count')
  const of = (table: 'visitor' | 'shop_order') =>
    tx
      .selectFrom(table)
      .select(['via', count])
      .where('program_id', '=', programId)
      .where('via', 'is not', null)
      .groupBy('via')
      .execute()
  const [visitors, orders] = [await of('visitor'), await of('shop_order')]
  const came: Record<string, { visitors: number; orders: number }> = {}
  const entry = (via: string | null) => (came[via ?? ''] ??= { visitors: 0, orders: 0 })
  for (const row of visitors) entry(row.via).visitors = row.count
  for (const row of orders) entry(row.via).orders = row.count
  return came
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1'
}
