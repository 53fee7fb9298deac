/** Builds the product if anything it is made of has changed since the last build. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { isBuildFresh, stampBuild } from './build-stamp.mjs'

/** @returns whether there is a build of what is here now */
export function buildIfStale(root) {
  if (isBuildFresh(root)) return true
  const startedMs = Date.now()
  console.log('Building Shopwright (only after a change) …')
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const build = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (build.status !== 0) return false
  stampBuild(root)
  console.log(`Built in ${((Date.now() - startedMs) / 1000).toFixed(1)} s.`)
  return true
}
