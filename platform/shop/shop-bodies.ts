import type { ShopLanguage } from '#platform/catalogue/present.ts'
import type { ScopedTx } from '#platform/db/database.ts'
import { createLru } from '#platform/hosting/lru.ts'
import { cachedBody } from '#platform/http/compressed.ts'
import type { CachedBody } from '#platform/http/compressed.ts'
import { loadShopData, shopDataTag } from './load-shop-data.ts'

/** So many shops' data are kept, those that were asked for last. */
const mostKept = 200
/** Some of it changes with the clock and not with a write, such as a coupon that ends; it is never shown older than this. */
const keptForMs = 1000

interface Kept {
  readonly body: CachedBody
  readonly untilMs: number
}

export interface ShopBodies {
  /** What the shop shows, as bytes that many are sent. Asks the database first whether it has changed. */
  load(tx: ScopedTx, programId: string, language: ShopLanguage): Promise<CachedBody>
}

export function createShopBodies(nowMs: () => number = Date.now): ShopBodies {
  const kept = createLru<Kept>(mostKept)
  return {
    async load(tx, programId, language) {
      // Read first: what changes meanwhile has a newer tag, under which it is loaded again.
      const etag = await shopDataTag(tx, programId, language)
      const key = `${programId} ${language}`
      const known = kept.get(key)
      if (known?.body.etag === etag && known.untilMs > nowMs()) return known.body
      const content = JSON.stringify(await loadShopData(tx, programId, language))
      const body: CachedBody = { ...cachedBody(content, { compress: true, quality: 'quick' }), etag }
      kept.set(key, { body, untilMs: nowMs() + keptForMs })
      return body
    },
  }
}
