import { MessageSquarePlus } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import type { NodeId, PageId } from '#model/ids.ts'
import type { CommentsAt } from '#editor/state/view-state.ts'
import { late } from '#editor/ui/late.tsx'
import { useWords } from '#editor/words/use-words.ts'
import type { Rect } from '#runtime/frame/protocol.ts'
import { useFact, useSession, useView } from '../session/use-session.tsx'
import { whenUsable } from '../session/when-usable.ts'
import { drawnOf, type ThreadPlace } from './comment-place.ts'
import { nameOfAt } from './place-words.ts'
import { placePins, type PinPlace } from './place-pins.ts'
import type { ShownThread } from './shown-threads.ts'
import { usePlaces, useThreads } from './use-comments.ts'
import './comments.css'

// Loaded as soon as the screen has nothing better to do: a comment is also begun without a network.
const CommentsHere = late(() => import('./comments-here.tsx').then((file) => file.CommentsHere))

interface PagePin {
  /** The id as drawn; of the page its own. */
  readonly key: string
  readonly at: CommentsAt
  readonly threads: readonly ShownThread[]
}

/** Where something is said about what this page shows: one pin for each block, however much is said. */
export function CommentPins() {
  const pageId = useView((view) => view.pageId)
  const isHidden = useView((view) => view.pinsHidden && view.commentsAt === undefined && !view.commenting)
  const isDragging = useView((view) => view.drag !== undefined)
  return pageId === undefined || isHidden || isDragging ? null : <Pins pageId={pageId} />
}

function Pins({ pageId }: { readonly pageId: PageId }) {
  const session = useSession()
  const { view } = session
  const { threads } = useThreads()
  useEffect(() => whenUsable(session, CommentsHere.preload), [session])
  const open = useMemo(() => threads.filter(({ resolved }) => !resolved), [threads])
  const places = usePlaces(open)
  const chosen = useView((state) => state.commentsAt)
  const at = chosen?.pageId === pageId ? chosen : undefined
  const pins = useMemo(() => pinsOf(pageId, open, places, at), [pageId, open, places, at])
  const zoom = useView((state) => state.zoom)
  const widthPx = useView((state) => state.widthPx)
  const rects = useRects(pins)
  const placed = useMemo(() => {
    const drawn = pins.flatMap(({ key, at: { nodeId } }) => {
      const rect = rects.get(key)
      // Of what is not drawn at present, what was asked for is shown at the page's corner.
      return nodeId !== undefined && !rect && nodeId !== at?.nodeId ? [] : [{ key, rect }]
    })
    return placePins(drawn, zoom, widthPx)
  }, [pins, rects, at, zoom, widthPx])
  // It was deleted, or went to another page; what was begun to be written is kept.
  const isGone = useFact(at?.nodeId, (program) => {
    const nodeId = at?.nodeId
    return nodeId !== undefined && !drawnOf(program, nodeId).some((drawn) => drawn.pageId === pageId)
  })
  useEffect(() => {
    if (isGone) view.setState({ commentsAt: undefined })
  }, [isGone, view])
  return placed.map((place) => {
    const pin = pins.find(({ key }) => key === place.key)
    return pin ? <Pin key={place.key} pin={pin} place={place} isOpen={isSame(pin.at, at)} /> : null
  })
}

function Pin({ pin, place, isOpen }: { readonly pin: PagePin; readonly place: PinPlace; readonly isOpen: boolean }) {
  const session = useSession()
  const words = useWords()
  const element = useRef<HTMLButtonElement>(null)
  const { at, threads } = pin
  const name = useFact(at.nodeId ?? at.pageId, () => nameOfAt(session, at, words))
  const unread = threads.filter((thread) => thread.unread).length
  const [first] = threads
  return (
    <>
      <Button
        ref={element}
        className="st-pin"
        data-pin={pin.key}
        data-unread={unread > 0 || undefined}
        data-open={isOpen || undefined}
        style={{ left: place.x, top: place.y }}
        aria-label={first ? words.comments.pin(name, threads.length, unread) : words.comments.pinNew(name)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => session.view.setState({ commentsAt: at, commenting: false })}
      >
        <span aria-hidden>{first ? signOf(threads) : <MessageSquarePlus size={14} />}</span>
      </Button>
      {isOpen ? <CommentsHere at={at} threads={threads} pin={element} placeholder={null} /> : null}
    </>
  )
}

/** What is drawn in a pin: that one is named, how many threads there are, or who began the only one. */
function signOf(threads: readonly ShownThread[]): string {
  if (threads.some(({ mentionsYou }) => mentionsYou)) return '@'
  return threads.length > 1 ? String(threads.length) : (threads[0]?.comments[0]?.authorName.trim().charAt(0) ?? '')
}

/** One for each block and page that something is said about, and for what is about to be spoken of. */
function pinsOf(
  pageId: PageId,
  threads: readonly ShownThread[],
  places: ReadonlyMap<string, ThreadPlace>,
  chosen: CommentsAt | undefined,
): readonly PagePin[] {
  const pins = new Map<string, { readonly at: CommentsAt; readonly threads: ShownThread[] }>()
  const pinFor = (at: CommentsAt) => {
    const key = at.nodeId ?? at.pageId
    const pin = pins.get(key) ?? { at, threads: [] }
    pins.set(key, pin)
    return pin
  }
  for (const thread of threads) {
    const place = places.get(thread.id)
    if (place?.kind === 'page' && place.pageId === pageId) pinFor({ pageId }).threads.push(thread)
    if (place?.kind !== 'block') continue
    for (const drawn of place.drawn)
      if (drawn.pageId === pageId) pinFor({ pageId, nodeId: drawn.id }).threads.push(thread)
  }
  if (chosen) pinFor(chosen)
  return [...pins].map(([key, pin]) => ({
    key,
    at: pin.at,
    threads: pin.threads.sort((a, b) => (a.createdAtIso < b.createdAtIso ? -1 : 1)),
  }))
}

function isSame(a: CommentsAt, b: CommentsAt | undefined): boolean {
  return b !== undefined && a.pageId === b.pageId && a.nodeId === b.nodeId
}

/** Where these blocks are on the canvas now; the same map until one of them moves. */
function useRects(pins: readonly PagePin[]): ReadonlyMap<string, Rect | undefined> {
  const { map } = useSession()
  const ids = useMemo(() => pins.flatMap(({ at: { nodeId } }) => nodeId ?? []), [pins])
  const last = useRef<ReadonlyMap<NodeId, Rect | undefined>>(new Map())
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = ids.map((id) => map.subscribe(id, listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [map, ids],
  )
  const read = () => {
    const now = new Map(ids.map((id) => [id, map.find(id)?.rect]))
    const isAsBefore =
      now.size === last.current.size && [...now].every(([id, rect]) => isEqual(last.current.get(id), rect))
    if (!isAsBefore) last.current = now
    return last.current
  }
  return useSyncExternalStore(subscribe, read)
}

function isEqual(a: Rect | undefined, b: Rect | undefined): boolean {
  if (!a || !b) return a === b
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}
