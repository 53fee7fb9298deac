/** On real folders and real processes: what happens to a database whose owner dies, or is there already. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTemporaryFolder } from '../testing/temporary-folder.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { migrate } from './migrate.ts'
import { findPostmaster, isPostgres, pidFileOf } from './postmaster.ts'
import { canReach } from './system-user.ts'

let folder: string
let dataDir: string
const data = () => join(dataDir, 'postgres', 'data')

beforeAll(async () => {
  folder = await makeTemporaryFolder('shopwright-pg-')
  dataDir = join(folder, 'state')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client.query<object>(sql).then(
    async ({ rows }) => (await client.end(), rows),
    async (error) => (await client.end(), Promise.reject(error)),
  )
}

test('the first start makes a database that is checked, flushed, and closed to others', async () => {
  const server = await startEmbeddedPostgres({ dataDir })
  expect(await ask(server.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }])
  expect(await ask(server.url, 'SHOW data_checksums')).toEqual([{ data_checksums: 'on' }])
  const guess = server.url.replace(/:[^:@/]+@/, ':guess@')
  await expect(ask(guess, 'SELECT 1')).rejects.toThrow(/password/)
  expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o777).toBe(0o600)
  await ask(server.url, 'CREATE TABLE note (text text); INSERT INTO note VALUES ($$kept$$)')
  await server.stop()
  expect(findPostmaster(data())).toBeUndefined()
  const again = await startEmbeddedPostgres({ dataDir })
  expect(await ask(again.url, 'SELECT text FROM note')).toEqual([{ text: 'kept' }])
  await again.stop()
})

test('a second start on the same folder stops with a sentence and disturbs nothing', async () => {
  const server = await startEmbeddedPostgres({ dataDir })
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/already running.*DATA_DIR/s)
  expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('what a killed process left running is taken over, with all that was committed', async () => {
  const { child, url } = await startElsewhere(dataDir)
  await ask(url, 'INSERT INTO note VALUES ($$committed$$)')
  const died = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await died
  const orphan = findPostmaster(data())
  expect(isPostgres(orphan?.pid ?? 0)).toBe(true)
  const server = await startEmbeddedPostgres({ dataDir })
  expect(await ask(server.url, 'SELECT text FROM note ORDER BY 1')).toEqual([{ text: 'committed' }, { text: 'kept' }])
  expect(isPostgres(orphan?.pid ?? 0)).toBe(false)
  await server.stop()
})

test('a pid file that names some other process is not believed', async () => {
  await writeFile(pidFileOf(data()), `${process.pid}\n${data()}\n1\n1\n\n127.0.0.1\n`)
  const server = await startEmbeddedPostgres({ dataDir })
  expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await server.stop()
})

test('a database that crashes is started again at the same address', async () => {
  const said: string[] = []
  const server = await startEmbeddedPostgres({ dataDir, say: (line) => said.push(line) })
  process.kill(findPostmaster(data())?.pid ?? 0, 'SIGKILL')
  await expect
    .poll(() => ask(server.url, 'SELECT count(*)::int FROM note').catch(() => undefined), { timeout: 20_000 })
    .toEqual([{ count: 2 }])
  expect(said).toEqual([expect.stringContaining('started again')])
  await server.stop()
})

test('two first starts at once leave one running and one sentence', async () => {
  const fresh = join(folder, 'fresh')
  const results = await Promise.allSettled([
    startEmbeddedPostgres({ dataDir: fresh }),
    startEmbeddedPostgres({ dataDir: fresh }),
  ])
  const running = results.filter((result) => result.status === 'fulfilled')
  const refused = results.filter((result) => result.status === 'rejected')
  expect([running.length, refused.map(({ reason }) => String(reason))]).toEqual([
    1,
    [expect.stringMatching(/already running/)],
  ])
  await running[0]?.value.stop()
})

test('migrations run once, and one that was edited afterwards is refused by name', async () => {
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'fresh') })
  const one = { name: '0001_a.sql', sql: 'CREATE TABLE a (id int)' }
  const two = { name: '0002_b.sql', sql: 'CREATE TABLE b (id int); SELECT 1 / 0' }
  expect(
    await Promise.all([migrate(server.url, [one]), migrate(server.url, [one])]).then((runs) => runs.flat()),
  ).toEqual(['0001_a.sql'])
  await expect(migrate(server.url, [one, two])).rejects.toThrow(/0002_b\.sql failed: division by zero/)
  expect(await ask(server.url, "SELECT to_regclass('b') AS b")).toEqual([{ b: null }])
  await expect(migrate(server.url, [{ ...one, sql: 'CREATE TABLE a (id bigint)' }])).rejects.toThrow(
    /0001_a\.sql was changed/,
  )
  await server.stop()
})

test('a folder behind a closed one cannot be reached by another user', async () => {
  const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 }
  expect(canReach('/usr', nobody)).toBe(true)
  await mkdir(join(folder, 'closed'), { mode: 0o700 })
  await mkdir(join(folder, 'closed', 'open'), { mode: 0o755 })
  expect(canReach(join(folder, 'closed', 'open'), nobody)).toBe(false)
})

/** In a process of its own, so that it can be killed as a crash would. */
async function startElsewhere(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const source = `import { startEmbeddedPostgres } from ${JSON.stringify(new URL('embedded-postgres.ts', import.meta.url).href)}
    const { url } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    console.log(url)
    setInterval(() => {}, 1000)`
  const file = join(folder, 'elsewhere.mts')
  await writeFile(file, source)
  const child = spawn(process.execPath, ['--import', tsx, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(String(text).trim()))
    child.once('exit', () => reject(new Error('It ended by itself')))
  })
  return { child, url }
}
