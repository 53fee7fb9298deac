import { createStore } from 'zustand/vanilla'

export const tourSteps = ['insert', 'canvas', 'inspector', 'publish'] as const
export type TourStep = (typeof tourSteps)[number]

const KEY = 'shopwright.tour'

interface TourState {
  /** Undefined while no tour runs. */
  readonly step: TourStep | undefined
}

/** Shown once per browser, and again when asked for. */
export const tour = createStore<TourState>(() => ({ step: wasSeen() ? undefined : tourSteps[0] }))

export function startTour(): void {
  tour.setState({ step: tourSteps[0] })
}

export function endTour(): void {
  tour.setState({ step: undefined })
  try {
    localStorage.setItem(KEY, 'seen')
  } catch {
    // A browser that keeps nothing shows it again next time.
  }
}

/** @param by - 1 goes on and ends behind the last step; -1 goes back */
export function stepTour(by: 1 | -1): void {
  const { step } = tour.getState()
  const next = step && tourSteps[tourSteps.indexOf(step) + by]
  if (next) tour.setState({ step: next })
  else if (by === 1) endTour()
}

function wasSeen(): boolean {
  try {
    return localStorage.getItem(KEY) === 'seen'
  } catch {
    return true
  }
}
