import { logToStderr } from './log.ts'
import { readEnv } from './read-env.ts'
import { startServer } from './start-server.ts'
import type { RunningServer } from './start-server.ts'

const STOP_WITHIN_MS = 15_000

const starting = start()

async function start(): Promise<RunningServer | undefined> {
  try {
    const server = await startServer(readEnv(process.env), { log: logToStderr, say: (line) => console.log(line) })
    console.log(`Shopwright is ready: ${server.url}`)
    return server
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
    return undefined
  }
}

let isStopping = false

async function stop(): Promise<void> {
  if (isStopping) process.exit(1) // asked twice: now
  isStopping = true
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
  const server = await starting
  await server?.stop()
  process.exit()
}

process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
process.on('uncaughtException', (error) => {
  logToStderr({ event: 'uncaught', error: `${error.stack}` })
  process.exitCode = 1
  if (!isStopping) void stop()
})
