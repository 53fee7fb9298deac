// First of all: the modules below bring the blocks' code.
import './close-side-doors.ts'
import type { FromFrame, Handshake } from './protocol.ts'
import { readToFrame } from './read-to-frame.ts'
import { createKeptPictures } from './kept-pictures.ts'
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
  const send = (message: FromFrame) => port.postMessage(isTyped(message) ? { ...message, atMs: nowMs() } : message)
  const session = createFrameSession(send)
  const pictures = createKeptPictures(document, send)
  port.addEventListener('message', (received: MessageEvent<unknown>) => {
    const message = readToFrame(received.data)
    if (message?.kind === 'picture') pictures.show(message)
    else if (message) session.receive(message)
  })
  addEventListener('keydown', (event) => takeSaveKey(event, send), true)
  port.start()
  send({ kind: 'ready' })
}

/** What is drawn here is saved by the editor; to keep this document as a file is never meant. */
function takeSaveKey(event: KeyboardEvent, send: (message: FromFrame) => void): void {
  const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 's'
  if (!isSave) return
  event.preventDefault()
  event.stopPropagation()
  if (!event.repeat) send({ kind: 'save-pressed' })
}

/** Whether the editor groups it into a step of undo with what was typed just before. */
function isTyped({ kind }: FromFrame): boolean {
  return kind === 'text-input' || kind === 'text-delta'
}

/**
 * When the key was pressed, on this document's clock, rather than when a busy machine came to it. `event` of a window
 * counts as outdated because of shadow trees, which there are none of here.
 */
function nowMs(): number {
  return (window as { readonly event?: Event | undefined }).event?.timeStamp ?? performance.now()
}

function isHandshake(data: unknown): data is Handshake {
  if (typeof data !== 'object' || data === null) return false
  const { kind, nonce } = data as Partial<Handshake>
  return kind === 'shopwright:frame' && typeof nonce === 'string' && nonce.length >= 16
}

addEventListener('message', greeted)
