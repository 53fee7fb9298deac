import type { FromFrame, Handshake } from './protocol.ts'
import { readToFrame } from './read-to-frame.ts'
import { createFrameSession } from './frame-session.tsx'
import '../shell/shell.css'
import './frame.css'

/**
 * The document that draws canvas and preview. It takes the first greeting of the window it stands in and talks over the
 * port that came with it, to nobody else.
 */
function greeted(event: MessageEvent<unknown>): void {
  const [port] = event.ports
  if (event.source !== parent || parent === window || !port || !isHandshake(event.data)) return
  removeEventListener('message', greeted)
  const send = (message: FromFrame) => port.postMessage(message)
  const session = createFrameSession(send)
  port.addEventListener('message', (received: MessageEvent<unknown>) => {
    const message = readToFrame(received.data)
    if (message) session.receive(message)
  })
  port.start()
  send({ kind: 'ready' })
}

function isHandshake(data: unknown): data is Handshake {
  if (typeof data !== 'object' || data === null) return false
  const { kind, nonce } = data as Partial<Handshake>
  return kind === 'shopwright:frame' && typeof nonce === 'string' && nonce.length >= 16
}

addEventListener('message', greeted)
