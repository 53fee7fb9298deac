/** What a data folder tells about the PostgreSQL that runs, or ran, on it. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export interface Postmaster {
  readonly pid: number
  /** Not known yet while it is starting. */
  readonly port: number | undefined
}

/** Reads `postmaster.pid`. It is there after a crash too: ask {@link isPostgres} whether the process still lives. */
export function findPostmaster(dataFolder: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(pidFileOf(dataFolder), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]) || undefined }
}

export const pidFileOf = (dataFolder: string): string => join(dataFolder, 'postmaster.pid')

/** False also when the number was given to some other program since, as happens when a container starts again. */
export function isPostgres(pid: number): boolean {
  if (process.platform === 'win32') return isAlive(pid)
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    if (process.platform === 'linux') return false
  }
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  return (stdout ?? '').includes('postgres')
}

/** Asks for a fast shutdown (open transactions are rolled back, everything is flushed) and waits until it is done. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  for (let waitedMs = 0; isPostgres(pid); waitedMs += 50) {
    if (waitedMs === 20_000) signal(pid, 'SIGQUIT')
    if (waitedMs > 30_000)
      throw new Error(`The PostgreSQL with process id ${pid} does not stop. Stop it and start again.`)
    await delay(50)
  }
}

function isAlive(pid: number): boolean {
  return signal(pid, 0)
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}
