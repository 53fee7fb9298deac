import { createRoot, type Root } from 'react-dom/client'
import type { PageId } from '#model/ids.ts'
import { findDefinition } from '#components/definitions.ts'
import type { ShopData } from '#components/kit/view.ts'
import { findView } from '#components/views.ts'
import { createDataStore, readyShopData, stillBlock, type DataStore } from '../data-store.ts'
import { createProgramState, type ProgramState } from '../program-state.ts'
import type { RuntimeScope } from '../scope.ts'
import { createStore, type Store } from '../store.ts'
import { createFrameHost, type FrameHost } from './frame-host.ts'
import { FramePage } from './frame-page.tsx'
import { followLayout, type LayoutFollower } from './follow-layout.ts'
import { onceAFrame } from './once-a-frame.ts'
import type { FromFrame, ToFrame } from './protocol.ts'
import { createTextEditing, type TextEditing } from './text-editing.ts'

type Start = Extract<ToFrame, { kind: 'start' }>

export interface FrameSession {
  receive(message: ToFrame): void
}

/** One program in this document, from `start` on. Another `start` begins anew; whatever comes before the first is dropped. */
export function createFrameSession(send: (message: FromFrame) => void): FrameSession {
  let running: Running | undefined
  return {
    receive(message) {
      if (message.kind === 'start') {
        running?.stop()
        running = start(message, send)
      } else running?.receive(message)
    },
  }
}

interface Running extends FrameSession {
  stop(): void
}

function start(message: Start, send: (message: FromFrame) => void): Running {
  const { mode, program } = message
  const state = createProgramState(program)
  const page = createStore<PageId>(message.pageId)
  const data = createDataStore({
    ...(message.shopData ? readyShopData(message.shopData) : {}),
    card: { status: 'ready', value: null },
    orders: { status: 'ready', value: [] },
    bookings: { status: 'ready', value: [] },
  })
  const now = createStore(Date.now())
  const clock = setInterval(() => now.set(Date.now()), 60_000)

  const show = (pageId: PageId) => {
    if (pageId === page.get() || !state.facts.get().pages.has(pageId)) return
    page.set(pageId)
    scrollTo(0, 0)
  }
  const open = (pageId: PageId) => {
    show(pageId)
    if (page.get() === pageId) send({ kind: 'page-shown', pageId })
  }
  const host = createFrameHost({ mode, state, data, open, send })
  const root = createRoot(document.body)
  const draw = () =>
    root.render(
      <FramePage state={state} page={page} scope={scopeOf({ state, data, now, host, mode, send })} open={open} />,
    )

  document.documentElement.dataset.mode = mode
  document.documentElement.dataset.scheme = message.scheme
  draw()
  const layout = mode === 'canvas' ? followLayout(document.body, () => page.get(), send) : undefined
  const texts = mode === 'canvas' ? createTextEditing(state.nodes, send, layout?.look) : undefined
  return run({ state, page, data, host, root, layout, texts, send, draw, show, end: () => clearInterval(clock) })
}

interface Parts {
  readonly state: ProgramState
  readonly page: Store<PageId>
  readonly data: DataStore
  readonly host: FrameHost
  readonly root: Root
  readonly layout: LayoutFollower | undefined
  readonly texts: TextEditing | undefined
  readonly send: (message: FromFrame) => void
  draw(): void
  show(pageId: PageId): void
  end(): void
}

function run(parts: Parts): Running {
  const { state, page, data, host, root, layout, texts, send } = parts
  let drawn = 0
  const frame = onceAFrame(
    () => layout?.measure(),
    () => drawn > 0 && send({ kind: 'painted', seq: drawn }),
  )
  layout?.onMoved(frame.soon)
  layout?.look('all')
  frame.soon()

  function patch(message: Extract<ToFrame, { kind: 'patch' }>): void {
    const language = state.facts.get().language
    state.apply(message)
    const { pages, homePageId } = state.facts.get()
    if (!pages.has(page.get()) && pages.has(homePageId)) page.set(homePageId)
    if (message.language !== undefined && message.language !== language) parts.draw()
    texts?.received(message)
    layout?.look(message.changed.map(({ id }) => id))
    if (message.theme) layout?.look('all')
    else if (message.pages || message.removed.length > 0) layout?.look('page')
    drawn = message.seq
    frame.soon()
  }

  return {
    receive(message) {
      switch (message.kind) {
        case 'patch':
          return patch(message)
        case 'shop-data':
          setShopData(data, message.shopData)
          layout?.look('all')
          return frame.soon()
        case 'show-page':
          texts?.end()
          parts.show(message.pageId)
          layout?.look('all')
          return frame.soon()
        case 'scheme':
          document.documentElement.dataset.scheme = message.scheme
          return
        case 'edit-text':
          return texts?.begin(message)
        case 'end-text':
          return texts?.end()
        case 'host-answer':
          return host.answered(message.callId, message.answer)
        default:
      }
    },
    stop() {
      parts.end()
      texts?.end()
      layout?.stop()
      frame.stop()
      root.unmount()
    },
  }
}

function scopeOf(from: {
  state: ProgramState
  data: DataStore
  now: Store<number>
  host: FrameHost
  mode: Start['mode']
  send: (message: FromFrame) => void
}): RuntimeScope {
  const { state, data, now, host, mode, send } = from
  return {
    nodes: state.nodes,
    data,
    now,
    host,
    mode,
    language: state.facts.get().language.startsWith('zh') ? 'zh-CN' : 'en',
    viewOf: findView,
    traitsOf: (type) => findDefinition(type) ?? stillBlock,
    viewFailed: (nodeId, error) =>
      send({ kind: 'view-failed', nodeId, message: error instanceof Error ? error.message : String(error) }),
  }
}

/** Leaves alone what is the same as before, so that only blocks with news draw again. */
function setShopData(data: DataStore, shopData: ShopData): void {
  const present = data.get()
  const differs = (key: keyof ShopData) => {
    const known = present[key]
    return known.status !== 'ready' || JSON.stringify(known.value) !== JSON.stringify(shopData[key])
  }
  if (differs('shop')) data.set('shop', { status: 'ready', value: shopData.shop })
  if (differs('menu')) data.set('menu', { status: 'ready', value: shopData.menu })
  if (differs('services')) data.set('services', { status: 'ready', value: shopData.services })
  if (differs('membership')) data.set('membership', { status: 'ready', value: shopData.membership })
}
