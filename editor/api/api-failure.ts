import type { ApiError } from '#platform/contract/merchant.ts'

/** `offline`: no answer came at all; `unreadable-answer`: an answer came that is not what the contract says. */
export type ApiFailureCode = ApiError['error']['code'] | AuthFailureCode | 'offline' | 'unreadable-answer'

/** What signing in and up may be refused for. */
export type AuthFailureCode =
  | 'wrong-password'
  | 'email-taken'
  | 'bad-email'
  | 'password-too-short'
  | 'password-too-long'

/** Why a call of the platform came to nothing. People's words are chosen by `code`; `message` is for developers. */
export class ApiFailure extends Error {
  readonly code: ApiFailureCode
  /** HTTP status, or 0 without an answer. */
  readonly status: number
  /** The fields at fault, as `path` of the input. */
  readonly issues: readonly { readonly path: string; readonly message: string }[]

  constructor(code: ApiFailureCode, message: string, more: { status?: number; issues?: ApiFailure['issues'] } = {}) {
    super(message)
    this.name = 'ApiFailure'
    this.code = code
    this.status = more.status ?? 0
    this.issues = more.issues ?? []
  }
}

/** Anything thrown, as an `ApiFailure`: a mistake of our own is `internal`. */
export function asApiFailure(thrown: unknown): ApiFailure {
  if (thrown instanceof ApiFailure) return thrown
  return new ApiFailure('internal', thrown instanceof Error ? thrown.message : String(thrown))
}
