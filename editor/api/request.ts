import { apiError } from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { ApiFailure, type ApiFailureCode } from './api-failure.ts'
import type { z } from 'zod/mini'

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Sent as JSON, or as it is when it is form data. */
  readonly body?: unknown
  readonly query?: { readonly [name: string]: string }
  readonly signal?: AbortSignal
  /** Sent also when the page is being left. */
  readonly keepalive?: boolean
}

/**
 * Calls the platform and checks the answer against `schema`.
 * @throws {ApiFailure} always with a code; an aborted call throws `offline` as well
 */
export type Request = <Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  options?: RequestOptions,
) => Promise<z.output<Schema>>

export interface Wire {
  readonly fetch: typeof fetch
  /** Told after each call whether the platform could be reached. */
  readonly onReach?: (reached: boolean) => void
  /** The platform no longer knows who this is. Not told for the question who it is. */
  readonly onSignedOut?: () => void
}

export function createRequest({ fetch, onReach, onSignedOut }: Wire): Request {
  return async (schema, path, options = {}) => {
    const response = await send(path, options)
    const text = await response.text().catch(() => '')
    if (response.status === 401 && path !== merchantPaths.me) onSignedOut?.()
    if (!response.ok) throw failureOf(response.status, text)
    const parsed = schema.safeParse(parseJson(text))
    if (parsed.success) return parsed.data
    throw new ApiFailure('unreadable-answer', `${path}: ${parsed.error.message}`, { status: response.status })
  }

  async function send(path: string, options: RequestOptions): Promise<Response> {
    const isForm = options.body instanceof FormData
    const query = options.query ? `?${new URLSearchParams(options.query).toString()}` : ''
    try {
      const response = await fetch(path + query, {
        method: options.method ?? 'GET',
        credentials: 'same-origin',
        headers: {
          accept: 'application/json',
          ...(options.body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        },
        ...(options.body === undefined
          ? {}
          : { body: isForm ? (options.body as FormData) : JSON.stringify(options.body) }),
        ...(options.keepalive ? { keepalive: true } : {}),
        ...(options.signal ? { signal: options.signal } : {}),
      })
      onReach?.(true)
      return response
    } catch (thrown) {
      if (!options.signal?.aborted) onReach?.(false)
      throw new ApiFailure('offline', thrown instanceof Error ? thrown.message : 'no answer')
    }
  }
}

/** Reads an error answer; one without our shape (a proxy's page, say) is named by its status. */
export function failureOf(status: number, text: string): ApiFailure {
  const parsed = apiError.safeParse(parseJson(text))
  if (!parsed.success) return new ApiFailure(codeByStatus(status), `HTTP ${status}`, { status })
  const { code, message, issues } = parsed.data.error
  return new ApiFailure(code, message, { status, issues: issues ?? [] })
}

function codeByStatus(status: number): ApiFailureCode {
  if (status === 400 || status === 422) return 'bad-request'
  if (status === 401) return 'unauthorised'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 409) return 'conflict'
  if (status === 413) return 'too-large'
  if (status === 429) return 'too-many-requests'
  // A gateway that cannot reach the platform: to a person that is the same as no network.
  if (status === 502 || status === 503 || status === 504) return 'offline'
  return 'internal'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
