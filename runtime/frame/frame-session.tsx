import { createRoot, type Root } from 'react-dom/client'
import { isCodeBlockType } from '#model/code-blocks.ts'
import type { PageId } from '#model/ids.ts'
import { findDefinition } from '#components/definitions.ts'
import type { BlockEnv } from '#components/kit/view.ts'
import { findView } from '#components/views.ts'
import { codeTraits } from '../code-blocks/code-blocks.ts'
import { CodeBlockView } from '../code-blocks/code-block-view.tsx'
import { createFrameCodeBlocks, type FrameCodeBlocks } from '../code-blocks/frame-code-blocks.ts'
import { stillBlock, type BlockTraits } from '../data-store.ts'
import { createProgramState, type ProgramState } from '../program-state.ts'
import type { RuntimeScope } from '../scope.ts'
import { shellWords } from '../shell/words.ts'
import { createStore, type Store } from '../store.ts'
import { createConditions } from './conditions.ts'
import { createFrameHost, type FrameHost } from './frame-host.ts'
import { FramePage } from './frame-page.tsx'
import { createFrameWorld, type FrameWorld } from './frame-world.ts'
import { followLayout, type LayoutFollower } from './follow-layout.ts'
import { createOpenSlots, type OpenSlots } from './open-slots.ts'
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
  const codeBlocks = createFrameCodeBlocks()
  return {
    receive(message) {
      if (message.kind === 'code-blocks') codeBlocks.change(message.blocks)
      else if (message.kind === 'start') {
        running?.stop()
        running = start(message, codeBlocks, send)
      } else running?.receive(message)
    },
  }
}

interface Running extends FrameSession {
  stop(): void
}

function start(message: Start, codeBlocks: FrameCodeBlocks, send: (message: FromFrame) => void): Running {
  const { mode, program } = message
  const state = createProgramState(program)
  const page = createStore<PageId>(message.pageId)
  let moved = () => {}
  const world = createFrameWorld({
    mode,
    shopData: message.shopData,
    language: () => languageOf(state),
    changed: () => moved(),
  })
  const { data } = world

  const show = (pageId: PageId) => {
    if (pageId === page.get() || !state.facts.get().pages.has(pageId)) return
    page.set(pageId)
    scrollTo(0, 0)
  }
  const open = (pageId: PageId) => {
    show(pageId)
    if (page.get() === pageId) send({ kind: 'page-shown', pageId })
  }
  const host = createFrameHost({ mode, state, data, answering: world.answering, open, send })
  const openSlots = mode === 'canvas' ? createOpenSlots(traitsOf) : undefined
  const root = createRoot(document.body)
  const draw = () =>
    root.render(
      <FramePage
        state={state}
        page={page}
        visit={world.visit}
        scope={scopeOf({ state, world, host, mode, openSlots, codeBlocks, send })}
        open={open}
      />,
    )

  document.documentElement.dataset.mode = mode
  document.documentElement.dataset.scheme = message.scheme
  draw()
  const layout = mode === 'canvas' ? followLayout(document.body, () => page.get(), send) : undefined
  const texts = mode === 'canvas' ? createTextEditing(state.nodes, send, layout?.look) : undefined
  const running = run({ state, page, world, host, root, layout, openSlots, texts, send, draw, show })
  moved = running.moved
  if (message.situation !== undefined) world.setSituation(message.situation)
  return running
}

interface Parts {
  readonly state: ProgramState
  readonly page: Store<PageId>
  readonly world: FrameWorld
  readonly host: FrameHost
  readonly root: Root
  readonly layout: LayoutFollower | undefined
  readonly texts: TextEditing | undefined
  readonly openSlots: OpenSlots | undefined
  readonly send: (message: FromFrame) => void
  draw(): void
  show(pageId: PageId): void
}

function run(parts: Parts): Running & { moved(): void } {
  const { state, page, world, host, root, layout, openSlots, texts, send } = parts
  let drawn = 0
  const frame = onceAFrame({
    // Nothing can be chosen before anything is known; an edit is painted first.
    before: () => layout?.isLost && layout.measure(),
    after: () => drawn > 0 && send({ kind: 'painted', seq: drawn }),
    later: () => layout?.measure(),
  })
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
    moved() {
      layout?.look('all')
      frame.soon()
    },
    receive(message) {
      switch (message.kind) {
        case 'patch':
          return patch(message)
        case 'shop-data':
          return world.setShop(message.shopData)
        case 'situation':
          if (message.situation === 'first-visit') host.forget()
          return world.setSituation(message.situation)
        case 'show-page':
          texts?.end()
          parts.show(message.pageId)
          layout?.look('all')
          return frame.soon()
        case 'scheme':
          document.documentElement.dataset.scheme = message.scheme
          return
        case 'in-sight':
          return layout?.see(message)
        case 'open-slots': {
          const opened = message.slots.filter(({ nodeId, slot }) => openSlots?.open(nodeId, slot))
          if (opened.length === 0) return
          layout?.look(opened.map(({ nodeId }) => nodeId))
          return frame.soon()
        }
        case 'edit-text':
          layout?.draw(message.nodeId)
          return texts?.begin(message)
        case 'text-delta':
          return texts?.changed(message)
        case 'format-text':
          return texts?.format(message.command)
        case 'end-text':
          return texts?.end()
        case 'host-answer':
          return host.answered(message.callId, message.answer)
        default:
      }
    },
    stop() {
      world.stop()
      texts?.end()
      layout?.stop()
      frame.stop()
      root.unmount()
    },
  }
}

function scopeOf(from: {
  state: ProgramState
  world: FrameWorld
  host: FrameHost
  mode: Start['mode']
  openSlots: OpenSlots | undefined
  codeBlocks: FrameCodeBlocks
  send: (message: FromFrame) => void
}): RuntimeScope {
  const { state, world, host, mode, openSlots, codeBlocks, send } = from
  const { data, now } = world
  return {
    nodes: state.nodes,
    data,
    now,
    host,
    mode,
    language: languageOf(state),
    conditions: createConditions(world),
    ...(openSlots && { useOpenSlot: openSlots.useOpenSlot }),
    codeBlocks,
    viewOf: (type) => (isCodeBlockType(type) ? CodeBlockView : findView(type)),
    traitsOf,
    viewFailed: (nodeId, error) =>
      send({ kind: 'view-failed', nodeId, message: error instanceof Error ? error.message : String(error) }),
    tellStopped: (reason) => shellWords(languageOf(state)).stopped[reason],
    tellProblem(code, type) {
      const { problems, codeMistake } = shellWords(languageOf(state))
      return code === 'unknown-block' && isCodeBlockType(type) ? codeMistake : problems[code].replace('{type}', type)
    },
  }
}

function traitsOf(type: string): BlockTraits {
  return isCodeBlockType(type) ? codeTraits : (findDefinition(type) ?? stillBlock)
}

function languageOf(state: ProgramState): BlockEnv['language'] {
  return state.facts.get().language.startsWith('zh') ? 'zh-CN' : 'en'
}
