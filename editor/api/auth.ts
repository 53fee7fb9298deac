import { merchantPaths } from '#platform/contract/routes.ts'
import { ApiFailure, type ApiFailureCode } from './api-failure.ts'
import type { Wire } from './request.ts'

export interface SignUp {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Sessions of better-auth, whose errors have a shape and codes of their own. The session is a cookie of this origin. */
export function createAuth({ fetch, onReach }: Wire) {
  return {
    signUp: (input: SignUp) => post('/sign-up/email', input),
    signIn: (input: { readonly email: string; readonly password: string }) => post('/sign-in/email', input),
    signOut: () => post('/sign-out', {}),
  }

  async function post(path: string, body: object): Promise<void> {
    let response: Response
    try {
      response = await fetch(merchantPaths.auth + path, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
      })
    } catch (thrown) {
      onReach?.(false)
      throw new ApiFailure('offline', thrown instanceof Error ? thrown.message : 'no answer')
    }
    onReach?.(true)
    if (!response.ok) throw authFailureOf(response.status, await response.text().catch(() => ''))
  }
}

const codes: { readonly [theirs: string]: ApiFailureCode } = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong-password',
  INVALID_PASSWORD: 'wrong-password',
  USER_NOT_FOUND: 'wrong-password',
  USER_ALREADY_EXISTS: 'email-taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email-taken',
  INVALID_EMAIL: 'bad-email',
  PASSWORD_TOO_SHORT: 'password-too-short',
  PASSWORD_TOO_LONG: 'password-too-long',
}

/** Reads an error of better-auth (`{ code, message }`) or of the platform in front of it (`{ error: { code } }`). */
export function authFailureOf(status: number, text: string): ApiFailure {
  const { code, message } = readError(text)
  const known = codes[code]
  if (known) return new ApiFailure(known, message, { status })
  if (status === 429) return new ApiFailure('too-many-requests', message, { status })
  if (status === 401) return new ApiFailure('wrong-password', message, { status })
  if (status >= 500) return new ApiFailure(status === 500 ? 'internal' : 'offline', message, { status })
  return new ApiFailure('bad-request', message, { status })
}

function readError(text: string): { code: string; message: string } {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) {
      const code = 'code' in body && typeof body.code === 'string' ? body.code : ''
      const message = 'message' in body && typeof body.message === 'string' ? body.message : text
      return { code, message }
    }
  } catch {
    // Not JSON: a proxy's page. The status says enough.
  }
  return { code: '', message: text.slice(0, 200) }
}
