import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const blockPrefix = 'virtual:block/'
const baseStyles = 'virtual:base-styles'

/** Block types that have a view, in a stable order. */
export function blockTypes(root: string): readonly string[] {
  const folder = path.join(root, 'components')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'view.tsx')))
    .map((entry) => entry.name)
    .toSorted()
}

/** The entries of the runtime's build by name; those whose source is not there are left out. */
export function runtimeEntries(root: string): { readonly [name: string]: string } {
  const files = {
    boot: 'runtime/live/boot.ts',
    loader: 'runtime/live/loader.ts',
    seen: 'runtime/live/seen.ts',
    login: 'runtime/live/finish-login.ts',
    copy: 'runtime/copy/copy.ts',
    worker: 'runtime/offline/worker.ts',
  }
  const entries = Object.entries(files)
    .map(([name, file]): [string, string] => [name, path.join(root, file)])
    .filter(([, file]) => existsSync(file))
  const blocks = blockTypes(root).map((type): [string, string] => [`block-${type}`, blockPrefix + type])
  const code: [string, string] = ['block-code', path.join(root, 'runtime/code-blocks/live.tsx')]
  return Object.fromEntries([...entries, ['base', baseStyles], ...blocks, code])
}

function baseStyleFiles(root: string): readonly string[] {
  const folders = ['components/primitives', 'components/kit', 'runtime/shell'].map((folder) => path.join(root, folder))
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css'))
      .toSorted()
      .map((file) => path.join(folder, file)),
  )
}

/**
 * Makes the entries that have no file: each block's view as a module with the one export `view`, so that a page can
 * load any of them alike, and the styles that every page needs.
 */
export function runtimeEntryModules(root: string): Plugin {
  return {
    name: 'shopwright:runtime-entries',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name.startsWith('runtime'),
    resolveId: (id) => (id === baseStyles || id.startsWith(blockPrefix) ? `\0${id}` : null),
    load(id) {
      // Vite's own way to load a part also fetches its styles; pages have those already.
      if (id === '\0vite/preload-helper.js') return 'export const __vitePreload = (load) => load()'
      if (id === `\0${baseStyles}`) {
        const imports = baseStyleFiles(root).map((file) => `import ${JSON.stringify(file)}`)
        return { code: imports.join('\n') || 'export {}', moduleSideEffects: 'no-treeshake' }
      }
      if (!id.startsWith(`\0${blockPrefix}`)) return null
      const type = id.slice(blockPrefix.length + 1)
      const view = `${type.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}View`
      return `export { ${view} as view } from ${JSON.stringify(path.join(root, 'components', type, 'view.tsx'))}`
    },
  }
}
