/** Versions cut out of a real log by real connections, in two processes' worth of servers on one database. */
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import * as Y from 'yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { compactDocument } from '../documents.ts'
import { createPostgresStore } from '../postgres-store.ts'
import type { Problem } from '../problem.ts'
import type { Store } from '../store.ts'
import { eventually, everyoneReads, heldClock, startServer } from '../testing/harness.ts'
import { initialState } from '../testing/initial-state.ts'
import { insertProgram } from '../testing/insert-program.ts'
import { createHistory } from './create-history.ts'
import type { History } from './create-history.ts'
import { quietMs } from './cut-points.ts'
import { createPostgresVersions } from './postgres-versions.ts'
import type { Touch } from './touches.ts'

let database: TestDatabase
let owner: pg.Client
const open: { close(): unknown }[] = []

beforeAll(async () => {
  database = await createTestDatabase({ max: 20 })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  for (const each of open) await each.close()
  await owner.end()
  await database.close()
})

/** What one process has: a store over the shared database, and the history that is cut from it. */
async function process(): Promise<{
  store: Store
  history: History
  clock: ReturnType<typeof heldClock>
  problems: string[]
}> {
  const store = await createPostgresStore(database.pool, { keepsHistory: true })
  const clock = heldClock()
  const report = ({ code, error }: Problem) => {
    if (code !== 'damaged-document') throw error
    problems.push(code)
  }
  const problems: string[] = []
  const history = createHistory({ store, versions: createPostgresVersions(database.pool), clock, report })
  open.push(history, store)
  return { store, history, clock, problems }
}

async function newDocument(store: Store): Promise<string> {
  const { docId, tenantId } = await insertProgram(owner)
  await store.create({ docId, tenantId, update: initialState(), author: 'template' })
  return docId
}

/** As if that much time had passed since everything so far. */
async function age(docId: string, ms: number): Promise<void> {
  for (const table of ['doc_update', 'doc_version'])
    await owner.query(`UPDATE ${table} SET at = at - make_interval(secs => $2) WHERE doc_id = $1`, [docId, ms / 1000])
}

const writersOf = (touches: readonly Touch[]) =>
  Object.fromEntries(touches.map(([, id, , people]) => [id, people.map(([who]) => who)]))

async function stateOf(history: History, docId: string, seq: number): Promise<unknown> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, gunzipSync((await history.packedState(docId, seq))!))
  return doc.getMap('nodes').toJSON()
}

test('who wrote what is known per entry and person, across two processes, after compaction and a restart', async () => {
  const [one, two] = [await process(), await process()]
  const docId = await newDocument(one.store)
  const servers = [await startServer(one.store), await startServer(two.store)]
  const [ann, bo] = [servers[0]!.join('ann', { docId }), servers[1]!.join('bo', { docId })]
  await everyoneReads([ann, bo], { first: 1 })
  const [first] = await one.history.list(docId)
  expect(first).toMatchObject({ seq: 1, people: [], name: null })

  ann.write('price', 30)
  await everyoneReads([bo], { first: 1, price: 30 })
  bo.write('price', 35)
  bo.write('name', 'Beef noodles')
  ann.write('hours', '9–5')
  await everyoneReads([ann, bo], { first: 1, price: 35, name: 'Beef noodles', hours: '9–5' })
  await eventually(() => expect([ann.saving.unsavedEdits, bo.saving.unsavedEdits]).toEqual([0, 0]))
  const wanted = { price: ['id-of-bo', 'id-of-ann'], name: ['id-of-bo'], hours: ['id-of-ann'] }
  // Nothing is cut yet, and both processes know.
  expect(writersOf(await two.history.touchesSince(docId, 1))).toEqual(wanted)

  expect(await compactDocument(one.store, docId)).toBe(true)
  ann.write('late', 1)
  await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
  expect(await compactDocument(two.store, docId)).toBe(true)
  for (const server of servers) await server.stop()

  const after = await process()
  expect(writersOf(await after.history.touchesSince(docId, 1))).toEqual({ ...wanted, late: ['id-of-ann'] })
  await age(docId, quietMs)
  const versions = await after.history.list(docId)
  expect(versions).toHaveLength(2)
  expect(versions[1]?.people.toSorted()).toEqual(['id-of-ann', 'id-of-bo'])
  expect(writersOf(await after.history.touchesSince(docId, 1, versions[1]!.seq))).toEqual({
    ...wanted,
    late: ['id-of-ann'],
  })
  expect(await stateOf(after.history, docId, 1)).toEqual({ first: 1 })
  expect(await stateOf(after.history, docId, versions[1]!.seq)).toMatchObject({ price: 35, late: 1 })
})

test('a process looks by itself after a pause, and two that look at once make one version', async () => {
  const [one, two] = [await process(), await process()]
  const docId = await newDocument(one.store)
  await one.store.append(docId, [{ data: initialState({ a: 1 }), author: 'ann' }])
  await age(docId, quietMs)
  await Promise.all([one.history.cut(docId), two.history.cut(docId), two.history.list(docId)])
  expect((await one.history.list(docId)).map(({ seq }) => seq)).toEqual([1, 2])

  const heard = new Promise<void>((resolve) => {
    one.store.watch((wake) => wake.kind === 'appended' && wake.docId === docId && resolve())
  })
  await one.store.append(docId, [{ data: initialState({ b: 1 }), author: 'ann' }])
  await heard
  await age(docId, quietMs)
  one.clock.pass(2 * quietMs)
  const stored = () => owner.query('SELECT seq FROM doc_version WHERE doc_id = $1', [docId])
  await expect.poll(async () => (await stored()).rows.length, { timeout: 10_000 }).toBe(3)
})

test('thinning gives what a dropped version told to the next, and never drops what was named or published', async () => {
  const { store, history } = await process()
  const docId = await newDocument(store)
  for (const [at, author] of ['ann', 'bo', 'cy', 'di'].entries()) {
    await store.append(docId, [{ data: initialState({ [`k${at}`]: 1 }), author }])
    await history.cut(docId)
  }
  expect(await history.mark(docId, 3, { name: 'Summer', by: 'bo' })).toBe(true)
  expect(await history.mark(docId, 99, { name: 'None', by: 'bo' })).toBe(false)
  await age(docId, 100 * 24 * 3_600_000)
  await history.sweep()
  const versions = await history.list(docId)
  expect(versions.map(({ seq, name }) => [seq, name])).toEqual([
    [1, null],
    [3, 'Summer'],
    [5, null],
  ])
  expect(writersOf(await history.touchesSince(docId, 1, 3))).toEqual({ k0: ['ann'], k1: ['bo'] })
  expect(writersOf(await history.touchesSince(docId, 3, 5))).toEqual({ k2: ['cy'], k3: ['di'] })
})

test('what one of two people did to one entry is still known once the version between them is gone', async () => {
  const { store, history } = await process()
  const docId = await newDocument(store)
  await history.cut(docId)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, initialState())
  for (const [author, price] of [
    ['ann', 35],
    ['bo', 38],
  ] as const) {
    const seen = Y.encodeStateVector(doc)
    doc.getMap('theme').set('price', price)
    await store.append(docId, [{ data: Y.encodeStateAsUpdate(doc, seen), author }])
    await history.cut(docId)
  }
  const steps = async () =>
    (await history.touchesSince(docId, 1, 3)).map(([, , , , all]) => all?.map(({ by, value }) => [...by, value]))
  expect(await steps()).toEqual([
    [
      ['ann', 35],
      ['bo', 38],
    ],
  ])
  await age(docId, 100 * 24 * 3_600_000)
  await history.sweep()
  expect((await history.list(docId)).map(({ seq }) => seq)).toEqual([1, 3])
  expect(await steps()).toEqual([
    [
      ['ann', 35],
      ['bo', 38],
    ],
  ])
})

test('after a damaged update was set aside, versions are cut and named, and the log is shortened, as before', async () => {
  const { store, history } = await process()
  const docId = await newDocument(store)
  await history.cut(docId)
  for (const key of ['a', 'lost']) await store.append(docId, [{ data: initialState({ [key]: 1 }), author: 'bo' }])
  await owner.query(
    'UPDATE doc_update SET data = set_byte(data, 9, 255 - get_byte(data, 9)) WHERE doc_id = $1 AND seq = 3',
    [docId],
  )
  const server = await startServer(store)
  const ann = server.join('ann', { docId })
  await eventually(() => expect(ann.notices.leftOut?.edits).toBe(1))
  ann.write('b', 1)
  await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
  await server.stop()

  const wanted = { a: ['bo'], b: ['id-of-ann'] }
  expect(writersOf(await history.touchesSince(docId, 1))).toEqual(wanted)
  const named = await history.cut(docId)
  expect(named).toBe(4)
  expect(await history.mark(docId, named, { name: 'After the accident', by: 'ann' })).toBe(true)
  expect(await stateOf(history, docId, named)).toEqual({ first: 1, a: 1, b: 1 })
  expect(writersOf(await history.touchesSince(docId, 1, named))).toEqual(wanted)

  await store.append(docId, [{ data: initialState({ c: 1 }), author: 'bo' }])
  await age(docId, quietMs)
  expect((await history.list(docId)).map(({ seq, name }) => [seq, name])).toEqual([
    [1, null],
    [4, 'After the accident'],
    [5, null],
  ])
  expect(await compactDocument(store, docId)).toBe(true)
  await store.append(docId, [{ data: initialState({ d: 1 }), author: 'bo' }])
  expect(await compactDocument(store, docId)).toBe(true)
  const log = await owner.query('SELECT seq::int FROM doc_update WHERE doc_id = $1', [docId])
  expect(log.rows).toEqual([{ seq: 6 }])
})

test('a damaged document that nobody has opened yet has a history: that of its last good state, with what is left out', async () => {
  const { store, history, problems } = await process()
  const docId = await newDocument(store)
  await history.cut(docId)
  for (const key of ['a', 'lost']) await store.append(docId, [{ data: initialState({ [key]: 1 }), author: 'bo' }])
  expect(await history.leftOut(docId)).toBeUndefined()
  await owner.query(
    'UPDATE doc_update SET data = set_byte(data, 9, 255 - get_byte(data, 9)) WHERE doc_id = $1 AND seq = 3',
    [docId],
  )
  expect(writersOf(await history.touchesSince(docId, 1))).toEqual({ a: ['bo'] })
  expect(await history.leftOut(docId)).toEqual({ edits: 1, latestMs: expect.any(Number) })
  expect(problems).toEqual(['damaged-document'])
  const seq = await history.cut(docId)
  expect(await stateOf(history, docId, seq)).toEqual({ first: 1, a: 1 })
  expect((await history.list(docId)).map((version) => version.seq)).toEqual([1, seq])
})

test('where a stretch of the log is missing, history is told up to there, and no version is made', async () => {
  const store = await createPostgresStore(database.pool, { keepsHistory: true })
  const problems: string[] = []
  const versions = createPostgresVersions(database.pool)
  const report = ({ code }: Problem) => void problems.push(code)
  const history = createHistory({ store, versions, clock: heldClock(), report })
  open.push(history, store)
  const docId = await newDocument(store)
  await store.append(docId, [{ data: initialState({ a: 1 }), author: 'bo' }])
  await history.cut(docId)
  for (const key of ['lost', 'b']) await store.append(docId, [{ data: initialState({ [key]: 1 }), author: 'bo' }])
  await owner.query('DELETE FROM doc_update WHERE doc_id = $1 AND seq = 3', [docId])
  expect(writersOf(await history.touchesSince(docId, 1))).toMatchObject({ a: ['bo'] })
  await expect(history.cut(docId)).rejects.toThrow('missing')
  await age(docId, quietMs)
  expect((await history.list(docId)).map(({ seq }) => seq)).toEqual([1, 2])
  expect(problems).toContain('version-failed')
})

test('a version that was damaged on disk is not taken for one', async () => {
  const { store, history } = await process()
  const docId = await newDocument(store)
  await history.cut(docId)
  await owner.query('UPDATE doc_version SET data = set_byte(data, 12, 255 - get_byte(data, 12)) WHERE doc_id = $1', [
    docId,
  ])
  await expect(history.packedState(docId, 1)).rejects.toThrow('damaged')
})

test('rows of other tenants are neither seen nor written', async () => {
  const { store, history } = await process()
  const docId = await newDocument(store)
  await history.cut(docId)
  const { tenantId } = await insertProgram(owner)
  const client = await database.pool.connect()
  await client.query(`BEGIN; SELECT set_config('app.tenant', '${tenantId}', true)`)
  expect((await client.query('SELECT seq FROM doc_version')).rows).toEqual([])
  expect((await client.query('UPDATE doc_version SET release_number = 1')).rowCount).toBe(0)
  await client.query('ROLLBACK')
  client.release()
})
