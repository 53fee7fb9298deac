import type { ApiFailureCode } from '#editor/api/index.ts'
import type { Words } from '#editor/words/use-words.ts'

/** Why the platform said no, in words that say what to do. */
export function describeFailure(code: ApiFailureCode, { studio, common }: Words): string {
  switch (code) {
    case 'offline':
      return studio.failures.offline
    case 'unauthorised':
      return studio.failures.signedOut
    case 'forbidden':
      return studio.failures.forbidden
    case 'not-found':
      return studio.failures.gone
    case 'too-large':
      return studio.failures.tooLarge
    case 'not-a-picture':
      return studio.failures.notAPicture
    case 'too-many-requests':
      return studio.failures.tooOften
    case 'unreadable-document':
      return studio.failures.unreadable
    case 'has-errors':
      return studio.failures.hasErrors
    default:
      return common.somethingFailed
  }
}
