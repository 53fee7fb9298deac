/**
 * One installation as several processes: two for the platform and two for the rooms, one of each killed while people edit,
 * comment, publish and order.
 */
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { trackSaving } from '#collab-server/protocol.ts'
import { startNetwork } from '#collab-server/testing/network.ts'
import { startFakeRedis } from '#collab-server/testing/redis-server.ts'
import type { FakeRedis } from '#collab-server/testing/redis-server.ts'
import type { Menu } from '#model/shop/catalogue.ts'
import { inviteResult, me as meSchema, program as programSchema, publishResult } from '#platform/contract/merchant.ts'
import { merchantPaths, visitorPaths } from '#platform/contract/routes.ts'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { makeTemporaryFolder } from '#platform/testing/temporary-folder.ts'
import { startProductProcess } from './testing/product-process.ts'
import type { ProductProcess } from './testing/product-process.ts'

/** What the installation calls itself: only the first part of a program's host tells it from others. */
const publicHost = 'shops.test'
/** Of each kind of work, in all; the processes are killed once so many of each were acknowledged. */
const inAll = 8
const beforeTheKill = 2

let folder: string
let redis: FakeRedis
const databases: TestDatabase[] = []
const running: ProductProcess[] = []

beforeAll(async () => {
  folder = await makeTemporaryFolder('shopwright-processes-')
  redis = await startFakeRedis()
})
afterAll(async () => {
  for (const each of running) await each.kill()
  redis.stop()
  for (const each of databases) await each.close()
  await rm(folder, { recursive: true, force: true })
})

for (const wokenBy of ['the database', 'Redis'] as const)
  test(
    `woken by ${wokenBy}: with one process of each kind killed under load, nothing that was acknowledged is lost`,
    { timeout: 180_000 },
    async () => {
      const [platforms, rooms] = await startInstallation(wokenBy)
      const network = await startNetwork(rooms[0].url)
      const owner = await signIn(platforms)
      const program = programSchema.parse(
        await owner.call('POST', merchantPaths.programs(owner.workspaceId), {
          templateId: 'noodle-shop',
          name: 'Lin',
          language: 'en',
        }),
      )
      const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))
      await owner.call('PATCH', merchantPaths.settings(program.id), { hours: { weekly, exceptions: [] } })
      const guest = await signIn(platforms)
      const made = await owner.call('POST', merchantPaths.invitations(program.id), { role: 'designer' })
      const key = inviteResult.parse(made).invitation.link.split('/').at(-1) ?? ''
      await guest.call('POST', merchantPaths.acceptInvitation(key))

      const publish = async () => {
        const answer = await owner.call('POST', merchantPaths.releases(program.id), { requestId: randomUUID() })
        return publishResult.parse(answer)
      }
      const { host } = new URL((await publish()).url)
      const customer = await openShop(platforms, host)
      const [ann, bo] = [
        openTab(network.url, program.id, owner.cookie),
        openTab(rooms[1].url, program.id, guest.cookie),
      ]
      await Promise.all([ann.synced, bo.synced])

      const edits: string[] = []
      const others: string[] = []
      const comments: string[] = []
      const releases: string[] = []
      const orders: string[] = []
      const all = [edits, others, comments, releases, orders]
      let killed = false
      const work = async (...works: (readonly [acknowledged: string[], one: (id: string) => Promise<string>])[]) => {
        for (let round = 0; round < inAll || !killed; round++)
          await Promise.all(works.map(async ([acknowledged, one]) => acknowledged.push(await one(randomUUID()))))
      }
      const comment = async (id: string) => {
        const body = { id, kind: 'comment', body: 'Like this?', pinnedTo: '' }
        await owner.call('POST', merchantPaths.comments(program.id), body)
        return id
      }
      const theKill = (async () => {
        await expect.poll(() => all.every(({ length }) => length >= beforeTheKill), { timeout: 60_000 }).toBe(true)
        // Whoever was on it goes away with it: nobody who still has the edits brings them back.
        ann.close()
        await Promise.all([platforms[0].kill(), rooms[0].kill()])
        network.leadTo(rooms[1].url)
        killed = true
      })()
      await Promise.all([
        ann.writeUntilClosed(edits),
        work([others, bo.write]),
        work([comments, comment], [releases, async () => (await publish()).release.id], [orders, customer.order]),
        theKill,
      ])

      const idsAt = async (path: string) => ((await guest.call('GET', path)) as { id: string }[]).map(({ id }) => id)
      expect(await idsAt(merchantPaths.comments(program.id))).toEqual(expect.arrayContaining(comments))
      expect(await idsAt(merchantPaths.releases(program.id))).toEqual(expect.arrayContaining(releases))
      expect(await customer.orders()).toEqual(expect.arrayContaining(orders))
      const later = openTab(network.url, program.id, owner.cookie)
      await later.synced
      expect([...later.written()]).toEqual(expect.arrayContaining([...edits, ...others]))
      await expect.poll(() => [...bo.written()].sort()).toEqual([...later.written()].sort())
      later.close()
      bo.close()
      network.stop()
    },
  )

type Two = readonly [ProductProcess, ProductProcess]

async function startInstallation(wokenBy: 'the database' | 'Redis'): Promise<readonly [platforms: Two, rooms: Two]> {
  const database = await createTestDatabase()
  databases.push(database)
  const settings = {
    DATABASE_URL: database.ownerUrl,
    REDIS_URL: wokenBy === 'Redis' ? (process.env.TEST_REDIS_URL ?? process.env.REDIS_URL ?? redis.url) : '',
    DATA_DIR: join(folder, wokenBy),
    PUBLIC_URL: `http://${publicHost}`,
    PROGRAM_HOST: publicHost,
    TRUST_PROXY: 'on',
  }
  const start = async (role: string) => {
    const started = await startProductProcess({ ...settings, ROLE: role })
    running.push(started)
    return started
  }
  const [one, two, three, four] = await Promise.all([
    start('platform'),
    start('platform'),
    start('collab'),
    start('collab'),
  ])
  return [
    [one, two],
    [three, four],
  ]
}

/** As a proxy in front of both does: the first that can be reached, and the other when it goes away before it answers. */
async function ask(
  processes: Two,
  method: string,
  path: string,
  { host = publicHost, headers = {}, body }: { host?: string; headers?: Record<string, string>; body?: unknown } = {},
): Promise<{ readonly body: unknown; readonly cookies: readonly string[] }> {
  const failures: unknown[] = []
  for (const { url } of processes)
    try {
      const answer = await send(url + path, method, { ...headers, host, 'content-type': 'application/json' }, body)
      if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`)
      return { body: answer.text ? JSON.parse(answer.text) : null, cookies: answer.cookies }
    } catch (error) {
      failures.push(error)
      if (!(error instanceof Error && 'code' in error)) break
    }
  throw new AggregateError(failures, `Nobody answers: ${failures.join('; ')}`)
}

function send(url: string, method: string, headers: Record<string, string>, body: unknown) {
  return new Promise<{ status: number; text: string; cookies: readonly string[] }>((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text, cookies: answer.headers['set-cookie'] ?? [] }),
      )
    })
    sent.on('error', reject)
    sent.end(method === 'GET' ? undefined : JSON.stringify(body ?? {}))
  })
}

async function signIn(platforms: Two) {
  let cookie = ''
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await ask(platforms, method, path, { headers: { cookie }, body })
    for (const line of answer.cookies) cookie = line.split(';')[0] ?? ''
    return answer.body
  }
  const { workspaces } = meSchema.parse(await call('POST', merchantPaths.demo))
  return { call, workspaceId: workspaces[0]?.id ?? '', cookie }
}

/** A customer on a program's own origin, who takes the first dish with the first of what has to be chosen. */
async function openShop(platforms: Two, host: string) {
  const session = await ask(platforms, 'POST', visitorPaths.session, { host, body: { visitorKey: null } })
  const { token } = session.body as { token: string }
  const call = async (method: string, path: string, body?: object, key?: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, ...(key && { 'idempotency-key': key }) }
    return (await ask(platforms, method, path, { host, headers, body })).body
  }
  const { menu } = (await call('GET', visitorPaths.data)) as { menu: Menu }
  const dish = menu.dishes[0]!
  const chosen = menu.modifierGroups
    .filter(({ id, min }) => min > 0 && dish.modifierGroupIds.includes(id))
    .map(({ options }) => ({ optionId: options[0]?.id, quantity: 1 }))
  const line = { dishId: dish.id, variantId: dish.variants[0]?.id, quantity: 1, modifiers: chosen, note: '' }
  return {
    async order(key: string): Promise<string> {
      const asked = { channel: 'pickup', tableId: null, lines: [line] }
      const quote = (await call('POST', visitorPaths.quotes, asked)) as { id: string }
      const order = { quoteId: quote.id, payAt: 'counter', contactPhone: '138 0013 8000' }
      return ((await call('POST', visitorPaths.orders, order, key)) as { order: { id: string } }).order.id
    },
    orders: async () => ((await call('GET', visitorPaths.orders)) as { id: string }[]).map(({ id }) => id),
  }
}

/** A tab of the editor that writes entries of its own, and knows which of them the server has acknowledged. */
function openTab(roomsUrl: string, programId: string, cookie: string) {
  const doc = new Y.Doc()
  class Socket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie } })
    }
  }
  const saving = trackSaving(doc, Socket as unknown as typeof globalThis.WebSocket)
  const provider = new WebsocketProvider(
    `${roomsUrl.replace('http', 'ws').replace(/\/$/, '')}/collab`,
    programId,
    doc,
    {
      WebSocketPolyfill: saving.WebSocket,
      params: { cap: '1' },
      disableBc: true,
      maxBackoffTime: 50,
    },
  )
  saving.attach(provider)
  let close = () => {}
  const closed = new Promise<false>((resolve) => {
    close = () => {
      provider.destroy()
      saving.destroy()
      resolve(false)
    }
  })
  const saved = () =>
    new Promise<true>((resolve) => {
      const look = () => saving.unsavedEdits === 0 && resolve(true)
      saving.subscribe(look)
      look()
    })
  const write = async (name: string) => {
    doc.getMap('written').set(name, true)
    await saved()
    return name
  }
  return {
    synced: new Promise<void>((resolve) => provider.once('sync', () => resolve())),
    write,
    async writeUntilClosed(acknowledged: string[]): Promise<void> {
      for (;;) {
        const name = await Promise.race([write(randomUUID()), closed])
        if (name === false) return
        acknowledged.push(name)
      }
    },
    written: () => doc.getMap('written').keys(),
    close: () => close(),
  }
}
