/** Starts the product as its users do, on a fresh data folder and a free port, and can end it the hard way. */
import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface ProductServer {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  readonly pid: number | undefined
  /** Ends the process at once (SIGKILL), as a crash would. */
  kill(): Promise<void>
  /** Starts again on the same port and data. */
  restart(): Promise<void>
  /** Ends it properly and removes its data. */
  stop(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '..')

type Environment = Readonly<Record<string, string>>

/** @param environment - settings beside PORT and DATA_DIR; by default the embedded database, whatever this process uses */
export async function startProduct(
  environment: Environment | ((port: number) => Environment) = {},
): Promise<ProductServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'shopwright-e2e-'))
  // Run by root, the database is another user, who must get in.
  await chmod(dataDir, 0o755)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const settings = typeof environment === 'function' ? environment(port) : environment
  let child: ChildProcess | undefined

  async function launch() {
    const { DATABASE_URL: _database, REDIS_URL: _redis, ...inherited } = process.env
    const started = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: root,
      env: { ...inherited, PORT: String(port), DATA_DIR: dataDir, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    started.stdout.on('data', (text) => (output += String(text)))
    started.stderr.on('data', (text) => (output += String(text)))
    child = started
    await untilReady(url, started, () => output)
  }

  async function end(signal: NodeJS.Signals) {
    const running = child
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await ended
  }

  await launch()
  return {
    url,
    port,
    dataDir,
    get pid() {
      return child?.pid
    },
    kill: () => end('SIGKILL'),
    restart: launch,
    async stop() {
      await end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Asks `/healthz` until it answers 200; fails at once, with what was printed, when the process ends. */
async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadlineMs = Date.now() + 120_000
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended before it was ready:\n${output()}`)
    const answer = await fetch(`${url}/healthz`).catch(() => undefined)
    if (answer?.status === 200) return
    if (Date.now() > deadlineMs) throw new Error(`The server was not ready after two minutes:\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
