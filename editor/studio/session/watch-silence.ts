import type { WebsocketProvider } from 'y-websocket'
import { pingMessage } from '#collab-server/protocol.ts'

export interface SilenceOptions {
  /** The other end says nothing, or does again. Told well within 5 seconds. */
  readonly onChange: (isSilent: boolean) => void
  /** Whether anybody would notice: a tab out of sight with nothing to save asks nothing. */
  readonly isWanted: () => boolean
  /** Calls again and again. @returns stops it */
  readonly every?: (ms: number, run: () => void) => () => void
}

const TICK_MS = 800
/** Ticks without a word, the first of which asks for one. */
const SILENT_AFTER = 4
/** Then the connection is given up and made anew, also one that never opens. A server that is merely busy keeps it. */
const GIVEN_UP_AFTER = 10

/**
 * Notices a connection that is dead although nobody closed it: a tunnel, a sleeping router. y-websocket gives up after
 * 30 s, the browser after minutes. Counts ticks rather than time, so that a laptop that slept is not taken for silence.
 * @returns stops watching
 */
export function watchSilence(
  provider: Pick<WebsocketProvider, 'ws' | 'wsconnected' | 'wsconnecting' | 'wsLastMessageReceived'> & {
    connect(): void
    disconnect(): void
  },
  { onChange, isWanted, every = everyMs }: SilenceOptions,
): () => void {
  let lastHeard = provider.wsLastMessageReceived
  let ticks = 0
  let wasSilent = false
  const tell = (isSilent: boolean) => {
    if (isSilent !== wasSilent) onChange(isSilent)
    wasSilent = isSilent
  }
  return every(TICK_MS, () => {
    const { ws, wsconnected, wsconnecting, wsLastMessageReceived } = provider
    const isHeard = wsLastMessageReceived !== lastHeard
    lastHeard = wsLastMessageReceived
    if (isHeard || !ws || (!wsconnected && !wsconnecting) || (!isWanted() && !wasSilent)) {
      ticks = 0
      return tell(false)
    }
    ticks++
    if (ticks === 1 && wsconnected) ws.send(new Uint8Array([pingMessage]))
    if (ticks >= SILENT_AFTER) tell(true)
    if (ticks < GIVEN_UP_AFTER) return
    ticks = 0
    provider.disconnect()
    provider.connect()
  })
}

function everyMs(ms: number, run: () => void): () => void {
  const timer = setInterval(run, ms)
  return () => clearInterval(timer)
}
