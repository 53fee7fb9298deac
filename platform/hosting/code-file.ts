import type { BlobStore } from '../blobs/blob-store.ts'
import { cachedBody, sendCached } from '../http/compressed.ts'
import type { CachedBody } from '../http/compressed.ts'
import { createLru } from './lru.ts'

const mostInMemory = 200

/**
 * The code of code blocks by what it holds, as text: no browser runs it as a script of the origin that it comes from, it is
 * handed to a worker that reaches nothing (docs/decisions/0039).
 */
export function createCodeFiles(blobs: Pick<BlobStore, 'find'>) {
  const memory = createLru<CachedBody>(mostInMemory)

  async function load(sha256: string): Promise<CachedBody | undefined> {
    const known = memory.get(sha256)
    if (known) return known
    const bytes = await blobs.find('code', sha256)
    if (!bytes) return undefined
    const body = cachedBody(bytes, { compress: true, quality: 'best' })
    memory.set(sha256, body)
    return body
  }

  return {
    /** Undefined for what no release of any program holds. */
    async answer(request: Request, sha256: string): Promise<Response | undefined> {
      const body = /^[0-9a-f]{64}$/.test(sha256) ? await load(sha256) : undefined
      return body && sendCached(request, body, headers)
    },
  }
}

const headers = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}
