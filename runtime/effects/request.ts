import type { Host } from '#components/kit/host.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'

/** More than any block can show. */
const mostBytes = 256 * 1024
const patienceMs = 15_000

/**
 * Reads public JSON of the program's own origin, without cookies or keys, and never from anywhere else.
 * @param fetching - injected by tests
 */
export async function requestJson(
  path: string,
  origin: string,
  fetching: typeof fetch = fetch,
): ReturnType<Host['request']> {
  const address = URL.parse(path, origin)
  if (!path.startsWith('/') || address?.origin !== origin) return failed('bad-request', 'Only paths of this program')
  try {
    const answer = await fetching(address, {
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
    })
    if (answer.status === 404) return failed('not-found', `Nothing at ${path}`)
    if (answer.status === 429) return failed('too-many-requests', `Too often: ${path}`)
    if (!answer.ok) return failed('internal', `${path} answers ${answer.status}`)
    const text = await answer.text()
    if (text.length > mostBytes) return failed('bad-request', `${path} is larger than ${mostBytes} bytes`)
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError) return failed('internal', `${path} is no JSON`)
    return failed('offline', `${path} could not be reached`)
  }
}

function failed(code: ShopFailureCode, message: string) {
  return { ok: false, failure: { code, message } } as const
}
