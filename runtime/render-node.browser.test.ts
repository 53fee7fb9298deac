import path from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserLaunchOptions } from '../scripts/find-browser.mjs'
import { sendHtml, serveRuntime, type ServedRuntime } from './testing/serve-runtime.ts'

let runtime: ServedRuntime
let browser: Browser
let page: Page

type Counters = {
  readonly [what in 'byPatch' | 'byClock' | 'byShop' | 'byOtherData']: () => Promise<readonly string[]>
}

beforeAll(async () => {
  runtime = await serveRuntime({ 'count-renders': path.join(import.meta.dirname, 'testing/count-renders.entry.tsx') })
  runtime.on('/', sendHtml('<!doctype html><body><script type="module" src="/runtime/count-renders.js"></script>'))
  browser = await chromium.launch(browserLaunchOptions())
  page = await browser.newPage()
  await page.goto(runtime.origin)
})

afterAll(async () => {
  await browser?.close()
  await runtime?.close()
})

const drawn = (what: keyof Counters) => page.evaluate((name) => (window as unknown as Counters)[name](), what)

test('a patch of one node among a thousand draws that one', async () => {
  expect(await drawn('byPatch')).toEqual(['n500'])
  expect(await page.textContent('[data-node=n500]')).toBe('after')
})

test('the clock and news of the shop reach only blocks that follow them', async () => {
  expect(await drawn('byClock')).toEqual(['last'])
  expect(await drawn('byShop')).toEqual(['last'])
  expect(await drawn('byOtherData')).toEqual([])
})
