import { chromium, type Browser, type Frame, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import type { ShopData } from '#components/kit/view.ts'
import { browserLaunchOptions } from '../../scripts/find-browser.mjs'
import {
  compiledNode,
  compiledProgram,
  editorPage,
  homeId,
  probeFrame,
  type FrameProbe,
} from '../testing/editor-page.ts'
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

interface Opened extends AsyncDisposable {
  readonly page: Page
  readonly frame: Frame
  readonly probe: FrameProbe
  /** Sends a patch and waits until it is on the screen. */
  patch(changed: readonly CompiledNode[], removed?: readonly NodeId[], root?: readonly NodeId[]): Promise<void>
}

async function open(
  nodes: readonly CompiledNode[],
  mode: 'canvas' | 'preview' = 'canvas',
  inside: readonly CompiledNode[] = [],
  shopData: ShopData | null = null,
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } })
  await page.goto(runtime.origin)
  const probe = probeFrame(page)
  await probe.heard('ready')
  const from = await probe.count()
  const others = [
    {
      id: 'menu' as PageId,
      slug: 'menu',
      title: 'Our menu',
      root: ['m1' as NodeId],
      nodes: { m1: compiledNode('m1', 'heading', { text: 'All dishes' }) },
    },
  ]
  const program = {
    ...compiledProgram(nodes, inside, others),
    tabs: [
      { pageId: homeId, label: 'Home', icon: 'home' },
      { pageId: 'menu' as PageId, label: 'Menu', icon: 'utensils' },
    ],
  }
  await probe.send({ kind: 'start', mode, program, pageId: homeId, shopData, scheme: 'light' })
  if (mode === 'canvas') await probe.heard('measured', from)
  const frame = page.frames()[1]
  if (!frame) throw new Error('No frame')
  await frame.waitForSelector('.sw-shell')
  let seq = 0
  return {
    page,
    frame,
    probe,
    async patch(changed, removed = [], root) {
      const since = await probe.count()
      const pages = root && [{ id: homeId, slug: '', title: 'Home', root }]
      await probe.send({ kind: 'patch', seq: ++seq, changed, removed, ...(pages ? { pages } : {}) })
      const painted = await probe.heard('painted', since)
      expect(painted.seq).toBe(seq)
    },
    [Symbol.asyncDispose]: () => page.close(),
  }
}

const shopData: ShopData = {
  shop: {
    name: 'Noodle House',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    phone: '',
    address: { text: '', latitude: null, longitude: null },
    hours: { weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' })), exceptions: [] },
    isOpen: true,
    changesAtIso: null,
    ordersPaused: false,
    tables: [],
  },
  menu: { categories: [], dishes: [], modifierGroups: [] },
  services: [],
  membership: { tiers: [], pointsPerUnit: 1 },
}

const heading = (id: string, text: string) => compiledNode(id, 'heading', { text })

test('the frame draws a program inside an opaque origin and says where everything is', async () => {
  await using canvas = await open(
    [heading('h1', 'Hello'), compiledNode('s1', 'section', { title: 'Inside' }, { content: ['h2' as NodeId] })],
    'canvas',
    [heading('h2', 'World')],
  )
  expect(await canvas.frame.evaluate(() => self.origin)).toBe('null')
  expect(await canvas.frame.textContent('[data-node=h1] h2')).toBe('Hello')
  const measured = await canvas.probe.heard('measured')
  expect(measured.whole).toBe(true)
  expect(measured.nodes.map(({ id }) => id)).toEqual(['h1', 's1', 'h2'])
  const [h1, s1, h2] = measured.nodes
  expect(h1?.texts.map(({ prop }) => prop)).toEqual(['text', 'subtitle'])
  expect(s1?.slots).toMatchObject([{ name: 'content', axis: 'vertical' }])
  expect(s1?.texts.map(({ prop }) => prop)).toEqual(['title'])
  expect(h2!.rect.y).toBeGreaterThanOrEqual(s1!.slots[0]!.rect.y)
  expect(measured.heightPx).toBeGreaterThan(h2!.rect.y + h2!.rect.height)
})

test('only the window it stands in is listened to', async () => {
  const page = await browser.newPage()
  await page.goto(`${runtime.origin}/runtime/frame.html`)
  const answered = await page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel()
    const answer = new Promise((resolve) => {
      port1.addEventListener('message', () => resolve(true))
    })
    port1.start()
    postMessage({ kind: 'shopwright:frame', nonce: 'x'.repeat(32) }, '*', [port2])
    // Whatever was sent before this timer has been handled by then.
    return Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve(false), 200))])
  })
  expect(answered).toBe(false)
  await page.close()
})

test('a patch touches the DOM of its own node and no other, and tells what moved', async () => {
  await using canvas = await open([heading('h1', 'One'), heading('h2', 'Two'), heading('h3', 'Three')])
  await canvas.frame.evaluate(() => {
    const touched = new Set<string>()
    new MutationObserver((records) => {
      for (const { target } of records)
        touched.add(
          (target instanceof Element ? target : target.parentElement)?.closest<HTMLElement>('[data-node]')?.dataset
            .node ?? 'outside',
        )
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    Object.assign(window, { touched })
  })
  const since = await canvas.probe.count()
  await canvas.patch([heading('h2', 'A much longer headline than before, which needs a second line on a phone')])
  expect(await canvas.frame.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched])).toEqual([
    'h2',
  ])
  const measured = await canvas.probe.heard('measured', since)
  expect(measured.whole).toBe(false)
  expect(measured.nodes.map(({ id }) => id)).toEqual(['h2', 'h3'])
})

test('nodes come, go and change places without a reload', async () => {
  await using canvas = await open([heading('h1', 'One'), heading('h2', 'Two')])
  const ids = () =>
    canvas.frame.$$eval('[data-node]', (found) => found.map((each) => (each as HTMLElement).dataset.node))
  await canvas.frame.evaluate(() => Object.assign(document.querySelector('[data-node=h1]')!, { kept: true }))
  await canvas.patch([heading('h3', 'Three')], [], ['h3', 'h2', 'h1'] as NodeId[])
  expect(await ids()).toEqual(['h3', 'h2', 'h1'])
  expect(await canvas.frame.evaluate(() => 'kept' in document.querySelector('[data-node=h1]')!)).toBe(true)
  const since = await canvas.probe.count()
  await canvas.patch([], ['h2' as NodeId], ['h3', 'h1'] as NodeId[])
  expect(await ids()).toEqual(['h3', 'h1'])
  expect((await canvas.probe.heard('measured', since)).removed).toEqual(['h2'])
})

test('a block that cannot be drawn is a box with a sentence, and the rest stays', async () => {
  const broken: CompiledNode = {
    id: 'x' as NodeId,
    type: 'hologram',
    props: {},
    slots: {},
    problem: { code: 'unknown-block', nodeId: 'x' as NodeId, message: '' },
  }
  await using canvas = await open([heading('h1', 'One'), broken])
  expect(await canvas.frame.textContent('[data-node=x]')).toContain('no block called “hologram”')
  expect(await canvas.frame.textContent('[data-node=h1] h2')).toBe('One')
})

test('a view that throws costs its own box, and another record gets another try', async () => {
  await using canvas = await open([heading('h1', 'One'), heading('h2', 'Two')])
  const bad = { ...heading('h1', 'x'), type: 'banner-carousel', props: { slides: null } }
  const since = await canvas.probe.count()
  await canvas.patch([bad as CompiledNode])
  expect(await canvas.probe.heard('view-failed', since)).toMatchObject({ nodeId: 'h1' })
  expect(await canvas.frame.textContent('[data-node=h1]')).toContain('could not be drawn')
  expect(await canvas.frame.textContent('[data-node=h2] h2')).toBe('Two')
  await canvas.patch([heading('h1', 'Back again')])
  expect(await canvas.frame.textContent('[data-node=h1] h2')).toBe('Back again')
})

test('text is typed in place, and another person typing in it at once keeps the caret and both texts', async () => {
  await using canvas = await open([heading('h1', 'Noodles'), heading('h2', 'Two')])
  await canvas.probe.send({ kind: 'edit-text', nodeId: 'h1' as NodeId, prop: 'text', at: 'end' })
  await canvas.frame.waitForSelector('[contenteditable]')
  await canvas.page.keyboard.type('!!')
  const first = await canvas.probe.heard('text-input')
  expect(first).toMatchObject({ nodeId: 'h1', prop: 'text', base: 'Noodles', value: 'Noodles!' })
  // Somebody else wrote in front; the patch knows only the first of the two letters typed here.
  await canvas.patch([heading('h1', 'Hot Noodles!')])
  expect(await canvas.frame.textContent('[contenteditable]')).toBe('Hot Noodles!!')
  await canvas.page.keyboard.type('?')
  const inputs = (await canvas.probe.said()).filter((message) => message.kind === 'text-input')
  expect(inputs.at(-1)).toMatchObject({ value: 'Hot Noodles!!?' })

  const since = await canvas.probe.count()
  await canvas.page.keyboard.press('Enter')
  expect(await canvas.probe.heard('text-end', since)).toEqual({ kind: 'text-end', reason: 'enter' })
  expect(await canvas.frame.$('[contenteditable]')).toBeNull()
  // The view goes on from there, with what was typed.
  expect(await canvas.frame.textContent('[data-node=h1] h2')).toBe('Hot Noodles!!?')
  await canvas.patch([heading('h1', 'Soup')])
  expect(await canvas.frame.textContent('[data-node=h1] h2')).toBe('Soup')
})

test('a composition is sent when it ends and not disturbed before', async () => {
  await using canvas = await open([heading('h1', '面')])
  await canvas.probe.send({ kind: 'edit-text', nodeId: 'h1' as NodeId, prop: 'text', at: 'end' })
  await canvas.frame.waitForSelector('[contenteditable]')
  const input = await canvas.page.context().newCDPSession(canvas.page)
  await input.send('Input.imeSetComposition', { text: 'niu', selectionStart: 3, selectionEnd: 3 })
  expect(await canvas.frame.textContent('[contenteditable]')).toBe('面niu')
  await canvas.patch([heading('h1', '大面')])
  expect(await canvas.frame.textContent('[contenteditable]')).toBe('面niu')
  expect((await canvas.probe.said()).filter(({ kind }) => kind === 'text-input')).toEqual([])
  await input.send('Input.insertText', { text: '牛' })
  expect(await canvas.probe.heard('text-input')).toMatchObject({ value: '面牛' })
  expect(await canvas.frame.textContent('[contenteditable]')).toBe('大面牛')
})

test('what is typed stays within the field: one line, at most so long', async () => {
  await using canvas = await open([heading('h1', 'a')])
  await canvas.probe.send({ kind: 'edit-text', nodeId: 'h1' as NodeId, prop: 'text', at: 'all' })
  await canvas.frame.waitForSelector('[contenteditable]')
  await canvas.page.keyboard.insertText(`two\nlines ${'x'.repeat(200)}`)
  const { value } = await canvas.probe.heard('text-input')
  expect(value.slice(0, 13)).toBe('two lines xxx')
  expect(value.length).toBe(80)
  expect(await canvas.frame.textContent('[contenteditable]')).toBe(value)
})

test('the canvas does not react; the preview goes from page to page', async () => {
  {
    await using canvas = await open([heading('h1', 'One')])
    expect(await canvas.frame.evaluate(() => document.querySelector('[data-page]')?.hasAttribute('inert'))).toBe(true)
  }
  await using preview = await open([heading('h1', 'One')], 'preview')
  await preview.frame.click('text=Menu')
  expect(await preview.probe.heard('page-shown')).toEqual({ kind: 'page-shown', pageId: 'menu' })
  expect(await preview.frame.textContent('.sw-title-bar')).toBe('Our menu')
  expect(await preview.frame.textContent('.sw-page')).toContain('All dishes')
  expect(await preview.frame.getAttribute('.sw-tab-bar [aria-current]', 'href')).toBe('/menu')
})

test('what somebody has begun in the preview outlives edits, of the block itself too', async () => {
  const pay = (label: string) => compiledNode('p1', 'pay-button', { label })
  await using preview = await open([heading('h1', 'One'), pay('Pay')], 'preview', [], shopData)
  await preview.frame.fill('[data-node=p1] input', '12.50')
  await preview.patch([pay('Pay here'), heading('h1', 'Two')])
  expect(await preview.frame.textContent('[data-node=h1] h2')).toBe('Two')
  expect(await preview.frame.textContent('[data-node=p1]')).toContain('Pay here')
  expect(await preview.frame.inputValue('[data-node=p1] input')).toBe('12.50')
})

test('the preview refuses what would leave a trace in the shop, and says so', async () => {
  await using preview = await open([compiledNode('p1', 'pay-button', { label: 'Pay' })], 'preview', [], shopData)
  await preview.frame.fill('[data-node=p1] input', '12.50')
  await preview.frame.click('[data-node=p1] button')
  await preview.frame.waitForSelector('text=/publish/i')
  expect((await preview.probe.said()).filter(({ kind }) => kind === 'host-call')).toEqual([])
})

test('unknown messages and messages before the start are let pass', async () => {
  await using canvas = await open([heading('h1', 'One')])
  await canvas.probe.send({ kind: 'sing', loudly: true } as never)
  await canvas.probe.send({ kind: 'patch', seq: 'x' } as never)
  await canvas.patch([heading('h1', 'Still here')])
  expect(await canvas.frame.textContent('[data-node=h1] h2')).toBe('Still here')
})
