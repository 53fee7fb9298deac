/** Two servers in processes of their own on one PostgreSQL, woken by the database itself or through Redis. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { readDocument } from './documents.ts'
import { createPostgresStore } from './postgres-store.ts'
import type { Store } from './store.ts'
import { eventually, everyoneReads, joinAs } from './testing/harness.ts'
import type { Person } from './testing/harness.ts'
import { initialState } from './testing/initial-state.ts'
import { insertProgram } from './testing/insert-program.ts'
import { prepareKillableServers } from './testing/killable-server.ts'
import type { KillableServers } from './testing/killable-server.ts'
import { startNetwork } from './testing/network.ts'
import { startFakeRedis } from './testing/redis-server.ts'
import type { FakeRedis } from './testing/redis-server.ts'

let database: TestDatabase
let owner: pg.Client
let store: Store
let servers: KillableServers
let redis: FakeRedis
beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  store = await createPostgresStore(database.pool)
  redis = await startFakeRedis()
  servers = await prepareKillableServers()
}, 120_000)
afterAll(async () => {
  await servers.stop()
  redis.stop()
  await store.close()
  await owner.end()
  await database.close()
})

for (const wokenBy of ['the database', 'Redis'] as const) {
  test(
    `woken by ${wokenBy}: people on two processes are as on one, and killing either loses nothing`,
    { timeout: 120_000 },
    async () => {
      const { docId, tenantId } = await insertProgram(owner)
      await store.create({ docId, tenantId, update: initialState(), author: 'test' })
      const redisUrl = process.env.TEST_REDIS_URL ?? process.env.REDIS_URL ?? redis.url
      const environment = { DATABASE_URL: database.ownerUrl, REDIS_URL: wokenBy === 'Redis' ? redisUrl : '' }
      const [one, two] = [await servers.start(environment), await servers.start(environment)]
      const network = await startNetwork(one.url)
      const [ann, bo] = [joinAs(network.url, 'ann', { docId }), joinAs(two.url, 'bo', { docId })]
      await everyoneReads([ann, bo], { first: 1 })
      await eventually(() => expect([pointersOf(ann), pointersOf(bo)]).toEqual([['bo'], ['ann']]))

      for (let count = 0; count < 30; count++) {
        ann.write(`a${count}`, count)
        bo.write(`b${count}`, count)
      }
      bo.provider.awareness.setLocalStateField('cursor', 'bo, elsewhere')
      await eventually(() => expect(Object.keys(ann.read() as object)).toHaveLength(61))
      await everyoneReads([bo], ann.read())
      await eventually(() => expect(pointersOf(ann)).toEqual(['bo, elsewhere']))

      ann.write('seen by bo', 1)
      await eventually(() => expect(bo.read()).toMatchObject({ 'seen by bo': 1 }))
      await one.kill()
      expect((await readDocument(store, docId)).getMap('nodes').toJSON()).toEqual(bo.read())
      ann.write('while away', 1)
      network.leadTo(two.url)
      await eventually(() => expect(bo.read()).toMatchObject({ 'while away': 1 }))
      await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
      await everyoneReads([ann], bo.read())

      ann.leave()
      bo.leave()
      await two.kill()
      expect((await readDocument(store, docId)).getMap('nodes').toJSON()).toEqual(bo.read())
      network.stop()
    },
  )
}

for (const how of ['refused', 'silent'] as const) {
  test(
    `while Redis is ${how}: edits reach the other process, and who lost access is out in all of them`,
    { timeout: 120_000 },
    async () => {
      const { docId, tenantId } = await insertProgram(owner)
      await store.create({ docId, tenantId, update: initialState(), author: 'test' })
      const toRedis = await startNetwork(process.env.TEST_REDIS_URL ?? process.env.REDIS_URL ?? redis.url)
      const environment = { DATABASE_URL: database.ownerUrl, REDIS_URL: toRedis.url }
      const [one, two] = [await servers.start(environment), await servers.start(environment)]
      const platform = await createPostgresStore(database.pool, { redisUrl: toRedis.url })
      const [ann, bo] = [joinAs(one.url, 'ann', { docId }), joinAs(two.url, 'bo', { docId })]
      await everyoneReads([ann, bo], { first: 1 })
      toRedis.block(how)

      ann.write('by ann', 1)
      await soon(() => expect(bo.read()).toMatchObject({ 'by ann': 1 }))
      bo.write('by bo', 1)
      await soon(() => expect(ann.read()).toMatchObject({ 'by bo': 1 }))
      platform.tell({ kind: 'kick', docId, userId: 'id-of-ann', reason: 'revoked' })
      platform.tell({ kind: 'kick', docId, userId: 'id-of-bo', reason: 'revoked' })
      await soon(() => expect([ann.closes, bo.closes]).toEqual([[4403], [4403]]))

      ann.leave()
      bo.leave()
      await one.kill()
      await two.kill()
      await platform.close()
      toRedis.stop()
    },
  )
}

/** As fast as people are promised to be shut out; what is looked after from time to time anyway comes much later. */
async function soon(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 5000, interval: 5 })
}

/** Where others point, as this person sees it. */
function pointersOf({ doc, provider }: Person): readonly unknown[] {
  return [...provider.awareness.getStates()].filter(([id]) => id !== doc.clientID).map(([, { cursor }]) => cursor)
}
