import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTenant } from '../db/database.ts'
import { previewLink } from '../contract/merchant.ts'
import type { Program } from '../contract/merchant.ts'
import { merchantPaths, visitorPaths } from '../contract/routes.ts'
import { employ, signUp } from '../testing/platform.ts'
import { createPublishingFixture, publishAs, visitorOf, writeVersion } from './testing/publishing-fixture.ts'
import type { PublishingFixture } from './testing/publishing-fixture.ts'

let fixture: PublishingFixture
let program: Program
let liveUrl: string

beforeAll(async () => {
  fixture = await createPublishingFixture({ ordering: true })
  program = await fixture.makeProgram()
  await writeVersion(fixture.platform, program.id, 'Live')
  liveUrl = (await publishAs(fixture, program)).url
  await writeVersion(fixture.platform, program.id, 'Draft')
})
afterAll(() => fixture.close())

const make = async (body: object = { hours: 24, note: 'For Lin' }) =>
  previewLink.parse((await fixture.ann.call('POST', merchantPaths.previewLinks(program.id), { body })).body)

test('it shows the draft as it was, on an origin of its own, hidden from search and told to nobody', async () => {
  const link = await make()
  expect(link).toMatchObject({ note: 'For Lin', madeBy: 'Ann' })
  expect(new URL(link.url).host).toMatch(/^[a-z2-7]{26}\.localhost:4000$/)
  await writeVersion(fixture.platform, program.id, 'Later')
  const visitor = visitorOf(fixture.platform, link.url)
  expect(await visitor.versionsOn('/')).toEqual(['Draft'])
  expect(await visitor.versionsOn('/about')).toEqual(['Draft'])
  const { headers } = await visitor.ask('/')
  expect([headers.get('x-robots-tag'), headers.get('referrer-policy')]).toEqual(['noindex, nofollow', 'no-referrer'])
  expect(await visitorOf(fixture.platform, liveUrl).versionsOn('/')).toEqual(['Live'])
})

test('prices can be asked for; nothing can be ordered, booked or joined', async () => {
  const visitor = visitorOf(fixture.platform, (await make()).url)
  await visitor.begin()
  expect((await visitor.ask(visitorPaths.data)).status).toBe(200)
  for (const path of [
    visitorPaths.orders,
    visitorPaths.holds,
    visitorPaths.bookings,
    visitorPaths.card,
    visitorPaths.payments,
  ]) {
    const refused = await visitor.ask(path, { method: 'POST', body: '{}' })
    expect(await refused.json()).toMatchObject({ error: { code: 'preview-only' } })
  }
})

test('revoked, it is gone with the next request; twice is once', async () => {
  const link = await make()
  const visitor = visitorOf(fixture.platform, link.url)
  expect((await visitor.ask('/')).status).toBe(200)
  const path = merchantPaths.previewLink(program.id, link.id)
  for (const _ of [1, 2]) {
    const left = await fixture.ann.call('DELETE', path, { body: {} })
    expect((left.body as { id: string }[]).map(({ id }) => id)).not.toContain(link.id)
  }
  expect((await visitor.ask('/')).status).toBe(404)
  expect((await visitor.ask(visitorPaths.data)).status).toBe(404)
})

test('past its moment it opens no more and is in no list', async () => {
  const link = await make({ hours: 1 })
  await withTenant(fixture.platform.services.db, program.workspaceId, (tx) =>
    tx
      .updateTable('preview_link')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('id', '=', link.id)
      .execute(),
  )
  expect((await visitorOf(fixture.platform, link.url).ask('/')).status).toBe(404)
  const list = (await fixture.ann.call('GET', merchantPaths.previewLinks(program.id))).body as { id: string }[]
  expect(list.map(({ id }) => id)).not.toContain(link.id)
})

test('who may only look makes none and learns of none', async () => {
  const viewer = await signUp(fixture.platform, 'Viewer')
  await employ(fixture.platform, viewer, program.workspaceId, 'viewer')
  const path = merchantPaths.previewLinks(program.id)
  expect((await viewer.call('GET', path)).status).toBe(403)
  expect((await viewer.call('POST', path, { body: { hours: 1 } })).status).toBe(403)
  expect((await fixture.ann.call('POST', path, { body: { hours: 0 } })).status).toBe(400)
})
