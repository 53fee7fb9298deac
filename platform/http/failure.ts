import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ApiError } from '../contract/merchant.ts'
import { httpStatusOf, ShopRefusal } from '../shop/refusal.ts'

export type ApiErrorCode = ApiError['error']['code']
export type InputIssue = NonNullable<ApiError['error']['issues']>[number]

const statuses: { readonly [Code in ApiErrorCode]: ContentfulStatusCode } = {
  'bad-request': 400,
  unauthorised: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'not-a-picture': 422,
  'too-many-pixels': 422,
  'unreadable-document': 422,
  'has-errors': 422,
  'too-many-requests': 429,
  internal: 500,
}

/** Thrown anywhere below a route, it becomes the answer. `message` is for developers; people's words are chosen by `code`. */
export class Failure extends Error {
  readonly code: ApiErrorCode
  readonly issues: readonly InputIssue[] | undefined

  constructor(code: ApiErrorCode, message: string, issues?: readonly InputIssue[]) {
    super(message)
    this.code = code
    this.issues = issues
  }
}

/** What a merchant's route answers for anything that was thrown below it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error
  if (error instanceof ShopRefusal) return new Failure(codeByStatus[httpStatusOf[error.failure.code]], error.message)
  const failure = new Failure('internal', 'Something went wrong on our side')
  failure.cause = error
  return failure
}

/** The shop has more ways to say no than a console needs: there, its status says enough. */
const codeByStatus: { readonly [Status in (typeof httpStatusOf)[keyof typeof httpStatusOf]]: ApiErrorCode } = {
  400: 'bad-request',
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  422: 'bad-request',
  429: 'too-many-requests',
  500: 'internal',
  503: 'internal',
}

export function presentFailure(failure: Failure): { status: ContentfulStatusCode; body: ApiError } {
  const { code, message, issues } = failure
  return { status: statuses[code], body: { error: { code, message, ...(issues && { issues: [...issues] }) } } }
}

/** Answered to those who may not know that it exists, too. */
export function notFound(what: string): Failure {
  return new Failure('not-found', `There is no such ${what}`)
}
