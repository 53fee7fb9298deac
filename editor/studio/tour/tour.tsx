import { X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { useRoom } from '../use-room.ts'
import { placeCard, type Box } from './place-card.ts'
import { endTour, stepTour, tour, tourSteps, type TourStep } from './tour-state.ts'
import './tour.css'

/** What each step points at; the first that is on the screen counts. */
const targets: { readonly [step in TourStep]: string } = {
  insert: '.st-panel, .st-phone',
  canvas: '.st-device, .st-stage',
  inspector: '.st-side, .st-phone',
  publish: '[data-tour=publish]',
}

const CARD_WIDTH_PX = 320

/** Four steps through the first page. Nothing is covered or blocked: who knows already goes on working, or skips it. */
export function Tour() {
  const step = useStore(tour, (state) => state.step)
  return step === undefined ? null : <TourCard key={step} step={step} />
}

function TourCard({ step }: { readonly step: TourStep }) {
  const { view } = useSession()
  const words = useWords()
  const isPhone = useRoom() === 'phone'
  const card = useRef<HTMLElement>(null)
  const target = useTarget(step)
  const [heightPx, setHeightPx] = useState(0)
  useLayoutEffect(() => setHeightPx(card.current?.offsetHeight ?? 0), [step, words])
  useEffect(() => {
    if (isPhone) return
    if (step === 'insert') view.setState({ panel: 'insert' })
    if (step === 'inspector') view.setState({ inspectorOpen: true })
  }, [isPhone, step, view])

  const at = tourSteps.indexOf(step)
  const isLast = at === tourSteps.length - 1
  const said =
    isPhone && step === 'insert'
      ? words.tour.phoneInsert
      : isPhone && step === 'inspector'
        ? words.tour.phoneInspector
        : words.tour.steps[step]
  const room = { width: window.innerWidth, height: window.innerHeight }
  const size = { width: Math.min(CARD_WIDTH_PX, room.width - 24), height: heightPx }
  const place = placeCard(target ?? { left: room.width / 2, top: room.height / 2, width: 0, height: 0 }, size, room)
  return (
    <>
      {target ? <div className="st-tour__ring" style={{ ...target }} aria-hidden /> : null}
      <section
        ref={card}
        className="st-tour"
        data-area
        data-testid="tour"
        data-side={place.side}
        aria-label={words.tour.title}
        aria-live="polite"
        style={{ left: place.left, top: place.top, width: size.width }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          endTour()
        }}
      >
        <header className="st-tour__head">
          <span className="st-tour__count">{words.tour.step(at + 1, tourSteps.length)}</span>
          <IconButton size="small" label={words.tour.skip} icon={<X size={16} />} onPress={endTour} />
        </header>
        <h2 className="st-tour__title">{said.title}</h2>
        <p className="st-tour__text">{said.text}</p>
        <footer className="st-tour__foot">
          <span className="st-tour__dots" aria-hidden>
            {tourSteps.map((name) => (
              <span key={name} className={name === step ? 'st-tour__dot st-tour__dot--now' : 'st-tour__dot'} />
            ))}
          </span>
          {at > 0 ? (
            <Button variant="plain" onPress={() => stepTour(-1)}>
              {words.tour.back}
            </Button>
          ) : null}
          <Button variant="primary" onPress={() => stepTour(1)}>
            {isLast ? words.tour.done : words.tour.next}
          </Button>
        </footer>
      </section>
    </>
  )
}

/** Where the step's part of the screen is; follows it while panels open and the window changes. */
function useTarget(step: TourStep): Box | undefined {
  const [box, setBox] = useState<Box>()
  useEffect(() => {
    const look = () => {
      const element = document.querySelector(targets[step])
      if (!element) return setBox(undefined)
      const { left, top, width, height } = element.getBoundingClientRect()
      const bottom = Math.min(top + height, window.innerHeight)
      const shown = { left, top: Math.max(0, top), width, height: bottom - Math.max(0, top) }
      setBox((was) => (was && JSON.stringify(was) === JSON.stringify(shown) ? was : shown))
    }
    look()
    const resized = new ResizeObserver(look)
    for (const element of document.querySelectorAll('.st-body, .st-device, .st-panel, .st-side'))
      resized.observe(element)
    const changed = new MutationObserver(look)
    const body = document.querySelector('.st-body')
    if (body) changed.observe(body, { childList: true })
    return () => {
      resized.disconnect()
      changed.disconnect()
    }
  }, [step])
  return box
}
