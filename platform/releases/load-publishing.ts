import type { Publishing } from '../contract/merchant.ts'
import { withTenant } from '../db/database.ts'
import type { ScopedTx } from '../db/database.ts'
import type { Services } from '../services.ts'
import { loadPlans } from './plans.ts'
import { releasesOf } from './point-program.ts'
import type { OfProgram } from './point-program.ts'
import { loadRollout, presentPlan, presentRelease } from './present-release.ts'

/** What is live and what is planned: the answer to whatever changes it. */
export function loadPublishing({ db }: Pick<Services, 'db'>, of: OfProgram): Promise<Publishing> {
  return withTenant(db, of.tenantId, async (tx) => {
    const live = await releasesOf(tx, of)
      .where('id', '=', (eb) => eb.selectFrom('program').select('live_release_id').where('id', '=', of.programId))
      .executeTakeFirst()
    return {
      live: live ? presentRelease(live, live.id) : null,
      rollout: await loadRollout(tx, of),
      plans: (await loadPlans({ tx, programId: of.programId })).map(presentPlan),
      savedSince: live ? await countSaved(tx, of, live.id) : { menu: 0, shop: 0 },
    }
  })
}

/** Changes of the shop's own data since the release went live the last time, as far back as its events are kept. */
async function countSaved(
  tx: ScopedTx,
  { tenantId, programId }: OfProgram,
  releaseId: string,
): Promise<Publishing['savedSince']> {
  const counted = await tx
    .selectFrom('shop_event')
    .select((eb) => ['type', eb.cast<number>(eb.fn.countAll(), 'integer').as('changes')])
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .where('type', 'in', ['catalogue', 'shop'])
    .where('at', '>', (eb) =>
      eb
        .selectFrom('release_event')
        .select((max) => max.fn.max('at').as('wentLiveAt'))
        .where('tenant_id', '=', tenantId)
        .where('program_id', '=', programId)
        .where('kind', 'in', ['publish', 'activate', 'promote'])
        .where('to_release_id', '=', releaseId),
    )
    .groupBy('type')
    .execute()
  const of = (type: string) => counted.find((each) => each.type === type)?.changes ?? 0
  return { menu: of('catalogue'), shop: of('shop') }
}
