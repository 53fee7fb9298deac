/** `npm run build`: builds what is out of date, after which `npm start` has nothing to build. */
import path from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'

if (!buildIfStale(path.resolve(import.meta.dirname, '..'))) process.exit(1)
