import type { FromFrame, Handshake, ToFrame } from '#runtime/frame/protocol.ts'
import { createFrameRules } from './frame-rules.ts'
import { isFrameLoading, reloadFrame } from './frame-source.ts'
import { findPicture } from './kept-pictures.ts'
import { readFromFrame } from './read-from-frame.ts'

export interface FrameLink {
  send(message: ToFrame): void
  close(): void
}

export interface FrameLinkOptions {
  readonly frame: HTMLIFrameElement
  /** Its `load` is over: it is greeted at once. */
  readonly isLoaded?: boolean
  /** The frame is up, or up again after it was loaded anew: it has forgotten everything. */
  readonly onReady: (link: FrameLink) => void
  readonly onMessage: (message: FromFrame) => void
  /**
   * A block led the frame to another page, or kept it too busy. It begins anew, unless that was done too often already:
   * a block that does it as soon as it is drawn would do it for ever.
   */
  readonly onBroken?: ((then: 'begun-anew' | 'left-alone') => void) | undefined
}

const mostRestarts = 3

/** Its script runs before `load`, so our document answers at once; a busy machine is given this long. */
const ANSWERS_WITHIN_MS = 4000

const now = (): number => performance.now()

const tooManyCalls = (callId: number): ToFrame => ({
  kind: 'host-answer',
  callId,
  answer: { ok: false, failure: { code: 'too-many-requests', message: 'This block asks too often' } },
})

/**
 * Talks to a sandboxed frame over one port of its own. What comes back is checked: code of blocks runs in there.
 * A frame that is not loaded yet must not have had time to: its `load` would be missed.
 */
export function linkFrame({ frame, isLoaded = false, onReady, onMessage, onBroken }: FrameLinkOptions): FrameLink {
  let port: MessagePort | undefined
  let restarts = 0
  let rules = createFrameRules(now)
  let silence: ReturnType<typeof setTimeout> | undefined
  const link: FrameLink = {
    send(message) {
      rules.sent(message)
      port?.postMessage(message)
    },
    close() {
      frame.removeEventListener('load', shakeHands)
      clearTimeout(silence)
      port?.close()
      port = undefined
    },
  }
  /** A frame that never stops talking would take the editor's time from the person; one that left shows nothing. */
  const startAnew = () => {
    port?.close()
    port = undefined
    const isLast = restarts++ >= mostRestarts
    onBroken?.(isLast ? 'left-alone' : 'begun-anew')
    if (!isLast) reloadFrame(frame)
  }
  const shakeHands = () => {
    if (!isFrameLoading(frame)) return
    port?.close()
    clearTimeout(silence)
    silence = setTimeout(startAnew, ANSWERS_WITHIN_MS)
    rules = createFrameRules(now)
    const channel = new MessageChannel()
    const own = (port = channel.port1)
    own.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (port !== own) return // what an earlier frame said before it was sent away
      const message = readFromFrame(event.data)
      const verdict = rules.judge(message)
      if (verdict === 'flood') return startAnew()
      if (message === undefined || verdict === 'ignore') return
      clearTimeout(silence)
      if (message.kind === 'ready') onReady(link)
      else if (message.kind === 'picture-wanted') void givePicture(message.url, link)
      else if (message.kind === 'host-call' && verdict === 'busy') link.send(tooManyCalls(message.callId))
      else onMessage(message)
    })
    own.start()
    const greeting: Handshake = { kind: 'shopwright:frame', nonce: newNonce() }
    // A sandboxed frame has an opaque origin, which no other target address can name.
    frame.contentWindow?.postMessage(greeting, '*', [channel.port2])
  }
  frame.addEventListener('load', shakeHands)
  if (isLoaded) shakeHands()
  return link
}

async function givePicture(url: string, link: FrameLink): Promise<void> {
  const picture = await findPicture(url)
  if (picture) link.send({ kind: 'picture', url, picture })
}

/** `crypto.randomUUID` is there only on https and localhost; a phone that shows a draft has neither. */
function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
