import path from 'node:path'
import type { Plugin } from 'vite'

const own = (file: string) => path.join(import.meta.dirname, '..', 'drawing', file)

/** What each name of React stands for where programs are drawn. */
export const targets: { readonly [id: string]: string } = {
  react: own('react.ts'),
  'react-dom/client': own('react-dom-client.ts'),
  'react-dom/server': own('react-dom-server.ts'),
  'react/jsx-runtime': own('jsx-runtime.ts'),
  'react/jsx-dev-runtime': own('jsx-runtime.ts'),
}

/**
 * Has everything that draws programs drawn by `runtime/drawing`, although it is written against React. An alias would reach the
 * editor's own screens too, which stay on React DOM, so this asks which environment it is in.
 */
export function reactIsOurs(environments: readonly string[]): Plugin {
  return {
    name: 'shopwright:react-is-ours',
    enforce: 'pre',
    applyToEnvironment: (environment) => environments.includes(environment.name),
    resolveId: {
      filter: { id: /^react(-dom)?(\/|$)/ },
      handler(id, importer) {
        const target = targets[id]
        return target === undefined ? null : this.resolve(target, importer, { skipSelf: true })
      },
    },
  }
}
