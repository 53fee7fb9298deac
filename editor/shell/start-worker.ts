import { createStore } from 'zustand/vanilla'
import { takeOver, workerUrl } from './messages.ts'

/** Whether a newer build is kept and waits for the person. */
export const newVersion = createStore<{ readonly isReady: boolean }>(() => ({ isReady: false }))

/** A tab that is open for days looks for a newer build this often, when somebody comes back to it. */
const LOOK_EVERY_MS = 60 * 60 * 1000

let started: Promise<ServiceWorkerRegistration | undefined> | undefined

/**
 * Has the editor's files kept, for opening it without a network. To be called when the screen is up and idle: fetching
 * them all must not delay what the person sees. Does nothing in development, and where browsers have no workers.
 */
export function startWorker(): Promise<ServiceWorkerRegistration | undefined> {
  started ??= register()
  return started
}

/** Resolves once the editor is kept and the worker sees what this page asks for. @returns false where there is no worker */
export async function untilInCharge(): Promise<boolean> {
  if (!(await startWorker())) return false
  await navigator.serviceWorker.ready
  if (!navigator.serviceWorker.controller)
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    )
  return true
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return undefined
  try {
    const registration = await navigator.serviceWorker.register(workerUrl, { updateViaCache: 'none' })
    follow(registration)
    return registration
  } catch {
    // Refused, as in a private window: then the editor opens only with a network.
    return undefined
  }
}

function follow(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // The very first one is in charge at once, and nobody was on an older build.
    if (registration.waiting && navigator.serviceWorker.controller) newVersion.setState({ isReady: true })
  }
  look()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  let lookedMs = performance.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - lookedMs < LOOK_EVERY_MS) return
    lookedMs = performance.now()
    registration.update().catch(() => {
      // No network: the next time.
    })
  })
}

/**
 * Loads the page again, with the newest build there is: a page that only reloads would get the kept one, which is what
 * it could not go on with.
 */
export async function reloadIntoNewest(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration()
    await registration?.update()
    const next = registration?.installing ?? registration?.waiting
    if (next) await inCharge(next)
  } catch {
    // Without a network there is nothing newer to be had.
  }
  location.reload()
}

/** A build that cannot be kept whole is given up; then the page is loaded as it is. */
function inCharge(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'installed') worker.postMessage(takeOver, [])
      if (worker.state === 'activated' || worker.state === 'redundant') resolve()
    }
    worker.addEventListener('statechange', look)
    look()
  })
}
