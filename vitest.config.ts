import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { targets } from './runtime/vite/react-is-ours.ts'

const root = import.meta.dirname

/** Programs are drawn by `runtime/drawing` wherever they are drawn; only the editor's own screens use React DOM. */
const reactIsOurs = Object.entries(targets).map(([id, replacement]) => ({ find: new RegExp(`^${id}$`), replacement }))

/** Like the journeys: where two cores run everything at once, a test that lost a race gets one more try, and the run names it. */
const retry = process.env.CI ? 1 : 0

export default defineConfig({
  root,
  test: {
    // Most tests wait for a database, a process or a browser: one file at a time would leave a core idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve: { alias: reactIsOurs },
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: ['platform/testing/global-setup.ts'],
          // The first hook that asks for a database starts one, beside everything else that is starting.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          retry,
          include: [
            '{model,components,compiler,runtime,collab-server,platform,templates,server,scripts}/**/*.test.{ts,tsx}',
          ],
          exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
        },
      },
      {
        test: {
          name: 'editor',
          environment: 'node',
          retry,
          include: ['editor/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
        },
      },
      {
        // Drives a real browser over a build of its own.
        resolve: { alias: reactIsOurs },
        test: {
          name: 'runtime-browser',
          environment: 'node',
          retry,
          include: ['{runtime,compiler,editor,scripts}/**/*.browser.test.ts'],
          testTimeout: 60_000,
          // A busy machine takes its time to start a worker or a frame.
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
