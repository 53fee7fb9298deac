/**
 * Rooms on an embedded PostgreSQL whose data lie in the folder given, on a small disk of their own that the parent can
 * have filled and emptied.
 */
import { once } from 'node:events'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { createCollabServer, createPostgresStore, readDocument } from '#collab-server/index.ts'
import { authorizeByName } from '#collab-server/testing/authorize-by-name.ts'
import { initialState } from '#collab-server/testing/initial-state.ts'
import { insertProgram } from '#collab-server/testing/insert-program.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { migrate } from '#platform/db/migrate.ts'
import { createPool } from '#platform/db/pool.ts'

const [folder = ''] = process.argv.slice(2)
const ballast = path.join(folder, 'ballast')
const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'data') })
await migrate(postgres.url)
const pool = createPool(postgres.url)
const store = await createPostgresStore(pool)
const problems: string[] = []
const server = createCollabServer({ store, authorize: authorizeByName, report: ({ code }) => problems.push(code) })
const http = createServer()
http.on('upgrade', (request, socket, head) => server.handleUpgrade(request, socket, head))
http.listen(0, '127.0.0.1')
await once(http, 'listening')

const commands: Record<string, (docId: string) => Promise<unknown>> = {
  create: () =>
    asOwner(async (owner) => {
      const program = await insertProgram(owner)
      await store.create({ ...program, update: initialState(), author: 'test' })
      return program.docId
    }),
  /** Writes until nothing more fits. */
  async fill() {
    const file = openSync(ballast, 'a')
    try {
      for (let sizeBytes = 1 << 20; sizeBytes >= 512; sizeBytes /= 2) fillWith(file, Buffer.alloc(sizeBytes))
    } finally {
      closeSync(file)
    }
  },
  free: async () => rmSync(ballast, { force: true }),
  /** The database's own log needs another file, which is more than a refused statement: PostgreSQL stops. */
  switchLog: () =>
    asOwner(async (owner) => {
      for (let times = 0; times < 20; times++)
        await owner.query('SELECT pg_switch_wal(); CREATE TABLE more (); DROP TABLE more')
    }).catch((error: unknown) => String(error)),
  problems: async () => problems,
  read: async (docId) => (await readDocument(store, docId)).getMap('nodes').toJSON(),
  async stop() {
    await server.close()
    await store.close()
    await pool.end()
    await postgres.stop()
    process.exit()
  },
}

process.on('message', ({ command, docId }: { command: string; docId: string }) => {
  void commands[command]!(docId).then((value) => process.send?.({ value }))
})
process.on('disconnect', () => void commands.stop!(''))
process.send?.(`ws://127.0.0.1:${(http.address() as AddressInfo).port}/collab`)

function fillWith(file: number, block: Buffer): void {
  try {
    for (;;) writeSync(file, block)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

async function asOwner<Value>(run: (owner: pg.Client) => Promise<Value>): Promise<Value> {
  const owner = new pg.Client({ connectionString: postgres.url })
  owner.on('error', () => {})
  await owner.connect()
  try {
    return await run(owner)
  } finally {
    await owner.end().catch(() => {})
  }
}
