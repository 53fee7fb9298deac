import { useCallback, useEffect, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import { useStore } from 'zustand'
import { setText } from '#model/index.ts'
import { mergeText } from '#runtime/frame/merge-text.ts'
import type { FromFrame, ToFrame } from '#runtime/frame/protocol.ts'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import { followCodeBlocks } from '../code-blocks/send-code-blocks.ts'
import { CommentGlass } from '../comments/comment-mode.tsx'
import { CommentPins } from '../comments/comment-pins.tsx'
import { Announcer } from '../drag/announcer.tsx'
import { CarryBar } from '../drag/carry-bar.tsx'
import { CarryKeys } from '../drag/carry-keys.tsx'
import { PageStrip } from '../drag/page-strip.tsx'
import { FigureChips } from '../figures/figure-chips.tsx'
import { FiguresLegend } from '../figures/figures-legend.tsx'
import { InsertPoints } from '../insert/insert-points.tsx'
import { LockMarks } from '../locks/lock-marks.tsx'
import { PeerFrames } from '../presence/peer-frames.tsx'
import { PeerPointers } from '../presence/peer-pointers.tsx'
import { PlaceMarks } from '../sections/place-marks.tsx'
import { SectionBar } from '../sections/section-bar.tsx'
import { typeInPart } from '../sections/type-in-part.ts'
import { sayWhatIsSaved } from '../commands/save-command.ts'
import { commandContextOf } from '../session/use-commands.ts'
import { useSession, useTopic, useView } from '../session/use-session.tsx'
import { WhenTags } from '../situations/when-tags.tsx'
import { canvasSchemeOf } from './canvas-scheme.ts'
import { EmptyPage } from './empty-page.tsx'
import { DropMark } from './drop-mark.tsx'
import { Glass } from './glass.tsx'
import { takeFrame } from './frame-ahead.ts'
import { catchUp, SHORTEST_PAGE_PX, startCanvas } from './start-canvas.ts'
import { frameHeightFor } from './frame-height.ts'
import { tellBroken } from './tell-broken.ts'
import { linkFrame, type FrameLink } from './frame-link.ts'
import { openAroundChosen } from './open-slots.ts'
import { HoverFrame, SelectionFrame } from './selection-frame.tsx'
import { TapPlaces } from './tap-places.tsx'
import { MarqueeBox } from './marquee-box.tsx'
import { useMarquee } from './use-marquee.ts'
import { followDrawnWindow } from './use-stage-window.ts'
import { usePageFromTop } from './use-page-from-top.ts'
import { createTypingGesture } from './typing-gesture.ts'
import { followRichTyping } from '../rich-text/rich-typing.ts'
import { TextToolbar } from '../rich-text/text-toolbar.tsx'
import './canvas.css'

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
  const place = useRef<HTMLDivElement>(null)
  const frame = useCanvasFrame(place)
  useLayoutEffect(() => {
    if (!frame.current) return
    frame.current.title = words.studio.canvas
    const size = { width: `${widthPx}px`, height: `${frameHeightFor(heightPx)}px` }
    Object.assign(frame.current.style, { ...size, transform: `scale(${zoom})` })
  }, [frame, words, widthPx, heightPx, zoom])
  const marquee = useMarquee()
  const stage = useRef<HTMLElement>(null)
  usePageFromTop(stage)
  return (
    <main
      ref={stage}
      className="st-stage"
      data-stage
      data-area
      data-testid="stage"
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) marquee.begin(event.nativeEvent)
      }}
    >
      <PageStrip />
      <SectionBar />
      <FiguresLegend />
      <div className="st-device" style={{ width: widthPx * zoom, height: heightPx * zoom }}>
        <div ref={place} className="st-device__page" />
        <Glass onMarquee={marquee.begin}>
          <HoverFrame />
          <WhenTags />
          <LockMarks />
          <FigureChips />
          <PeerFrames />
          <SelectionFrame />
          <PlaceMarks />
          <EmptyPage />
          <InsertPoints />
          <CommentPins />
          <DropMark />
          <TapPlaces />
          {marquee.box ? <MarqueeBox box={marquee.box} /> : null}
          <PeerPointers />
        </Glass>
        <CommentGlass />
        <TextToolbar />
      </div>
      <CarryBar />
      <CarryKeys />
      <Announcer />
    </main>
  )
}

/** Starts the frame once and then only ever patches it. It is no element of React's: it was there before this screen. */
function useCanvasFrame(place: RefObject<HTMLElement | null>) {
  const session = useSession()
  const frame = useRef<HTMLIFrameElement>(undefined)
  const link = useRef<FrameLink | undefined>(undefined)
  const { view, compiler, shop, map, clock } = session
  useTopic('theme')
  const chosenScheme = useView((state) => state.scheme)
  const scheme = canvasSchemeOf(session.program.theme, chosenScheme)
  const pageId = useView((state) => state.pageId)
  const situation = useView((state) => state.situation)
  const typing = useView((state) => state.typing)
  const openSlots = useView((state) => state.openSlots)
  const shopData = useStore(shop, (state) => state.data)

  useLayoutEffect(() => {
    if (!place.current) return
    const taken = takeFrame(place.current)
    frame.current = taken.frame
    const gesture = createTypingGesture(performance)
    const receive = (message: FromFrame) => {
      if (rich.receive(message)) return
      if (message.kind === 'measured') {
        map.accept(message)
        clock.measured()
      } else if (message.kind === 'save-pressed') sayWhatIsSaved.run(commandContextOf(session, wordsNow()))
      else if (message.kind === 'painted') clock.painted(message.seq)
      else if (message.kind === 'text-input') {
        const { nodeId, prop, value, base } = message
        clock.typed(performance.now())
        session.edit(
          'type-text',
          (program) => {
            if (typeInPart(program, session.blocks, message)) return
            const present = program.text(nodeId, prop)?.toString() ?? base
            setText(program, nodeId, prop, limited(session, nodeId, prop, mergeText(base, value, present)), base)
          },
          gesture.of(`${nodeId}/${prop}`),
        )
      } else if (message.kind === 'text-end') {
        gesture.end()
        view.setState({ typing: undefined })
        document.querySelector<HTMLElement>('[data-glass]')?.focus({ preventScroll: true })
      }
    }
    const followSight = (to: FrameLink) => {
      stopSight()
      stopSight = followDrawnWindow(session, ({ top, bottom }) => to.send({ kind: 'in-sight', top, bottom }))
    }
    const start = (to: FrameLink) => {
      if (!startCanvas(session, to)) return
      followSight(to)
      const { openSlots } = view.getState()
      if (openSlots.length > 0) to.send({ kind: 'open-slots', slots: openSlots })
    }
    let stopSight = () => {}
    const handlers = { onReady: start, onMessage: receive, onBroken: tellBroken }
    const opened = taken.early?.link ?? linkFrame({ ...taken, ...handlers })
    const rich = followRichTyping(session, opened.send)
    link.current = { ...opened, send: rich.send }
    if (taken.early) {
      catchUp(session, opened)
      followSight(opened)
      taken.early.adopt(handlers)
    }
    const stopPatches = compiler.onPatch((patch) => {
      clock.sent(patch.seq)
      opened.send(patch)
    })
    const stopCode = followCodeBlocks(session.ownBlocks, opened)
    const stopOpening = openAroundChosen(session)
    return () => {
      stopCode()
      stopOpening()
      stopPatches()
      stopSight()
      rich.close()
      opened.close()
      taken.frame.remove()
    }
  }, [place, session, view, compiler, shop, map, clock])

  useSend(link, pageId !== undefined && { kind: 'show-page', pageId }, [pageId])
  useSend(link, { kind: 'scheme', scheme }, [scheme])
  useSend(link, { kind: 'situation', situation }, [situation])
  useSend(link, openSlots.length > 0 && { kind: 'open-slots', slots: openSlots }, [openSlots])
  useSend(link, shopData !== null && { kind: 'shop-data', shopData }, [shopData])
  useSend(
    link,
    typing ? { kind: 'edit-text', nodeId: typing.nodeId, prop: typing.prop, at: typing.at } : { kind: 'end-text' },
    [typing],
  )
  return frame
}

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
