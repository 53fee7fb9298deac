/**
 * `npm test`: everything that says whether this checkout is good, one step after another; stops at the first failure.
 * With names it runs only those steps: `npm test -- types lint`.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { stampBuild } from './build-stamp.mjs'

const root = path.resolve(import.meta.dirname, '..')
const bin = (name) => path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

const steps = [
  { name: 'browser', does: 'finds or installs a browser', run: [process.execPath, 'scripts/ensure-browser.mjs'] },
  { name: 'types', does: 'type check', run: [bin('tsc'), '-p', '.'] },
  {
    name: 'block-types',
    does: 'block views use primitives only',
    run: [bin('tsc'), '-p', 'components/tsconfig.blocks.json'],
  },
  {
    name: 'blocks',
    does: 'every block is complete: words, states with stories, styles, capabilities',
    run: [bin('tsx'), 'scripts/check-blocks.ts'],
  },
  { name: 'lint', does: 'lint and direction of imports', run: [bin('oxlint'), '--deny-warnings'] },
  { name: 'format', does: 'format', run: [bin('oxfmt'), '--check'] },
  { name: 'dead-code', does: 'dead code and unused packages', run: [bin('knip')] },
  { name: 'lockfile', does: 'lock file is complete', run: [process.execPath, 'scripts/check-lockfile.mjs'] },
  {
    name: 'build',
    does: 'production build',
    run: [bin('vite'), 'build', '--app', '--logLevel', 'warn'],
    after: () => stampBuild(root),
  },
  { name: 'size', does: 'what visitors load stays small', run: [process.execPath, 'scripts/check-size.mjs'] },
  { name: 'unit', does: 'unit, database and server tests', run: [bin('vitest'), 'run'] },
  {
    name: 'stories',
    does: 'every story in a browser, with accessibility',
    run: [process.execPath, 'scripts/test-stories.mjs'],
  },
  { name: 'journeys', does: 'journeys in a real browser', run: [bin('playwright'), 'test'] },
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}.`)
  process.exit(2)
}

if (!process.env.DATABASE_URL || !process.env.REDIS_URL) {
  console.log(
    'DATABASE_URL or REDIS_URL is not set: the embedded database stands in for both of your own servers, so the ' +
      'clustered set-up on your PostgreSQL and your Redis is left out.',
  )
}
const startedMs = Date.now()
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue
  const stepStartedMs = Date.now()
  console.log(`\n▸ ${step.name}: ${step.does}`)
  const [command, ...args] = step.run
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (result.status !== 0) {
    console.error(`\n✗ ${step.name} failed. Run it alone with: npm test -- ${step.name}`)
    process.exit(1)
  }
  step.after?.()
  console.log(`  ${step.name}: ${((Date.now() - stepStartedMs) / 1000).toFixed(1)} s`)
}
console.log(`\nAll good in ${((Date.now() - startedMs) / 1000).toFixed(0)} s.`)
