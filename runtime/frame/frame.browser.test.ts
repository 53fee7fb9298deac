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
  coupons: [],
}

const heading = (id: string, text: string) => compiledNode(id, 'heading', { text })

test('on the canvas the layout of every block of the page ends at its own box; in the preview nothing is held back', async () => {
  const nodes = [heading('h1', 'Hello'), compiledNode('s1', 'section', {}, { content: ['h2' as NodeId] })]
  await using canvas = await open(nodes, 'canvas', [heading('h2', 'World')])
  await using preview = await open(nodes, 'preview', [heading('h2', 'World')])
  const containedIn = ({ frame }: Opened) =>
    frame.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>('[data-node]')].map((node) => [
          node.dataset.node,
          getComputedStyle(node).contain,
        ]),
      ),
    )
  expect(await containedIn(canvas)).toEqual({ h1: 'layout style', s1: 'layout style', h2: 'none' })
  // What sticks to the screen must do so there as in the published page.
  expect(await containedIn(preview)).toEqual({ h1: 'none', s1: 'none', h2: 'none' })
})

test('of tabs the one that the editor opens is drawn and measured, the others are not there', async () => {
  const labels = { label1: 'Eat here', label2: 'Take away', label3: '', label4: '', label5: '' }
  const tabs = compiledNode(
    't1',
    'tabs',
    { count: '2', look: 'line', ...labels },
    { tab1: ['h1' as NodeId], tab2: ['h2' as NodeId] },
  )
  await using canvas = await open([tabs], 'canvas', [heading('h1', 'Stay'), heading('h2', 'Go')])
  const { nodes } = await canvas.probe.heard('measured')
  expect(nodes.map(({ id }) => id)).toEqual(['t1', 'h1'])
  expect(nodes[0]?.slots.map(({ name }) => name)).toEqual(['tab1'])
  const since = await canvas.probe.count()
  await canvas.probe.send({ kind: 'open-slots', slots: [{ nodeId: 't1' as NodeId, slot: 'tab2' }] })
  const opened = await canvas.probe.heard('measured', since)
  expect(opened.nodes.map(({ id }) => id)).toEqual(['t1', 'h2'])
  expect(opened.nodes[0]?.slots.map(({ name }) => name)).toEqual(['tab2'])
  expect(opened.removed).toEqual(['h1'])
  expect(await canvas.frame.locator('.sw-tab-panel').innerText()).toBe('Go')
})

test('a keystroke lays out as much on a long page as on a short one', async () => {
  const laidOut = async (blocks: number) => {
    const nodes = Array.from({ length: blocks }, (_, index) => heading(`h${index}`, 'Hello'))
    await using canvas = await open(nodes)
    await browser.startTracing(canvas.page, { categories: ['devtools.timeline'] })
    await canvas.patch([heading('h1', 'Hello!')])
    await canvas.frame.evaluate(() => document.body.offsetHeight)
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
      readonly traceEvents: readonly {
        readonly name: string
        readonly args: { readonly beginData?: { readonly dirtyObjects: number } }
      }[]
    }
    return traceEvents.filter(({ name }) => name === 'Layout').map(({ args }) => args.beginData?.dirtyObjects ?? 0)
  }
  const [short, long] = [await laidOut(3), await laidOut(60)]
  expect(Math.max(...short)).toBeGreaterThan(0)
  expect(Math.max(...long)).toBe(Math.max(...short))
})

test('no rule searches the whole page after a block was put in or taken out', async () => {
  const nodes = Array.from({ length: 4 }, (_, index) => heading(`h${index}`, 'Hello'))
  await using canvas = await open(nodes)
  const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline.invalidationTracking']
  await browser.startTracing(canvas.page, { categories })
  await canvas.patch([heading('h4', 'Late')], ['h1', 'h3'] as NodeId[], ['h2', 'h4', 'h0'] as NodeId[])
  await canvas.frame.evaluate(() => document.body.offsetHeight)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly { readonly args: { readonly data?: { readonly reason?: string } } }[]
  }
  const reasons = traceEvents.flatMap(({ args }) => args.data?.reason ?? [])
  expect(reasons).toContain('Node was inserted into tree')
  expect(reasons.filter((reason) => reason.includes(':has'))).toEqual([])
})

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
  expect(measured.nodes.map(({ id }) => id)).toEqual(['h2'])
  // What stands below has moved as a whole, and is not told one by one.
  expect(measured.moved).toHaveLength(1)
  expect(measured.moved[0]!.dy).toBeGreaterThan(0)
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

const tall = (screens: number) =>
  Array.from({ length: screens }, (_, at) => compiledNode(`t${at}`, 'text', { text: `Screen ${at} `.repeat(600) }))

/** Which of these are out of painting, and where everything is. */
const drawnState = (canvas: Opened) =>
  canvas.frame.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('.sw-page > [data-node]')]
    const height = document.querySelector('.sw-page')!.getBoundingClientRect().height
    const far = boxes.filter((box) => getComputedStyle(box).contentVisibility === 'hidden')
    const tops = boxes.map((box) => box.getBoundingClientRect().top)
    return { far: far.map((box) => box.dataset.node), height, tops }
  })

test('what is far from what is shown is not drawn, and everything stays where it was measured', async () => {
  const nodes = tall(12)
  await using canvas = await open(nodes)
  const { nodes: measured } = await canvas.probe.heard('measured')
  const rects = measured.map(({ rect }) => rect)
  const atStart = await drawnState(canvas)
  expect(atStart.far).toEqual(nodes.map(({ id }) => id).filter((_, at) => rects[at]!.y > 4000))
  expect(atStart.far.length).toBeGreaterThan(3)
  expect(atStart.tops).toEqual(rects.map(({ y }) => y))

  const last = rects.at(-1)!
  await canvas.probe.send({ kind: 'in-sight', top: last.y, bottom: last.y + last.height })
  await expect.poll(async () => (await drawnState(canvas)).far).toEqual(nodes.slice(0, -2).map(({ id }) => id))
  const atEnd = await drawnState(canvas)
  expect([atEnd.tops, atEnd.height]).toEqual([atStart.tops, atStart.height])
})

test('an edit of what is far is measured as any other, and drawn no longer than that', async () => {
  await using canvas = await open(tall(12))
  const before = await drawnState(canvas)
  const since = await canvas.probe.count()
  await canvas.patch([compiledNode('t11', 'text', { text: 'Short now' })])
  const measured = await canvas.probe.heard('measured', since)
  expect(measured.nodes.map(({ id }) => id)).toEqual(['t11'])
  expect(measured.nodes[0]!.rect.height).toBeLessThan(200)
  const after = await drawnState(canvas)
  expect(after.far).toEqual(before.far)
  expect(after.height).toBeLessThan(before.height - 200)
  expect(measured.heightPx).toBeLessThan(before.height)
})

test('who types in something far sees it, and it stays while they scroll away', async () => {
  await using canvas = await open([...tall(12), heading('h9', 'The end')])
  await canvas.probe.send({ kind: 'edit-text', nodeId: 'h9' as NodeId, prop: 'text', at: 'end' })
  const since = await canvas.probe.count()
  await canvas.frame.locator('[data-node="h9"] [data-edit=text]').pressSequentially('!')
  expect((await canvas.probe.heard('text-input', since)).value).toBe('The end!')
  await canvas.probe.send({ kind: 'in-sight', top: 0, bottom: 800 })
  await canvas.frame.locator('[data-node="h9"] [data-edit=text]').pressSequentially('!')
  expect((await drawnState(canvas)).far).not.toContain('h9')
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
  expect(await canvas.probe.heard('text-end', since)).toEqual({
    kind: 'text-end',
    nodeId: 'h1',
    prop: 'text',
    reason: 'enter',
  })
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

test('the key that saves is taken where somebody types, and told to the editor', async () => {
  await using canvas = await open([heading('h1', 'Soup')])
  await canvas.probe.send({ kind: 'edit-text', nodeId: 'h1' as NodeId, prop: 'text', at: 'end' })
  await canvas.frame.waitForSelector('[contenteditable]')
  // Heard after the frame's own listener, which came first.
  await canvas.frame.evaluate(() => {
    addEventListener('keydown', (event) => (document.title = `${event.key} ${event.defaultPrevented}`), true)
  })
  await canvas.page.keyboard.press('Control+s')
  await canvas.probe.heard('save-pressed')
  await expect.poll(() => canvas.frame.title()).toBe('s true')
  expect(await canvas.frame.textContent('[contenteditable]')).toBe('Soup')
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
