/**
 * Keeps what was open on this origin, to be read without a network. It is built on its own and answered at `/sw.js`, so
 * it must not import anything at run time. Another `version` drops all that was kept.
 */
import { answerPage, answerPart, keepOpen, kindOf, type Surroundings } from './answer.ts'
import type { KeepMessage } from './keep-message.ts'

const version = 1

/** What of a service worker's own globals is used here; the types of the DOM library do not know them. */
interface WorkerScope {
  readonly caches: CacheStorage
  readonly clients: { claim(): Promise<void> }
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install', listener: (event: InstallEvent) => void): void
  addEventListener(type: 'activate', listener: (event: Extendable) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: Extendable & { readonly data: unknown }) => void): void
}
interface Extendable {
  waitUntil(work: Promise<unknown>): void
}
interface InstallEvent extends Extendable {
  /** Chromium only, which is also the one that needs it. */
  readonly addRoutes?: (rules: readonly Route[]) => Promise<void>
}
interface Route {
  readonly condition: { readonly requestMethod: string }
  readonly source: 'network'
}
interface FetchEvent extends Extendable {
  readonly request: Request
  readonly preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}

const scope = globalThis as unknown as WorkerScope
const names = { pages: `sw-pages-${version}`, parts: `sw-parts-${version}` }

const around: Surroundings = {
  origin: location.origin,
  language: navigator.language,
  nowMs: Date.now,
  send: fetch.bind(globalThis),
  async kept() {
    const [pages, parts] = await Promise.all([scope.caches.open(names.pages), scope.caches.open(names.parts)])
    return { pages, parts }
  },
}

scope.addEventListener('install', (event) => {
  // What a page tells as it is left goes past the worker: Chromium drops it there once the page is gone.
  const routed = event.addRoutes?.([{ condition: { requestMethod: 'POST' }, source: 'network' }])
  event.waitUntil(Promise.all([scope.skipWaiting(), routed]))
})

scope.addEventListener('activate', (event) => event.waitUntil(takeOver()))

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const kind = kindOf(request, around.origin)
  const later = (work: Promise<unknown>) => event.waitUntil(work)
  if (kind === 'page') event.respondWith(answerPage({ request, preloaded: event.preloadResponse, later }, around))
  if (kind === 'part') event.respondWith(answerPart({ request, later }, around))
})

scope.addEventListener('message', (event) => {
  const message = event.data as Partial<KeepMessage> | null
  if (message?.kind === 'keep' && typeof message.page === 'string' && Array.isArray(message.parts))
    event.waitUntil(keepOpen(message as KeepMessage, around))
})

async function takeOver(): Promise<void> {
  const known = new Set<string>(Object.values(names))
  const old = (await scope.caches.keys()).filter((name) => !known.has(name))
  await Promise.all(old.map((name) => scope.caches.delete(name)))
  // The page is asked for while the worker starts, so that opening a page takes no longer than without it.
  await scope.registration.navigationPreload?.enable()
  await scope.clients.claim()
}
