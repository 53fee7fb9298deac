/** The one platform this tab talks to: the origin that served it. */
import { createApi } from './client.ts'
import { createConnection } from './connection.ts'
import { createQueryCache } from './query-cache.ts'

/** Under which the cache holds who is signed in. */
export const sessionKey = 'me'

export const connection = createConnection()
export const queryCache = createQueryCache()
export const api = createApi({
  fetch: (...call) => fetch(...call),
  onReach: connection.report,
  onSignedOut: () => void queryCache.refresh(sessionKey),
})
