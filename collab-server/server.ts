import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { closeCodeOf } from './access.ts'
import type { Access, Authorize } from './access.ts'
import { systemClock } from './clock.ts'
import type { Clock } from './clock.ts'
import { Connection } from './connection.ts'
import { defaultLimits } from './limits.ts'
import type { Limits } from './limits.ts'
import { closeCodes } from './protocol.ts'
import { createRefusalReports } from './refusals.ts'
import { Room } from './room.ts'
import type { Problem } from './problem.ts'
import type { Damage, KickReason, Store, Wake } from './store.ts'

export interface CollabServerOptions {
  readonly store: Store
  readonly authorize: Authorize
  /** Whether a page of this origin may connect; browsers send it, and a cookie with it. Any may if absent. */
  readonly allowOrigin?: (origin: string | undefined, request: IncomingMessage) => boolean
  readonly limits?: Partial<Limits>
  readonly clock?: Clock
  readonly report?: (problem: Problem) => void
}

export interface CollabServer {
  /** For the `upgrade` event of an HTTP server. The last part of the path is the document's id. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Closes this person's connections to a document, on all servers. After `role-changed` they connect again. */
  kick(docId: string, userId: string, reason?: KickReason): void
  stats(): CollabStats
  /** Stores what was accepted, then closes all connections; clients try again elsewhere. The store stays open. */
  close(): Promise<void>
}

export interface CollabStats {
  readonly rooms: number
  readonly connections: number
  readonly damaged: readonly { readonly docId: string; readonly damage: readonly Damage[] }[]
}

/** Lets people edit documents together by y-websocket. Any number of servers may share one store. */
export function createCollabServer(options: CollabServerOptions): CollabServer {
  const { store, authorize, allowOrigin, clock = systemClock, report = () => {} } = options
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const serverId = crypto.randomUUID()
  const rooms = new Map<string, Room>()
  const reportRefusal = createRefusalReports(clock, report)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
    WebSocket: StrictSocket,
  })
  let isClosed = false

  const unwatch = store.watch((wake) => hear(wake))
  function hear(wake: Wake): void {
    if (wake.kind === 'missed') return recheckAll() // somebody may have been removed meanwhile
    const room = rooms.get(wake.docId)
    if (wake.kind === 'appended') room?.heard(wake.seq)
    else if (wake.kind === 'kick') room?.kick(wake.userId, wake.reason)
    else if (wake.from === serverId) return
    else if (wake.kind === 'presence') room?.heardPresence(wake.states)
    else room?.answerPresence()
  }

  /** In the order in which they were left. */
  const idle = new Set<Room>()
  function makeRoom(): void {
    for (const room of idle) {
      if (idle.size <= limits.idleRooms) return
      idle.delete(room)
      room.letGo()
    }
  }

  function roomOf(docId: string): Room {
    const open = rooms.get(docId)
    if (open) return open
    const room: Room = new Room(docId, {
      serverId,
      store,
      limits,
      clock,
      report,
      onIdle: () => {
        idle.delete(room)
        idle.add(room)
        makeRoom()
      },
      onEnd: () => {
        idle.delete(room)
        if (rooms.get(docId) === room) rooms.delete(docId)
      },
    })
    rooms.set(docId, room)
    return room
  }

  const cancels = new Set<() => void>()
  function every(delayMs: number, run: () => void): void {
    const again = () => {
      cancels.delete(cancel)
      run()
      every(delayMs, run)
    }
    const cancel = clock.after(delayMs, again)
    cancels.add(cancel)
  }
  every(limits.heartbeatMs, () => {
    for (const room of rooms.values()) room.beat()
  })
  every(limits.recheckMs, recheckAll)

  function recheckAll(): void {
    for (const room of rooms.values()) {
      room.catchUp()
      for (const connection of room.connections) void recheck(connection, room.docId)
    }
  }

  async function recheck(connection: Connection, docId: string): Promise<void> {
    try {
      const access = await authorize(connection.request, docId)
      if ('refused' in access) connection.close(closeCodeOf(access), access.refused)
      else if (hasChanged(access, connection.access)) connection.close(closeCodes.roleChanged, 'role changed')
    } catch (error) {
      report({ code: 'authorize-failed', docId, error })
    }
  }

  async function welcome(socket: StrictSocket, request: IncomingMessage): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const docId = url.pathname.split('/').filter(Boolean).at(-1) ?? ''
    socket.told = (code, reason) => reportRefusal(docId, code, reason)
    const early: Uint8Array[] = []
    let earlyBytes = 0
    let receive = (bytes: Uint8Array) => {
      early.push(bytes)
      earlyBytes += bytes.byteLength
      if (earlyBytes > limits.unstoredBytes || early.length > limits.burstMessages)
        socket.close(closeCodes.tooMany, 'too many messages')
    }
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) receive(data)
      else socket.close(closeCodes.malformed, 'binary messages only')
    })
    // Without a listener an error ends the process; the socket closes by itself after one.
    socket.on('error', () => {})

    const access = await authorize(request, docId).catch((error: unknown) => {
      report({ code: 'authorize-failed', docId, error })
      return undefined
    })
    if (!access) return socket.close(closeCodes.storage, 'access cannot be checked')
    if ('refused' in access) return socket.close(closeCodeOf(access), access.refused)
    if (isClosed) return socket.close(closeCodes.stopping, 'the server stops')
    if (socket.readyState !== socket.OPEN) return

    const person = url.searchParams.get('person')
    if (person !== null && person !== access.user.id)
      return socket.close(closeCodes.otherPerson, 'somebody else is signed in')

    const schema = url.searchParams.get('schema')
    const epoch = url.searchParams.get('epoch')
    const connection = new Connection(socket, request, access, {
      wantsSaved: url.searchParams.get('cap') === '1',
      schemaVersion: schema === null ? undefined : Number(schema),
      epoch: epoch ?? undefined,
      limits,
      clock,
    })
    const room = roomOf(docId)
    receive = (bytes) => {
      if (connection.countMessage()) room.receive(connection, bytes)
      else connection.close(closeCodes.tooMany, 'too many messages')
    }
    socket.on('close', () => room.leave(connection))
    idle.delete(room)
    room.join(connection)
    for (const bytes of early) receive(bytes)
  }

  return {
    handleUpgrade(request, socket, head) {
      if (allowOrigin && !allowOrigin(request.headers.origin, request)) return refuse(socket, '403 Forbidden')
      if (isClosed) return refuse(socket, '503 Service Unavailable')
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        welcome(webSocket, request).catch((error: unknown) => {
          report({ code: 'authorize-failed', docId: request.url ?? '', error })
          webSocket.close(closeCodes.storage, 'failed')
        })
      })
    },
    kick(docId, userId, reason = 'revoked') {
      rooms.get(docId)?.kick(userId, reason)
      store.tell({ kind: 'kick', docId, userId, reason })
    },
    stats() {
      const open = [...rooms.values()]
      return {
        rooms: open.length,
        connections: open.reduce((sum, room) => sum + room.size, 0),
        damaged: open.filter(({ damage }) => damage.length > 0).map(({ docId, damage }) => ({ docId, damage })),
      }
    },
    async close() {
      isClosed = true
      unwatch()
      for (const cancel of cancels) cancel()
      await Promise.all([...rooms.values()].map((room) => room.settle()))
      for (const room of [...rooms.values()]) room.end(closeCodes.stopping, 'the server stops')
    },
  }
}

/** Whether somebody may do more or less than when they connected. */
function hasChanged(now: Access, before: Access): boolean {
  return now.canEdit !== before.canEdit || (now.mayWrite === undefined) !== (before.mayWrite === undefined)
}

/** ws has codes of its own for what breaks its rules, after which y-websocket would come back and send the same again. */
class StrictSocket extends WebSocket {
  told: (code: number, reason: string) => void = () => {}

  override close(code = 1005, reason: string | Buffer = ''): void {
    const own = finalCodes.get(code) ?? code
    if (this.readyState === this.OPEN) this.told(own, String(reason))
    if (own === 1005) super.close()
    else super.close(own, reason)
  }
}

const finalCodes: ReadonlyMap<number, number> = new Map([
  [1002, closeCodes.malformed],
  [1003, closeCodes.malformed],
  [1007, closeCodes.malformed],
  [1009, closeCodes.tooLarge],
])

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => {})
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
