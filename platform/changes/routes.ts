import { z } from 'zod/mini'
import { memberOfProgram, memberOfWorkspace } from '../accounts/access.ts'
import { merchantPaths } from '../contract/routes.ts'
import { may } from '../contract/rights.ts'
import { kindsSeenBy, shopChange, shopChanges, shopChangesQuery, takeBackInput } from '../contract/shop-changes.ts'
import type { ShopChanges } from '../contract/shop-changes.ts'
import { withTenant } from '../db/database.ts'
import { defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { Failure, notFound } from '../http/failure.ts'
import type { Services } from '../services.ts'
import { ShopRefusal } from '../shop/refusal.ts'
import { changeForMerchant } from '../shop/run-for-merchant.ts'
import { changesPerPage, findChange, loadActors, loadChanges } from './load-changes.ts'
import type { ChangesQuery, Reader } from './load-changes.ts'
import { loadNames, peopleIn, presentChange } from './present.ts'
import { loadAct, rightsToTakeBack, takeBackAct } from './take-back-act.ts'
import { requireStanding, wayBack } from './take-back.ts'

const list = defineRoute({
  method: 'GET',
  path: merchantPaths.shopChanges(':programId'),
  summary: 'Who changed what of the shop, newest first; of the team for owners, of orders for those who run the shop',
  query: shopChangesQuery,
  answer: shopChanges,
  access: memberOfProgram('read'),
  handle: ({ subject, query }, services) => present(services, subject, query),
})

const listOfWorkspace = defineRoute({
  method: 'GET',
  path: merchantPaths.workspaceChanges(':workspaceId'),
  summary: 'Likewise of all programs of a workspace, and of who belongs to it',
  query: shopChangesQuery,
  answer: shopChanges,
  access: memberOfWorkspace('people'),
  handle: ({ subject, query }, services) => present(services, subject, query),
})

const takeBack = defineRoute({
  method: 'POST',
  path: merchantPaths.takeBackChange(':programId', ':seq'),
  summary: 'Sets an earlier value back, as a change of its own. `conflict` when it was changed again since',
  input: takeBackInput,
  answer: z.array(shopChange),
  access: memberOfProgram('edit'),
  async handle({ subject, params }, services) {
    const seq = Number(params.seq)
    if (!Number.isSafeInteger(seq) || seq < 1) throw notFound('change')
    await changeForMerchant(
      services,
      subject,
      'shop',
      async (at, now) => {
        const change = await findChange(at.tx, subject, seq)
        if (!change) throw notFound('change')
        const way = wayBack(change)
        if (!way) throw new ShopRefusal('conflict', 'A change of this kind is not taken back')
        if (!may(subject.role, way.right))
          throw new Failure('forbidden', `The role "${subject.role}" does not include "${way.right}"`)
        requireStanding(change, now)
        await way.setBack(at, change, subject.person.id)
      },
      seq,
    )
    const made = await withTenant(services.db, subject.tenantId, (tx) => loadChanges(tx, subject, { takesBack: seq }))
    const names = await loadNames(services.db, peopleIn(made))
    return made.map((change) => presentChange(change, subject.role, names))
  },
})

const takeBackWholeAct = defineRoute({
  method: 'POST',
  path: merchantPaths.takeBackAct(':programId', ':actId'),
  summary:
    'Sets back all that one act changed, e.g. an import, or nothing: `conflict` when any of it changed again since',
  input: takeBackInput,
  answer: z.array(shopChange),
  access: memberOfProgram('edit'),
  async handle({ subject, params }, services) {
    const act = await withTenant(services.db, subject.tenantId, (tx) => loadAct(tx, subject, params.actId))
    const [first] = act
    if (!first || act.some(({ kind }) => !kindsSeenBy(subject.role).includes(kind))) throw notFound('change')
    const rights = rightsToTakeBack(act)
    for (const right of rights ?? [])
      if (!may(subject.role, right))
        throw new Failure('forbidden', `The role "${subject.role}" does not include "${right}"`)
    await changeForMerchant(
      services,
      subject,
      'shop',
      async (at, now) => {
        if (!rights) throw new ShopRefusal('conflict', 'Some of it cannot be taken back')
        await takeBackAct(at, act, now, subject.person.id)
      },
      first.seq,
    )
    const made = await withTenant(services.db, subject.tenantId, (tx) =>
      loadChanges(tx, subject, { takesBack: first.seq }),
    )
    const names = await loadNames(services.db, peopleIn(made))
    return made.map((change) => presentChange(change, subject.role, names))
  },
})

export const changeRoutes: readonly Route[] = [list, listOfWorkspace, takeBack, takeBackWholeAct]

async function present(services: Services, reader: Reader, query: ChangesQuery): Promise<ShopChanges> {
  const { changes, actors } = await withTenant(services.db, reader.tenantId, async (tx) => ({
    changes: await loadChanges(tx, reader, query),
    // With the first part only: the filter does not change while one reads on.
    actors: query.before === undefined ? await loadActors(tx, reader) : [],
  }))
  const names = await loadNames(services.db, [...actors, ...peopleIn(changes)])
  return {
    changes: changes.map((change) => presentChange(change, reader.role, names)),
    people: actors.map((id) => ({ id, name: names.get(id) ?? null })),
    next: changes.length === changesPerPage ? (changes.at(-1)?.seq ?? null) : null,
  }
}
