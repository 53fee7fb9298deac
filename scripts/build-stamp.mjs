/** Knows whether `dist/` was made from the sources as they are now, by a hash over their names and contents. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const sources = [
  'model',
  'components',
  'runtime',
  'compiler',
  'editor',
  'collab-server',
  'platform',
  'templates',
  'server',
  'package-lock.json',
  'vite.config.ts',
]

/** @param {string} root - folder of the checkout */
export function isBuildFresh(root) {
  const stamp = stampFile(root)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources(root)
}

/** @param {string} root - folder of the checkout */
export function stampBuild(root) {
  writeFileSync(stampFile(root), hashOfSources(root))
}

const stampFile = (root) => path.join(root, 'dist', 'built-from')

function hashOfSources(root) {
  const hash = createHash('sha256').update(process.version)
  for (const source of sources) addTo(hash, root, source)
  return hash.digest('hex')
}

function addTo(hash, root, name) {
  const file = path.join(root, name)
  if (!existsSync(file)) return
  if (statSync(file).isDirectory()) {
    for (const entry of readdirSync(file).toSorted()) addTo(hash, root, `${name}/${entry}`)
  } else if (!/\.(test|stories)\.tsx?$|\.md$/.test(name)) {
    hash.update(name).update(readFileSync(file))
  }
}
