/** People at random on two servers, with links that break and a store that fails. `COLLAB_SEED=7` runs one seed. */
import { expect, test } from 'vitest'
import { seededRandom } from '#model/testing/peers.ts'
import { readDocument } from './documents.ts'
import { createMemoryStore } from './memory-store.ts'
import { eventually, startServer } from './testing/harness.ts'
import { initialState } from './testing/initial-state.ts'
import { actAtRandom, contentOf } from './testing/random-acts.ts'

const seeds = process.env.COLLAB_SEED ? [Number(process.env.COLLAB_SEED)] : [1, 2]
const docId = 'noodles'

for (const seed of seeds) {
  test(
    `seed ${seed}: whatever breaks, what is confirmed is stored, and all agree in the end`,
    { timeout: 60_000 },
    async () => {
      const random = seededRandom(seed)
      const log: string[] = []
      const store = createMemoryStore()
      await store.create({ docId, tenantId: 't', update: initialState(), author: 'test' })
      let appends = 0
      const append = store.append
      store.append = async (id, updates) => {
        // The store answers late, out of step with what arrives, and at times not at all.
        for (let turns = Math.floor(random() * 4); turns > 0; turns--)
          await new Promise((resolve) => setImmediate(resolve))
        if (++appends % 9 === 5) throw new Error('out of order')
        return append(id, updates)
      }
      const limits = { tailLength: 40 }
      const servers = [await startServer(store, { limits }), await startServer(store, { limits })]
      const people = ['ann', 'bo', 'cy', 'di'].map((name, at) => servers[at % 2]!.join(name, { docId }))

      for (let step = 0; step < 250; step++) {
        const at = Math.floor(random() * people.length)
        log.push(`${at} ${actAtRandom(people[at]!, random, step)}`)
        for (let turns = Math.floor(random() * 8); turns > 0; turns--)
          await new Promise((resolve) => setImmediate(resolve))
      }
      for (const person of people) person.provider.connect()
      await eventually(() => {
        expect(people.map(({ saving }) => saving.unsavedEdits)).toEqual([0, 0, 0, 0])
      }).catch((error: unknown) => {
        throw new Error(`seed ${seed}: ${error}\nafter:\n${log.join('\n')}`, { cause: error })
      })
      const stored = await readDocument(store, docId)
      await eventually(() => {
        for (const { doc } of people) expect(contentOf(doc)).toEqual(contentOf(stored))
      })
      expect([stored.store.pendingStructs, stored.store.pendingDs]).toEqual([null, null])
      for (let step = 0; step < 250; step++)
        if (log[step]!.endsWith(' own')) expect(contentOf(stored).own).toContain(step)
      expect(appends).toBeGreaterThan(9)
      for (const server of servers) await server.stop()
    },
  )
}
