import { fork } from 'node:child_process'
import { pinTo } from './cores.ts'

/** A server of Node.js in a process of its own that answers everything with these bytes and headers: what the language costs. */
export async function startFloor(
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  core: number,
): Promise<{ url: string; pid: number | undefined; stop(): void }> {
  const child = fork(new URL('./floor-server.mjs', import.meta.url))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.send({ body: body.toString('base64'), headers })
  })
  if (child.pid !== undefined) pinTo(core, child.pid)
  return { url: `http://127.0.0.1:${port}/`, pid: child.pid, stop: () => void child.kill() }
}
