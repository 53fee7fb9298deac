/** Typing formatted text in the frame, with a real browser's events, above all those of input methods. */
import { chromium, type Browser, type CDPSession, type Frame, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NodeId } from '#model/ids.ts'
import { charactersOf, valueOfRuns, type RichText, type TextRun } from '#model/rich-text.ts'
import { applyDelta, type TextDelta } from '#model/text-delta.ts'
import { browserLaunchOptions } from '../../scripts/find-browser.mjs'
import { createDeltaLink } from '../rich-text/delta-link.ts'
import { compiledNode, compiledProgram, editorPage, homeId, probeFrame } from '../testing/editor-page.ts'
import { sendHtml, serveRuntime, type ServedRuntime } from '../testing/serve-runtime.ts'

let runtime: ServedRuntime
let browser: Browser

beforeAll(async () => {
  runtime = await serveRuntime()
  runtime.on('/', sendHtml(editorPage))
  browser = await chromium.launch(browserLaunchOptions())
})

afterAll(async () => {
  await browser?.close()
  await runtime?.close()
})

interface Typing extends AsyncDisposable {
  readonly page: Page
  readonly frame: Frame
  readonly input: CDPSession
  /** What the editor has by now: all that the frame has told it, and what others did. */
  text(): Promise<string | RichText>
  /** What the person sees, a line per line. */
  shown(): Promise<string>
  /** Somebody else changes the text. */
  remote(delta: TextDelta): Promise<void>
  send(message: Parameters<ReturnType<typeof probeFrame>['send']>[0]): Promise<void>
  said(kind: string): Promise<readonly { readonly kind: string }[]>
}

/** A text on the canvas with the caret at its end, and the editor's end of it here. */
async function typeIn(start: string | RichText, at: 'end' | 'all' = 'end'): Promise<Typing> {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } })
  await page.goto(runtime.origin)
  const probe = probeFrame(page)
  await probe.heard('ready')
  const from = await probe.count()
  const program = compiledProgram([compiledNode('t1', 'text', { text: start })])
  await probe.send({ kind: 'start', mode: 'canvas', program, pageId: homeId, shopData: null, scheme: 'light' } as never)
  await probe.heard('measured', from)
  const frame = page.frames()[1]!
  let runs: readonly TextRun[] = typeof start === 'string' ? (start === '' ? [] : [{ insert: start }]) : start.$rich
  const link = createDeltaLink(false)
  let read = await probe.count()
  const catchUp = async () => {
    const said = await probe.said()
    for (const message of said.slice(read))
      if (message.kind === 'text-delta') runs = applyDelta(runs, link.arrived(message) ?? [])
    read = said.length
  }
  await probe.send({ kind: 'edit-text', nodeId: 't1' as NodeId, prop: 'text', at, runs })
  await frame.waitForSelector('[contenteditable=true]')
  return {
    page,
    frame,
    input: await page.context().newCDPSession(page),
    async text() {
      // A round trip behind the last key: what it caused has been said by then.
      await frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      await catchUp()
      return valueOfRuns(runs)
    },
    shown: () => frame.$$eval('[contenteditable] > div', (lines) => lines.map((line) => line.textContent).join('\n')),
    async remote(delta) {
      await catchUp()
      runs = applyDelta(runs, delta)
      await probe.send({ kind: 'text-delta', ...link.made(delta) })
    },
    send: (message) => probe.send(message),
    said: async (kind) => (await probe.said()).filter((message) => message.kind === kind),
    [Symbol.asyncDispose]: () => page.close(),
  }
}

const bold = { bold: true }

test('what is typed is told letter by letter, and what others type comes in without moving the caret', async () => {
  await using typing = await typeIn('Noodles')
  await typing.page.keyboard.type('!?')
  expect(await typing.text()).toBe('Noodles!?')
  await typing.remote([{ insert: 'Hot ' }])
  await typing.page.keyboard.type('~')
  expect(await typing.text()).toBe('Hot Noodles!?~')
  expect(await typing.shown()).toBe('Hot Noodles!?~')
})

test('Chinese comes in once, with the letters of the input method never told', async () => {
  await using typing = await typeIn('红烧')
  for (const text of ['n', 'ni', 'niu', 'niu r', 'niu rou'])
    await typing.input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  expect(await typing.shown()).toBe('红烧niu rou')
  expect(await typing.text()).toBe('红烧')
  await typing.input.send('Input.insertText', { text: '牛肉' })
  await typing.page.keyboard.type('x')
  await typing.input.send('Input.imeSetComposition', { text: 'mian', selectionStart: 4, selectionEnd: 4 })
  await typing.input.send('Input.insertText', { text: '面' })
  expect(await typing.text()).toBe('红烧牛肉x面')
  expect(await typing.shown()).toBe('红烧牛肉x面')
})

test('what another person types in the middle of a composition comes in after it, and both are there once', async () => {
  await using typing = await typeIn('牛肉面，好吃')
  for (let press = 0; press < 3; press++) await typing.page.keyboard.press('ArrowLeft')
  await typing.input.send('Input.imeSetComposition', { text: 'hen', selectionStart: 3, selectionEnd: 3 })
  await typing.remote([{ insert: '红烧' }])
  await typing.remote([{ retain: 8 }, { insert: '！' }])
  expect(await typing.shown()).toBe('牛肉面hen，好吃')
  await typing.input.send('Input.imeSetComposition', { text: 'hen x', selectionStart: 5, selectionEnd: 5 })
  await typing.input.send('Input.insertText', { text: '很香' })
  expect(await typing.text()).toBe('红烧牛肉面很香，好吃！')
  expect(await typing.shown()).toBe('红烧牛肉面很香，好吃！')
  await typing.page.keyboard.type('的')
  expect(await typing.text()).toBe('红烧牛肉面很香的，好吃！')
})

test('a composition that is given up leaves nothing behind', async () => {
  await using typing = await typeIn('面')
  await typing.input.send('Input.imeSetComposition', { text: 'niu', selectionStart: 3, selectionEnd: 3 })
  await typing.remote([{ insert: '大' }])
  await typing.input.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await typing.page.keyboard.type('!')
  expect(await typing.text()).toBe('大面!')
  expect(await typing.shown()).toBe('大面!')
})

test('Chinese typed over words that are chosen, over two lines, and bold', async () => {
  await using typing = await typeIn('一\n二')
  await typing.page.keyboard.press('ControlOrMeta+A')
  await typing.input.send('Input.imeSetComposition', { text: 'san', selectionStart: 3, selectionEnd: 3 })
  await typing.input.send('Input.insertText', { text: '三' })
  expect(await typing.text()).toBe('三')
  await typing.page.keyboard.press('ControlOrMeta+B')
  await typing.input.send('Input.imeSetComposition', { text: 'si', selectionStart: 2, selectionEnd: 2 })
  await typing.input.send('Input.insertText', { text: '四' })
  expect(await typing.text()).toEqual({ $rich: [{ insert: '三' }, { insert: '四', attributes: bold }] })
  expect(await typing.shown()).toBe('三四')
})

test('Enter makes lines and items, Backspace takes them back', async () => {
  await using typing = await typeIn('tea')
  await typing.send({ kind: 'format-text', command: { kind: 'list', list: 'bullet' } })
  await typing.frame.waitForSelector('.sw-rich__line--bullet')
  await typing.page.keyboard.press('Enter')
  await typing.page.keyboard.type('soup')
  const item = { insert: '\n', attributes: { list: 'bullet' } }
  const last = { insert: '\n', attributes: { list: 'bullet', end: true } }
  expect(await typing.text()).toEqual({ $rich: [{ insert: 'tea' }, item, { insert: 'soup' }, last] })
  await typing.page.keyboard.press('Enter')
  await typing.page.keyboard.press('Enter')
  await typing.page.keyboard.type('end')
  expect(await typing.shown()).toBe('tea\nsoup\nend')
  for (let press = 0; press < 4; press++) await typing.page.keyboard.press('Backspace')
  await typing.page.keyboard.type('s')
  expect(await typing.shown()).toBe('tea\nsoups')
  expect(await typing.text()).toEqual({ $rich: [{ insert: 'tea' }, item, { insert: 'soups' }, last] })
})

test('keys format what is chosen, and tell of link, undo, toolbar and leaving', async () => {
  await using typing = await typeIn('hot soup', 'all')
  await typing.page.keyboard.press('ControlOrMeta+B')
  await typing.page.keyboard.press('ControlOrMeta+I')
  expect(await typing.text()).toEqual({ $rich: [{ insert: 'hot soup', attributes: { bold: true, italic: true } }] })
  for (const keys of ['ControlOrMeta+K', 'ControlOrMeta+Z', 'ControlOrMeta+Shift+Z', 'Tab'])
    await typing.page.keyboard.press(keys)
  expect((await typing.said('text-wish')).map((message) => (message as { wish?: string }).wish)).toEqual([
    'link',
    'undo',
    'redo',
    'toolbar',
  ])
  await typing.page.keyboard.press('Shift+Tab')
  await typing.text()
  expect(await typing.said('text-end')).toHaveLength(1)
  expect(await typing.frame.$('[contenteditable]')).toBeNull()
  expect(await typing.frame.textContent('[data-edit=text]')).toBe('hot soup')
})

test('what is pasted is cleaned', async () => {
  await using typing = await typeIn('Menu: ')
  await typing.frame.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'Soup of the day')
    data.setData(
      'text/html',
      '<p class=MsoNormal style="mso-list:none;color:red;font-size:30pt"><b>Soup</b> of the <script>1</script>day<o:p></o:p></p>',
    )
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  })
  expect(await typing.text()).toEqual({
    $rich: [{ insert: 'Menu: ' }, { insert: 'Soup', attributes: bold }, { insert: ' of the day' }],
  })
})

test('a text at its limit takes no more', async () => {
  await using typing = await typeIn('x'.repeat(3999))
  await typing.page.keyboard.insertText('ab')
  await typing.input.send('Input.imeSetComposition', { text: 'niu', selectionStart: 3, selectionEnd: 3 })
  await typing.input.send('Input.insertText', { text: '牛' })
  const text = await typing.text()
  expect([text.toString().length, typeof text === 'string' && text.endsWith('xa')]).toEqual([4000, true])
  expect(await typing.shown()).toBe(charactersOf([{ insert: String(text) }]))
})
