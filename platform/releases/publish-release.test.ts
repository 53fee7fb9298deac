/** A publish that is broken off anywhere shows visitors one version whole, and nobody's open page is torn. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Program } from '../contract/merchant.ts'
import { merchantPaths, visitorPaths } from '../contract/routes.ts'
import { publishRelease, publishSteps } from './publish-release.ts'
import { createPublishingFixture, publishAs, visitorOf, writeVersion } from './testing/publishing-fixture.ts'
import type { PublishingFixture } from './testing/publishing-fixture.ts'

let fixture: PublishingFixture
let program: Program
let member: ReturnType<typeof visitorOf>

beforeAll(async () => {
  fixture = await createPublishingFixture({ ordering: true })
  program = await fixture.makeProgram()
  await writeVersion(fixture.platform, program.id, 'After-1')
  member = visitorOf(fixture.platform, (await publishAs(fixture, program)).url)
  await member.begin()
  await member.join()
})
afterAll(() => fixture.close())

test('there are twenty places at which a publish is broken off', () => {
  expect(publishSteps).toHaveLength(20)
})

test.each(publishSteps)(
  'broken off when %s, every page and what belongs to it is of one version, and sending again finishes it once',
  async (step) => {
    const { platform, ann } = fixture
    const turn = publishSteps.indexOf(step)
    await writeVersion(platform, program.id, `After${turn}`)
    const requestId = crypto.randomUUID()
    const by = { tenantId: program.workspaceId, programId: program.id, person: ann.me.user }
    const torn = publishRelease(
      platform.services,
      by,
      { requestId },
      {
        atStep: (at) => {
          if (at === step) throw new Error('the process died')
        },
      },
    )
    await expect(torn).rejects.toThrow('the process died')

    const seen = step === 'committed' ? `After${turn}` : `After${turn - 1}`
    expect(await member.versionsOn('/')).toEqual([seen])
    expect(await member.versionsOn('/about')).toEqual([seen])

    const again = await ann.call('POST', merchantPaths.releases(program.id), { body: { requestId } })
    expect([again.status, again.body]).toMatchObject([201, { release: { version: turn + 2, isLive: true } }])
    expect(await member.versionsOn('/')).toEqual([`After${turn}`])
  },
)

test.each([
  ['the program', 0],
  ['the document', 1],
] as const)('when %s does not come back as it was stored, nothing goes live', async (_, torn) => {
  const { platform, ann } = fixture
  const own = await fixture.makeProgram()
  const { url, release } = await publishAs(fixture, own)
  await writeVersion(platform, own.id, 'Torn')
  const stored: string[] = []
  let puts = 0
  const { blobs } = platform.services
  const lying: typeof blobs = {
    async put(kind, bytes) {
      const turn = puts++
      return (stored[turn] = await blobs.put(kind, bytes))
    },
    async find(kind, sha256) {
      const bytes = await blobs.find(kind, sha256)
      return sha256 === stored[torn] ? bytes?.subarray(0, -1) : bytes
    },
  }
  const by = { tenantId: own.workspaceId, programId: own.id, person: ann.me.user }
  const services = { ...platform.services, blobs: lying }
  await expect(publishRelease(services, by, { requestId: crypto.randomUUID() })).rejects.toThrow('did not arrive whole')
  expect(await visitorOf(platform, url).versionsOn('/')).toEqual(['Old'])
  const releases = await ann.call('GET', merchantPaths.releases(own.id))
  expect(releases.body).toMatchObject([{ id: release.id, isLive: true }])
})

test('a page that is open while a new version goes live gets what belongs to it from its own version', async () => {
  const { platform } = fixture
  const program = await fixture.makeProgram()
  await writeVersion(platform, program.id, 'Old')
  const { url, release } = await publishAs(fixture, program)
  const member = visitorOf(platform, url)
  await member.begin()
  await member.join()
  const open = await (await member.ask('/about')).text()
  expect(open).toContain(`"release":"${release.id}"`)
  await writeVersion(platform, program.id, 'New')
  await publishAs(fixture, program)

  const query = new URLSearchParams({ page: 'about', release: release.id })
  expect(await (await member.ask(`${visitorPaths.memberParts}?${query}`)).text()).toContain('Version Old of members')
  expect((await member.ask(visitorPaths.data)).status).toBe(200)
  expect((await member.ask(visitorPaths.card)).status).toBe(200)
  expect(await member.versionsOn('/about')).toEqual(['New'])
})

test('parts of a release that visitors were never shown are not handed out', async () => {
  const { platform } = fixture
  const program = await fixture.makeProgram()
  await writeVersion(platform, program.id, 'Old')
  const { url } = await publishAs(fixture, program)
  await writeVersion(platform, program.id, 'Planned')
  const atIso = new Date(Date.now() + 60 * 60 * 1000).toISOString()
  const planned = await publishAs(fixture, program, { kind: 'at', atIso })
  const member = visitorOf(platform, url)
  await member.begin()
  await member.join()
  const query = new URLSearchParams({ page: 'about', release: planned.release.id })
  expect(await (await member.ask(`${visitorPaths.memberParts}?${query}`)).text()).toContain('Version Old of members')
})
