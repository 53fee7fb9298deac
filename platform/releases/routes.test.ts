import * as Y from 'yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { openProgram, setName, setProp } from '#model/index.ts'
import type { JsonObject, NodeId } from '#model/index.ts'
import { metaOf } from '#model/schema.ts'
import { apiError, program as programSchema, publishing, publishResult, release } from '../contract/merchant.ts'
import type { Program } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { withTenant } from '../db/database.ts'
import { codeOf, createTestPlatform, employ, makeProgram, signUp, visit } from '../testing/platform.ts'
import type { TestPlatform, Visitor } from '../testing/platform.ts'
import { publishRelease } from './publish-release.ts'
import { loadReleasedProgram } from './release-files.ts'

let platform: TestPlatform
let ann: Awaited<ReturnType<typeof signUp>>

beforeAll(async () => {
  platform = await createTestPlatform()
  ann = await signUp(platform)
})
afterAll(() => platform.close())

const publish = (program: Program, requestId: string = crypto.randomUUID(), by: Visitor = ann) =>
  by.call('POST', merchantPaths.releases(program.id), { body: { requestId } })

/** What visitors would be shown: the name in the release that is live. */
async function liveName(program: Program): Promise<string | undefined> {
  const row = await withTenant(platform.services.db, program.workspaceId, (tx) =>
    tx
      .selectFrom('program')
      .innerJoin('release', 'release.id', 'program.live_release_id')
      .where('program.id', '=', program.id)
      .select('release.program_sha256 as sha256')
      .executeTakeFirst(),
  )
  return row && (await loadReleasedProgram(platform.services.blobs, row.sha256)).name
}

const rename = (program: Program, name: string) =>
  platform.documents.edit(program.id, 'ann', (doc) => {
    const open = openProgram(doc)
    setName(open, name)
    open.destroy()
  })

async function counts(program: Program): Promise<{ releases: number; events: number }> {
  return withTenant(platform.services.db, program.workspaceId, async (tx) => ({
    releases: (await tx.selectFrom('release').select('id').where('program_id', '=', program.id).execute()).length,
    events: (await tx.selectFrom('release_event').select('seq').where('program_id', '=', program.id).execute()).length,
  }))
}

test('publishing answers with the link, its QR code and version 1, live', async () => {
  const program = await makeProgram(platform, ann, 'First')
  const answer = await publish(program)
  expect(answer.status).toBe(201)
  const result = publishResult.parse(answer.body)
  expect(result.url).toMatch(/^http:\/\/[a-z2-7]{26}\.localhost:4000$/)
  expect(result).toMatchObject({ problems: [], release: { version: 1, isLive: true, publishedBy: 'Ann' } })
  const after = programSchema.parse((await ann.call('GET', merchantPaths.program(program.id))).body)
  expect(after).toMatchObject({ liveUrl: result.url, live: result.release })
  expect(await liveName(program)).toBe('First')
})

test('one request sent ten times at once is one release', async () => {
  const program = await makeProgram(platform, ann)
  const requestId = crypto.randomUUID()
  const answers = await Promise.all(Array.from({ length: 10 }, () => publish(program, requestId)))
  expect(new Set(answers.map(({ body }) => publishResult.parse(body).release.id)).size).toBe(1)
  expect(await counts(program)).toEqual({ releases: 1, events: 1 })
})

test('different requests at once count up without a gap, and the last one is live', async () => {
  const program = await makeProgram(platform, ann)
  await Promise.all(Array.from({ length: 6 }, () => publish(program)))
  const list = z.array(release).parse((await ann.call('GET', merchantPaths.releases(program.id))).body)
  expect(list.map(({ version, isLive }) => [version, isLive])).toEqual([
    [6, true],
    [5, false],
    [4, false],
    [3, false],
    [2, false],
    [1, false],
  ])
})

test('one click brings an earlier version back; clicked twice it is done once', async () => {
  const program = await makeProgram(platform, ann, 'Version one')
  const first = publishResult.parse((await publish(program)).body).release
  await rename(program, 'Version two')
  await publish(program)
  expect(await liveName(program)).toBe('Version two')
  const path = merchantPaths.activateRelease(program.id, first.id)
  for (const _ of [1, 2]) {
    const answer = await ann.call('POST', path, { body: {} })
    expect([answer.status, answer.body]).toEqual([200, first])
  }
  expect(await liveName(program)).toBe('Version one')
  expect(await counts(program)).toEqual({ releases: 2, events: 3 })
})

test('what was saved at the counter is told apart, from the moment the version went live', async () => {
  const program = await makeProgram(platform, ann)
  const savedSince = async () =>
    publishing.parse((await ann.call('GET', merchantPaths.publishing(program.id))).body).savedSince
  const pause = (ordersPaused: boolean) =>
    ann.call('PATCH', merchantPaths.settings(program.id), { body: { ordersPaused } })
  await pause(true)
  expect(await savedSince()).toEqual({ menu: 0, shop: 0 })
  const first = publishResult.parse((await publish(program)).body).release
  expect(await savedSince()).toEqual({ menu: 0, shop: 0 })
  await pause(false)
  await pause(true)
  expect(await savedSince()).toEqual({ menu: 0, shop: 2 })
  await publish(program)
  await ann.call('POST', merchantPaths.activateRelease(program.id, first.id), { body: {} })
  expect(await savedSince()).toEqual({ menu: 0, shop: 0 })
})

test('a release of another program cannot be made live here', async () => {
  const [mine, other] = [await makeProgram(platform, ann), await makeProgram(platform, ann)]
  const { release: foreign } = publishResult.parse((await publish(other)).body)
  expect((await ann.call('POST', merchantPaths.activateRelease(mine.id, foreign.id), { body: {} })).status).toBe(404)
})

test('a document that a newer version edited is refused with words, and the old release stays live', async () => {
  const program = await makeProgram(platform, ann, 'Safe')
  await publish(program)
  await platform.documents.edit(program.id, 'ann', (doc) => void metaOf(doc).set('schemaVersion', 999))
  const answer = await publish(program)
  expect([answer.status, codeOf(answer)]).toEqual([422, 'unreadable-document'])
  expect(await liveName(program)).toBe('Safe')
  expect(metaOf(await platform.documents.read(program.id)).get('schemaVersion')).toBe(999)
})

test('a document that cannot be read at all is refused alike', async () => {
  const program = await makeProgram(platform, ann, 'Safe')
  await publish(program)
  const lost = {
    ...platform.services,
    documents: { ...platform.documents, read: () => Promise.reject(new Error('torn')) },
  }
  const by = { tenantId: program.workspaceId, programId: program.id, person: ann.me.user }
  await expect(publishRelease(lost, by, { requestId: crypto.randomUUID() })).rejects.toMatchObject({
    code: 'unreadable-document',
  })
  expect(await liveName(program)).toBe('Safe')
})

/** Makes the first heading another block, or writes into it. */
const spoil = (program: Program, what: { readonly type?: string; readonly props?: JsonObject }) =>
  platform.documents.edit(program.id, 'ann', (doc) => {
    const open = openProgram(doc)
    const [id] = [...doc.getMap('nodes').keys()].filter((each) => open.node(each as NodeId)?.type === 'heading')
    for (const [name, value] of Object.entries(what.props ?? {})) setProp(open, id as NodeId, name, value)
    open.destroy()
    const node = doc.getMap<Y.Map<unknown>>('nodes').get(id!)
    if (what.type !== undefined) node!.set('b', { ...(node!.get('b') as object), t: what.type })
  })

test('a value that does not fit is published as its default and named in the answer', async () => {
  const program = await makeProgram(platform, ann)
  await spoil(program, { props: { size: 'enormous' } })
  const { problems } = publishResult.parse((await publish(program)).body)
  expect(problems).toEqual([expect.objectContaining({ code: 'bad-props' })])
})

test.for([
  ['a block that cannot be drawn', { type: 'hologram' }, 'not-drawn'],
  ['a link to a page that is gone', { props: { link: { kind: 'page', pageId: 'gone' } } }, 'page-gone'],
] as const)('%s holds publishing back, now, for later and for some; what was live stays', async ([, what, code]) => {
  const program = await makeProgram(platform, ann, 'Whole')
  await publish(program)
  await spoil(program, what)
  const whens = [
    undefined,
    { kind: 'at', atIso: new Date(Date.now() + 60_000).toISOString() },
    { kind: 'gradual', percent: 10 },
  ]
  for (const when of whens) {
    const body = { requestId: crypto.randomUUID(), ...(when && { when }) }
    const answer = await ann.call('POST', merchantPaths.releases(program.id), { body })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'has-errors'])
    expect(apiError.parse(answer.body).error.issues).toContainEqual({ path: expect.any(String), message: code })
  }
  expect(await counts(program)).toEqual({ releases: 1, events: 1 })
  expect(await liveName(program)).toBe('Whole')
})

test('so does a shop without opening hours under a menu, until it has some', async () => {
  const program = await makeProgram(platform, ann)
  const openOn = (weekly: readonly object[]) =>
    ann.call('PATCH', merchantPaths.settings(program.id), { body: { hours: { weekly, exceptions: [] } } })
  await openOn([])
  const answer = await publish(program)
  expect(apiError.parse(answer.body).error).toMatchObject({
    code: 'has-errors',
    issues: [{ path: 'program', message: 'no-hours' }],
  })
  await openOn([{ day: 1, opens: '09:00', closes: '18:00' }])
  expect((await publish(program)).status).toBe(201)
})

test('a release is never changed', async () => {
  const program = await makeProgram(platform, ann)
  await publish(program)
  const forge = withTenant(platform.services.db, program.workspaceId, (tx) =>
    tx.updateTable('release').set({ pages: 99 }).where('program_id', '=', program.id).execute(),
  )
  await expect(forge).rejects.toThrow(/never changed/)
})

test('who is not signed in, not a member, or without the right cannot publish', async () => {
  const program = await makeProgram(platform, ann)
  const editor = await signUp(platform, 'Editor')
  await employ(platform, editor, program.workspaceId, 'editor')
  const by = [visit(platform), await signUp(platform, 'Bo'), editor]
  const answers = await Promise.all(by.map((visitor) => publish(program, crypto.randomUUID(), visitor)))
  expect(answers.map(({ status }) => status)).toEqual([401, 404, 403])
  expect((await ann.call('POST', merchantPaths.releases(program.id), { body: { requestId: 'x' } })).status).toBe(400)
  expect(await counts(program)).toEqual({ releases: 0, events: 0 })
})

test('the console hears of a new release', async () => {
  const program = await makeProgram(platform, ann)
  const heard: string[] = []
  const scope = { tenantId: program.workspaceId, programId: program.id }
  const subscription = await platform.services.hub.subscribe(scope, 0, ({ type }) => void heard.push(type))
  await publish(program)
  await expect.poll(() => heard).toEqual(['release'])
  subscription.end()
})
