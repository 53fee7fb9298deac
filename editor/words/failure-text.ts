import type { ApiFailure } from '#editor/api/api-failure.ts'
import type { Words } from './en.ts'

/** What to tell a person about a call that came to nothing. */
export function failureText(failure: Pick<ApiFailure, 'code'>, { failures }: Words): string {
  switch (failure.code) {
    case 'offline':
      return failures.offline
    case 'unauthorised':
      return failures.unauthorised
    case 'forbidden':
      return failures.forbidden
    case 'not-found':
      return failures.notFound
    case 'conflict':
      return failures.conflict
    case 'bad-request':
      return failures.badRequest
    case 'too-large':
      return failures.tooLarge
    case 'not-a-picture':
      return failures.notAPicture
    case 'too-many-pixels':
      return failures.tooLarge
    case 'too-many-requests':
      return failures.tooManyRequests
    case 'unreadable-document':
      return failures.newerDocument
    case 'has-errors':
      return failures.hasErrors
    case 'wrong-password':
      return failures.wrongPassword
    case 'email-taken':
      return failures.emailTaken
    case 'bad-email':
      return failures.badEmail
    case 'password-too-short':
      return failures.shortPassword
    case 'password-too-long':
      return failures.longPassword
    case 'unreadable-answer':
    case 'internal':
      return failures.internal
  }
}
