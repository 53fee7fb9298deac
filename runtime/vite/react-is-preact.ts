import type { Plugin } from 'vite'

const targets: { readonly [id: string]: string } = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-runtime',
}

/**
 * Lets everything that draws programs run on Preact although it is written against React. An alias would reach the
 * editor's own screens too, which stay on React DOM, so this asks which environment it is in.
 */
export function reactIsPreact(environments: readonly string[]): Plugin {
  return {
    name: 'shopwright:react-is-preact',
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
