/** Bytes that are sent often, compressed once per encoding when first asked for. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)

/** Below this, the frame around the answer costs more than compressing saves. */
const LEAST_BYTES = 512

type Encoding = 'br' | 'gzip'

export interface CachedBody {
  readonly bytes: Uint8Array
  readonly etag: string
  /** Absent for what is compressed already, such as pictures. */
  readonly encoded?: Map<Encoding, Promise<Uint8Array>>
  readonly quality: 'quick' | 'best'
}

export function cachedBody(
  content: string | Uint8Array,
  options: { compress: boolean; quality: 'quick' | 'best' },
): CachedBody {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return {
    bytes,
    etag,
    quality: options.quality,
    ...(options.compress && bytes.byteLength >= LEAST_BYTES && { encoded: new Map() }),
  }
}

/** Answers 304 to whoever has it already, else in the best encoding they read. */
export async function sendCached(
  request: Request,
  body: CachedBody,
  headers: Readonly<Record<string, string>>,
  status = 200,
): Promise<Response> {
  const all: Record<string, string> = { ...headers, etag: body.etag, ...(body.encoded && { vary: 'accept-encoding' }) }
  if (status === 200 && isKnown(request, body.etag))
    return new Response(null, { status: 304, headers: without(all, 'content-type') })
  const encoding = body.encoded && chooseEncoding(request.headers.get('accept-encoding') ?? '')
  if (!encoding || !body.encoded) return new Response(asBody(body.bytes), { status, headers: all })
  const begun = body.encoded.get(encoding) ?? compressQuicklyThenBest(body, body.encoded, encoding)
  return new Response(asBody(await begun), { status, headers: { ...all, 'content-encoding': encoding } })
}

function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')
  return known !== null && known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

function chooseEncoding(accepted: string): Encoding | undefined {
  const offers = accepted.split(',').map((offer) => offer.trim())
  const takes = (name: string): boolean =>
    offers.some((offer) => offer.split(';')[0] === name && !/;\s*q=0(\.0*)?$/.test(offer))
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined
}

/**
 * The first to ask gets what can be made at once: the best of Brotli takes seconds for a large file. Later ones get the
 * best, when it is ready.
 */
function compressQuicklyThenBest(
  { bytes, quality }: CachedBody,
  encoded: Map<Encoding, Promise<Uint8Array>>,
  encoding: Encoding,
): Promise<Uint8Array> {
  const quick = compress(bytes, 'quick', encoding)
  encoded.set(encoding, quick)
  if (quality === 'best') {
    const best = quick.then(() => compress(bytes, 'best', encoding))
    void best.then(() => encoded.set(encoding, best))
  }
  return quick
}

function compress(bytes: Uint8Array, quality: CachedBody['quality'], encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'gzip') return toGzip(bytes, { level: quality === 'best' ? 9 : 6 })
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality === 'best' ? 11 : 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  }
  return toBrotli(bytes, { params })
}

function without(headers: Record<string, string>, name: string): Record<string, string> {
  const { [name]: _, ...rest } = headers
  return rest
}

/** The types of `Response` want a buffer that is not shared; ours never are. */
function asBody(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>
}
