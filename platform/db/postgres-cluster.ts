/** Where the embedded PostgreSQL keeps its data, and how that folder comes to be. */
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { findPostgresBinaries, idsOf } from './postgres-binaries.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { canReach, chooseSystemUser } from './system-user.ts'
import type { SystemUser } from './system-user.ts'

export const OWNER_ROLE = 'shopwright'
const SYSTEM_STATE = '/var/lib/shopwright'

export interface Cluster {
  readonly folder: string
  readonly dataFolder: string
  readonly logFile: string
  readonly password: string
  readonly binaries: PostgresBinaries
  readonly user: SystemUser | undefined
}

/** Makes the cluster on the first start, with data checksums and a password of its own, and finds it afterwards. */
export function openCluster(dataDir: string, say: (line: string) => void): Cluster {
  const user = ownerOf(join(resolve(dataDir), 'postgres')) ?? chooseSystemUser()
  const folder = chooseFolder(resolve(dataDir), user, say)
  const binaries = findPostgresBinaries({ user, copyTo: join(dirname(folder), 'programs'), say })
  if (!existsSync(folder)) initialise(folder, user, binaries)
  return {
    folder,
    dataFolder: join(folder, 'data'),
    logFile: join(folder, 'server.log'),
    password: readPassword(folder),
    binaries,
    user,
  }
}

/** Started by root on data that an ordinary user made, PostgreSQL goes on as that user. */
function ownerOf(folder: string): SystemUser | undefined {
  const made = process.getuid?.() === 0 ? statSync(folder, { throwIfNoEntry: false }) : undefined
  return made && made.uid !== 0 ? { name: `user ${made.uid}`, uid: made.uid, gid: made.gid } : undefined
}

/** Beside our other data, unless the user that PostgreSQL must run as cannot get there (a home folder of mode 700). */
function chooseFolder(dataDir: string, user: SystemUser | undefined, say: (line: string) => void): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  if (!user || canReach(dataDir, user)) return join(dataDir, 'postgres')
  const elsewhere = join(SYSTEM_STATE, createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 })
  say(`The database is in ${elsewhere}: PostgreSQL runs as "${user.name}", who cannot open ${dataDir}.`)
  return join(elsewhere, 'postgres')
}

/** Works aside and renames, so that a start killed half-way leaves nothing that looks like a database. */
function initialise(folder: string, user: SystemUser | undefined, binaries: PostgresBinaries): void {
  const aside = `${folder}.new-${process.pid}`
  const passwordFile = join(aside, 'password')
  try {
    mkdirSync(aside, { recursive: true, mode: 0o700 })
    writeFileSync(passwordFile, randomBytes(32).toString('base64url'), { mode: 0o600 })
    if (user) for (const path of [aside, passwordFile]) chownSync(path, user.uid, user.gid)
    const flags = [
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--data-checksums',
      '--encoding=UTF8',
      '--locale=C',
    ]
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const { status, stderr, error } = spawnSync(
      binaries.initdb,
      ['-D', join(aside, 'data'), `--username=${OWNER_ROLE}`, ...flags, ...locale, '--no-instructions'],
      { ...idsOf(user), cwd: aside, encoding: 'utf8' },
    )
    if (status !== 0)
      throw new Error(`The database could not be made in ${folder}: ${(error?.message ?? stderr).trim()}`)
    if (!existsSync(folder)) renameSync(aside, folder)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function readPassword(folder: string): string {
  try {
    return readFileSync(join(folder, 'password'), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error
    throw new Error(
      `The database in ${folder} belongs to another user. Start as that user, or choose another DATA_DIR.`,
      { cause: error },
    )
  }
}
