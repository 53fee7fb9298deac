/**
 * `virtual:code-types`: the sources that the types of code blocks are declared in, for the code editor. They are the real
 * ones, found by following imports, so that what completes and what is told wrong cannot differ from what there is.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const id = 'virtual:code-types'
const entries = [
  'components/kit/code-kit.ts',
  'components/primitives/contract.ts',
  'components/primitives/block-jsx.d.ts',
]
const react = ['node_modules/@types/react/index.d.ts', 'node_modules/@types/react/global.d.ts']

/** @param root - the repository's folder */
export function codeTypes(root: string): Plugin {
  return {
    name: 'shopwright:code-types',
    resolveId: (asked) => (asked === id ? `\0${id}` : null),
    load(asked) {
      if (asked !== `\0${id}`) return null
      const files = [...sourcesFrom(root, entries), ...react.map((file) => [file, read(root, file)] as const)]
      for (const [file] of files) this.addWatchFile(path.join(root, file))
      return `export const sources = ${JSON.stringify(Object.fromEntries(files))}`
    },
  }
}

const imported = /(\bfrom |\bimport |\bimport\()'([^']+)'/g

/** What these files import, they themselves included, each import written as a path without an ending. */
export function sourcesFrom(root: string, from: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const follow = (file: string) => {
    if (found.has(file)) return
    found.set(file, '')
    const text = read(root, file).replace(imported, (whole, before: string, name: string) => {
      const target = name.startsWith('#')
        ? name.slice(1)
        : name.startsWith('.')
          ? path.posix.join(path.posix.dirname(file), name)
          : undefined
      if (target === undefined || !/\.tsx?$/.test(target) || !existsSync(path.join(root, target))) return whole
      follow(target)
      const relative = path.posix.relative(path.posix.dirname(file), target).replace(/\.tsx?$/, '')
      return `${before}'${relative.startsWith('.') ? relative : `./${relative}`}'`
    })
    found.set(file, text)
  }
  for (const file of from) follow(file)
  return found
}

function read(root: string, file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}
