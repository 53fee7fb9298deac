import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useKeyboardInset } from '#editor/ui/use-keyboard-inset.ts'
import { scaled } from '../canvas/geometry.ts'
import { useMeasured } from '../canvas/use-measured.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { FormatButtons } from './format-buttons.tsx'
import { GAP_PX, placeToolbar, type ToolbarPlace } from './place-toolbar.ts'
import { richTypingOf } from './rich-typing.ts'
import './rich-text.css'

/** Stands by the rich text that is typed on the canvas, never on it; on a phone along the bottom edge. */
export function TextToolbar() {
  const { state } = richTypingOf(useSession())
  const isTyping = useStore(state, ({ look }) => look !== undefined)
  return isTyping ? <PlacedToolbar /> : null
}

function PlacedToolbar() {
  const session = useSession()
  const { state, format, focusText } = richTypingOf(session)
  const look = useStore(state, (typing) => typing.look)
  const asked = useStore(state, (typing) => typing.asked)
  const typing = useView((view) => view.typing)
  const zoom = useView((view) => view.zoom)
  const widthPx = useView((view) => view.widthPx)
  const rect = useMeasured(typing?.nodeId)?.texts.find(({ prop }) => prop === typing?.prop)?.rect
  const bar = useRef<HTMLDivElement>(null)
  const text = rect && scaled(rect, zoom)
  const place = usePlace(bar, text?.y ?? 0, text?.height ?? 0)
  useAskedFocus(bar, asked.toolbar)
  useKeyboardInset()
  const top = text && place === 'above' ? text.y - GAP_PX : text && place === 'below' ? text.y + text.height + 12 : 0
  const style =
    place === 'beside'
      ? { left: widthPx * zoom + 12, top: text?.y ?? 0, height: text?.height }
      : { left: (widthPx * zoom) / 2, top }
  return (
    <div
      ref={bar}
      className={`st-text-bar st-text-bar--${place}`}
      data-testid="text-toolbar"
      style={style}
      // A press on it leaves the keyboard in the text.
      onMouseDownCapture={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') focusText()
      }}
    >
      <div className="st-text-bar__body">
        <FormatButtons
          look={look}
          run={format}
          focusText={focusText}
          askedForLink={asked.link}
          orientation={place === 'beside' ? 'vertical' : 'horizontal'}
        />
      </div>
    </div>
  )
}

/** Looked at anew when the text or the view moves. */
function usePlace(bar: { readonly current: HTMLElement | null }, y: number, height: number): ToolbarPlace {
  const [place, setPlace] = useState<ToolbarPlace>('above')
  useLayoutEffect(() => {
    const element = bar.current
    const stage = element?.closest<HTMLElement>('[data-stage]')
    const device = element?.parentElement
    if (!element || !stage || !device) return
    const look = () => {
      const { top } = device.getBoundingClientRect()
      const text = { top: top + y, bottom: top + y + height }
      setPlace(placeToolbar(text, stage.getBoundingClientRect(), 40))
    }
    look()
    stage.addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      stage.removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [bar, y, height])
  return place
}

/** Tab in the text leads to the first button, Escape back. */
function useAskedFocus(bar: { readonly current: HTMLElement | null }, asked: number): void {
  const before = useRef(asked)
  useEffect(() => {
    if (asked === before.current) return
    before.current = asked
    bar.current?.querySelector<HTMLElement>('button')?.focus()
  }, [bar, asked])
}
