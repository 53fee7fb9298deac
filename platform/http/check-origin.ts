import { Failure } from './failure.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a write that another site made the browser send with our cookies. Programs that are no browser send neither
 * header and pass: they have no cookies that others could use.
 */
export function checkOrigin(request: Request): void {
  if (SAFE.has(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site !== null && site !== 'same-origin' && site !== 'none') throw foreign()
  if (origin !== null && hostOf(origin) !== (request.headers.get('host') ?? new URL(request.url).host)) throw foreign()
}

/** Compares hosts, not schemes: behind a proxy that ends TLS we see http where the browser says https. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

function foreign(): Failure {
  return new Failure('forbidden', 'This request came from another site')
}
