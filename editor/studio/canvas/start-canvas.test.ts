import { afterEach, expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createIncrementalCompiler } from '#compiler/index.ts'
import { createProgramDoc, openProgram, setProp, transact } from '#model/index.ts'
import type { ShopData } from '#components/kit/view.ts'
import type { FromFrame, ToFrame } from '#runtime/frame/protocol.ts'
import { createViewState } from '#editor/state/view-state.ts'
import { createOwnBlocks } from '../code-blocks/own-blocks.ts'
import type { ShopState } from '../session/shop-store.ts'
import { catchUp, startEarly } from './start-canvas.ts'

const page = (title: string, slug: string) => ({
  title: { en: title, 'zh-CN': title },
  slug,
  nodes: [{ type: 'heading', props: { text: title } }],
})

function opened() {
  const spec = { theme: {}, pages: [page('Home', ''), page('Menu', 'menu')] }
  const program = openProgram(createProgramDoc(spec, { name: 'Test', language: 'en' }))
  const [home, menu] = program.pages().map(({ id }) => id)
  const shop = createStore<ShopState>(() => ({ data: null, opened: 0 }))
  const view = createViewState({ pageId: home! })
  const type = (text: string) =>
    transact(program, { by: 'command', name: 'type' }, () =>
      setProp(program, program.children(home!)[0]!, 'text', text),
    )
  const ownBlocks = createOwnBlocks(program)
  const session = { program, shop, view, ownBlocks, compiler: createIncrementalCompiler(program) }
  return { session, shop, view, menu: menu!, type }
}

/** A frame that has loaded, with what it was sent, and a way to answer. */
function loadedFrame() {
  const sent: ToFrame[] = []
  let port: MessagePort | undefined
  const frame = Object.assign(new EventTarget(), {
    src: '/frame.html',
    style: {} as { width?: string },
    contentWindow: {
      postMessage(_greeting: unknown, _target: string, [its]: [MessagePort]) {
        port = its
        its.addEventListener('message', ({ data }: MessageEvent<ToFrame>) => void sent.push(data))
        its.start()
        its.postMessage({ kind: 'ready' }, [])
      },
    },
  })
  return {
    frame: frame as unknown as HTMLIFrameElement,
    style: frame.style,
    kinds: () => sent.map(({ kind }) => kind),
    say: (message: FromFrame) => port?.postMessage(message, []),
  }
}

let close: (() => void) | undefined
afterEach(() => close?.())

test('the canvas draws before there is a screen around it, and follows edits', async () => {
  const { session, type } = opened()
  const { frame, style, kinds } = loadedFrame()
  const { link } = startEarly(session, { frame, isLoaded: true })
  close = link.close
  expect(style.width).toBe('390px')
  await expect.poll(kinds).toEqual(['start'])
  type('Hello')
  await expect.poll(kinds).toEqual(['start', 'patch'])
})

test('what it said is told to who comes late, and what has changed meanwhile is told to it, once', async () => {
  const { session, shop, view, menu, type } = opened()
  const { frame, kinds, say } = loadedFrame()
  const { link, adopt } = startEarly(session, { frame, isLoaded: true })
  close = link.close
  await expect.poll(kinds).toEqual(['start'])
  say({ kind: 'painted', seq: 1 })
  shop.setState({ data: { menu: {} } as unknown as ShopData })
  view.setState({ pageId: menu, scheme: 'dark' })
  catchUp(session, link)
  await expect.poll(kinds).toEqual(['start', 'show-page', 'scheme', 'shop-data'])
  const heard: FromFrame[] = []
  adopt({ onReady: () => undefined, onMessage: (message) => void heard.push(message) })
  await expect.poll(() => heard).toEqual([{ kind: 'painted', seq: 1 }])
  say({ kind: 'painted', seq: 2 })
  await expect.poll(() => heard.length).toBe(2)
  // Whoever has come sends the edits from here on.
  type('Hello')
  catchUp(session, link)
  link.send({ kind: 'scheme', scheme: 'light' })
  await expect.poll(kinds).toEqual(['start', 'show-page', 'scheme', 'shop-data', 'scheme'])
})
