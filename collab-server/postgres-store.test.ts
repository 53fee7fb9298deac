import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { createDocument, createPostgresStore } from './postgres-store.ts'
import type { Store } from './store.ts'
import { initialState } from './testing/initial-state.ts'
import { insertProgram } from './testing/insert-program.ts'
import { testStore } from './testing/store-suite.ts'

let database: TestDatabase
let owner: pg.Client
const stores: Store[] = []

const newProgram = () => insertProgram(owner)

testStore('in PostgreSQL', async () => {
  database = await createTestDatabase({ max: 12 })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const [store, other] = [await createPostgresStore(database.pool), await createPostgresStore(database.pool)]
  stores.push(store, other)
  const seqs = async (sql: string, docId: string) =>
    (await owner.query<{ seq: string }>(sql, [docId])).rows.map(({ seq }) => Number(seq))
  return {
    store,
    other,
    newDocument: newProgram,
    damageUpdate: async (docId, seq) => {
      const flip =
        'UPDATE doc_update SET data = set_byte(data, length(data) / 2, 255 - get_byte(data, length(data) / 2))'
      await owner.query(`${flip} WHERE doc_id = $1 AND seq = $2`, [docId, seq])
    },
    damageSnapshot: async (docId, seq) => {
      const flip =
        'UPDATE doc_snapshot SET data = set_byte(data, length(data) / 2, 255 - get_byte(data, length(data) / 2))'
      await owner.query(`${flip} WHERE doc_id = $1 AND upto_seq = $2`, [docId, seq])
    },
    storedSeqs: async (docId) => ({
      updates: await seqs('SELECT seq FROM doc_update WHERE doc_id = $1 ORDER BY seq', docId),
      snapshots: await seqs('SELECT upto_seq AS seq FROM doc_snapshot WHERE doc_id = $1 ORDER BY upto_seq', docId),
    }),
  }
})

afterAll(async () => {
  for (const store of stores) await store.close()
  await owner.end()
  await database.close()
})

test('a document made in a transaction is there if and only if that commits', async () => {
  const { docId, tenantId } = await newProgram()
  const client = await database.pool.connect()
  const enter = `BEGIN; SELECT set_config('app.tenant', '${tenantId}', true)`
  const document = { docId, tenantId, update: initialState(), author: 'test' }
  await client.query(enter)
  await createDocument(client, document)
  await client.query('ROLLBACK')
  expect(await stores[0]!.load(docId)).toBeUndefined()
  await client.query(enter)
  await createDocument(client, document)
  await client.query('COMMIT')
  client.release()
  expect(await stores[0]!.load(docId)).toMatchObject({ head: 1 })
})

test('the application sees documents of the tenant it entered and no others, and can rewrite none', async () => {
  const { docId, tenantId } = await newProgram()
  await stores[0]!.create({ docId, tenantId, update: initialState(), author: 'test' })
  const client = await database.pool.connect()
  const count = async () => (await client.query('SELECT * FROM doc_update WHERE doc_id = $1', [docId])).rows.length
  expect(await count()).toBe(0)
  await client.query(`BEGIN; SELECT set_config('app.tenant', '${randomUUID()}', true)`)
  expect(await count()).toBe(0)
  await client.query(`ROLLBACK; BEGIN; SELECT set_config('app.tenant', '${tenantId}', true)`)
  expect(await count()).toBe(1)
  await expect(client.query("UPDATE doc_update SET author = 'someone else'")).rejects.toThrow('permission denied')
  await client.query('ROLLBACK')
  client.release()
})

test('after the connection that listens was lost, listening goes on and what was missed is asked for', async () => {
  const { docId, tenantId } = await newProgram()
  const store = await createPostgresStore(database.pool)
  stores.push(store)
  await store.create({ docId, tenantId, update: initialState(), author: 'test' })
  const heard = new Promise<string>((resolve) => {
    store.watch((wake) => {
      if (wake.kind === 'missed') resolve(wake.kind)
    })
  })
  await owner.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'",
  )
  expect(await heard).toBe('missed')
  const appended = new Promise<number>((resolve) => {
    store.watch((wake) => {
      if (wake.kind === 'appended') resolve(wake.seq)
    })
  })
  await store.append(docId, [{ data: initialState({ a: 1 }), author: 'ann' }])
  expect(await appended).toBe(2)
})
