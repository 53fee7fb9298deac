/** A stretch of network between people and servers that delays, cuts, and lets an older connection arrive after a newer. */
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

export interface Network {
  /** Of a server behind the network, given its own address there. */
  readonly url: string
  /** New connections go to this server, e.g. one that was started in place of another. */
  leadTo(url: string): void
  /** From now on everything arrives at once, and nothing is cut any more. */
  calm(): void
  /** Cuts one of the connections, in one of three ways. */
  cutOne(): void
  /** Cuts all connections and lets nobody in; or, as `silent`, lets everybody in and passes nothing on. */
  block(how: 'refused' | 'silent'): void
  /** Passes on new connections again. */
  unblock(): void
  /** Resolves when something has arrived at either end, or somebody connects. */
  nextArrival(): Promise<void>
  readonly cuts: number
  stop(): void
}

/** @param rough - each connection gets a delay of its own, up to this, and may be cut by `cutOne` */
export async function startNetwork(
  toUrl: string,
  rough?: { readonly random: () => number; readonly longestDelayMs: number },
): Promise<Network> {
  let target = new URL(toUrl)
  let isRough = rough !== undefined
  let cuts = 0
  let blocked: 'refused' | 'silent' | undefined
  const links = new Set<Link>()
  const waiting = new Set<() => void>()
  const arrived = () => {
    for (const resolve of [...waiting]) resolve()
    waiting.clear()
  }

  function cutAll(): void {
    for (const { near, far } of links) {
      near.destroy()
      far.destroy()
    }
  }

  const server = createServer((near) => {
    if (blocked === 'refused') return near.destroy()
    const far = connect(Number(target.port), target.hostname)
    const delayMs = () => (isRough && rough ? rough.random() * rough.longestDelayMs : 0)
    const own = delayMs()
    const link: Link = { near, far, up: new Lane(near, far, arrived), down: new Lane(far, near, arrived) }
    links.add(link)
    for (const lane of [link.up, link.down]) {
      lane.delay = () => (isRough ? own + delayMs() / 4 : 0)
      lane.isSilent = () => blocked === 'silent'
    }
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => links.delete(link))
    }
    arrived()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: Object.assign(new URL(toUrl), { host: `127.0.0.1:${port}` }).href,
    leadTo: (url) => {
      target = new URL(url)
    },
    calm: () => {
      isRough = false
    },
    cutOne() {
      const all = [...links].filter(({ near, far }) => !near.destroyed && !far.destroyed)
      const link = all[Math.floor((rough?.random() ?? 0) * all.length)]
      if (!link) return
      cuts++
      const way = Math.floor((rough?.random() ?? 0) * 3)
      // Only one end notices: what is on its way to the other still arrives, perhaps after the next connection.
      if (way !== 0) link.near.destroy()
      if (way !== 1) link.far.destroy()
    },
    block(how) {
      blocked = how
      if (how === 'refused') cutAll()
    },
    unblock() {
      blocked = undefined
      // What was swallowed leaves a hole in those that are open.
      cutAll()
    },
    nextArrival: () => new Promise((resolve) => waiting.add(resolve)),
    get cuts() {
      return cuts
    },
    stop() {
      server.close()
      cutAll()
    },
  }
}

interface Link {
  readonly near: Socket
  readonly far: Socket
  readonly up: Lane
  readonly down: Lane
}

/** One direction of a connection: late, but in order, as TCP keeps it; the end of it comes last. */
class Lane {
  delay: () => number = () => 0
  isSilent: () => boolean = () => false
  #dueMs = 0

  constructor(from: Socket, to: Socket, arrived: () => void) {
    const later = (run: () => void) => {
      this.#dueMs = Math.max(this.#dueMs, performance.now() + this.delay())
      const waitMs = this.#dueMs - performance.now()
      if (waitMs > 0) setTimeout(run, waitMs)
      else run()
    }
    from.on('data', (bytes: Buffer) =>
      later(() => {
        if (!to.destroyed && !this.isSilent()) to.write(bytes)
        arrived()
      }),
    )
    from.on('close', () => later(() => to.end()))
  }
}
