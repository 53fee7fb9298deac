/** `npm start`: builds what is out of date, then runs the server in this process. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { isBuildFresh, stampBuild } from './build-stamp.mjs'

const root = path.resolve(import.meta.dirname, '..')

if (!isBuildFresh(root)) {
  const startedMs = Date.now()
  console.log('Building Shopwright (only after a change) …')
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const build = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (build.status !== 0) {
    console.error('The build failed, so there is nothing to start. The lines above say why.')
    process.exit(1)
  }
  stampBuild(root)
  console.log(`Built in ${((Date.now() - startedMs) / 1000).toFixed(1)} s.`)
}
process.env.NODE_ENV ??= 'production'
await import('../dist/server/main.js')
