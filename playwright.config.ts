import { defineConfig } from '@playwright/test'
import { browserLaunchOptions } from './scripts/find-browser.mjs'

/** Journeys start their own server, each on a fresh data folder: see `e2e/server.ts`. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: !!process.env.CI,
  reporter: process.env.CI ? [['list'], ['html', { open: 'never' }]] : 'list',
  use: {
    launchOptions: browserLaunchOptions(),
    locale: 'en-US',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
