import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hands } from '#editor/testing/copies.entry.ts'
import { browserLaunchOptions } from '../../../scripts/find-browser.mjs'

declare const hands: Hands

let server: Server
let origin: string
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  const root = path.resolve(import.meta.dirname, '../../..')
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: { input: path.join(root, 'editor/testing/copies.entry.ts'), output: { format: 'iife' } },
    },
  })
  const [script] = 'output' in made ? made.output : []
  const html = `<!doctype html><script>${script?.type === 'chunk' ? script.code : ''}</script>`
  server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}/`
  browser = await chromium.launch(browserLaunchOptions())
})
afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
})
beforeEach(async () => {
  context = await browser.newContext()
})
afterEach(() => context.close())

async function newPage(): Promise<Page> {
  const page = await context.newPage()
  await page.goto(origin)
  return page
}

/** A tab of `person` with the program `noodles`, in a page of its own. */
async function newTab(person = 'ann'): Promise<Page> {
  const page = await newPage()
  await page.evaluate((who) => hands.open('tab', who, 'noodles'), person)
  return page
}
const read = (page: Page) => page.evaluate(() => hands.tab('tab').read())
const write = (page: Page, name: string) => page.evaluate((key) => hands.tab('tab').write(key, true), name)
const flush = (page: Page) => page.evaluate(() => hands.tab('tab').flush())
const rows = (page: Page) => page.evaluate(() => hands.countRows('ann', 'noodles'))
const untilKept = (page: Page) =>
  expect.poll(() => page.evaluate(() => hands.tab('tab').state().edits - hands.tab('tab').state().keptEdits)).toBe(0)

test('edits are on this device moments later, and there after the tab has crashed, counted as unsent until they are saved', async () => {
  const one = await newTab()
  await write(one, 'a')
  await write(one, 'b')
  await untilKept(one)
  await one.close({ runBeforeUnload: false })
  const two = await newTab()
  expect(await read(two)).toEqual({ a: true, b: true })
  expect(await two.evaluate(() => hands.tab('tab').unsentEdits())).toBe(2)
  await two.evaluate(() => hands.tab('tab').saved())
  await flush(two)
  const three = await newTab()
  expect([await read(three), await three.evaluate(() => hands.tab('tab').unsentEdits())]).toEqual([
    { a: true, b: true },
    0,
  ])
})

test('two tabs keep one copy together, and it stays small however much they write', async () => {
  const [one, two] = [await newTab(), await newTab()]
  for (const [page, who] of [
    [one, 'one'],
    [two, 'two'],
  ] as const)
    await page.evaluate(async (name) => {
      for (let count = 0; count < 150; count++) {
        hands.tab('tab').write(`${name}-${count % 10}`, count)
        await hands.tab('tab').flush()
      }
    }, who)
  const { updates, unsent } = await rows(one)
  expect(updates).toBeLessThan(130)
  expect(unsent).toBe(2)
  const again = await newTab()
  const all = (await read(again)) as { readonly [name: string]: number }
  expect([Object.keys(all).length, all['one-9'], all['two-9']]).toEqual([20, 149, 149])
  await again.evaluate(async () => {
    hands.tab('tab').write('last', 1)
    await hands.tab('tab').flush()
  })
  // What the new tab has read is one row now; the others go on with theirs.
  expect((await rows(again)).updates).toBeLessThan(updates)
})

test('nobody sees or clears what another account keeps in the same browser', async () => {
  const ann = await newTab('ann')
  const bo = await newTab('bo')
  await write(ann, 'of-ann')
  await write(bo, 'of-bo')
  await Promise.all([flush(ann), flush(bo)])
  await ann.evaluate(() => hands.remember('ann', 'noodles'))
  expect(await read(await newTab('cy'))).toEqual({})
  expect(await read(await newTab('bo'))).toEqual({ 'of-bo': true })
  expect(await ann.evaluate(() => hands.list('ann'))).toEqual([{ name: 'noodles', edits: 1 }])
  await bo.evaluate(() => hands.forget('bo'))
  expect(await read(await newTab('bo'))).toEqual({})
  expect(await read(await newTab('ann'))).toEqual({ 'of-ann': true })
})

test('what the server will not take is set aside alone; what came from it, and what another tab wrote since, is untouched', async () => {
  const one = await newTab()
  await one.evaluate(() => {
    hands.tab('tab').receive('of-others', true)
    hands.tab('tab').write('mine', 1)
  })
  await flush(one)
  const two = await newTab()
  await two.evaluate(() => hands.tab('tab').receive('later', true))
  await flush(two)
  await one.evaluate(() => hands.tab('tab').setAside('may-only-look'))
  const [aside] = await one.evaluate(() => hands.asides('ann', 'noodles'))
  expect(aside).toEqual({ reason: 'may-only-look', edits: 1, says: { mine: 1 } })
  expect((await rows(one)).updates).toBe(1)
  expect(await one.evaluate(() => hands.tab('tab').state().problem)).toBeUndefined()
})

test('a full disk is said, and once there is room nothing is missing', async () => {
  const page = await newTab()
  await write(page, 'before')
  await untilKept(page)
  await page.evaluate(async () => {
    // As a browser does when there is no room: the transaction ends with this error.
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (...given) {
      const { transaction } = this
      Object.defineProperty(transaction, 'error', {
        configurable: true,
        value: new DOMException('No room', 'QuotaExceededError'),
      })
      queueMicrotask(() => transaction.abort())
      return put.apply(this, given)
    }
    hands.tab('tab').write('after', true)
    await hands.tab('tab').flush()
    IDBObjectStore.prototype.put = put
  })
  expect(await page.evaluate(() => hands.tab('tab').state())).toMatchObject({ problem: 'full', keptEdits: 1, edits: 2 })
  await flush(page)
  expect(await page.evaluate(() => hands.tab('tab').state())).toMatchObject({ problem: undefined, keptEdits: 2 })
  expect(Object.keys(await read(await newTab()))).toEqual(['before', 'after'])
})
