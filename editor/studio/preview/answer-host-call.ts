import type { Capability } from '#model/capabilities.ts'
import { shopFailure, type ShopFailure } from '#model/shop/failure.ts'
import type { JsonObject, JsonValue } from '#model/json.ts'
import { merchantPaths } from '#platform/contract/routes.ts'

/** Where prices and free times of a draft are asked for. */
export interface PreviewPaths {
  readonly quotes: string
  readonly slots: string
}

export function memberPreviewPaths(programId: string): PreviewPaths {
  return { quotes: merchantPaths.previewQuote(programId), slots: merchantPaths.previewSlots(programId) }
}

/** What a program must have requested for its blocks to ask this. */
const neededFor: { readonly [method: string]: Capability } = { quote: 'shop.order', slots: 'shop.book' }

/**
 * Answers what a block in the preview asks its host: prices and free times are real, as a visitor would get them.
 * Anything that would order, book or pay is refused as `preview-only`: the preview never leaves a trace in the shop.
 * What no block of the draft declares that it needs is `not-granted`: the frame's code says what it likes.
 * @returns an `Answer` of the block kit
 */
export async function answerHostCall(
  paths: PreviewPaths,
  requested: ReadonlySet<Capability>,
  method: string,
  argument: JsonValue,
  request: typeof fetch,
): Promise<JsonValue> {
  const needed = Object.hasOwn(neededFor, method) ? neededFor[method] : undefined
  if (needed && !requested.has(needed))
    return refusal({ code: 'not-granted', message: `No block of the program needs "${needed}"` })
  if (method === 'quote') {
    return ask(request, paths.quotes, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(argument),
    })
  }
  if (method === 'slots') {
    const query = Object.entries(isObject(argument) ? argument : {}).map(([name, value]) => [name, String(value)])
    return ask(request, `${paths.slots}?${new URLSearchParams(query)}`, {})
  }
  return refusal({ code: 'preview-only', message: `${method} does nothing in the preview` })
}

async function ask(request: typeof fetch, path: string, init: RequestInit): Promise<JsonValue> {
  try {
    const response = await request(path, { credentials: 'same-origin', ...init })
    const body = (await response.json()) as JsonValue
    if (response.ok) return { ok: true, value: body }
    const failure = shopFailure.safeParse(isObject(body) ? body.error : undefined)
    return refusal(failure.success ? failure.data : { code: 'internal', message: `HTTP ${response.status}` })
  } catch {
    return refusal({ code: 'offline', message: 'No answer' })
  }
}

function refusal({ code, message, subjectIds }: ShopFailure): JsonObject {
  return { ok: false, failure: subjectIds ? { code, message, subjectIds } : { code, message } }
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
