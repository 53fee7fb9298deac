/** The one platform this tab talks to: the origin that served it. */
import { createApi } from './client.ts'
import { createConnection } from './connection.ts'
import { createQueryCache } from './query-cache.ts'

export const connection = createConnection()
export const api = createApi({ fetch: (...call) => fetch(...call), onReach: connection.report })
export const queryCache = createQueryCache()
