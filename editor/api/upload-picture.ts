import { libraryPicture, type LibraryPicture } from '#platform/contract/pictures.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { ApiFailure } from './api-failure.ts'
import { failureOf, type Wire } from './request.ts'

export interface UploadOptions {
  /** Told the share that has left, 0 to 1. At 1 the platform still has to make its copies. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/**
 * Sends a picture by XMLHttpRequest, the only way in a browser to learn how much has left.
 * @throws {ApiFailure} always with a code; an aborted one throws `offline`
 */
export function createUpload({ onReach, onSignedOut }: Wire) {
  return (workspaceId: string, file: File, { onProgress, signal }: UploadOptions = {}): Promise<LibraryPicture> =>
    new Promise((resolve, reject: (failure: ApiFailure) => void) => {
      const body = new FormData()
      body.set('file', file)
      const call = new XMLHttpRequest()
      call.open('POST', merchantPaths.pictures(workspaceId))
      call.upload.addEventListener('progress', (event) => {
        if (event.lengthComputable) onProgress?.(event.loaded / event.total)
      })
      call.addEventListener('load', () => {
        onReach?.(true)
        if (call.status === 401) onSignedOut?.()
        if (call.status < 200 || call.status >= 300) return reject(failureOf(call.status, call.responseText))
        const parsed = libraryPicture.safeParse(parseJson(call.responseText))
        if (parsed.success) resolve(parsed.data)
        else reject(new ApiFailure('unreadable-answer', parsed.error.message, { status: call.status }))
      })
      call.addEventListener('error', () => {
        onReach?.(false)
        reject(new ApiFailure('offline', 'no answer'))
      })
      call.addEventListener('abort', () => reject(new ApiFailure('offline', 'stopped')))
      signal?.addEventListener('abort', () => call.abort())
      call.setRequestHeader('accept', 'application/json')
      call.send(body)
    })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
