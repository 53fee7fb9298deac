import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { setText } from '#model/index.ts'
import { mergeText } from '#runtime/frame/merge-text.ts'
import type { FromFrame, ToFrame } from '#runtime/frame/protocol.ts'
import { useWords } from '#editor/words/use-words.ts'
import { useSession, useTopic, useView } from '../session/use-session.tsx'
import { canvasSchemeOf } from './canvas-scheme.ts'
import { EmptyPage } from './empty-page.tsx'
import { DropMark } from './drop-mark.tsx'
import { Glass } from './glass.tsx'
import { linkFrame, type FrameLink } from './frame-link.ts'
import { PeerFrames } from './peer-frames.tsx'
import { HoverFrame, SelectionFrame } from './selection-frame.tsx'
import { createTypingGesture } from './typing-gesture.ts'
import './canvas.css'

/** An empty page is still a page to drop on; the runtime's canvas has the same least height. */
const SHORTEST_PAGE_PX = 720

/** The page as it will be, drawn by the runtime in a frame of its own, under a glass that takes the pointer. */
export function Canvas() {
  const words = useWords()
  const session = useSession()
  const { map } = session
  const widthPx = useView((view) => view.widthPx)
  const zoom = useView((view) => view.zoom)
  const subscribe = useCallback((listener: () => void) => map.subscribe(undefined, listener), [map])
  const heightPx = Math.max(
    SHORTEST_PAGE_PX,
    useSyncExternalStore(subscribe, () => map.heightPx),
  )
  const frame = useCanvasFrame()
  return (
    <main className="st-stage" data-stage data-testid="stage">
      <div className="st-device" style={{ width: widthPx * zoom, height: heightPx * zoom }}>
        <iframe
          ref={frame}
          className="st-device__frame"
          title={words.studio.canvas}
          sandbox="allow-scripts allow-forms"
          tabIndex={-1}
          style={{ width: widthPx, height: heightPx, transform: `scale(${zoom})` }}
        />
        <Glass>
          <HoverFrame />
          <PeerFrames />
          <SelectionFrame />
          <EmptyPage />
          <DropMark />
        </Glass>
      </div>
    </main>
  )
}

/** Starts the frame once and then only ever patches it. */
function useCanvasFrame() {
  const session = useSession()
  const frame = useRef<HTMLIFrameElement>(null)
  const link = useRef<FrameLink | undefined>(undefined)
  const { view, compiler, shop, map, clock } = session
  useTopic('theme')
  const chosenScheme = useView((state) => state.scheme)
  const scheme = canvasSchemeOf(session.program.theme, chosenScheme)
  const pageId = useView((state) => state.pageId)
  const typing = useView((state) => state.typing)
  const shopData = useStore(shop, (state) => state.data)

  useEffect(() => {
    if (!frame.current) return
    const gesture = createTypingGesture(performance)
    const receive = (message: FromFrame) => {
      if (message.kind === 'measured') map.accept(message)
      else if (message.kind === 'painted') clock.painted(message.seq)
      else if (message.kind === 'text-input') {
        const { nodeId, prop, value, base } = message
        clock.typed(performance.now())
        session.edit(
          'type-text',
          (program) => {
            const present = program.text(nodeId, prop)?.toString() ?? base
            setText(program, nodeId, prop, limited(session, nodeId, prop, mergeText(base, value, present)))
          },
          gesture.of(`${nodeId}/${prop}`),
        )
      } else if (message.kind === 'text-end') {
        view.setState({ typing: undefined })
        document.querySelector<HTMLElement>('[data-glass]')?.focus({ preventScroll: true })
      }
    }
    const start = (to: FrameLink) => {
      const state = view.getState()
      if (state.pageId === undefined) return
      const program = compiler.current()
      to.send({
        kind: 'start',
        mode: 'canvas',
        program,
        pageId: state.pageId,
        shopData: shop.getState().data,
        scheme: canvasSchemeOf(session.program.theme, state.scheme),
      })
    }
    const opened = linkFrame({ frame: frame.current, onReady: start, onMessage: receive })
    link.current = opened
    frame.current.src = frameUrl
    const stopPatches = compiler.onPatch((patch) => {
      clock.sent(patch.seq)
      opened.send(patch)
    })
    return () => {
      stopPatches()
      opened.close()
    }
  }, [session, view, compiler, shop, map, clock])

  useSend(link, pageId !== undefined && { kind: 'show-page', pageId }, [pageId])
  useSend(link, { kind: 'scheme', scheme }, [scheme])
  useSend(link, shopData !== null && { kind: 'shop-data', shopData }, [shopData])
  useSend(
    link,
    typing ? { kind: 'edit-text', nodeId: typing.nodeId, prop: typing.prop, at: typing.at } : { kind: 'end-text' },
    [typing],
  )
  return frame
}

export const frameUrl = '/runtime/frame.html'

/** Sends on change, but not at first: the frame starts with everything. */
function useSend(
  link: { readonly current: FrameLink | undefined },
  message: ToFrame | false,
  changesWith: readonly [unknown],
) {
  const [value] = changesWith
  const last = useRef(value)
  const latest = useRef(message)
  latest.current = message
  useEffect(() => {
    if (last.current === value) return
    last.current = value
    if (latest.current) link.current?.send(latest.current)
  }, [link, value])
}

function limited(
  session: ReturnType<typeof useSession>,
  nodeId: Parameters<typeof setText>[1],
  prop: string,
  value: string,
): string {
  const field = session.blocks.find(session.program.node(nodeId)?.type ?? '')?.fields[prop]
  return field?.kind === 'text' ? value.slice(0, field.maxLength) : value
}
