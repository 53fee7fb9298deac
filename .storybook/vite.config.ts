import { defineConfig } from 'vite'

/** Stories run on Preact, as programs do: what they show is what ships. Storybook's own renderer then does as well. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^react$/, replacement: 'preact/compat' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react-dom\/test-utils$/, replacement: 'preact/compat/test-utils' },
      { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' },
    ],
  },
  optimizeDeps: { include: ['preact/compat', 'preact/compat/client', 'preact/jsx-dev-runtime'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
