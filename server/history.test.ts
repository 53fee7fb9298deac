/** History over the wire: who changed what, roles, other tenants, and where one was last, in two processes. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProgram, setName, setTheme, type Program as Open } from '#model/index.ts'
import { touches, version, versions, versionState, visit } from '#platform/contract/history.ts'
import { inviteResult, me, program as programSchema, publishResult } from '#platform/contract/merchant.ts'
import type { Program, Role } from '#platform/contract/merchant.ts'
import { merchantPaths as paths } from '#platform/contract/routes.ts'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { makeTemporaryFolder } from '#platform/testing/temporary-folder.ts'
import { readEnv } from './read-env.ts'
import { startServer } from './start-server.ts'
import type { RunningServer } from './start-server.ts'

let folder: string
let database: TestDatabase
let sql: pg.Client
let platform: RunningServer
let rooms: RunningServer
let owner: Person
let program: Program

interface Person {
  readonly id: string
  readonly workspaceId: string
  readonly cookie: string
  call(method: string, path: string, body?: object): Promise<{ readonly status: number; readonly body: unknown }>
}

const start = (role: string) =>
  startServer(
    readEnv({
      PORT: '0',
      HOST: '127.0.0.1',
      ROLE: role,
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: database.ownerUrl,
    }),
    { log: () => undefined, say: () => undefined },
  )

beforeAll(async () => {
  folder = await makeTemporaryFolder('shopwright-history-')
  database = await createTestDatabase({ max: 20 })
  sql = new pg.Client({ connectionString: database.ownerUrl })
  await sql.connect()
  platform = await start('all')
  rooms = await start('collab')
  owner = await signIn()
})
afterAll(async () => {
  await rooms.stop()
  await platform.stop()
  await sql.end()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

async function signIn(): Promise<Person> {
  let cookie = ''
  const call = async (method: string, path: string, body: object = {}) => {
    const answer = await fetch(`http://127.0.0.1:${platform.port}${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie },
      ...(method !== 'GET' && { body: JSON.stringify(body) }),
    })
    for (const line of answer.headers.getSetCookie()) cookie = line.split(';')[0] ?? ''
    return { status: answer.status, body: (await answer.json()) as unknown }
  }
  const { user, workspaces } = me.parse((await call('POST', paths.demo)).body)
  return { call, id: user.id, workspaceId: workspaces[0]?.id ?? '', cookie }
}

async function makeProgram(): Promise<Program> {
  const input = { templateId: 'noodle-shop', name: 'Lin', language: 'en' }
  return programSchema.parse((await owner.call('POST', paths.programs(owner.workspaceId), input)).body)
}

async function guest(role: Role): Promise<Person> {
  const person = await signIn()
  const made = inviteResult.parse((await owner.call('POST', paths.invitations(program.id), { role })).body)
  await person.call('POST', paths.acceptInvitation(made.invitation.link.split('/').at(-1) ?? ''))
  return person
}

/** Opens the program on one of the processes, as somebody's tab would. */
async function openTab({ cookie }: Person, { port }: RunningServer) {
  const doc = new Y.Doc()
  class Socket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie } })
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/collab`, program.id, doc, {
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  const open = openProgram(doc)
  return {
    open,
    close: () => {
      open.destroy()
      provider.destroy()
    },
  }
}

const list = async (who: Person) => versions.parse((await who.call('GET', paths.history(program.id))).body).versions
const touchesAfter = async (who: Person, after: number) =>
  touches.parse((await who.call('GET', `${paths.touches(program.id)}?after=${after}`)).body)
const writersOf = async (who: Person, after: number) => {
  const found = await touchesAfter(who, after)
  return Object.fromEntries(found.touches.map(([root, , key, people]) => [`${root} ${key}`, people.map(([id]) => id)]))
}
const until = (open: Open, holds: () => boolean) =>
  expect.poll(() => holds() && open.name, { timeout: 10_000 }).toBeTruthy()

test('versions are saved and named; who changed what is told by person, from two processes, and after a restart', async () => {
  program = await makeProgram()
  const designer = await guest('designer')
  const first = version.parse((await owner.call('POST', paths.history(program.id), {})).body)
  const [ours, theirs] = [await openTab(owner, platform), await openTab(designer, rooms)]
  setName(ours.open, 'Lin’s')
  await until(theirs.open, () => theirs.open.name === 'Lin’s')
  setTheme(theirs.open, { accent: '#0000ff' })
  setName(theirs.open, 'Lin’s noodles')
  await until(ours.open, () => ours.open.name === 'Lin’s noodles')
  const wanted = { 'meta name': [designer.id, owner.id], 'theme accent': [designer.id] }
  expect(await writersOf(owner, first.seq)).toEqual(wanted)
  // Each of both can take back their own: the version knows what it came to in between.
  const stepsOfName = async () =>
    (await touchesAfter(owner, first.seq)).touches
      .find(([, , key]) => key === 'name')?.[4]
      ?.map(({ by, value }) => [
        by,
        (value as { $rich?: { insert: string }[] }).$rich?.map(({ insert }) => insert).join(''),
      ])
  const steps = [
    [[owner.id], 'Lin’s'],
    [[designer.id], 'Lin’s noodles'],
  ]
  expect(await stepsOfName()).toEqual(steps)
  ours.close()
  theirs.close()
  await rooms.stop()
  rooms = await start('collab')

  const saved = await owner.call('POST', paths.history(program.id), { name: 'Before summer' })
  expect(saved).toMatchObject({ status: 201, body: { name: 'Before summer', release: null } })
  const newest = version.parse(saved.body)
  expect(newest.people.map(({ id }) => id).toSorted()).toEqual([owner.id, designer.id].toSorted())
  expect(newest.people.every(({ name }) => name !== null && name !== '')).toBe(true)
  expect(await writersOf(designer, first.seq)).toEqual(wanted)
  expect(await stepsOfName()).toEqual(steps)
  const doc = new Y.Doc()
  const { state } = versionState.parse((await owner.call('GET', paths.version(program.id, String(newest.seq)))).body)
  Y.applyUpdate(doc, gunzipSync(Buffer.from(state, 'base64')))
  expect(String(doc.getMap('meta').get('name'))).toBe('Lin’s noodles')
  expect((await list(owner)).map(({ seq }) => seq)).toEqual([newest.seq, first.seq])
  const renamed = await designer.call('PATCH', paths.version(program.id, String(first.seq)), { name: 'The start' })
  expect(renamed).toMatchObject({ status: 200, body: { name: 'The start' } })
  expect(await owner.call('PATCH', paths.version(program.id, String(first.seq)), { name: null })).toMatchObject({
    body: { name: null },
  })
})

test('what is published is a version with the number of the release', async () => {
  program = await makeProgram()
  const answer = await owner.call('POST', paths.releases(program.id), { requestId: crypto.randomUUID() })
  const { release } = publishResult.parse(answer.body)
  expect((await list(owner))[0]?.release).toBe(release.version)
})

test('a viewer looks and saves nothing; strangers and other workspaces find nothing', async () => {
  program = await makeProgram()
  const [{ seq }] = [version.parse((await owner.call('POST', paths.history(program.id), {})).body)]
  const viewer = await guest('viewer')
  const editor = await guest('editor')
  const one = paths.version(program.id, String(seq))
  expect(await list(viewer)).toHaveLength(1)
  expect((await viewer.call('GET', one)).status).toBe(200)
  expect((await viewer.call('POST', paths.history(program.id), { name: 'Mine' })).status).toBe(403)
  expect((await viewer.call('PATCH', one, { name: 'Mine' })).status).toBe(403)
  expect((await editor.call('PATCH', one, { name: 'Ours' })).status).toBe(200)
  expect((await owner.call('PATCH', one, { name: ' ' })).status).toBe(400)
  for (const seq of ['99', '0', 'x', '1.5'])
    expect((await owner.call('GET', paths.version(program.id, seq))).status).toBe(404)
  const stranger = await signIn()
  for (const path of [paths.history(program.id), one, `${paths.touches(program.id)}?after=1`])
    expect((await stranger.call('GET', path)).status).toBe(404)
  expect((await stranger.call('POST', paths.visit(program.id), { arriving: true })).status).toBe(404)
})

test('where one was last is kept until one has looked, or has been away again', async () => {
  program = await makeProgram()
  const designer = await guest('designer')
  const look = async (who: Person, input: object = {}) =>
    visit.parse((await who.call('POST', paths.visit(program.id), input)).body).since?.seq
  expect(await look(designer, { arriving: true })).toBeUndefined()
  const head = 1
  const ours = await openTab(owner, platform)
  setName(ours.open, 'While away')
  await expect.poll(async () => (await touchesAfter(owner, head)).touches.length).toBe(1)
  expect(await look(designer, { arriving: true })).toBe(head)
  // Loading the page again takes it not away, and neither does staying.
  expect(await look(designer, { arriving: true })).toBe(head)
  expect(await look(designer)).toBe(head)
  expect(await look(designer, { caughtUp: true })).toBeUndefined()
  expect(await look(designer, { arriving: true })).toBeUndefined()

  setName(ours.open, 'Again')
  await expect.poll(async () => (await touchesAfter(owner, 2)).touches.length).toBe(1)
  expect(await look(designer, { arriving: true })).toBe(2)
  await sql.query("UPDATE program_visit SET at = now() - interval '1 hour' WHERE user_id = $1", [designer.id])
  setName(ours.open, 'And again')
  await expect.poll(async () => (await touchesAfter(owner, 3)).touches.length).toBe(1)
  expect(await look(designer, { arriving: true })).toBe(3)
  ours.close()
})
