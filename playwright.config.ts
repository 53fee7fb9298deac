import { defineConfig } from '@playwright/test'
import { browserLaunchOptions } from './scripts/find-browser.mjs'

/** Journeys start their own server, each on a fresh data folder: see `e2e/server.ts`. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/build-once.ts',
  outputDir: 'test-results',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // Each worker has a product of its own; two at a time fit on two cores, since a browser waits more than it computes.
  workers: 2,
  // On a busy machine a browser may stall for longer than a test waits. What passes only the second time is listed as flaky.
  retries: 1,
  forbidOnly: !!process.env.CI,
  reporter: process.env.CI ? [['list'], ['html', { open: 'never' }]] : 'list',
  use: {
    launchOptions: browserLaunchOptions(),
    locale: 'en-US',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 30_000,
    // A click is aimed at where a thing stands: on a busy machine a page that is still gliding has it elsewhere by then.
    contextOptions: { reducedMotion: 'reduce' },
    // Keeping the whole editor in each test's fresh browser would take as long as a test; `offline.spec.ts` allows it.
    serviceWorkers: 'block',
    // Recording every test costs as much again as running it: ask for it where one fails (`TRACE=1`).
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
})
