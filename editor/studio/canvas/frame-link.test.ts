import { afterEach, expect, test, vi } from 'vitest'
import type { FromFrame, ToFrame } from '#runtime/frame/protocol.ts'
import { linkFrame } from './frame-link.ts'
import { createFrameRules } from './frame-rules.ts'
import { readFromFrame } from './read-from-frame.ts'

const typed = { kind: 'text-input', nodeId: 'a', prop: 'text', value: 'x', base: '' } as FromFrame
const editText = { kind: 'edit-text', nodeId: 'a', prop: 'text', at: 'end' } as ToFrame

test('what nobody is typing cannot be typed by the frame', () => {
  let nowMs = 0
  const rules = createFrameRules(() => nowMs)
  const judged = () => rules.judge(typed)
  expect(judged()).toBe('ignore')
  rules.sent(editText)
  expect(judged()).toBe('take')
  expect(rules.judge({ ...typed, nodeId: 'b' } as FromFrame)).toBe('ignore')
  expect(rules.judge({ ...typed, prop: 'link' } as FromFrame)).toBe('ignore')
  rules.sent({ kind: 'end-text' })
  nowMs = 1999
  expect(judged()).toBe('take') // it was on its way
  nowMs = 2001
  expect(judged()).toBe('ignore')
  expect(rules.judge({ kind: 'text-wish', wish: 'undo' } as FromFrame)).toBe('ignore')
  expect(rules.judge({ kind: 'painted', seq: 1 } as FromFrame)).toBe('take')
})

test('the end of one text that is still on its way does not end the next one', () => {
  const rules = createFrameRules(() => 0)
  const ended = (nodeId: string, prop: string) =>
    rules.judge({ kind: 'text-end', nodeId, prop, reason: 'blur' } as FromFrame)
  rules.sent(editText)
  rules.sent({ ...editText, prop: 'note' } as ToFrame)
  expect(ended('a', 'text')).toBe('ignore')
  expect(ended('b', 'note')).toBe('ignore')
  expect(ended('a', 'note')).toBe('take')
})

test('a second of four messages a picture on the fastest screen is taken; one that never stops is a flood', () => {
  let nowMs = 0
  const rules = createFrameRules(() => nowMs)
  const message = { kind: 'painted', seq: 1 } as FromFrame
  for (let picture = 0; picture < 240; picture++) {
    nowMs += 1000 / 240
    for (let each = 0; each < 4; each++) expect(rules.judge(message)).toBe('take')
  }
  const verdicts = new Set(Array.from({ length: 10_000 }, () => rules.judge(undefined)))
  expect([...verdicts]).toEqual(['ignore', 'flood'])
})

test('calls of the host have a rate of their own', () => {
  let nowMs = 0
  const rules = createFrameRules(() => nowMs)
  const call = { kind: 'host-call', callId: 1, method: 'quote', argument: {} } as FromFrame
  const verdicts = Array.from({ length: 100 }, () => rules.judge(call))
  expect(verdicts.filter((verdict) => verdict === 'take')).toHaveLength(60)
  expect(verdicts.at(-1)).toBe('busy')
  nowMs += 1000
  expect(rules.judge(call)).toBe('take')
})

const rect = { x: 0, y: 0, width: 1, height: 1 }
const measured = { kind: 'measured', pageId: 'p', whole: true, nodes: [], moved: [], removed: [], heightPx: 1 }
const loop: { self?: unknown } = {}
loop.self = loop

test.for<[string, unknown]>([
  ['nothing', undefined],
  ['a text', 'ready'],
  ['a list', [{ kind: 'ready' }]],
  ['an unknown kind', { kind: 'open-door' }],
  ['an inherited kind', { kind: 'constructor' }],
  ['a text without an end', { ...typed, value: 'x'.repeat(200_001) }],
  ['a base without an end', { ...typed, base: 'x'.repeat(200_001) }],
  ['an id without an end', { ...typed, nodeId: 'x'.repeat(201) }],
  ['a node that is no id', { ...typed, nodeId: { toString: 'a' } }],
  ['a number that is none', { kind: 'painted', seq: Number.NaN }],
  ['a height below zero', { ...measured, heightPx: -1 }],
  ['a height without an end', { ...measured, heightPx: Infinity }],
  ['more nodes than there can be', { ...measured, removed: Array.from({ length: 50_001 }, () => 'n') }],
  ['a node measured as text', { ...measured, nodes: [{ id: 'a', box: 0, rect: 'all', slots: [], texts: [] }] }],
  [
    'a node of a thousand slots',
    {
      ...measured,
      nodes: [
        {
          id: 'a',
          box: 0,
          rect,
          texts: [],
          slots: Array.from({ length: 1000 }, () => ({ name: 's', rect, axis: 'vertical' })),
        },
      ],
    },
  ],
  ['words without an end', { kind: 'view-failed', nodeId: 'a', message: 'x'.repeat(2001) }],
  ['a call that goes round', { kind: 'host-call', callId: 1, method: 'quote', argument: loop }],
  ['a call too large', { kind: 'host-call', callId: 1, method: 'quote', argument: 'x'.repeat(70_000) }],
  ['a call of a number too large to be one', { kind: 'host-call', callId: 1, method: 'quote', argument: 1n }],
  ['a method without an end', { kind: 'host-call', callId: 1, method: 'q'.repeat(201), argument: {} }],
])('%s is no message', (_name, data) => {
  expect(readFromFrame(data)).toBeUndefined()
})

test('a call keeps nothing but data', () => {
  const message = readFromFrame({
    kind: 'host-call',
    callId: 1,
    method: 'quote',
    argument: { at: new Date(0), lines: new Map([[1, 2]]) },
  })
  expect(message).toMatchObject({ argument: { at: '1970-01-01T00:00:00.000Z', lines: {} } })
})

/** What the link uses of an `iframe`, with the port that it hands over. */
function standIn() {
  const events = new EventTarget()
  const state = { port: undefined as MessagePort | undefined, loads: 0, greetings: [] as unknown[] }
  const frame = Object.assign(events, {
    contentWindow: {
      postMessage(greeting: unknown, _target: string, [port]: [MessagePort]) {
        state.greetings.push(greeting)
        state.port = port
      },
    },
  })
  Object.defineProperty(frame, 'src', {
    get: () => '/runtime/frame.html',
    set: () => {
      state.loads++
      events.dispatchEvent(new Event('load'))
    },
  })
  return { frame: frame as unknown as HTMLIFrameElement, state }
}

let close: (() => void) | undefined
afterEach(() => {
  close?.()
  vi.useRealTimers()
})

test('a frame that floods is begun anew a few times, then left alone; each time with a greeting of its own', async () => {
  const { frame, state } = standIn()
  const taken: FromFrame[] = []
  const broken: string[] = []
  const link = linkFrame({
    frame,
    onReady: () => undefined,
    onMessage: (message) => void taken.push(message),
    onBroken: (then) => void broken.push(then),
  })
  close = link.close
  frame.src = '/runtime/frame.html'
  for (let round = 1; round <= 4; round++) {
    const { port } = state
    for (let each = 0; each < 12_000; each++) port?.postMessage({ kind: 'painted', seq: each })
    if (round < 4) await expect.poll(() => state.loads).toBe(round + 1)
  }
  await expect.poll(() => taken.length).toBeGreaterThan(20_000)
  expect(state.loads).toBe(4)
  expect(broken.slice(0, 4)).toEqual(['begun-anew', 'begun-anew', 'begun-anew', 'left-alone'])
  expect(new Set(state.greetings.map((greeting) => (greeting as { nonce: string }).nonce)).size).toBe(4)
})

test('a frame that loads something that does not answer is begun anew a few times, then left alone', () => {
  vi.useFakeTimers()
  const { frame, state } = standIn()
  const broken: string[] = []
  const onBroken = (then: string) => void broken.push(then)
  close = linkFrame({ frame, onReady: () => undefined, onMessage: () => undefined, onBroken }).close
  frame.src = '/runtime/frame.html'
  vi.advanceTimersByTime(3999)
  expect(broken).toEqual([])
  vi.advanceTimersByTime(60_000)
  expect(broken).toEqual(['begun-anew', 'begun-anew', 'begun-anew', 'left-alone'])
  expect(state.loads).toBe(4)
})

test('a frame that answered may be silent as long as it likes, and a closed link waits for nothing', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { frame, state } = standIn()
  const broken: string[] = []
  let ready = 0
  const onBroken = (then: string) => void broken.push(then)
  const link = linkFrame({ frame, onReady: () => void ready++, onMessage: () => undefined, onBroken })
  frame.src = '/runtime/frame.html'
  state.port!.postMessage({ kind: 'ready' }, [])
  await vi.waitUntil(() => ready === 1)
  vi.advanceTimersByTime(60_000)
  expect(broken).toEqual([])
  frame.src = '/runtime/frame.html'
  link.close()
  vi.advanceTimersByTime(60_000)
  expect([broken, state.loads]).toEqual([[], 2])
})

test('a call too many is answered, so that the block does not wait for ever', async () => {
  const { frame, state } = standIn()
  const link = linkFrame({ frame, onReady: () => undefined, onMessage: () => undefined })
  close = link.close
  frame.src = '/runtime/frame.html'
  const answers: unknown[] = []
  state.port!.addEventListener('message', ({ data }) => void answers.push(data))
  state.port!.start()
  for (let callId = 0; callId < 70; callId++)
    state.port?.postMessage({ kind: 'host-call', callId, method: 'quote', argument: {} }, [])
  await expect.poll(() => answers.length).toBeGreaterThan(0)
  expect(answers[0]).toMatchObject({
    kind: 'host-answer',
    callId: 60,
    answer: { ok: false, failure: { code: 'too-many-requests' } },
  })
  state.port!.close()
})

test('a frame whose load is over is greeted at once, and again when it is loaded anew', () => {
  const { frame, state } = standIn()
  const link = linkFrame({ frame, isLoaded: true, onReady: () => undefined, onMessage: () => undefined })
  close = link.close
  expect([state.loads, state.greetings.length]).toEqual([0, 1])
  frame.src = '/runtime/frame.html'
  expect(state.greetings.length).toBe(2)
})
