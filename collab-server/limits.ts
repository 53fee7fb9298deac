export interface Limits {
  /** One message; the socket is closed before more of it is read. */
  readonly messageBytes: number
  /** What one client may have sent that is not on disk yet. */
  readonly unstoredBytes: number
  /** A document as stored; what would make it larger is refused. */
  readonly documentBytes: number
  readonly presenceBytes: number
  /** What may wait in a socket that its reader does not empty. Beyond it the reader has to sync anew. */
  readonly unsentBytes: number
  /** Messages that may come at once, and then per second. */
  readonly burstMessages: number
  readonly messagesPerSecond: number
  readonly connectionsPerRoom: number
  readonly connectionsPerPerson: number
  /** Rooms without visitors that may wait for them to come back; of more, the one left longest ago goes at once. */
  readonly idleRooms: number
  /** A room without visitors is kept for this long. */
  readonly idleMs: number
  /** A socket hears something this often: y-websocket gives up a silent one after 30 s, and pings do not count. */
  readonly heartbeatMs: number
  /** Rights are asked for again this often, and the log is read in case that a wake-up was lost. */
  readonly recheckMs: number
  /** Updates since the last snapshot that make a new one due. */
  readonly tailLength: number
}

const mebibyte = 1024 * 1024

export const defaultLimits: Limits = {
  messageBytes: 8 * mebibyte,
  unstoredBytes: 24 * mebibyte,
  documentBytes: 32 * mebibyte,
  presenceBytes: 8 * 1024,
  unsentBytes: 4 * mebibyte,
  burstMessages: 2000,
  messagesPerSecond: 200,
  connectionsPerRoom: 250,
  connectionsPerPerson: 40,
  idleRooms: 1000,
  idleMs: 60_000,
  heartbeatMs: 15_000,
  recheckMs: 30_000,
  tailLength: 500,
}
