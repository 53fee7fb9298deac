/** `npm start`: builds what is out of date, then runs the server in this process. */
import path from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'

if (!buildIfStale(path.resolve(import.meta.dirname, '..'))) {
  console.error('The build failed, so there is nothing to start. The lines above say why.')
  process.exit(1)
}
process.env.NODE_ENV ??= 'production'
await import('../dist/server/main.js')
