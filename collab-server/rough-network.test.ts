/** Two servers on one PostgreSQL, and people whose network delays, cuts and reorders connections. `COLLAB_SEED=7` runs one seed. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '#model/testing/peers.ts'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { readDocument } from './documents.ts'
import { createPostgresStore } from './postgres-store.ts'
import type { Store } from './store.ts'
import { eventually, joinAs, startServer } from './testing/harness.ts'
import { initialState } from './testing/initial-state.ts'
import { insertProgram } from './testing/insert-program.ts'
import { startNetwork } from './testing/network.ts'
import { actAtRandom, contentOf } from './testing/random-acts.ts'

let database: TestDatabase
let owner: pg.Client
const stores: Store[] = []
beforeAll(async () => {
  database = await createTestDatabase({ max: 12 })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  stores.push(await createPostgresStore(database.pool), await createPostgresStore(database.pool))
})
afterAll(async () => {
  for (const store of stores) await store.close()
  await owner.end()
  await database.close()
})

const seeds = process.env.COLLAB_SEED ? [Number(process.env.COLLAB_SEED)] : [1, 2, 3]
const steps = 300

for (const seed of seeds) {
  test(
    `seed ${seed}: after a rough network all people and the database have the same, and every edit`,
    { timeout: 60_000 },
    async () => {
      const random = seededRandom(seed)
      const { docId, tenantId } = await insertProgram(owner)
      await stores[0]!.create({ docId, tenantId, update: initialState(), author: 'test' })
      const servers = [await startServer(stores[0]!), await startServer(stores[1]!)]
      const networks = await Promise.all(servers.map(({ url }) => startNetwork(url, { random, longestDelayMs: 25 })))
      const people = ['ann', 'bo', 'cy', 'di'].map((name, at) => joinAs(networks[at % 2]!.url, name, { docId }))
      const log: string[] = []
      try {
        for (let step = 0; step < steps; step++) {
          const at = Math.floor(random() * people.length)
          const act = actAtRandom(people[at]!, random, step)
          log.push(`${at} ${act}`)
          if (random() < 0.08) networks[Math.floor(random() * 2)]!.cutOne()
          // An edit of somebody who is, or wants to be, connected always makes traffic.
          if (random() < 0.6 && act !== 'disconnect' && people[at]!.provider.shouldConnect)
            await networks[at % 2]!.nextArrival()
        }
        for (const network of networks) network.calm()
        for (const person of people) person.provider.connect()
        await eventually(() => expect(people.map(({ saving }) => saving.unsavedEdits)).toEqual([0, 0, 0, 0]))
        const stored = await readDocument(stores[0]!, docId)
        await eventually(() => {
          for (const { doc } of people) expect(contentOf(doc)).toEqual(contentOf(stored))
        })
        expect([stored.store.pendingStructs, stored.store.pendingDs]).toEqual([null, null])
        const { own } = contentOf(stored)
        for (const [step, line] of log.entries()) if (line.endsWith(' own')) expect(own).toContain(step)
        expect(networks.reduce((sum, { cuts }) => sum + cuts, 0)).toBeGreaterThan(5)
        expect(servers.flatMap(({ problems }) => problems)).toEqual([])
      } catch (error) {
        throw new Error(`seed ${seed}: ${error}\nafter:\n${log.join('\n')}`, { cause: error })
      } finally {
        for (const person of people) person.leave()
        for (const network of networks) network.stop()
        for (const server of servers) await server.stop()
      }
    },
  )
}
