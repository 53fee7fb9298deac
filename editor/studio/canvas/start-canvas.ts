import type { FromFrame, ToFrame } from '#runtime/frame/protocol.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { followCodeBlocks, sendCodeBlocks } from '../code-blocks/send-code-blocks.ts'
import { canvasSchemeOf } from './canvas-scheme.ts'
import { linkFrameAhead, type EarlyLink, type FrameHandlers, type TakenFrame } from './frame-ahead.ts'
import { linkFrame, type FrameLink } from './frame-link.ts'

/** An empty page is still a page to drop on; the runtime's canvas has the same least height. */
export const SHORTEST_PAGE_PX = 720

type OfCanvas = Pick<StudioSession, 'program' | 'view' | 'shop' | 'compiler' | 'ownBlocks'>
type Start = Extract<ToFrame, { kind: 'start' }>
type Facts = Omit<Start, 'kind' | 'mode' | 'program'>

/** A canvas that draws already, and what it was told besides the program. */
interface Started {
  readonly facts: Facts
  stop(): void
}

const started = new WeakMap<FrameLink, Started>()

/** Has the canvas draw the program. */
export function startCanvas(session: OfCanvas, to: FrameLink): Facts | undefined {
  const facts = factsOf(session)
  if (facts) sendCodeBlocks(session.ownBlocks, to)
  if (facts) to.send({ kind: 'start', mode: 'canvas', program: session.compiler.current(), ...facts })
  return facts
}

/** The same in the frame that was loaded ahead, before there is a screen around it. It follows edits from then on. */
export function startCanvasAhead(session: OfCanvas): void {
  linkFrameAhead((waiting) => startEarly(session, waiting))
}

/** Keeps what the frame says until somebody listens. */
export function startEarly(session: OfCanvas, { frame, isLoaded }: TakenFrame): EarlyLink {
  const { widthPx } = session.view.getState()
  Object.assign(frame.style, { width: `${widthPx}px`, height: `${SHORTEST_PAGE_PX}px` })
  const said: FromFrame[] = []
  let handlers: FrameHandlers | undefined
  const start = (to: FrameLink) => {
    started.get(to)?.stop()
    const facts = startCanvas(session, to)
    if (!facts) return
    const stops = [session.compiler.onPatch(to.send), followCodeBlocks(session.ownBlocks, to)]
    started.set(to, { facts, stop: () => stops.forEach((stop) => stop()) })
  }
  const link = linkFrame({
    frame,
    isLoaded,
    onReady: (to) => (handlers?.onReady ?? start)(to),
    onMessage: (message) => (handlers ? handlers.onMessage(message) : void said.push(message)),
    onBroken: (then) => handlers?.onBroken?.(then),
  })
  return {
    link,
    adopt(adopting) {
      handlers = adopting
      for (const message of said.splice(0)) adopting.onMessage(message)
    },
  }
}

/** Tells a canvas that was started ahead what has changed since, besides the program. From here on somebody else does. */
export function catchUp(session: OfCanvas, to: FrameLink): void {
  const before = started.get(to)
  started.delete(to)
  before?.stop()
  const now = factsOf(session)
  if (!before || !now) return
  const { facts } = before
  if (now.pageId !== facts.pageId) to.send({ kind: 'show-page', pageId: now.pageId })
  if (now.scheme !== facts.scheme) to.send({ kind: 'scheme', scheme: now.scheme })
  if (now.situation && now.situation !== facts.situation) to.send({ kind: 'situation', situation: now.situation })
  if (now.shopData && now.shopData !== facts.shopData) to.send({ kind: 'shop-data', shopData: now.shopData })
}

function factsOf({ program, view, shop }: OfCanvas): Facts | undefined {
  const { pageId, scheme, situation } = view.getState()
  if (pageId === undefined) return undefined
  const { data } = shop.getState()
  return { pageId, shopData: data, scheme: canvasSchemeOf(program.theme, scheme), situation }
}
