/**
 * What the worker answers, as functions of a request, a network and a store of kept answers. The network always comes
 * first for pages: what is kept shows only when there is no network, and says so.
 */
import type { KeepMessage } from './keep-message.ts'
import { offlineScreen, withNotice } from './offline-screen.ts'

export interface Kept {
  readonly pages: Pick<Cache, 'match' | 'put' | 'keys' | 'delete'>
  readonly parts: Pick<Cache, 'match' | 'put' | 'keys' | 'delete'>
}

export interface Surroundings {
  readonly origin: string
  readonly language: string
  readonly nowMs: () => number
  readonly send: typeof fetch
  readonly kept: () => Promise<Kept>
}

export interface Ask {
  readonly request: Request
  /** What the browser has begun to fetch while the worker started. */
  readonly preloaded?: Promise<Response | undefined>
  /** Work that nobody waits for: a page is never held up by being kept. */
  readonly later: (work: Promise<unknown>) => void
}

/** Header of a kept page: when it came, in milliseconds since 1970 UTC. */
export const keptAtHeader = 'x-kept-at'
const mostPages = 60
const mostParts = 300

/** What kind of thing an address is to the worker; undefined for what it must not touch: orders, prices, payments. */
export function kindOf(request: Pick<Request, 'method' | 'url' | 'mode'>, origin: string): 'page' | 'part' | undefined {
  const { url, method, mode } = request
  if (method === 'GET' && url.startsWith(`${codeOrigin(origin)}/runtime/`)) return 'part'
  if (method !== 'GET' || !url.startsWith(`${origin}/`)) return undefined
  const { pathname } = new URL(url)
  if (pathname.startsWith('/_')) return undefined
  // Named by what they hold: what is kept of them is right for ever.
  if (/^\/(runtime|pictures|code)\//.test(pathname)) return 'part'
  return mode === 'navigate' ? 'page' : undefined
}

/** Where a program's common code is when it comes from one origin for all: `code` in the place of the program's label. */
function codeOrigin(origin: string): string {
  return origin.replace(/\/\/[^.]+\./, '//code.')
}

export async function answerPart({ request, later }: Ask, { kept, send }: Surroundings): Promise<Response> {
  const { parts } = await kept()
  const known = await parts.match(request)
  if (known) return known
  const response = await send(request)
  if (response.status === 200) later(put(parts, request, response.clone(), mostParts))
  return response
}

export async function answerPage({ request, preloaded, later }: Ask, around: Surroundings): Promise<Response> {
  const { kept, send, language, origin } = around
  try {
    const response = (await preloaded) ?? (await send(request))
    if (isPage(response)) later(keepPage(request.url, response.clone(), around))
    else if (isGone(response)) later(kept().then(({ pages }) => pages.delete(addressOf(request.url))))
    return response
  } catch {
    const { pages } = await kept()
    const known = await pages.match(addressOf(request.url))
    if (known) return withNotice(known, Number(known.headers.get(keptAtHeader)), language)
    return offlineScreen(await titlesOf(pages, origin), language)
  }
}

/** Keeps what was open before the worker was. */
export async function keepOpen(message: KeepMessage, around: Surroundings): Promise<void> {
  const { origin, send, kept } = around
  const { parts } = await kept()
  const page = new Request(`${origin}${message.page}`)
  if (!message.page.startsWith('/_')) {
    const response = await send(page).catch(() => undefined)
    if (response && isPage(response)) await keepPage(page.url, response, around)
  }
  for (const url of message.parts) {
    const request = new Request(url)
    if (kindOf({ method: 'GET', mode: 'cors', url }, origin) !== 'part' || (await parts.match(request))) continue
    const response = await send(request).catch(() => undefined)
    if (response?.status === 200) await put(parts, request, response, mostParts)
  }
}

function isPage(response: Response): boolean {
  const { status, headers } = response
  return status === 200 && !isForNow(response) && headers.get('content-type')?.startsWith('text/html') === true
}

/** It is no longer there, or no longer for keeping: what was kept of it goes. */
function isGone(response: Response): boolean {
  return response.status === 404 || response.status === 410 || (response.ok && isForNow(response))
}

/** What nobody may keep, such as a private preview, says so. */
function isForNow({ headers }: Response): boolean {
  return headers.get('cache-control')?.includes('no-store') === true
}

async function keepPage(url: string, response: Response, { kept, nowMs }: Surroundings): Promise<void> {
  const { pages } = await kept()
  const headers = new Headers(response.headers)
  headers.set(keptAtHeader, String(nowMs()))
  await put(pages, addressOf(url), new Response(await response.text(), { headers }), mostPages)
}

/** One copy a page, whatever stood behind its path. */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

async function put(cache: Kept['pages'], request: RequestInfo, response: Response, most: number): Promise<void> {
  await cache.delete(request)
  await cache.put(request, response)
  // The oldest stand first.
  const keys = await cache.keys()
  for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old)
}

async function titlesOf(
  pages: Kept['pages'],
  origin: string,
): Promise<readonly { readonly path: string; readonly title: string }[]> {
  const titles: { path: string; title: string }[] = []
  for (const request of await pages.keys()) {
    const html = (await (await pages.match(request))?.text()) ?? ''
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]
    if (title) titles.push({ path: request.url.slice(origin.length), title })
  }
  return titles
}
