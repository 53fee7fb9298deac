/** The product as `npm start` runs it, in a process of its own that can be killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { projectFolder } from '#platform/index.ts'
import { buildIfStale } from '../../scripts/build-if-stale.mjs'

export interface ProductProcess {
  /** On this machine, whatever the product calls itself. */
  readonly url: string
  /** SIGKILL: it gets to do nothing more. */
  kill(): Promise<void>
}

/** @param settings - what an operator sets, beside PORT and HOST; nothing is taken over from this process's own */
export async function startProductProcess(settings: Readonly<Record<string, string>>): Promise<ProductProcess> {
  const root = projectFolder('.')
  if (!buildIfStale(root)) throw new Error('The build failed')
  const port = await freePort()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { PATH: process.env.PATH, ...settings, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)))
  const url = `http://127.0.0.1:${port}`
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => {
      if (output.includes('Shopwright is ready')) resolve()
    })
    child.once('exit', () => reject(new Error(`It ended before it was ready:\n${output}`)))
  })
  return {
    url,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
