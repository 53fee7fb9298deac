/** PostgreSQL refuses to run as root, so a root-started server runs it as an ordinary system user. */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface SystemUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** The user to run PostgreSQL as, or undefined when this process is not root and simply runs it itself. */
export function chooseSystemUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const present = findUser('postgres') ?? findUser('shopwright')
  if (present) return present
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'shopwright'])
  const user = findUser('shopwright') ?? findUser('nobody')
  if (user) return user
  throw new Error('PostgreSQL cannot run as root and no other user was found. Start the server as an ordinary user.')
}

function findUser(name: string): SystemUser | undefined {
  const uid = idNumber('-u', name)
  const gid = idNumber('-g', name)
  return uid === undefined || gid === undefined ? undefined : { name, uid, gid }
}

function idNumber(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
  const id = Number(stdout)
  return status === 0 && Number.isInteger(id) && id > 0 ? id : undefined
}

/** May this user open the file or folder? Looks at the permission bits of it and of every folder above it. */
export function canReach(path: string, user: SystemUser): boolean {
  for (let at = path; ; at = dirname(at)) {
    const stat = statSync(at, { throwIfNoEntry: false })
    if (!stat || !mayEnter(stat, user)) return false
    if (dirname(at) === at) return true
  }
}

function mayEnter(stat: { mode: number; uid: number; gid: number }, user: SystemUser): boolean {
  const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001
  return (stat.mode & bit) !== 0
}
