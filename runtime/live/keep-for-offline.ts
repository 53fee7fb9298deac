import { workerPath, type KeepMessage } from '../offline/keep-message.ts'

/**
 * Has this origin's worker keep the pages that are opened, with their parts. Called when the first island is awake, so it
 * costs nothing before; pages without script neither start the worker nor lose by it once another page has.
 */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return
  const start = () => {
    navigator.serviceWorker
      .register(workerPath)
      .then(() => navigator.serviceWorker.ready)
      // What is open now was loaded before there was a worker to see it.
      .then(({ active }) => active?.postMessage(whatIsOpen(), []))
      .catch(() => {
        // Refused, as in a private window: then nothing is kept.
      })
  }
  if ('requestIdleCallback' in globalThis) requestIdleCallback(start, { timeout: 10_000 })
  else setTimeout(start, 2000)
}

function whatIsOpen(): KeepMessage {
  const parts = performance.getEntriesByType('resource').map(({ name }) => name)
  return { kind: 'keep', page: location.pathname, parts }
}
