/** Pages that somebody asked for a moment ago, sent again without being put together anew. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readyBytes } from '../http/compressed.ts'
import type { CachedBody } from '../http/compressed.ts'
import { isKnown } from '../http/send-bytes.ts'
import type { Statistics } from '../statistics/create-statistics.ts'
import type { LiveSite } from './find-site.ts'
import { createLru } from './lru.ts'

/** A page that everybody is sent the same way. */
export interface ReadyPage {
  readonly tenantId: string
  readonly programId: string
  readonly pageId: string
  /** What it was made of; the page is out of date as soon as something else is live. */
  readonly live: LiveSite
  /** When the clock makes another page of the same. */
  readonly untilMs: number
  readonly body: CachedBody
  readonly headers: Readonly<Record<string, string>>
}

export interface ReadyPages {
  /** @param url - as the request line has it, without a query */
  keep(host: string, url: string, page: ReadyPage): void
  /** @returns false, and has done nothing, when it takes more than sending what is ready */
  answer(request: IncomingMessage, response: ServerResponse): boolean
}

export interface ReadyPagesOptions {
  readonly peekLive: (programId: string) => LiveSite | undefined
  readonly statistics: Pick<Statistics, 'countLook'>
  readonly addressOf: (request: IncomingMessage) => string
  readonly nowMs: () => number
}

const MOST_PAGES = 600

/**
 * Under a rush nearly all requests are for the same few pages. They pass by the router and the objects of a web request,
 * which cost several times what sending the bytes does.
 */
export function createReadyPages({ peekLive, statistics, addressOf, nowMs }: ReadyPagesOptions): ReadyPages {
  const pages = createLru<ReadyPage & { readonly known: Readonly<Record<string, string>> }>(MOST_PAGES)
  return {
    keep(host, url, page) {
      const { 'content-type': _, ...known } = page.headers
      pages.set(host + url, { ...page, known })
    },
    answer(request, response) {
      const { method, url = '', headers } = request
      const { host } = headers
      if (method !== 'GET' || host === undefined || hasBody(request)) return false
      const page = pages.get(host + url)
      if (!page || nowMs() >= page.untilMs || peekLive(page.programId) !== page.live) return false
      const asked = { get: (name: string) => headers[name]?.toString() ?? null }
      const isThere = isKnown(asked, { etag: page.body.etag })
      const ready = isThere ? undefined : readyBytes(page.body, headers['accept-encoding'] ?? '')
      if (!isThere && !ready) return false
      const { tenantId, programId, pageId, live } = page
      const of = { tenantId, programId, pageId, releaseId: live.releaseId }
      statistics.countLook({ method, url, headers: asked }, { address: addressOf(request) }, of)
      if (ready) response.writeHead(200, { ...page.headers, ...ready.headers }).end(ready.bytes)
      else response.writeHead(304, page.known).end()
      return true
    },
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}
