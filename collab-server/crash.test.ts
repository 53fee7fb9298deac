import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { createPostgresStore } from './postgres-store.ts'
import type { Store } from './store.ts'
import { eventually, everyoneReads, initialState, joinAs } from './testing/harness.ts'
import { insertProgram } from './testing/insert-program.ts'

let database: TestDatabase
let owner: pg.Client
let store: Store
const started: ChildProcess[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  store = await createPostgresStore(database.pool)
}, 120_000)
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await store.close()
  await owner.end()
  await database.close()
})

async function serve(): Promise<{ url: string; kill: () => Promise<void> }> {
  const script = new URL('./testing/serve.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, DATABASE_URL: database.ownerUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  const [line] = (await once(child.stdout!, 'data')) as [Buffer]
  return {
    url: String(line).trim(),
    async kill() {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}

test(
  'what a second person has seen is there after the server was killed that instant',
  { timeout: 120_000 },
  async () => {
    const { docId, tenantId } = await insertProgram(owner)
    await store.create({ docId, tenantId, update: initialState(), author: 'test' })
    const expected: Record<string, unknown> = { first: 1 }
    for (const round of [1, 2, 3]) {
      const server = await serve()
      const [ann, bo] = [joinAs(server.url, 'ann', { docId }), joinAs(server.url, 'bo', { docId })]
      await everyoneReads([ann, bo], expected)
      const seen = new Promise<void>((resolve) => {
        bo.doc.getMap('nodes').observe(() => resolve())
      })
      ann.write(`round-${round}`, round)
      expected[`round-${round}`] = round
      await seen
      await server.kill()
      ann.leave()
      bo.leave()
    }
    const server = await serve()
    const late = joinAs(server.url, 'cy', { docId })
    await everyoneReads([late], expected)
    await eventually(() => expect(late.saving.unsavedEdits).toBe(0))
    late.leave()
    await server.kill()
  },
)
