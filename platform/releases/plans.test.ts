import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { program as programOf, publishing } from '../contract/merchant.ts'
import type { Program } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { carryOutPlan } from './plans.ts'
import { createPublishingFixture, publishAs, visitorOf, writeVersion } from './testing/publishing-fixture.ts'
import type { PublishingFixture } from './testing/publishing-fixture.ts'

let fixture: PublishingFixture

beforeAll(async () => {
  fixture = await createPublishingFixture()
})
afterAll(() => fixture.close())

const hourMs = 60 * 60 * 1000
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString()
const stateOf = async (program: Program) =>
  publishing.parse((await fixture.ann.call('GET', merchantPaths.publishing(program.id))).body)

/** Lets a plan's moment come, by the one clock that decides. */
const passTime = (planId: string) =>
  sql`UPDATE shop_timer SET due_at = now() WHERE subject_id = ${planId}`.execute(fixture.platform.services.db)

async function published(version: string) {
  const program = await fixture.makeProgram()
  await writeVersion(fixture.platform, program.id, version)
  const { url } = await publishAs(fixture, program)
  return {
    program,
    visitor: visitorOf(fixture.platform, url),
    scope: { tenantId: program.workspaceId, programId: program.id },
  }
}

const nameInLists = async ({ id }: Program) =>
  programOf.parse((await fixture.ann.call('GET', merchantPaths.program(id))).body).name

test('a planned release goes live at its moment, as it was when it was planned', async () => {
  const { program, visitor } = await published('Old')
  await writeVersion(fixture.platform, program.id, 'Planned')
  const { release } = await publishAs(fixture, program, { kind: 'at', atIso: inHours(2) })
  await writeVersion(fixture.platform, program.id, 'Later')
  const { plans } = await stateOf(program)
  expect(release.isLive).toBe(false)
  expect(plans).toMatchObject([{ kind: 'publish', version: 2, releaseId: release.id, plannedBy: 'Ann' }])

  await fixture.platform.commerce.runDue()
  expect(await visitor.versionsOn('/')).toEqual(['Old'])
  await passTime(plans[0]!.id)
  await fixture.platform.commerce.runDue()
  expect(await visitor.versionsOn('/')).toEqual(['Planned'])
  expect(await nameInLists(program)).toBe('Version Planned of name')
  expect(await stateOf(program)).toMatchObject({ plans: [], live: { id: release.id } })
})

test('several processes at once, and one that comes back after a crash, carry a plan out once', async () => {
  const { program, scope } = await published('Old')
  const { release } = await publishAs(fixture, program, { kind: 'at', atIso: inHours(2) })
  const [plan] = (await stateOf(program)).plans
  await Promise.all(Array.from({ length: 6 }, () => carryOutPlan(fixture.platform.services, scope, plan!.id)))
  const first = (await fixture.ann.call('GET', merchantPaths.releases(program.id))).body as { id: string }[]
  await fixture.ann.call('POST', merchantPaths.activateRelease(program.id, first.at(-1)!.id), { body: {} })
  await carryOutPlan(fixture.platform.services, scope, plan!.id)
  expect((await stateOf(program)).live?.version).toBe(1)
  expect(release.version).toBe(2)
})

test('a program goes offline at its moment and can be brought back', async () => {
  const { program, visitor } = await published('Old')
  const planned = await fixture.ann.call('POST', merchantPaths.releasePlans(program.id), {
    body: { atIso: inHours(1) },
  })
  expect(planned.status).toBe(201)
  const [plan] = publishing.parse(planned.body).plans
  await passTime(plan!.id)
  await fixture.platform.commerce.runDue()
  const notice = await visitor.ask('/')
  expect([notice.status, (await stateOf(program)).live]).toEqual([404, null])
  const list = (await fixture.ann.call('GET', merchantPaths.releases(program.id))).body as { id: string }[]
  await fixture.ann.call('POST', merchantPaths.activateRelease(program.id, list[0]!.id), { body: {} })
  expect(await visitor.versionsOn('/')).toEqual(['Old'])
})

test('taking it offline at once, twice, is done once', async () => {
  const { program, visitor } = await published('Old')
  for (const _ of [1, 2])
    expect((await fixture.ann.call('POST', merchantPaths.unpublish(program.id), { body: {} })).status).toBe(200)
  expect((await visitor.ask('/')).status).toBe(404)
})

test('what is cancelled does not happen; what happened cannot be cancelled', async () => {
  const { program, visitor, scope } = await published('Old')
  await publishAs(fixture, program, { kind: 'at', atIso: inHours(1) })
  await fixture.ann.call('POST', merchantPaths.releasePlans(program.id), { body: { atIso: inHours(2) } })
  const [publish, offline] = (await stateOf(program)).plans
  const cancel = (id: string) => fixture.ann.call('DELETE', merchantPaths.releasePlan(program.id, id), { body: {} })
  for (const _ of [1, 2]) expect((await cancel(offline!.id)).status).toBe(200)
  await carryOutPlan(fixture.platform.services, scope, offline!.id)
  expect((await visitor.ask('/')).status).toBe(200)
  await carryOutPlan(fixture.platform.services, scope, publish!.id)
  expect((await cancel(publish!.id)).status).toBe(409)
  expect((await cancel(crypto.randomUUID())).status).toBe(404)
})

test('a moment that is over, too far away or none is refused, and nothing is made', async () => {
  const { program } = await published('Old')
  for (const atIso of [inHours(-1), inHours(24 * 400), 'tomorrow']) {
    const body = { requestId: crypto.randomUUID(), when: { kind: 'at', atIso } }
    expect((await fixture.ann.call('POST', merchantPaths.releases(program.id), { body })).status).toBe(400)
    expect((await fixture.ann.call('POST', merchantPaths.releasePlans(program.id), { body: { atIso } })).status).toBe(
      400,
    )
  }
  expect((await fixture.ann.call('GET', merchantPaths.releases(program.id))).body).toHaveLength(1)
})
