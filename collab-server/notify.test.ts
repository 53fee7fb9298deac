/** Wake-ups through Redis. `REDIS_URL` runs them on a real one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { connectNotify } from './notify.ts'
import type { Notifier } from './notify.ts'
import type { Wake } from './store.ts'
import { eventually } from './testing/harness.ts'
import { startFakeRedis } from './testing/redis-server.ts'
import type { FakeRedis } from './testing/redis-server.ts'

let database: TestDatabase
let redis: FakeRedis
beforeAll(async () => {
  database = await createTestDatabase()
  redis = await startFakeRedis()
}, 120_000)
afterAll(async () => {
  redis.stop()
  await database.close()
})

const open = (url: string | undefined): Promise<Notifier> => connectNotify(database.pool, url)

function listen(notifier: Notifier): Wake[] {
  const heard: Wake[] = []
  notifier.watch((wake) => heard.push(wake))
  return heard
}

test('with Redis, an append is told after its commit and heard by every process', async () => {
  const url = process.env.TEST_REDIS_URL ?? process.env.REDIS_URL ?? redis.url
  const [one, two] = [await open(url), await open(url)]
  const heard = [listen(one), listen(two)]
  const wake: Wake = { kind: 'appended', docId: 'd', seq: 7 }
  await one.tellAtCommit(database.pool, wake)
  expect(heard).toEqual([[], []])
  one.tellAfterCommit(wake)
  two.tell({ kind: 'kick', docId: 'd', userId: '用户', reason: 'revoked' })
  await eventually(() => {
    for (const list of heard) {
      expect(list).toContainEqual(wake)
      expect(list).toContainEqual({ kind: 'kick', docId: 'd', userId: '用户', reason: 'revoked' })
    }
  })
  await one.close()
  await two.close()
})

test('after Redis was away, what may have been missed is asked for', async () => {
  const notifier = await open(redis.url)
  const heard = listen(notifier)
  redis.disconnectAll()
  await eventually(() => expect(heard).toEqual([{ kind: 'missed' }]))
  notifier.tell({ kind: 'presence-wanted', docId: 'd', from: 's' })
  await eventually(() => expect(heard).toHaveLength(2))
  await notifier.close()
})

test('in PostgreSQL, an append is heard if it commits, and presence too large for a notice is left out', async () => {
  const [one, two] = [await open(undefined), await open(undefined)]
  const heard = listen(two)
  const client = await database.pool.connect()
  await client.query('BEGIN')
  await one.tellAtCommit(client, { kind: 'appended', docId: 'd', seq: 1 })
  await client.query('ROLLBACK; BEGIN')
  one.tell({ kind: 'presence', docId: 'd', from: 's', states: 'x'.repeat(9000) })
  await one.tellAtCommit(client, { kind: 'appended', docId: 'd', seq: 2 })
  await client.query('COMMIT')
  client.release()
  await eventually(() => expect(heard).toEqual([{ kind: 'appended', docId: 'd', seq: 2 }]))
  await one.close()
  await two.close()
})

test('what is no message of ours is not heard', async () => {
  const notifier = await open(undefined)
  const heard = listen(notifier)
  for (const text of ['', 'hello', '[1]', 'null', '{"kind":"appended"}'])
    await database.pool.query("SELECT pg_notify('shopwright_doc', $1)", [text])
  notifier.tell({ kind: 'presence-wanted', docId: 'last', from: 's' })
  await eventually(() => expect(heard).toEqual([{ kind: 'presence-wanted', docId: 'last', from: 's' }]))
  await notifier.close()
})
