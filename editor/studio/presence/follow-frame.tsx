import { useEffect } from 'react'
import { nothing } from '#editor/state/selection.ts'
import { Button } from '#editor/ui/button.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords, wordsNow } from '#editor/words/use-words.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { fromPagePoint } from './page-point.ts'
import { windowOf } from './presence.ts'
import { usePeople, usePresenceStore } from './use-presence.ts'

/** Less than this is no other place: two who follow each other would push one another along. */
const NEAR_PX = 3

/** The rim around the canvas while it shows what somebody else sees, and the way out. */
export function FollowFrame() {
  const following = useView((state) => state.following)
  return following === undefined ? null : <Following userId={following} />
}

function Following({ userId }: { readonly userId: string }) {
  const { presence: words } = useWords()
  const { view } = useSession()
  const person = usePeople().find((one) => one.userId === userId)
  useFollowing(userId)
  if (!person) return null
  return (
    <div className="st-follow" style={{ borderColor: person.colour }}>
      <div className="st-follow__bar" style={{ background: person.colour }} role="status" data-testid="following">
        <span>{words.following(person.name)}</span>
        <Button size="small" onPress={() => view.setState({ following: undefined })}>
          {words.stop}
        </Button>
      </div>
    </div>
  )
}

/** Goes where that person goes, until they leave or this one scrolls, presses or looks elsewhere. */
function useFollowing(userId: string): void {
  const session = useSession()
  const presence = usePresenceStore()
  useEffect(() => {
    const { view, map } = session
    const stop = () => view.setState({ following: undefined })
    let name = windowOf(presence.getState().peers, userId)?.name
    const follow = () => {
      const peer = windowOf(presence.getState().peers, userId)
      if (peer) {
        name = peer.name
        return showWhat(session, peer)
      }
      if (name !== undefined) showToast({ text: wordsNow().presence.hasLeft(name) })
      stop()
    }
    follow()
    const stage = document.querySelector<HTMLElement>('[data-stage]')
    const leaves = new AbortController()
    const { signal } = leaves
    for (const kind of ['wheel', 'pointerdown'])
      stage?.addEventListener(
        kind,
        ({ target }) => {
          if (!(target instanceof Element && target.closest('.st-follow'))) stop()
        },
        { signal, passive: true },
      )
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        stop()
      },
      { signal, capture: true },
    )
    const stops = [
      presence.subscribe(follow),
      map.subscribe(undefined, follow),
      // Another page than theirs was opened by hand.
      view.subscribe(({ pageId }, before) => {
        if (pageId !== before.pageId && pageId !== windowOf(presence.getState().peers, userId)?.pageId) stop()
      }),
    ]
    return () => {
      leaves.abort()
      for (const each of stops) each()
    }
  }, [session, presence, userId])
}

function showWhat(
  { view, map, program }: StudioSession,
  { pageId, top }: NonNullable<ReturnType<typeof windowOf>>,
): void {
  const { pageId: shown, widthPx, zoom } = view.getState()
  if (pageId !== undefined && pageId !== shown && program.has(pageId)) view.setState({ pageId, selection: nothing })
  if (pageId !== map.pageId || !top) return
  const at = fromPagePoint(map, top, widthPx)
  const stage = document.querySelector('[data-stage]')
  const glass = document.querySelector('[data-glass]')
  if (!at || !stage || !glass) return
  const by = glass.getBoundingClientRect().top - stage.getBoundingClientRect().top + at.y * zoom
  if (Math.abs(by) > NEAR_PX) stage.scrollBy({ top: by, behavior: 'instant' })
}
