/** Bytes with an ETag: whole, a part of them, or the word that the browser has them already. RFC 9110, sections 13 and 14. */

/** @param headers - with the `etag` of these bytes */
export function sendBytes(
  request: Request,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> & { readonly etag: string },
): Response {
  const all = { ...headers, 'accept-ranges': 'bytes' }
  if (isKnown(request.headers, headers)) {
    const { 'content-type': _, ...rest } = all as Record<string, string>
    return new Response(null, { status: 304, headers: rest })
  }
  const range = isRangeStill(request, headers.etag)
    ? readRange(request.headers.get('range'), bytes.byteLength)
    : undefined
  if (range === 'unsatisfiable') {
    const { etag } = headers
    return new Response(null, { status: 416, headers: { etag, 'content-range': `bytes */${bytes.byteLength}` } })
  }
  if (!range) return new Response(asBody(bytes), { headers: { ...all, 'content-length': String(bytes.byteLength) } })
  const part = bytes.subarray(range.first, range.last + 1)
  return new Response(asBody(part), {
    status: 206,
    headers: {
      ...all,
      'content-length': String(part.byteLength),
      'content-range': `bytes ${range.first}-${range.last}/${bytes.byteLength}`,
    },
  })
}

/** The headers of a request, whoever received it. Names in small letters. */
export type HeaderReader = Pick<Headers, 'get'>

/** Whether the browser says that it has just this. A date counts only when no tag was sent, as the specification says. */
export function isKnown(
  asked: HeaderReader,
  { etag, 'last-modified': modified }: { readonly etag?: string; readonly 'last-modified'?: string },
): boolean {
  const tags = asked.get('if-none-match')
  if (tags !== null) return etag !== undefined && tags.split(',').some((tag) => matches(tag.trim(), etag))
  const since = Date.parse(asked.get('if-modified-since') ?? '')
  return modified !== undefined && Date.parse(modified) <= since
}

function matches(tag: string, etag: string): boolean {
  return tag === '*' || tag.replace(/^W\//, '') === etag
}

/** Somebody who has the beginning of another version must get this one from its start. */
function isRangeStill(request: Request, etag: string): boolean {
  if (request.method !== 'GET') return false
  const ifRange = request.headers.get('if-range')
  return ifRange === null || ifRange === etag
}

/**
 * One range, as players and download managers ask for it. Several at once may be answered whole, and are.
 * @returns undefined for what is to be answered whole
 */
function readRange(header: string | null, size: number): { first: number; last: number } | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return undefined
  return first >= size ? 'unsatisfiable' : { first, last }
}

/** The types of `Response` want a buffer that is not shared; ours never are. */
export function asBody(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>
}
