/**
 * Keeps the editor's own files, so that it opens without a network. One build is kept whole before it is used, and never
 * mixed with another. Built on its own and served at `/worker.js`.
 */
import { files, version } from 'virtual:shell-files'
import { answerFile, answerPage, answerPicture, kindOf, outdated, type Surroundings } from './answer.ts'
import { takeOver } from './messages.ts'

/** What of a service worker's own globals is used here; the types of the DOM library do not know them. */
interface WorkerScope {
  readonly caches: CacheStorage
  readonly clients: { claim(): Promise<void> }
  readonly registration: { readonly active: object | null }
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
  /** Chromium only: what goes past the worker need not wait for it to start. */
  readonly addRoutes?: (rules: readonly object[]) => Promise<void>
}
interface FetchEvent extends Extendable {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

const scope = globalThis as unknown as WorkerScope
const shellPrefix = 'shell-'
const own = shellPrefix + version
const picturesName = 'studio-pictures-1'

const around: Surroundings = {
  origin: location.origin,
  files: new Set(files),
  send: fetch.bind(globalThis),
  async shells() {
    const names = (await scope.caches.keys()).filter((name) => name.startsWith(shellPrefix) && name !== own)
    return Promise.all([own, ...names.toReversed()].map((name) => scope.caches.open(name)))
  },
  pictures: () => scope.caches.open(picturesName),
}

scope.addEventListener('install', (event) => {
  const routed = event.addRoutes?.([
    { condition: { requestMethod: 'POST' }, source: 'network' },
    { condition: { urlPattern: '/api/*' }, source: 'network' },
  ])
  event.waitUntil(Promise.all([keepShell(), routed]))
})

scope.addEventListener('activate', (event) => event.waitUntil(takeCharge()))

scope.addEventListener('fetch', (event) => {
  const { request } = event
  switch (kindOf(request, around)) {
    case 'page':
      return event.respondWith(answerPage(request, around))
    case 'file':
      return event.respondWith(answerFile(request, around))
    case 'picture':
      return event.respondWith(answerPicture(request, (work) => event.waitUntil(work), around))
    default:
  }
})

scope.addEventListener('message', (event) => {
  if (event.data === takeOver) event.waitUntil(scope.skipWaiting())
})

/** All or nothing. Files whose names tell what they hold come from the browser's own store where it has them. */
async function keepShell(): Promise<void> {
  const shell = await scope.caches.open(own)
  const known = new Set((await shell.keys()).map(({ url }) => new URL(url).pathname))
  const hashed = files.filter((path) => path.startsWith('/assets/') && !known.has(path))
  const others = files.filter((path) => !path.startsWith('/assets/'))
  await shell.addAll(hashed)
  await shell.addAll(others.map((path) => new Request(path, { cache: 'reload' })))
}

async function takeCharge(): Promise<void> {
  const names = outdated(await scope.caches.keys(), own, shellPrefix)
  await Promise.all(names.map((name) => scope.caches.delete(name)))
  await scope.clients.claim()
}
