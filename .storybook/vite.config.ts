import path from 'node:path'
import { defineConfig, type AliasOptions, type Plugin } from 'vite'
import { targets } from '../runtime/vite/react-is-ours.ts'

const reactIsPreact: AliasOptions = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom\/test-utils$/, replacement: 'preact/compat/test-utils' },
  { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' },
]

const root = path.resolve(import.meta.dirname, '..')
const drawsPrograms = ['components', 'runtime'].map((folder) => path.join(root, folder) + path.sep)

/** What a name of Preact, which stands for one of React, is where programs are drawn. */
const ours: { readonly [id: string]: string | undefined } = {
  'preact/compat': targets.react,
  'preact/compat/client': targets['react-dom/client'],
  'preact/jsx-runtime': targets['react/jsx-runtime'],
}

/** Blocks are drawn by what draws them in programs (docs/decisions/0043): a story shows what customers get. */
const blocksAreDrawnByOurs: Plugin = {
  name: 'shopwright:blocks-are-drawn-by-ours',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^preact\// },
    handler(id, importer) {
      const isOurs =
        importer !== undefined && drawsPrograms.some((folder) => path.normalize(importer).startsWith(folder))
      return (isOurs && ours[id]) || null
    },
  },
}

/** Storybook's own pages need all of React's names: they run on Preact, so that no second React is built. */
export default defineConfig({
  plugins: [
    blocksAreDrawnByOurs,
    // Last, since the documentation's own plugin asks for React by its path.
    {
      name: 'shopwright:storybook-on-preact',
      enforce: 'post',
      config: () => ({ resolve: { alias: reactIsPreact } }),
    },
  ],
  optimizeDeps: { include: ['preact/compat', 'preact/compat/client', 'preact/jsx-dev-runtime'] },
  oxc: { jsx: { runtime: 'automatic' } },
})
