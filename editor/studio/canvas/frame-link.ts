import type { FromFrame, Handshake, ToFrame } from '#runtime/frame/protocol.ts'
import { readFromFrame } from './read-from-frame.ts'

export interface FrameLink {
  send(message: ToFrame): void
  close(): void
}

export interface FrameLinkOptions {
  readonly frame: HTMLIFrameElement
  /** The frame is up, or up again after it was loaded anew: it has forgotten everything. */
  readonly onReady: (link: FrameLink) => void
  readonly onMessage: (message: FromFrame) => void
}

/**
 * Talks to a sandboxed frame over one port of its own. What comes back is checked: code of blocks runs in there.
 * Call before the frame's address is set, so that its `load` is not missed.
 */
export function linkFrame({ frame, onReady, onMessage }: FrameLinkOptions): FrameLink {
  let port: MessagePort | undefined
  const link: FrameLink = {
    send: (message) => port?.postMessage(message),
    close() {
      frame.removeEventListener('load', shakeHands)
      port?.close()
      port = undefined
    },
  }
  const shakeHands = () => {
    port?.close()
    const channel = new MessageChannel()
    port = channel.port1
    port.addEventListener('message', (event: MessageEvent<unknown>) => {
      const message = readFromFrame(event.data)
      if (!message) return
      if (message.kind === 'ready') onReady(link)
      else onMessage(message)
    })
    port.start()
    const greeting: Handshake = { kind: 'shopwright:frame', nonce: crypto.randomUUID() }
    // A sandboxed frame has an opaque origin, which no other target address can name.
    frame.contentWindow?.postMessage(greeting, '*', [channel.port2])
  }
  frame.addEventListener('load', shakeHands)
  return link
}
