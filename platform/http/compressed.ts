/** Bytes that are sent often, compressed once per encoding when first asked for. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { asBody, isKnown, sendBytes } from './send-bytes.ts'

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)

/** Below this, the frame around the answer costs more than compressing saves. */
const LEAST_BYTES = 512

type Encoding = 'br' | 'gzip'

export interface CachedBody {
  readonly bytes: Uint8Array
  readonly etag: string
  /** Absent for what is compressed already, such as pictures. */
  readonly encoded?: Map<Encoding, Uint8Array | Promise<Uint8Array>>
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

/** Answers 304 to whoever has it already, else in the best encoding they read; what is not compressed, also in parts. */
export async function sendCached(
  request: Request,
  body: CachedBody,
  headers: Readonly<Record<string, string>>,
  status = 200,
): Promise<Response> {
  if (!body.encoded && status === 200) return sendBytes(request, body.bytes, { ...headers, etag: body.etag })
  const all = { ...headers, ...headersOf(body) }
  if (status === 200 && isKnown(request.headers, all))
    return new Response(null, { status: 304, headers: without(all, 'content-type') })
  const encoding = body.encoded && encodingFor(request.headers.get('accept-encoding') ?? '')
  if (!encoding || !body.encoded) return new Response(asBody(body.bytes), { status, headers: all })
  const begun = body.encoded.get(encoding) ?? compressQuicklyThenBest(body, body.encoded, encoding)
  return new Response(asBody(await begun), { status, headers: { ...all, 'content-encoding': encoding } })
}

/** What every answer with this body says of it. */
export function headersOf({ etag, encoded }: CachedBody): Record<string, string> {
  return { etag, ...(encoded && { vary: 'accept-encoding' }) }
}

/** The bytes for whoever reads these encodings, if they are made already, and what is to be said of them. */
export function readyBytes(
  { bytes, encoded }: CachedBody,
  accepted: string,
): { readonly bytes: Uint8Array; readonly headers: Record<string, string> } | undefined {
  const encoding = encoded && encodingFor(accepted)
  if (!encoding) return { bytes, headers: { 'content-length': String(bytes.byteLength) } }
  const ready = encoded.get(encoding)
  if (!ready || ready instanceof Promise) return undefined
  return { bytes: ready, headers: { 'content-length': String(ready.byteLength), 'content-encoding': encoding } }
}

/** What browsers send is one of a few lines, again and again. */
const chosenFor = new Map<string, Encoding | undefined>()
const MOST_LINES = 100

function encodingFor(accepted: string): Encoding | undefined {
  if (chosenFor.has(accepted)) return chosenFor.get(accepted)
  const chosen = chooseEncoding(accepted)
  if (chosenFor.size < MOST_LINES) chosenFor.set(accepted, chosen)
  return chosen
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
  encoded: NonNullable<CachedBody['encoded']>,
  encoding: Encoding,
): Promise<Uint8Array> {
  const quick = compress(bytes, 'quick', encoding)
  encoded.set(encoding, quick)
  void quick.then((done) => encoded.set(encoding, done))
  if (quality === 'best')
    void quick.then(() => compress(bytes, 'best', encoding)).then((best) => encoded.set(encoding, best))
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
