/** Runs a script where one folder is a small disk of its own, which goes with the process. Linux, as any user. */
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

export interface OnSmallDisk {
  readonly url: string
  ask(command: string, docId?: string): Promise<unknown>
  stop(): Promise<void>
}

/** @param sizeMb - how much fits on the disk that the folder becomes */
export async function startOnSmallDisk(script: string, folder: string, sizeMb: number): Promise<OnSmallDisk> {
  const run = [process.execPath, '--import', 'tsx', script, folder]
  const mount = `mount -t tmpfs -o size=${sizeMb}m,mode=755 none "$0" && exec "$@"`
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0]
  const mayMount = uid === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0
  // Whoever is not root is it in a namespace of their own for as long as mounting takes, and themselves again after it.
  const words = mayMount
    ? ['--mount', 'sh', '-c', mount, folder, ...run]
    : ['--user', '--map-root-user', '--mount', 'sh', '-c', mount, folder]
        .concat(['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`])
        .concat(run)
  const child: ChildProcess = spawn('unshare', words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [url] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`No small disk could be made, or nothing started on it: ${code}`)
    }),
  ])) as [string]
  return {
    url,
    async ask(command, docId = '') {
      const answered = once(child, 'message')
      child.send({ command, docId })
      const [{ value }] = (await answered) as [{ value: unknown }]
      return value
    },
    async stop() {
      const ended = once(child, 'exit')
      child.send({ command: 'stop', docId: '' })
      await ended
    },
  }
}
