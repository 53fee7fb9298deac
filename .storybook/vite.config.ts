import { defineConfig, type AliasOptions } from 'vite'

const reactIsPreact: AliasOptions = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom\/test-utils$/, replacement: 'preact/compat/test-utils' },
  { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' },
]

/** Storybook draws stories itself, so they run on Preact, which has all of React's names; programs use far fewer (docs/decisions/0043). */
export default defineConfig({
  // Last, since the documentation's own plugin asks for React by its path.
  plugins: [
    {
      name: 'shopwright:stories-on-preact',
      enforce: 'post',
      config: () => ({ resolve: { alias: reactIsPreact } }),
    },
  ],
  optimizeDeps: { include: ['preact/compat', 'preact/compat/client', 'preact/jsx-dev-runtime'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
