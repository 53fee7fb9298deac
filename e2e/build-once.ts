import path from 'node:path'
import { buildIfStale } from '../scripts/build-if-stale.mjs'

/** Before all journeys: else two products that start at once would build into one folder. */
export default function buildOnce(): void {
  if (!buildIfStale(path.resolve(import.meta.dirname, '..')))
    throw new Error('The build failed; the lines above say why')
}
