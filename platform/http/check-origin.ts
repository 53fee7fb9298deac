import { Failure } from './failure.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a write that another site made the browser send with our cookies. Programs that are no browser send neither
 * header and pass: they have no cookies that others could use.
 */
export function checkOrigin(request: Request, { publicUrl }: { readonly publicUrl: string }): void {
  if (SAFE.has(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site !== null && site !== 'same-origin' && site !== 'none') throw foreign()
  const host = request.headers.get('host') ?? new URL(request.url).host
  if (origin !== null && !isOwnOrigin(origin, host, publicUrl)) throw foreign()
}

/**
 * Whether a page of this origin is one of the host that it asks. Behind a proxy that ends TLS we see http where the browser
 * says https, so the scheme is held against the installation's own: one that is public over https has no pages over http.
 */
export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  return from.host === host && (from.protocol === 'https:' || !publicUrl.startsWith('https:'))
}

function foreign(): Failure {
  return new Failure('forbidden', 'This request came from another site')
}
