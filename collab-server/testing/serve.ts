/**
 * A server in a process of its own, to be killed: `DATABASE_URL` names a migrated database, `REDIS_URL` a Redis. Tells its
 * address to its parent. Anybody who connects as `?user=<name>` may edit.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { createPostgresStore } from '../postgres-store.ts'
import { createCollabServer } from '../server.ts'
import { authorizeByName } from './authorize-by-name.ts'

const { DATABASE_URL: url, REDIS_URL: redisUrl } = process.env
if (!url) throw new Error('DATABASE_URL is not set')
const pool = new pg.Pool({ connectionString: url, options: '-c role=shopwright_app' })
const server = createCollabServer({
  store: await createPostgresStore(pool, redisUrl ? { redisUrl } : {}),
  authorize: authorizeByName,
})
const http = createServer()
http.on('upgrade', (request, socket, head) => server.handleUpgrade(request, socket, head))
http.listen(0, '127.0.0.1')
await once(http, 'listening')
process.send?.(`ws://127.0.0.1:${(http.address() as AddressInfo).port}/collab`)
process.on('disconnect', () => process.exit())
