/** Code blocks in the editor's frame: what they draw, and that none of them can do harm. */
import { chromium, type Browser, type Frame, type Page } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { CodeBlockDefinition } from '#components/kit/code-block.ts'
import {
  compiledNode,
  compiledProgram,
  editorPage,
  homeId,
  probeFrame,
  type FrameProbe,
} from '#runtime/testing/editor-page.ts'
import { sendHtml, serveRuntime, type ServedRuntime } from '#runtime/testing/serve-runtime.ts'
import { browserLaunchOptions } from '../../scripts/find-browser.mjs'
import { compileSource } from './compile-source.ts'

let runtime: ServedRuntime
let browser: Browser
/** Addresses that somebody asked the server for. */
const asked: string[] = []

beforeAll(async () => {
  runtime = await serveRuntime()
  runtime.on('/', sendHtml(editorPage))
  runtime.on('/secret', (request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('secret')
  })
  browser = await chromium.launch(browserLaunchOptions())
})

afterAll(async () => {
  await browser?.close()
  await runtime?.close()
})

const plain: CodeBlockDefinition = {
  label: { en: 'Block', 'zh-CN': '组件' },
  fields: {},
  capabilities: ['toast', 'storage'],
}

/** Passes by the compiler and its checks: what a worker is handed must be harmless whatever it is. */
const raw = (code: string) => ({ definition: plain, code })

const drawing = (statements: string) =>
  raw(`const { View, Text, Button, Input } = require('shopwright/primitives')
    const { jsx } = require('react/jsx-runtime')
    const { useState, useEffect } = require('react')
    const box = (text) => jsx(View, { children: jsx(Text, { children: text }) })
    exports.default = { view: ({ props, host, env }) => { ${statements} } }`)

function compiled(source: string) {
  const result = compileSource(source)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.block
}

interface Opened extends AsyncDisposable {
  readonly page: Page
  readonly frame: Frame
  readonly probe: FrameProbe
  setBlock(block: ReturnType<typeof raw>): Promise<void>
}

/**
 * A worker that speaks for itself: its code closes the function that it is given and runs in the worker's bare world, before
 * anything was taken away. What the sandbox says from then on is not said.
 */
const forging = (message: string) =>
  raw(`}); const real = self.fetch; const post = MessagePort.prototype.postMessage
  MessagePort.prototype.postMessage = function (said) {
    if (said.kind === 'ready') return post.call(this, said)
    const port = { postMessage: (forged) => post.call(this, forged) }
    ${message}
  }; (function () {`)

const codeType = 'code:abc'
const codeNode = (props = {}): CompiledNode => ({ id: 'c1' as NodeId, type: codeType, props, slots: {} })

beforeEach(() => {
  asked.length = 0
})

async function open(
  block: ReturnType<typeof raw>,
  mode: 'canvas' | 'preview' = 'preview',
  props = {},
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } })
  await page.goto(runtime.origin)
  const probe = probeFrame(page)
  await probe.heard('ready')
  const setBlock = (next: ReturnType<typeof raw>) => probe.send({ kind: 'code-blocks', blocks: { [codeType]: next } })
  await setBlock(block)
  const program = compiledProgram([compiledNode('h', 'heading', { text: 'Everything else' }), codeNode(props)])
  await probe.send({ kind: 'start', mode, program, pageId: homeId, shopData: null, scheme: 'light' })
  const frame = page.frames()[1]
  if (!frame) throw new Error('No frame')
  await frame.waitForSelector('.sw-shell')
  return { page, frame, probe, setBlock, [Symbol.asyncDispose]: () => page.close() }
}

/** It was stopped for this reason and says so, and everything else stands and reacts. */
async function expectStopped({ page, frame, probe }: Opened, reason: string, message: RegExp): Promise<void> {
  const box = frame.locator('[data-stopped]')
  await box.waitFor()
  expect(await box.getAttribute('data-stopped')).toBe(reason)
  expect(await box.textContent()).toMatch(message)
  expect(await probe.heard('view-failed')).toMatchObject({ nodeId: 'c1' })
  expect(await frame.locator('.b-heading').textContent()).toContain('Everything else')
  // The editor's page and the frame both answer.
  expect(await page.evaluate(() => 1 + 1)).toBe(2)
  const from = await probe.count()
  await probe.send({
    kind: 'patch',
    seq: 1,
    changed: [compiledNode('h', 'heading', { text: 'Goes on' })],
    removed: [],
  })
  await probe.heard('painted', from)
  await expect.poll(() => frame.locator('.b-heading').textContent()).toContain('Goes on')
}

const counter = `import { useState } from 'react'
import { Button, Input, Text, View } from 'shopwright/primitives'
import { defineBlock } from 'shopwright/kit'

export default defineBlock({
  label: { en: 'Counter', 'zh-CN': '计数器' },
  capabilities: ['toast'],
  fields: { title: { kind: 'text', label: { en: 'Title', 'zh-CN': '标题' }, default: '', maxLength: 40 } },
  view: ({ props, host }) => {
    const [count, setCount] = useState(0)
    const [name, setName] = useState('')
    return (
      <View style={{ padding: '16px', color: 'var(--sw-ink)' }}>
        <Text>{props.title}: {count}</Text>
        <Button ariaLabel="Count" onClick={() => { setCount(count + 1); host.toast('Counted ' + (count + 1)) }}><Text>+</Text></Button>
        <Input ariaLabel="Name" value={name} onInput={(event) => setName(event.detail.value.toUpperCase())} />
      </View>
    )
  },
})`

test('draws with the real primitives, reacts, and asks the host for what it was granted', async () => {
  await using opened = await open(compiled(counter), 'preview', { title: 'Cups' })
  const { frame } = opened
  await expect.poll(() => frame.locator('.sw-code').textContent()).toContain('Cups: 0')
  expect(await frame.locator('.sw-code .sw-button').count()).toBe(1)
  await frame.locator('.sw-code .sw-button').click()
  await expect.poll(() => frame.locator('.sw-code').textContent()).toContain('Cups: 1')
  await expect.poll(() => frame.locator('body').textContent()).toContain('Counted 1')
})

test('letters typed faster than the block answers are all there', async () => {
  await using opened = await open(compiled(counter), 'preview', { title: 'Cups' })
  const input = opened.frame.locator('.sw-code input')
  await input.waitFor()
  await input.pressSequentially('noodles with beef', { delay: 0 })
  await expect.poll(() => input.inputValue()).toBe('NOODLES WITH BEEF')
})

test('a changed property is drawn without beginning anew; on the canvas nothing reacts', async () => {
  await using opened = await open(compiled(counter), 'canvas', { title: 'Cups' })
  const { frame, probe } = opened
  await expect.poll(() => frame.locator('.sw-code').textContent()).toContain('Cups: 0')
  await frame.locator('.sw-code .sw-button').click({ force: true })
  await probe.send({ kind: 'patch', seq: 1, changed: [codeNode({ title: 'Bowls' })], removed: [] })
  await expect.poll(() => frame.locator('.sw-code').textContent()).toContain('Bowls: 0')
})

test('the last version stays until the next one has drawn', async () => {
  await using opened = await open(compiled(counter), 'preview', { title: 'Cups' })
  const { frame, setBlock } = opened
  await expect.poll(() => frame.locator('.sw-code').textContent()).toContain('Cups: 0')
  await setBlock(compiled(counter.replace('{props.title}:', 'New {props.title}:')))
  await expect.poll(() => frame.locator('.sw-code').textContent()).toContain('New Cups: 0')
  expect(await frame.locator('.sw-code--waiting').count()).toBe(0)
})

test('an endless loop is stopped, and the editor does not wait for it', async () => {
  await using opened = await open(drawing('for (;;) {}'))
  await expectStopped(opened, 'loops', /did not come to an end/)
})

test('an endless loop before anything is drawn, or after a tap, is stopped alike', async () => {
  await using before = await open(raw('for (;;) {}'))
  await expectStopped(before, 'loops', /did not come to an end/)
  await using after = await open(
    drawing("return jsx(Button, { onClick: () => { for (;;) {} }, children: jsx(Text, { children: 'Loop' }) })"),
  )
  await after.frame.locator('.sw-code .sw-button').click()
  await expectStopped(after, 'loops', /did not come to an end/)
})

test.each([
  ['a list made long', 'new Array(2 ** 27).fill(0.5)'],
  ['a buffer', 'new Uint8Array(2 ** 30).fill(1)'],
  ['a list from a length', 'Array.from({ length: 2 ** 27 }, () => 0.5)'],
  ['a list by its own constructor', 'new ([].constructor)(2 ** 27)'],
  ['a text', "'x'.repeat(2 ** 29)"],
])('an array of 1 GB is refused and the block stopped: %s', async (_, wish) => {
  await using opened = await open(
    drawing(`globalResult = ${wish}; return box('made')`.replace('globalResult', 'const made')),
  )
  await expectStopped(opened, 'memory', /more memory than a block may have/)
})

test('a list that grows for ever is stopped', async () => {
  await using opened = await open(drawing('const all = []; for (;;) all.push({ all })'))
  await expectStopped(opened, 'loops', /did not come to an end/)
})

test.each([
  'Object.prototype.then = 1',
  'Array.prototype.map = () => []',
  'Promise.prototype.then = () => {}',
  "Object.defineProperty(Object.prototype, 'kind', { value: 'draw' })",
  '(async () => {}).constructor.prototype.call = 1',
  "({}).__proto__.polluted = 'yes'",
])('prototypes cannot be tampered with: %s', async (tampering) => {
  await using opened = await open(drawing(`${tampering}; return box('tampered')`))
  await expectStopped(opened, 'threw', /Cannot|read only|not extensible|redefine/)
  expect(await opened.frame.evaluate(() => 'polluted' in {} || [1].map((one) => one).length !== 1)).toBe(false)
})

test.each([
  ["require('node:fs')", /cannot be imported/],
  ["importScripts('ORIGIN/secret')", /importScripts is not defined|not a function/],
  ["eval('1')", /eval is not|not a function/],
  ["(() => {}).constructor('return 1')()", /[Ee]valuating a string|Content Security Policy|unsafe-eval/],
])('nothing else can be imported or evaluated: %s', async (attempt, message) => {
  await using opened = await open(drawing(`${attempt.replace('ORIGIN', runtime.origin)}; return box('imported')`))
  await expectStopped(opened, 'threw', message)
  expect(asked).toEqual([])
})

test('what is imported while it runs never arrives, and is not even asked for', async () => {
  await using opened = await open(
    drawing(`const [said, say] = useState('waiting')
      useEffect(() => {
        import('${runtime.origin}/secret').then(() => say('imported'), () => say('refused'))
      }, [])
      return box(said)`),
  )
  await expect.poll(() => opened.frame.locator('.sw-code').textContent()).toBe('refused')
  expect(asked).toEqual([])
})

test.each([
  ['a request to the network', "fetch('ORIGIN/secret')"],
  ['reading cookies', 'document.cookie'],
  ['the parent', "parent.postMessage('x', '*')"],
])('%s stops it', async (_, attempt) => {
  await using opened = await open(drawing(`${attempt.replace('ORIGIN', runtime.origin)}; return box('reached')`))
  await expectStopped(opened, 'threw', /is not defined/)
  expect(asked).toEqual([])
})

test('nothing else reaches network, storage, other workers or the page around it either', async () => {
  const attempts = [
    "new XMLHttpRequest().open('GET', 'ORIGIN/secret')",
    "new WebSocket('ORIGIN/secret')",
    "new EventSource('ORIGIN/secret')",
    "new WebTransport('ORIGIN/secret')",
    "navigator.sendBeacon('ORIGIN/secret')",
    "new Worker('ORIGIN/secret')",
    "new BroadcastChannel('secret')",
    'new MessageChannel()',
    'new SharedArrayBuffer(1)',
    "localStorage.getItem('x')",
    "indexedDB.open('x')",
    "caches.open('x')",
    "cookieStore.get('x')",
    'top.location',
    'opener.document',
    'window.parent',
    "self.postMessage('x')",
    'globalThis.parent',
    "postMessage('x')",
    "addEventListener('message', () => {})",
    'location.href',
    'performance.now()',
    'WebAssembly.compile(new Uint8Array(8))',
    'close()',
  ].map((attempt) => attempt.replace('ORIGIN', runtime.origin))
  const tries = attempts.map((attempt) => `[${JSON.stringify(attempt)}, () => { ${attempt} }]`).join(', ')
  await using opened = await open(
    drawing(`const reached = [${tries}].filter(([, attempt]) => {
        try { attempt(); return true } catch { return false }
      })
      return box('reached: ' + reached.map(([name]) => name).join())`),
  )
  await expect.poll(() => opened.frame.locator('.sw-code').textContent()).toBe('reached: ')
  expect(asked).toEqual([])
})

test('even with the real functions, which it has no way to, the policy of its worker allows no request', async () => {
  const say = (message: string) => `port.postMessage({ kind: 'failed', reason: 'threw', message: '${message}' })`
  await using opened = await open(
    forging(`real('${runtime.origin}/secret').then(() => ${say('sent')}, () => ${say('refused by policy')})`),
  )
  await expectStopped(opened, 'threw', /refused by policy/)
  expect(asked).toEqual([])
})

const send = (ops: string) => `port.postMessage({ kind: 'draw', heard: 0, ops: ${ops} })`

test.each([
  ['another kind of message', "port.postMessage({ kind: 'view-failed', nodeId: 'h', message: 'x' })"],
  ['no object', "port.postMessage('draw')"],
  ['an element of the DOM', send("[['new', 1, 'script', {}]]")],
  ['a primitive that covers the page', send("[['new', 1, 'Sheet', { open: true }]]")],
  ['an element in itself', send("[['new', 1, 'View', {}], ['put', 1, 1, -1]]")],
  ['an element of nobody', send("[['put', 0, 7, -1]]")],
  ['more elements than fit', send("Array.from({ length: 5000 }, (_, at) => ['new', at + 1, 'View', {}])")],
  ['a text that is none', send("[['text', 1, { toString: 1 }]]")],
])('a forged message ends it: %s', async (_, message) => {
  await using opened = await open(forging(message))
  await expectStopped(opened, 'forged', /sent/)
})

test('what a forged drawing says beyond the specification is left out', async () => {
  const props = `{
    className: 'sw-shell', 'data-node': 'h', dangerouslySetInnerHTML: { __html: '<img src=x>' }, onLoad: '\\u0000on', id: 'main',
    style: { position: 'fixed', inset: '0', background: 'url(${runtime.origin}/secret)', color: 'red' } }`
  await using opened = await open(
    forging(
      send(
        `[['new', 1, 'View', ${props}], ['new', 2, 'Image', { src: '${runtime.origin}/secret' }], ['put', 1, 2, -1], ['put', 0, 1, -1]]`,
      ),
    ),
  )
  const view = opened.frame.locator('.sw-code > .sw-view')
  await view.waitFor({ state: 'attached' })
  expect(await view.evaluate((element) => [element.className, element.id, element.getAttribute('style')])).toEqual([
    'sw-view',
    'c1-main',
    'position: fixed; inset: 0px; color: red;',
  ])
  expect(await view.locator('img').getAttribute('src')).toBeNull()
  // It stays within its own box, wherever it says that it stands.
  const boxes = await view.evaluate((element) =>
    [element, element.parentElement!].map((each) => JSON.stringify(each.getBoundingClientRect())),
  )
  expect(boxes[0]).toBe(boxes[1])
  expect(asked).toEqual([])
})

test('one that does not stop sending is stopped', async () => {
  await using opened = await open(
    forging(`const more = () => {
      for (let count = 0; count < 500; count++) port.postMessage({ kind: 'pong', count: 1 })
      setTimeout(more, 1)
    }
    more()`),
  )
  await expectStopped(opened, 'floods', /did not stop sending/)
})

test('what it was not granted, or nobody tapped for, is refused with a sentence', async () => {
  await using opened = await open(
    drawing(`const [said, say] = useState('')
      useEffect(() => {
        const wishes = [host.openMap(), host.toast('Buy!'), host.storage.set('a', [1, 2])]
        Promise.allSettled(wishes).then((all) => say(all.map(({ reason }) => reason ? reason.message : 'done').join('; ')))
      }, [])
      return box(said)`),
  )
  await expect
    .poll(() => opened.frame.locator('.sw-code').textContent())
    .toBe(
      '"openMap" needs the capability "map": name it in the block\'s "capabilities"; ' +
        '"toast" is for what somebody tapped: one tap, one such call; done',
    )
})
