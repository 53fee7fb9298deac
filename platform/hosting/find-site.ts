/** Which program an origin is, and what its visitors see at this moment. */
import { programUrl } from '../config.ts'
import { withTenant } from '../db/database.ts'
import type { ScopedTx } from '../db/database.ts'
import { getsNewRelease } from '../releases/gradual.ts'
import type { OfProgram } from '../releases/point-program.ts'
import { findPreview } from '../releases/preview-links.ts'
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
  /** Set on the origin of a private preview: what it shows, whatever is live. */
  readonly preview?: { readonly id: string; readonly programSha256: string }
}

export interface LiveSite {
  readonly releaseId: string
  readonly programSha256: string
  /** Changes whenever the shop's data reads differently. */
  readonly dataTag: string
  /** Set while a gradual release runs: which of its two releases this is. */
  readonly rollout?: { readonly id: string; readonly isNew: boolean }
}

/** For whom, and from which page: what decides between releases where several are in use. */
export interface Viewer {
  /** The random id of the visitor's cookie. During a gradual release, nobody in particular gets the old one. */
  readonly visitor?: string | undefined
  /** Of the page that asks: what belongs to a page comes from the page's own release, also when another is live now. */
  readonly releaseId?: string | undefined
}

export interface ShownRelease {
  readonly id: string
  /** Of the compiled program. */
  readonly programSha256: string
}

type OfSite = OfProgram & Pick<Site, 'preview'>

export interface Sites {
  /** Undefined when no program and no private preview has this origin. */
  find(label: string): Promise<Site | undefined>
  /** The origin of a program that is there. */
  findOf(of: OfProgram): Promise<Site | undefined>
  /** Undefined as long as nothing is published. */
  findLive(site: Site, viewer?: Pick<Viewer, 'visitor'>): Promise<LiveSite | undefined>
  /** Every version that some visitor sees: one, or two during a gradual release, the old one first. */
  findAllLive(site: Site): Promise<readonly LiveSite[]>
  /** The release that a visitor sees, without asking what its data is. */
  findRelease(site: OfSite, viewer?: Viewer): Promise<ShownRelease | undefined>
  loadShopData(site: Pick<Site, 'tenantId' | 'programId' | 'language'>): Promise<LoadedShopData>
}

export function createSites({ db, config }: Pick<Services, 'db' | 'config'>): Sites {
  // Neither a program's tenant nor its language or label ever change; a name may, and only words of notices use it.
  const known = createLru<Site>(10_000)

  async function load(label: string, { tenantId, programId }: OfProgram): Promise<Site> {
    const { language, name } = await withTenant(db, tenantId, (tx) =>
      tx.selectFrom('program').select(['language', 'name']).where('id', '=', programId).executeTakeFirstOrThrow(),
    )
    return { tenantId, programId, language, name, origin: programUrl(config, label) }
  }

  async function find(label: string): Promise<Site | undefined> {
    const found = known.get(label)
    if (found) return found
    const route = await db.selectFrom('program_route').selectAll().where('label', '=', label).executeTakeFirst()
    if (route) {
      const site = await load(label, { tenantId: route.tenant_id, programId: route.program_id })
      known.set(label, site)
      return site
    }
    // Never kept: it can be over with the next request.
    const preview = await findPreview(db, label)
    return preview && { ...(await load(label, preview)), preview }
  }

  return {
    find,

    async findOf({ tenantId, programId }) {
      const row = await withTenant(db, tenantId, (tx) =>
        tx.selectFrom('program').select('label').where('id', '=', programId).executeTakeFirst(),
      )
      return row && find(row.label)
    },

    findLive: ({ tenantId, programId, language, preview }, viewer = {}) =>
      withTenant(db, tenantId, async (tx) => {
        const release = preview
          ? { id: preview.id, programSha256: preview.programSha256 }
          : await findReleaseFor(tx, programId, viewer.visitor)
        if (!release) return undefined
        const dataTag = await shopDataTag(tx, programId, language)
        return liveSiteOf(release, dataTag)
      }),

    findAllLive: ({ tenantId, programId, language }) =>
      withTenant(db, tenantId, async (tx) => {
        const dataTag = await shopDataTag(tx, programId, language)
        return (await findReleases(tx, programId)).map((release) => liveSiteOf(release, dataTag))
      }),

    async findRelease({ tenantId, programId, preview }, { visitor, releaseId } = {}) {
      if (preview) return preview
      return withTenant(db, tenantId, async (tx) => {
        const shown = releaseId === undefined ? undefined : await findShownRelease(tx, programId, releaseId)
        return shown ?? findReleaseFor(tx, programId, visitor)
      })
    },

    loadShopData: ({ tenantId, programId, language }) =>
      withTenant(db, tenantId, (tx) => loadShopData(tx, programId, language)),
  }
}

function liveSiteOf({ id, programSha256, rollout }: UsedRelease, dataTag: string): LiveSite {
  return { releaseId: id, programSha256, dataTag, ...(rollout && { rollout }) }
}

type UsedRelease = ShownRelease & Pick<LiveSite, 'rollout'>

async function findReleaseFor(
  tx: ScopedTx,
  programId: string,
  visitor: string | undefined,
): Promise<UsedRelease | undefined> {
  const [old, next] = await findReleases(tx, programId)
  const getsNew = next?.rollout && visitor !== undefined && getsNewRelease(next.rollout.id, visitor, next.percent)
  return getsNew ? next : old
}

/** The live release, and during a gradual one also that. */
async function findReleases(
  tx: ScopedTx,
  programId: string,
): Promise<readonly [] | readonly [UsedRelease] | readonly [UsedRelease, UsedRelease & { readonly percent: number }]> {
  const row = await tx
    .selectFrom('program')
    .innerJoin('release as live', (join) =>
      join
        .onRef('live.tenant_id', '=', 'program.tenant_id')
        .onRef('live.program_id', '=', 'program.id')
        .onRef('live.id', '=', 'program.live_release_id'),
    )
    .leftJoin('release_rollout as rollout', (join) =>
      join
        .onRef('rollout.tenant_id', '=', 'program.tenant_id')
        .onRef('rollout.program_id', '=', 'program.id')
        .on('rollout.ended_at', 'is', null),
    )
    .leftJoin('release as next', (join) =>
      join
        .onRef('next.tenant_id', '=', 'rollout.tenant_id')
        .onRef('next.program_id', '=', 'rollout.program_id')
        .onRef('next.id', '=', 'rollout.to_release_id'),
    )
    .where('program.id', '=', programId)
    .select([
      'live.id',
      'live.program_sha256 as programSha256',
      'rollout.id as rolloutId',
      'rollout.percent',
      'next.id as nextId',
      'next.program_sha256 as nextSha256',
    ])
    .executeTakeFirst()
  if (!row) return []
  const { id, programSha256, rolloutId, percent, nextId, nextSha256 } = row
  if (rolloutId === null || percent === null || nextId === null || nextSha256 === null) return [{ id, programSha256 }]
  return [
    { id, programSha256, rollout: { id: rolloutId, isNew: false } },
    { id: nextId, programSha256: nextSha256, rollout: { id: rolloutId, isNew: true }, percent },
  ]
}

/** A release that visitors have been shown; one that was only planned has nothing to do with anybody yet. */
function findShownRelease(tx: ScopedTx, programId: string, releaseId: string) {
  return tx
    .selectFrom('release')
    .select(['id', 'program_sha256 as programSha256'])
    .where('program_id', '=', programId)
    .where('id', '=', releaseId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('release_event')
          .select('seq')
          .where('release_event.program_id', '=', programId)
          .where('release_event.to_release_id', '=', releaseId),
      ),
    )
    .executeTakeFirst()
}
