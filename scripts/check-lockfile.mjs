/**
 * Every optional dependency that a package names must stand in the lock file with a version, or `npm ci` fails on
 * other systems ("Missing … from lock file") although it works here.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'

const lock = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'))
const problems = []
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const installed = resolve(place, name)
    if (!installed) problems.push(`${place || 'this project'} wants ${name}@${range}, which is absent`)
    else if (/^\d/.test(range) && installed.version !== range) {
      problems.push(`${place || 'this project'} wants ${name}@${range}, the lock file has ${installed.version}`)
    }
  }
  if (entry.resolved) problems.push(`${place} names the address it was downloaded from`)
}

/** Looks for a package as Node does: beside the one that asks, then one folder up at a time. */
function resolve(place, name) {
  const here = lock.packages[place ? `${place}/node_modules/${name}` : `node_modules/${name}`]
  if (here || !place) return here
  return resolve(place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/'))).replace(/^node_modules$/, ''), name)
}

if (problems.length > 0) {
  console.error(`package-lock.json is incomplete:\n${problems.map((line) => `  ${line}`).join('\n')}`)
  process.exit(1)
}
console.log('package-lock.json is complete.')
