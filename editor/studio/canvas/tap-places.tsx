import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { useWords } from '#editor/words/use-words.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { placesNow, putDown } from '../drag/carry.ts'
import { describeDrop, describePlace } from '../drag/describe-drop.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { bottomOf } from './geometry.ts'
import { tapTargets } from './tap-targets.ts'
import { useStageWindow } from './use-stage-window.ts'
import './tap-places.css'

/** Every place that takes what was picked up, to tap. Covers the page: until it is put down, nothing else can be tapped. */
export function TapPlaces() {
  const isTap = useView((view) => view.drag?.by === 'tap')
  return isTap ? <Places /> : null
}

function Places() {
  const session = useSession()
  const words = useWords()
  const { program, blocks, map, view } = session
  const zoom = useView((state) => state.zoom)
  const pageId = useView((state) => state.pageId)
  const dragged = useView((state) => state.drag?.dragged)
  const layout = useSyncExternalStore(
    useCallback((listener) => map.subscribe(undefined, listener), [map]),
    () => map.version,
  )
  const targets = useMemo(
    () =>
      tapTargets(
        placesNow(session).filter(({ refusal }) => refusal === undefined),
        zoom,
      ),
    // What there is to place, on which page, after which layout.
    [session, zoom, pageId, dragged, layout],
  )
  const { top, bottom } = useStageWindow()
  if (pageId === undefined || !dragged) return null
  const tree = dropTreeOf(program, blocks, pageId, map)
  return (
    <div className="st-tap" data-testid="tap-places">
      {targets
        .filter(({ rect }) => bottomOf(rect) > top && rect.y < bottom)
        .map(({ place, rect }) => (
          <Button
            key={`${place.parentId}/${place.slot}/${place.index}`}
            className={`st-tap__place st-tap__place--${place.mark.kind}`}
            aria-label={describePlace(place, tree, blocks, dragged, words)}
            style={{ left: rect.x * zoom, top: rect.y * zoom, width: rect.width * zoom, height: rect.height * zoom }}
            onPress={() => {
              // Somebody may have deleted what was carried while the finger was on its way.
              if (view.getState().drag) putDown(session, words, place)
            }}
          >
            <span className="st-tap__label">{describeDrop(place, tree, blocks, dragged, words)}</span>
          </Button>
        ))}
    </div>
  )
}
