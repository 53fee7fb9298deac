/** Which program an origin is, and what its visitors see at this moment. */
import { programUrl } from '../config.ts'
import { withTenant } from '../db/database.ts'
import type { ScopedTx } from '../db/database.ts'
import type { Services } from '../services.ts'
import { loadShopData, shopDataTag } from '../shop/load-shop-data.ts'
import type { LoadedShopData } from '../shop/load-shop-data.ts'
import { createLru } from './lru.ts'

export interface Site {
  readonly tenantId: string
  readonly programId: string
  readonly language: 'zh-CN' | 'en'
  readonly name: string
  readonly origin: string
}

export interface LiveSite {
  readonly releaseId: string
  readonly programSha256: string
  /** Changes whenever the shop's data reads differently. */
  readonly dataTag: string
}

export interface Sites {
  /** Undefined when no program has this origin. */
  find(label: string): Promise<Site | undefined>
  /** Undefined as long as nothing is published. */
  findLive(site: Site): Promise<LiveSite | undefined>
  /** The compiled program that is live, without asking what its data is. */
  findReleaseFile(program: { tenantId: string; programId: string }): Promise<string | undefined>
  loadShopData(site: Site): Promise<LoadedShopData>
}

export function createSites({ db, config }: Pick<Services, 'db' | 'config'>): Sites {
  // Neither a program's tenant nor its language or label ever change; a name may, and only words of notices use it.
  const known = createLru<Site>(10_000)

  return {
    async find(label) {
      const found = known.get(label)
      if (found) return found
      const route = await db.selectFrom('program_route').selectAll().where('label', '=', label).executeTakeFirst()
      if (!route) return undefined
      const { tenant_id: tenantId, program_id: programId } = route
      const { language, name } = await withTenant(db, tenantId, (tx) =>
        tx.selectFrom('program').select(['language', 'name']).where('id', '=', programId).executeTakeFirstOrThrow(),
      )
      const site = { tenantId, programId, language, name, origin: programUrl(config, label) }
      known.set(label, site)
      return site
    },

    findLive: ({ tenantId, programId, language }) =>
      withTenant(db, tenantId, async (tx) => {
        const release = await findLiveRelease(tx, programId)
        if (!release) return undefined
        const dataTag = await shopDataTag(tx, programId, language)
        return { releaseId: release.id, programSha256: release.program_sha256, dataTag }
      }),

    findReleaseFile: ({ tenantId, programId }) =>
      withTenant(db, tenantId, async (tx) => (await findLiveRelease(tx, programId))?.program_sha256),

    loadShopData: ({ tenantId, programId, language }) =>
      withTenant(db, tenantId, (tx) => loadShopData(tx, programId, language)),
  }
}

function findLiveRelease(tx: ScopedTx, programId: string): Promise<{ id: string; program_sha256: string } | undefined> {
  return tx
    .selectFrom('program')
    .innerJoin('release', (join) =>
      join
        .onRef('release.tenant_id', '=', 'program.tenant_id')
        .onRef('release.program_id', '=', 'program.id')
        .onRef('release.id', '=', 'program.live_release_id'),
    )
    .where('program.id', '=', programId)
    .select(['release.id', 'release.program_sha256'])
    .executeTakeFirst()
}
