/** Servers in processes of their own, which can be killed; bundled once, so that each starts in a blink. */
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')

export interface KillableServer {
  readonly url: string
  /** SIGKILL: it gets to do nothing more. */
  kill(): Promise<void>
}

export interface KillableServers {
  start(environment: Readonly<Record<string, string>>): Promise<KillableServer>
  /** Kills what still runs. */
  stop(): Promise<void>
}

export async function prepareKillableServers(): Promise<KillableServers> {
  // Inside the project, where the packages are found.
  const folder = mkdtempSync(path.join(root, 'node_modules', '.killable-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      rolldownOptions: {
        input: path.join(import.meta.dirname, 'serve.ts'),
        output: { entryFileNames: 'serve.mjs' },
      },
    },
  })
  const running = new Set<ChildProcess>()
  return {
    async start(environment) {
      const child = fork(path.join(folder, 'serve.mjs'), {
        env: { ...process.env, ...environment },
        execArgv: [],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      running.add(child)
      const [url] = (await once(child, 'message')) as [string]
      return { url, kill: () => kill(child) }
    },
    async stop() {
      await Promise.all([...running].map(kill))
      rmSync(folder, { recursive: true, force: true })
    },
  }

  async function kill(child: ChildProcess): Promise<void> {
    running.delete(child)
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }
}
