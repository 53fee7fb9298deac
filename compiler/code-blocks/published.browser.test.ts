/** Code blocks on published pages: drawn in the visitor's browser, apart, under the page's own policy. */
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addCodeBlock, createProgramDoc, openProgram, pageSlot, placeCodeBlock } from '#model/index.ts'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import { sendHtml, serveRuntime, type ServedRuntime } from '#runtime/testing/serve-runtime.ts'
import { browserLaunchOptions } from '../../scripts/find-browser.mjs'
import { compileProgram } from '../compile-program.ts'
import { renderPage } from '../html/render-page.tsx'
import { readReleased, writeReleased } from '../released-program.ts'
import { codeBlockType } from '#model/code-blocks.ts'
import { codeFilesOf } from './code-files.ts'
import { compileSource } from './compile-source.ts'

let runtime: ServedRuntime
let browser: Browser
const asked: string[] = []

beforeAll(async () => {
  runtime = await serveRuntime()
  runtime.on('/_shop/secret', (request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('{}')
  })
  browser = await chromium.launch(browserLaunchOptions())
})

beforeEach(() => {
  asked.length = 0
})

afterAll(async () => {
  await browser?.close()
  await runtime?.close()
})

const blockWith = (view: string) => `import { useEffect, useState } from 'react'
import { Button, Icon, Text, View } from 'shopwright/primitives'
import { defineBlock } from 'shopwright/kit'

export default defineBlock({
  label: { en: 'Greeting', 'zh-CN': '问候' },
  heightPx: 140,
  fields: { name: { kind: 'text', label: { en: 'Name', 'zh-CN': '称呼' }, default: 'everybody', maxLength: 40 } },
  view: ({ props }) => {
    const [count, setCount] = useState(0)
    ${view}
  },
})`

const greeting = blockWith(`return (
      <View>
        <Text>Hello {props.name}, {count} times</Text>
        <Button onClick={() => setCount(count + 1)}><Icon name="coffee" /><Text>Again</Text></Button>
      </View>
    )`)

/** A program of one page with a code block and a countdown, as it comes out of its release. */
function release(source: string) {
  const both = { en: 'Home', 'zh-CN': '首页' }
  const doc = createProgramDoc(
    { theme: {}, pages: [{ title: both, slug: '', nodes: [{ type: 'heading', props: { text: 'Everything else' } }] }] },
    { name: 'Noodles', language: 'en' },
  )
  const program = openProgram(doc)
  const id = addCodeBlock(program, { name: 'Greeting', source })
  const placed = placeCodeBlock(program, id, { parentId: program.pages()[0]!.id, slot: pageSlot, index: 1 })
  const result = compileSource(source)
  if (!placed.ok || !result.ok) throw new Error(JSON.stringify(result))
  const compiled = compileProgram(program, undefined, { [codeBlockType(id)]: result.block })
  return { nodeId: placed.value, program: readReleased(JSON.parse(JSON.stringify(writeReleased(compiled)))) }
}

function draw(source: string) {
  const { nodeId, program } = release(source)
  return { nodeId, program, rendered: serve(program) }
}

function serve(program: ReturnType<typeof readReleased>) {
  const input = { program, shopData: sampleShopData(1), assets: runtime.assets, nowMs: Date.now() }
  const rendered = renderPage({ ...input, pageId: program.homePageId })!
  runtime.on('/', sendHtml(rendered.html, { 'Content-Security-Policy': rendered.policy }))
  for (const [file, code] of codeFilesOf(program))
    runtime.on(file, (_, response) => void response.writeHead(200, { 'Content-Type': 'text/plain' }).end(code))
  return rendered
}

async function open(): Promise<Page & AsyncDisposable> {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  await page.goto(runtime.origin)
  return Object.assign(page, { [Symbol.asyncDispose]: () => page.close() })
}

test('its fields are in the release, and its code is not run where the page is drawn', () => {
  const { nodeId, program, rendered } = draw(blockWith("throw new Error('run on the server')"))
  expect(program.problems).toEqual([])
  expect(program.pages[0]!.nodes[nodeId]!.props).toMatchObject({ name: 'everybody' })
  expect(rendered.html).toContain('min-height:140px')
  expect(rendered.html).not.toContain('sw-problem')
})

test('it comes alive in the browser, with its icons', async () => {
  draw(greeting)
  await using page = await open()
  const block = page.locator('.sw-code')
  await expect.poll(() => block.textContent()).toContain('Hello everybody, 0 times')
  expect(await block.locator('svg path').getAttribute('d')).toBeTruthy()
  await block.locator('.sw-button').click()
  await expect.poll(() => block.textContent()).toContain('Hello everybody, 1 times')
})

test('its code is a file of its own; while it cannot be had its place stays free, and it comes with the network', async () => {
  const { program, rendered } = draw(greeting)
  const [[file, code] = ['', ''], ...more] = codeFilesOf(program)
  expect(more).toEqual([])
  expect(rendered.html).toContain(file)
  expect(rendered.html).not.toContain('Again')
  expect(code).toContain('Again')
  runtime.on(file, (_, response) => void response.writeHead(503).end())
  await using page = await open()
  const refused = await page.waitForResponse((response) => response.url().endsWith(file))
  expect(refused.status()).toBe(503)
  expect(await page.locator('.sw-code--waiting').evaluate((element) => element.clientHeight)).toBe(140)
  serve(program)
  // Asked for once more each time the network is back; the first may come before the page has seen the refusal.
  await expect
    .poll(async () => {
      await page.evaluate(() => dispatchEvent(new Event('online')))
      return page.locator('.sw-code').textContent()
    })
    .toContain('Hello everybody, 0 times')
})

test('what loops is stopped: visitors see an empty place, and the page goes on', async () => {
  draw(blockWith('for (;;) {}'))
  await using page = await open()
  const stopped = page.locator('[data-stopped="loops"]')
  await stopped.waitFor({ state: 'attached' })
  expect(await stopped.textContent()).toBe('')
  expect(await page.locator('.b-heading').textContent()).toContain('Everything else')
})

test('a worker with the bare world of a browser cannot ask the shop for anything, though the page may', async () => {
  const { program } = release(greeting)
  const [type, block] = Object.entries(program.codeBlocks!)[0]!
  const code = `}); const real = self.fetch; const post = MessagePort.prototype.postMessage
    MessagePort.prototype.postMessage = function (said) {
      if (said.kind === 'ready') return post.call(this, said)
      const done = (how) => post.call(this, { kind: 'draw', heard: 0, ops: [['text', 1, how], ['put', 0, 1, -1]] })
      real('${runtime.origin}/_shop/secret', { credentials: 'include' }).then(() => done('sent'), () => done('refused'))
      MessagePort.prototype.postMessage = () => {}
    }; (function () {`
  serve({ ...program, codeBlocks: { [type]: { ...block, code } } } as typeof program)
  await using page = await open()
  await expect.poll(() => page.locator('.sw-code').textContent()).toBe('refused')
  expect(asked).toEqual([])
  expect(await page.evaluate(() => fetch('/_shop/secret').then((response) => response.status))).toBe(200)
})

test('a page without code blocks has the policy that it had', () => {
  const { rendered } = draw(greeting)
  expect(rendered.policy).toContain("worker-src 'self' blob:")
  const { program } = release(greeting)
  const page = { ...program.pages[0]!, root: program.pages[0]!.root.slice(0, 1) }
  const without = { ...program, pages: [page] }
  const input = { program: without, shopData: sampleShopData(1), assets: runtime.assets, nowMs: Date.now() }
  const still = renderPage({ ...input, pageId: program.homePageId })!
  expect(still.html).not.toContain('Hello')
  expect(still.policy).not.toContain('blob:')
})
