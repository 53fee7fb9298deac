/** Wake-ups through Redis. `REDIS_URL` runs them on a real one. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { connectNotify } from './notify.ts'
import type { Notifier } from './notify.ts'
import type { Problem } from './problem.ts'
import type { Wake } from './store.ts'
import { eventually } from './testing/harness.ts'
import { insertProgram } from './testing/insert-program.ts'
import { startNetwork } from './testing/network.ts'
import { startFakeRedis } from './testing/redis-server.ts'
import type { FakeRedis } from './testing/redis-server.ts'

const realRedis = process.env.TEST_REDIS_URL ?? process.env.REDIS_URL

let database: TestDatabase
let redis: FakeRedis
let owner: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  redis = await startFakeRedis()
}, 120_000)
afterAll(async () => {
  redis.stop()
  await owner.end()
  await database.close()
})

const open = (url: string | undefined, report?: (problem: Problem) => void): Promise<Notifier> =>
  connectNotify(database.pool, url, report)

function listen(notifier: Notifier): Wake[] {
  const heard: Wake[] = []
  notifier.watch((wake) => heard.push(wake))
  return heard
}

test('with Redis, an append is told after its commit and heard by every process', async () => {
  const url = realRedis ?? redis.url
  const [one, two] = [await open(url), await open(url)]
  const heard = [listen(one), listen(two)]
  const wake: Wake = { kind: 'appended', docId: 'd', seq: 7 }
  expect(one.channelAtCommit).toBeNull()
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

for (const how of ['refused', 'silent'] as const) {
  test(`while Redis is ${how}, processes hear themselves at once and each other through the database`, async () => {
    const network = await startNetwork(realRedis ?? redis.url)
    const [one, two] = [await open(network.url), await open(network.url)]
    const heard = [listen(one), listen(two)]
    network.block(how)
    const kick: Wake = { kind: 'kick', docId: 'd', userId: 'u', reason: 'revoked' }
    one.tell(kick)
    expect(heard[0]).toContainEqual(kick)
    // Sent before anybody knew that Redis was away.
    await eventually(() => expect(heard[1]).toContainEqual(kick))
    await eventually(() => expect(heard.every((list) => list.some(({ kind }) => kind === 'missed'))).toBe(true))
    const wake: Wake = { kind: 'appended', docId: 'd', seq: 7 }
    two.tellAfterCommit(wake)
    await eventually(() => expect(heard[0]).toContainEqual(wake))

    const before = heard.map((list) => list.length)
    network.unblock()
    // What was missed while it came back is asked for, and then it is told through Redis alone.
    await eventually(() => expect(heard.every((list, at) => list.length > before[at]!)).toBe(true))
    await one.close()
    await two.close()
    network.stop()
  })
}

test('a process that alone cannot reach Redis hears the others all the same', async () => {
  const network = await startNetwork(realRedis ?? redis.url)
  const problems: Problem[] = []
  const near = await open(realRedis ?? redis.url)
  const far = await open(network.url, (problem) => problems.push(problem))
  const heard = listen(far)
  network.block('silent')
  await eventually(() => expect(heard).toContainEqual({ kind: 'missed' }))
  const wake: Wake = { kind: 'appended', docId: 'd', seq: 8 }
  near.tellAfterCommit(wake)
  await eventually(() => expect(heard).toContainEqual(wake))
  expect(problems).toMatchObject([{ code: 'redis-failing', error: { message: 'Redis does not answer' } }])
  await near.close()
  await far.close()
  network.stop()
})

test('a process starts while Redis is away, and uses it once it is there', async () => {
  const network = await startNetwork(realRedis ?? redis.url)
  network.block('refused')
  const [one, two] = [await open(network.url), await open(network.url)]
  const heard = listen(two)
  one.tell({ kind: 'presence-wanted', docId: 'd', from: 'before' })
  await eventually(() => expect(heard).toContainEqual({ kind: 'presence-wanted', docId: 'd', from: 'before' }))
  network.unblock()
  // Too long for the database: only Redis passes it on.
  const long: Wake = { kind: 'presence', docId: 'd', from: 's', states: 'x'.repeat(9000) }
  await eventually(() => {
    one.tell(long)
    expect(heard).toContainEqual(long)
  })
  await one.close()
  await two.close()
  network.stop()
})

test('in PostgreSQL, an append is heard if it commits, and presence too large for a notice is left out', async () => {
  const [one, two] = [await open(undefined), await open(undefined)]
  const { docId, tenantId } = await insertProgram(owner)
  await owner.query('INSERT INTO doc (tenant_id, id, head) VALUES ($1, $2, 1)', [tenantId, docId])
  const heard = listen(two)
  const client = await database.pool.connect()
  const append = async () => {
    const parameters = [tenantId, docId, [Buffer.from([0, 0])], [0], ['ann'], one.channelAtCommit]
    await client.query('SELECT append_doc_updates($1, $2, $3, $4, $5, $6)', parameters)
  }
  await client.query('BEGIN')
  await append()
  await append()
  await client.query('ROLLBACK; BEGIN')
  one.tell({ kind: 'presence', docId, from: 's', states: 'x'.repeat(9000) })
  await append()
  await client.query('COMMIT')
  client.release()
  await eventually(() => expect(heard).toEqual([{ kind: 'appended', docId, seq: 2 }]))
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
