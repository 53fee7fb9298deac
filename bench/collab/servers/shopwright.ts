/** Ours as `npm start` runs it: rooms with their history on the embedded PostgreSQL, every update on disk before anybody sees it. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import {
  createCollabServer,
  createHistory,
  createPostgresStore,
  createPostgresVersions,
  systemClock,
} from '#collab-server/index.ts'
import { authorizeByName } from '#collab-server/testing/authorize-by-name.ts'
import { insertProgram } from '#collab-server/testing/insert-program.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { migrate } from '#platform/db/migrate.ts'
import { createPool } from '#platform/db/pool.ts'
import { answerParent } from './answer-parent.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'shopwright-bench-'))
// Run by root, the database is another user, who must get in.
await chmod(folder, 0o755)
const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'data') })
await migrate(postgres.url)
const pool = createPool(postgres.url, { max: 24 })
const store = await createPostgresStore(pool, { keepsHistory: true })
const history = createHistory({
  store,
  versions: createPostgresVersions(pool),
  clock: systemClock,
  report: (problem) => console.error(problem),
})
const owner = new pg.Client({ connectionString: postgres.url })
await owner.connect()

let restMs = 0
const collab = createCollabServer({
  store,
  authorize: authorizeByName,
  clock: { ...systemClock, after: (delayMs, run) => systemClock.after(restMs || delayMs, run) },
  report: (problem) => console.error(problem),
})
const http = createServer()
http.on('upgrade', (request, socket, head) => collab.handleUpgrade(request, socket, head))

const anUpdate = new Uint8Array([0, 0])
const committed = await insertProgram(owner)
await store.create({ ...committed, update: anUpdate, author: 'bench' })

await answerParent(http, {
  async create(count, update) {
    const ids: string[] = []
    for (let at = 0; at < count; at++) {
      const program = await insertProgram(owner)
      await store.create({ ...program, update, author: 'bench' })
      ids.push(program.docId)
    }
    return ids
  },
  async commit() {
    const startedMs = performance.now()
    await store.append(committed.docId, [{ data: anUpdate, author: 'bench' }])
    return performance.now() - startedMs
  },
  async forget() {
    restMs = 1
    while (collab.stats().rooms > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    restMs = 0
  },
  async stop() {
    await collab.close()
    await history.close()
    await store.close()
    await owner.end()
    await pool.end()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  },
})
