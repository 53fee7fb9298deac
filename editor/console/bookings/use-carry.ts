import { useState } from 'react'
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import type { Booking } from '#model/shop/bookings.ts'

/** What is carried, and where it would be put down. */
export interface Carried {
  readonly booking: Booking
  readonly column: number
  /** Since the day's midnight, in steps of a quarter of an hour. */
  readonly minute: number
}

interface CarryOptions {
  readonly grid: RefObject<HTMLElement | null>
  readonly columns: number
  readonly fromMinute: number
  readonly hourPx: number
  onDrop(carried: Carried): void
}

interface Grip {
  readonly pointerId: number
  readonly xPx: number
  readonly yPx: number
  readonly start: Carried
  readonly moved: boolean
}

const stepMinutes = 15
/** A press that moves less than this opens the booking. */
const slackPx = 6

/**
 * Carries a booking over the calendar: with a mouse or a pen by dragging it, with the keyboard by Alt and the arrows, Enter to put
 * it down, Escape to leave it. A finger scrolls; it moves bookings from their sheet.
 */
export function useCarry({ grid, columns, fromMinute, hourPx, onDrop }: CarryOptions) {
  const [carried, setCarried] = useState<Carried | null>(null)
  const [grip, setGrip] = useState<Grip | null>(null)

  const columnAt = (xPx: number): number => {
    const found = [...(grid.current?.querySelectorAll('[data-column]') ?? [])].findIndex((element) => {
      const { left, right } = element.getBoundingClientRect()
      return xPx >= left && xPx < right
    })
    return found < 0 ? (carried?.column ?? 0) : found
  }
  const within = (column: number) => Math.max(0, Math.min(columns - 1, column))
  const snapped = (minute: number) => Math.max(fromMinute, Math.round(minute / stepMinutes) * stepMinutes)
  const release = () => {
    setGrip(null)
    setCarried(null)
  }

  return {
    carried,
    release,
    /** True right after a drag, whose end is no press. */
    hasMoved: grip?.moved === true,
    /** Heard before the button of the booking hears them: a drag is no press. */
    handlers: (at: Carried) => ({
      onPointerDownCapture(event: PointerEvent<HTMLElement>) {
        if (event.pointerType === 'touch' || event.button !== 0) return
        setGrip({ pointerId: event.pointerId, xPx: event.clientX, yPx: event.clientY, start: at, moved: false })
      },
      onPointerMoveCapture(event: PointerEvent<HTMLElement>) {
        if (!grip || grip.pointerId !== event.pointerId) return
        const far = Math.hypot(event.clientX - grip.xPx, event.clientY - grip.yPx) > slackPx
        if (!grip.moved && !far) return
        if (!grip.moved) {
          event.currentTarget.setPointerCapture(event.pointerId)
          setGrip({ ...grip, moved: true })
        }
        const minute = snapped(grip.start.minute + ((event.clientY - grip.yPx) / hourPx) * 60)
        setCarried({ booking: grip.start.booking, column: columnAt(event.clientX), minute })
      },
      onPointerUpCapture() {
        if (grip?.moved && carried) onDrop(carried)
        release()
      },
      onPointerCancelCapture: release,
      onKeyDownCapture(event: KeyboardEvent<HTMLElement>) {
        if (carried && event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          return release()
        }
        if (carried && event.key === 'Enter') {
          event.preventDefault()
          event.stopPropagation()
          onDrop(carried)
          return release()
        }
        const step = steps[event.key]
        if (!step || !(event.altKey || carried)) return
        event.preventDefault()
        event.stopPropagation()
        const from = carried ?? at
        setCarried({
          booking: at.booking,
          column: within(from.column + step.columns),
          minute: snapped(from.minute + step.minutes),
        })
      },
      onBlur: () => carried && !grip && release(),
    }),
  }
}

const steps: { readonly [key: string]: { readonly columns: number; readonly minutes: number } } = {
  ArrowUp: { columns: 0, minutes: -stepMinutes },
  ArrowDown: { columns: 0, minutes: stepMinutes },
  ArrowLeft: { columns: -1, minutes: 0 },
  ArrowRight: { columns: 1, minutes: 0 },
}
