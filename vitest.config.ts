import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

/** Programs are drawn by Preact wherever they are drawn; only the editor's own screens use React DOM. */
const reactIsPreact = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' },
]

export default defineConfig({
  root,
  test: {
    projects: [
      {
        resolve: { alias: reactIsPreact },
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: ['platform/testing/global-setup.ts'],
          // The first hook that asks for a database starts one, beside everything else that is starting.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          include: [
            '{model,components,compiler,runtime,collab-server,platform,templates,server,scripts}/**/*.test.{ts,tsx}',
          ],
          exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
        },
      },
      {
        test: { name: 'editor', environment: 'node', include: ['editor/**/*.test.{ts,tsx}'] },
      },
      {
        // Drives a real browser over a build of its own.
        resolve: { alias: reactIsPreact },
        test: {
          name: 'runtime-browser',
          environment: 'node',
          include: ['{runtime,compiler}/**/*.browser.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
