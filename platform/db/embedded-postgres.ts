/** A PostgreSQL of our own, for everybody who has none: started with the server and stopped with it. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chownSync, closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { idsOf } from './postgres-binaries.ts'
import { openCluster, OWNER_ROLE } from './postgres-cluster.ts'
import type { Cluster } from './postgres-cluster.ts'
import { findPostmaster, isPostgres, pidFileOf, stopPostmaster } from './postmaster.ts'

export interface EmbeddedPostgres {
  /** For the role that owns the schema, to the database `shopwright`. */
  readonly url: string
  stop(): Promise<void>
}

/** Held by the process that started this PostgreSQL; whoever can take it has found an orphan. */
const OWNERSHIP_LOCK = 7_206_113
const START_LIMIT_MS = 120_000
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5000

/**
 * Starts PostgreSQL on `<dataDir>/postgres`, making the database first if there is none. One left over from a killed
 * process is stopped cleanly and started anew; one that crashes later is started again on the same port.
 * @param durable - false trades safety for speed; only for databases that are thrown away
 * @throws an error whose message is a sentence for the person who starts the server
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string
  durable?: boolean
  say?: (line: string) => void
}): Promise<EmbeddedPostgres> {
  const say = options.say ?? (() => undefined)
  const cluster = openCluster(options.dataDir, say)
  let stopping = false
  let running = await startOwned(cluster, undefined, options.durable ?? true)

  const superviseExit = (): void => {
    running.child.once('exit', () => {
      if (!stopping) void restart()
    })
  }
  const restart = async (): Promise<void> => {
    say(`PostgreSQL stopped unexpectedly and is being started again. Its messages are in ${cluster.logFile}.`)
    await running.owner.end().catch(() => undefined)
    // A full disk gets room again: until then this process answers what needs no database.
    for (let waitMs = FIRST_WAIT_MS; !stopping; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
      try {
        running = await startOwned(cluster, running.port, options.durable ?? true)
        superviseExit()
        if (stopping) await stopPostmaster(running.child.pid ?? 0)
        return
      } catch (error) {
        if (error instanceof AlreadyRunning) return giveUp(error)
        say(`PostgreSQL could not be started again, which is tried on: ${(error as Error).message}`)
        await delay(waitMs)
      }
    }
  }
  const giveUp = (error: Error): void => {
    say(error.message)
    process.exitCode = 1
    process.kill(process.pid, 'SIGTERM')
  }
  superviseExit()

  return {
    url: `postgres://${OWNER_ROLE}:${cluster.password}@127.0.0.1:${running.port}/${OWNER_ROLE}`,
    async stop() {
      if (stopping) return
      stopping = true
      await running.owner.end().catch(() => undefined)
      if (running.child.pid) await stopPostmaster(running.child.pid)
    },
  }
}

interface Owned {
  readonly child: ChildProcess
  readonly port: number
  /** Keeps the ownership lock for as long as it is connected. */
  readonly owner: pg.Client
}

async function startOwned(cluster: Cluster, samePort: number | undefined, durable: boolean): Promise<Owned> {
  for (let attempt = 1; ; attempt++) {
    await clearOrphan(cluster)
    const port = samePort ?? (await freePort())
    const child = spawnPostgres(cluster, port, durable)
    try {
      const owner = await connectWhenReady(cluster, port, child)
      if (!(await takeOwnership(owner))) throw alreadyRunning(cluster)
      await ensureDatabase(owner)
      owner.on('error', () => undefined) // the exit of the child tells the same
      return { child, port, owner }
    } catch (error) {
      // Two starts at once: one of them loses its server, looks again, and finds the other one running.
      // After a crash its last processes hold the shared memory for a moment longer.
      if (attempt === 5 || error instanceof AlreadyRunning) throw error
      await delay(200 * attempt)
    }
  }
}

/** Removes what a killed process left behind. @throws {@link AlreadyRunning} when its owner is alive */
async function clearOrphan(cluster: Cluster): Promise<void> {
  for (let waitedMs = 0; waitedMs < START_LIMIT_MS; waitedMs += 100) {
    const found = findPostmaster(cluster.dataFolder)
    if (!found) return
    if (!isPostgres(found.pid)) return rmSync(pidFileOf(cluster.dataFolder), { force: true })
    const client = found.port ? await connect(cluster, found.port).catch(() => undefined) : undefined
    if (client) {
      const isOrphan = await takeOwnership(client).finally(() => client.end().catch(() => undefined))
      if (!isOrphan) throw alreadyRunning(cluster)
      return stopPostmaster(found.pid)
    }
    await delay(100) // still starting, stopping or recovering
  }
  throw new Error(`A PostgreSQL is running on ${cluster.dataFolder} but does not answer. Stop it and start again.`)
}

class AlreadyRunning extends Error {}

function alreadyRunning(cluster: Cluster): AlreadyRunning {
  return new AlreadyRunning(
    `Another Shopwright is already running on the data in ${cluster.folder}. Stop it first, or give this one its own DATA_DIR.`,
  )
}

function spawnPostgres(cluster: Cluster, port: number, durable: boolean): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 60,
    shared_buffers: '48MB',
    max_wal_size: '512MB',
    jit: 'off',
    timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'warning',
    ...(durable ? { fsync: 'on' } : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const log = openSync(cluster.logFile, 'w', 0o600)
  if (cluster.user) chownSync(cluster.logFile, cluster.user.uid, cluster.user.gid)
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', cluster.dataFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Detached: Ctrl-C in the terminal must reach us first, who still want to write before the database goes.
    { ...idsOf(cluster.user), cwd: cluster.folder, stdio: ['ignore', log, log], detached: true },
  )
  closeSync(log)
  child.unref()
  return child
}

async function connectWhenReady(cluster: Cluster, port: number, child: ChildProcess): Promise<pg.Client> {
  let failure: string | undefined
  child.once('error', (error) => (failure = error.message))
  for (let waitedMs = 0; waitedMs < START_LIMIT_MS && child.exitCode === null && !failure; waitedMs += 25) {
    const client = await connect(cluster, port).catch(() => undefined)
    if (client) return client
    await delay(25)
  }
  failure ??= child.exitCode === null ? 'it does not answer' : lastWords(cluster)
  throw new Error(`PostgreSQL did not start: ${failure}. Its messages are in ${cluster.logFile}.`)
}

function lastWords(cluster: Cluster): string {
  const lines = readFileSync(cluster.logFile, 'utf8').trim().split('\n')
  const telling = lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? ''
  return telling.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '')
}

async function connect(cluster: Cluster, port: number): Promise<pg.Client> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: OWNER_ROLE,
    password: cluster.password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function takeOwnership(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [OWNERSHIP_LOCK])
  return rows[0]?.taken === true
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [OWNER_ROLE])
  if (!rowCount) await client.query(`CREATE DATABASE ${OWNER_ROLE}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
