/** What kill -9 takes with it. An edit is acknowledged when its maker was told "saved", or when somebody else has seen it. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '#model/testing/peers.ts'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { readDocument } from './documents.ts'
import { createPostgresStore } from './postgres-store.ts'
import type { Store } from './store.ts'
import { eventually, joinAs } from './testing/harness.ts'
import { initialState } from './testing/initial-state.ts'
import type { Person } from './testing/harness.ts'
import { insertProgram } from './testing/insert-program.ts'
import { prepareKillableServers } from './testing/killable-server.ts'
import type { KillableServers } from './testing/killable-server.ts'
import { startNetwork } from './testing/network.ts'

let database: TestDatabase
let owner: pg.Client
let store: Store
let servers: KillableServers
beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  store = await createPostgresStore(database.pool)
  servers = await prepareKillableServers()
}, 120_000)
afterAll(async () => {
  await servers.stop()
  await store.close()
  await owner.end()
  await database.close()
})

const cycles = 100
const names = ['ann', 'bo', 'cy', 'di', 'ed']

test(
  `${cycles} times kill -9 under load from 5 writers: no acknowledged edit is lost`,
  { timeout: 400_000 },
  async () => {
    const random = seededRandom(11)
    const { docId, tenantId } = await insertProgram(owner)
    await store.create({ docId, tenantId, update: initialState(), author: 'test' })
    const environment = { DATABASE_URL: database.ownerUrl, REDIS_URL: '' }
    let server = await servers.start(environment)
    const network = await startNetwork(server.url)
    const writers = names.map((name) => keepWriting(joinAs(network.url, name, { docId })))
    const lost: string[] = []
    let acknowledged = 0
    for (let cycle = 1; cycle <= cycles; cycle++) {
      const next = servers.start(environment)
      const enough = savedBy(writers) + 10 + Math.floor(random() * 50)
      await untilSaved(writers, enough)
      await server.kill()
      const known = acknowledgedBy(writers)
      acknowledged = known.size
      // What is in the database now, before any browser has the chance to send again what it still has.
      const stored = (await readDocument(store, docId)).getMap('nodes')
      for (const edit of known) if (!stored.has(edit)) lost.push(`cycle ${cycle}: ${edit}`)
      server = await next
      network.leadTo(server.url)
    }
    for (const writer of writers) writer.stop()
    await eventually(() => expect(writers.map(({ person }) => person.saving.unsavedEdits)).toEqual([0, 0, 0, 0, 0]))
    const stored = (await readDocument(store, docId)).getMap('nodes')
    expect(lost).toEqual([])
    expect(acknowledged).toBeGreaterThan(cycles * 10)
    expect(stored.size).toBe(1 + writers.reduce((sum, { edits }) => sum + edits.length, 0))
    for (const { person } of writers) person.leave()
    network.stop()
    await server.kill()
  },
)

interface Writer {
  readonly person: Person
  readonly edits: readonly string[]
  /** Edits of others that this one has seen. */
  readonly seen: ReadonlySet<string>
  stop(): void
}

/** Writes without pause, a few edits ahead of what is saved. */
function keepWriting(person: Person): Writer {
  const edits: string[] = []
  const seen = new Set<string>()
  const ahead = 4
  let isStopped = false
  const writeOn = () => {
    while (!isStopped && person.provider.synced && person.saving.unsavedEdits < ahead) {
      const edit = `${person.doc.clientID}-${edits.length}`
      edits.push(edit)
      person.write(edit, 1)
    }
  }
  person.doc.getMap('nodes').observe(({ keysChanged, transaction }) => {
    if (!transaction.local) for (const key of keysChanged) seen.add(key)
  })
  person.saving.subscribe(() => setImmediate(writeOn))
  person.provider.on('sync', () => setImmediate(writeOn))
  return {
    person,
    edits,
    seen,
    stop: () => {
      isStopped = true
    },
  }
}

const savedBy = (writers: readonly Writer[]): number =>
  writers.reduce((sum, { person, edits }) => sum + edits.length - person.saving.unsavedEdits, 0)

function untilSaved(writers: readonly Writer[], count: number): Promise<void> {
  return new Promise((resolve) => {
    const stops = writers.map(({ person }) =>
      person.saving.subscribe(() => {
        if (savedBy(writers) < count) return
        for (const stop of stops) stop()
        resolve()
      }),
    )
  })
}

function acknowledgedBy(writers: readonly Writer[]): Set<string> {
  return new Set(
    writers.flatMap(({ person, edits, seen }) => [
      ...edits.slice(0, edits.length - person.saving.unsavedEdits),
      ...seen,
    ]),
  )
}
