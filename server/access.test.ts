/** Who may look but not write, and who may no longer do either, over real sockets to two processes of one installation. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { WebsocketProvider } from 'y-websocket'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProgram, setName } from '#model/index.ts'
import { inviteResult, me, program as programSchema } from '#platform/contract/merchant.ts'
import type { Program, Role } from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { makeTemporaryFolder } from '#platform/testing/temporary-folder.ts'
import { readEnv } from './read-env.ts'
import { startServer } from './start-server.ts'
import type { RunningServer } from './start-server.ts'

/** What the product promises; the recheck that makes up for a lost notice comes much later, after 30 s. */
const promisedMs = 5000

let folder: string
let database: TestDatabase
let platform: RunningServer
/** The rooms run elsewhere: whoever is removed here has their sockets there. */
let rooms: RunningServer
let owner: Awaited<ReturnType<typeof signIn>>
let program: Program

beforeAll(async () => {
  folder = await makeTemporaryFolder('shopwright-access-')
  database = await createTestDatabase({ max: 20 })
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
  platform = await start('platform')
  rooms = await start('collab')
  owner = await signIn()
  program = programSchema.parse(
    await owner.call('POST', merchantPaths.programs(owner.workspaceId), {
      templateId: 'noodle-shop',
      name: 'Lin',
      language: 'en',
    }),
  )
})
afterAll(async () => {
  await rooms.stop()
  await platform.stop()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

async function signIn() {
  let cookie = ''
  const call = async (method: string, path: string, body: object = {}): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${platform.port}${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie },
      ...(method !== 'GET' && { body: JSON.stringify(body) }),
    })
    for (const line of answer.headers.getSetCookie()) cookie = line.split(';')[0] ?? ''
    return answer.json()
  }
  const { user, workspaces } = me.parse(await call('POST', merchantPaths.demo))
  return { call, id: user.id, workspaceId: workspaces[0]?.id ?? '', cookie }
}

async function guest(role: Role) {
  const person = await signIn()
  const made = inviteResult.parse(await owner.call('POST', merchantPaths.invitations(program.id), { role }))
  const key = made.invitation.link.split('/').at(-1) ?? ''
  await person.call('POST', merchantPaths.acceptInvitation(key))
  return person
}

/** A plain y-websocket client, which knows nothing of roles and sends what it has. */
function openTab(cookie: string) {
  const doc = new Y.Doc()
  class Socket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie } })
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${rooms.port}/collab`, program.id, doc, {
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 50,
  })
  const closes: number[] = []
  provider.on('connection-close', (event) => closes.push(event?.code ?? 0))
  return { doc, closes, provider, synced: new Promise<void>((resolve) => provider.once('sync', () => resolve())) }
}

const nameIn = (doc: Y.Doc) => String(doc.getMap('meta').get('name'))

test('what a viewer writes is refused; nothing changes and nobody else is disturbed', async () => {
  const viewer = await guest('viewer')
  const [theirs, ours] = [openTab(viewer.cookie), openTab(owner.cookie)]
  await Promise.all([theirs.synced, ours.synced])
  const open = openProgram(theirs.doc)
  setName(open, 'Taken over')
  await expect.poll(() => theirs.closes, { timeout: promisedMs }).toEqual([4403])
  const mine = openProgram(ours.doc)
  setName(mine, 'Still mine')
  const later = openTab(viewer.cookie)
  await later.synced
  await expect.poll(() => nameIn(later.doc)).toBe('Still mine')
  expect(ours.closes).toEqual([])
  open.destroy()
  mine.destroy()
  for (const tab of [theirs, ours, later]) tab.provider.destroy()
})

test('who is removed loses every socket within 5 seconds, on whatever process; others keep theirs', async () => {
  const designer = await guest('designer')
  const tabs = [openTab(designer.cookie), openTab(designer.cookie)]
  const ours = openTab(owner.cookie)
  await Promise.all([...tabs, ours].map(({ synced }) => synced))
  await owner.call('DELETE', merchantPaths.person(program.id, designer.id))
  await expect.poll(() => tabs.map(({ closes }) => closes), { timeout: promisedMs }).toEqual([[4403], [4403]])
  // Final: a client does not come back by itself, and would not be let in.
  const again = openTab(designer.cookie)
  await expect.poll(() => again.closes, { timeout: promisedMs }).toEqual([4404])
  expect(ours.closes).toEqual([])
  for (const tab of [...tabs, ours, again]) tab.provider.destroy()
})

test('with another role one is let in again, and may do what that role may', async () => {
  const designer = await guest('designer')
  const tab = openTab(designer.cookie)
  await tab.synced
  await owner.call('PATCH', merchantPaths.person(program.id, designer.id), { role: 'viewer' })
  await expect.poll(() => tab.closes, { timeout: promisedMs }).toEqual([4510])
  await expect.poll(() => tab.provider.wsconnected, { timeout: promisedMs }).toBe(true)
  const open = openProgram(tab.doc)
  setName(open, 'Too late')
  await expect.poll(() => tab.closes, { timeout: promisedMs }).toEqual([4510, 4403])
  open.destroy()
  tab.provider.destroy()
})

test('a notice that is lost is made up for as soon as the listening connection is back', async () => {
  const viewer = await guest('viewer')
  const tab = openTab(viewer.cookie)
  await tab.synced
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  // Removed by hand, so that no process is told; then every process loses the connection it listens on.
  await client.query('DELETE FROM program_member WHERE user_id = $1', [viewer.id])
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN shopwright_doc' AND datname = current_database()",
  )
  await client.end()
  await expect.poll(() => tab.closes, { timeout: promisedMs }).toEqual([4404])
  tab.provider.destroy()
})
