/** A network between a browser and the product that can stop carrying anything without closing anything. */
import { createServer, connect, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

export interface LameProxy {
  readonly url: string
  /** From now on nothing arrives, in either direction; connections stay open, and new ones are taken. */
  freeze(): void
  /** Carries again: what waited arrives, as after a tunnel. */
  thaw(): void
  close(): Promise<void>
}

export async function startLameProxy(port: number): Promise<LameProxy> {
  let isFrozen = false
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => to.write(bytes))
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
      if (isFrozen) from.pause()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const set = (frozen: boolean) => {
    isFrozen = frozen
    for (const socket of sockets)
      if (frozen) socket.pause()
      else socket.resume()
  }
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    freeze: () => set(true),
    thaw: () => set(false),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
