import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A folder of the checkout, from the sources and from the bundled server alike. */
export function projectFolder(name: string): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return join(at, name)
    if (dirname(at) === at) throw new Error(`No package.json above ${fileURLToPath(import.meta.url)}`)
  }
}
