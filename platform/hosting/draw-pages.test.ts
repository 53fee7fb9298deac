import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import { shopProgram } from '#compiler/testing/shop-program.ts'
import { hidePage, openProgram } from '#model/index.ts'
import { merchantPaths } from '../contract/routes.ts'
import {
  assets,
  createPublishingFixture,
  publishAs,
  visitorOf,
  writeVersion,
} from '../releases/testing/publishing-fixture.ts'
import type { PublishingFixture } from '../releases/testing/publishing-fixture.ts'
import type { LoadedShopData } from '../shop/load-shop-data.ts'
import { createPageDrawer } from './draw-pages.ts'
import type { LiveSite, Site } from './find-site.ts'
import { createSiteRenderer } from './render-site.ts'

let fixture: PublishingFixture
beforeAll(async () => {
  fixture = await createPublishingFixture()
})
afterAll(() => fixture.close())

const drawn = (releaseId: string, pages: number) =>
  expect
    .poll(() => fixture.platform.logged)
    .toContainEqual(expect.objectContaining({ event: 'pages-drawn', releaseId, pages }))

test('all pages of a release are drawn after it was published, and when it is brought back', async () => {
  const program = await fixture.makeProgram()
  const first = await publishAs(fixture, program)
  await drawn(first.release.id, 2)
  await writeVersion(fixture.platform, program.id, 'New')
  const second = await publishAs(fixture, program)
  await drawn(second.release.id, 2)
  const before = fixture.platform.logged.length
  await fixture.ann.call('POST', merchantPaths.activateRelease(program.id, first.release.id), { body: {} })
  await expect
    .poll(() => fixture.platform.logged.slice(before))
    .toContainEqual(expect.objectContaining({ event: 'pages-drawn', releaseId: first.release.id }))
  expect(await visitorOf(fixture.platform, first.url).versionsOn('/about')).toEqual(['Old'])
})

test('during a gradual release the pages of both versions are drawn', async () => {
  const program = await fixture.makeProgram()
  await drawn((await publishAs(fixture, program)).release.id, 2)
  await writeVersion(fixture.platform, program.id, 'New')
  const before = fixture.platform.logged.length
  await publishAs(fixture, program, { kind: 'gradual', percent: 10 })
  const releases = z
    .array(z.object({ id: z.string() }))
    .parse((await fixture.ann.call('GET', merchantPaths.releases(program.id))).body)
  expect(releases).toHaveLength(2)
  for (const { id: releaseId } of releases)
    await expect
      .poll(() => fixture.platform.logged.slice(before))
      .toContainEqual(expect.objectContaining({ event: 'pages-drawn', releaseId, pages: 2 }))
})

test('asked for afterwards, no page is drawn again', async () => {
  const program = shopProgram({ '': [{ type: 'heading' }], about: [{ type: 'heading' }] })
  const loadShopData = vi.fn(async () => sampleShopData() as LoadedShopData)
  const renderer = createSiteRenderer({
    blobs: { find: async () => new TextEncoder().encode(JSON.stringify(program)) } as never,
    sites: { loadShopData },
    assets: async () => assets,
    nowMs: () => 0,
    log: () => {},
  })
  const site = { tenantId: 't', programId: 'p', language: 'en', name: 'Noodles', origin: 'http://n.example' } as const
  const live = { releaseId: 'r', programSha256: 'sha', dataTag: 'open' }
  const sites = { findOf: async () => site, findAllLive: async () => [live] }
  const log = vi.fn()
  createPageDrawer({ sites, renderer, log }).draw(site)
  await expect.poll(() => log.mock.calls.flat()).toContainEqual(expect.objectContaining({ pages: 2 }))
  for (const path of ['', 'about']) expect((await renderer.page(site, live, path)).status).toBe(200)
  // Each page that is drawn loads the shop's data once.
  expect(loadShopData).toHaveBeenCalledTimes(2)
})

test('a page that nobody can visit is not drawn', async () => {
  const program = await fixture.makeProgram()
  await fixture.platform.documents.edit(program.id, 'ann', (doc) => {
    const open = openProgram(doc)
    hidePage(open, open.pages()[1]!.id, true)
    open.destroy()
  })
  await drawn((await publishAs(fixture, program)).release.id, 1)
})

test('one that fails is left to whoever asks for it; stopped, nothing more is drawn', async () => {
  const log = vi.fn()
  const page = vi.fn(async () => Promise.reject(new Error('torn')))
  const site = { programId: 'p' } as Site
  const sites = { findOf: async () => site, findAllLive: async () => [{ releaseId: 'r' } as LiveSite] }
  const program = async () => ({ pages: [{ slug: '' }, { slug: 'b' }] }) as never
  const drawer = createPageDrawer({ sites, renderer: { page, program }, log })
  drawer.draw({ tenantId: 't', programId: 'p' })
  await expect.poll(() => log.mock.calls.flat()).toContainEqual(expect.objectContaining({ event: 'pages-not-drawn' }))
  await drawer.stop()
  drawer.draw({ tenantId: 't', programId: 'p' })
  await drawer.stop()
  expect(page).toHaveBeenCalledOnce()
})
