/**
 * The sandbox: what runs in the worker around the code of one placed block. Nothing in here is trusted by the runtime,
 * since a block runs beside it.
 */
import { Component, createElement, options, render, type FunctionComponent } from 'preact'
import type { JsonValue } from '#model/json.ts'
import type { FromWorker, Op, ToWorker } from '../wire.ts'
import { limitMemory, OutOfRoom } from './limit-memory.ts'
import { requireModule } from './modules.ts'
import { createDrawing } from './small-dom.ts'
import { freezeLanguage, takeAway, takePort } from './take-away.ts'

type Module = (exports: { default?: unknown }, require: (name: string) => object) => void
type View = FunctionComponent<{ readonly props: JsonValue; readonly env: object; readonly host: object }>

/** A drawing is told as soon as it is there, the next ones together. */
const EVERY_MS = 16

/** @param module - the compiled code of the block */
export function start(module: Module): void {
  void takePort().then((port) => begin(module, port))
}

function begin(module: Module, port: MessagePort): void {
  const { setTimeout } = globalThis
  const post = (message: FromWorker) => port.postMessage(message)
  // Before: what listens with is taken away too.
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    try {
      receive(data)
    } catch (error) {
      fail(error)
    }
  })
  limitMemory()
  freezeLanguage()
  takeAway()

  let ops: Op[] = []
  let heard = 0
  let waits = false
  const flush = () => {
    waits = false
    if (ops.length === 0) return
    post({ kind: 'draw', ops, heard })
    ops = []
    waits = true
    setTimeout(flush, EVERY_MS)
  }
  const drawing = createDrawing((op) => {
    ops.push(op)
    if (waits) return
    waits = true
    void Promise.resolve().then(flush)
  })
  const fail = (error: unknown) =>
    post({ kind: 'failed', reason: error instanceof OutOfRoom ? 'memory' : 'threw', message: sayError(error) })
  const host = createHost(post)

  // Preact waits for a frame, which there is none of here.
  Object.assign(options, { requestAnimationFrame: (act: () => void) => setTimeout(act, 0) })

  class Boundary extends Component<{ readonly view: View; readonly given: object }> {
    override state = { failed: false }

    override componentDidCatch(error: unknown): void {
      this.setState({ failed: true })
      fail(error)
    }

    override render() {
      const { view, given } = this.props
      return this.state.failed ? null : createElement(view as FunctionComponent, given)
    }
  }

  let view: View | undefined
  const draw = (props: JsonValue, env: object) => {
    if (view) render(createElement(Boundary, { view, given: { props, env, host: host.face } }), drawing.root as never)
  }

  function load(): View {
    const exports: { default?: unknown } = {}
    module(exports, requireModule)
    const defined = exports.default as { readonly view?: unknown } | undefined
    if (typeof defined?.view !== 'function') throw new Error('The block has no view')
    return defined.view as View
  }

  function receive(message: ToWorker): void {
    switch (message.kind) {
      case 'ping':
        return post({ kind: 'pong', count: message.count })
      case 'begin':
        view = load()
        return draw(message.props, message.env)
      case 'props':
        return draw(message.props, message.env)
      case 'event':
        heard = message.seq
        return drawing.happened(message.id, message.name, message.detail)
      case 'answer':
        return host.answered(message.call, message.ok, message.value)
      default:
    }
  }
  port.start()
  post({ kind: 'ready' })
}

function createHost(post: (message: FromWorker) => void) {
  const waiting = new Map<number, { resolve(value: JsonValue): void; reject(error: Error): void }>()
  let calls = 0
  const ask = (method: string, argument: JsonValue = null) =>
    new Promise<JsonValue>((resolve, reject) => {
      waiting.set(++calls, { resolve, reject })
      post({ kind: 'call', call: calls, method, argument })
    })
  return {
    /** What a block is handed as `host`. */
    face: {
      toast: (text: string) => ask('toast', text),
      open: (link: JsonValue) => ask('open', link),
      call: (phone: string) => ask('call', phone),
      openMap: () => ask('openMap'),
      storage: {
        get: (key: string) => ask('storage.get', key),
        set: (key: string, value: JsonValue) => ask('storage.set', [key, value]),
      },
    },
    answered(call: number, ok: boolean, value: JsonValue) {
      const asked = waiting.get(call)
      waiting.delete(call)
      if (ok) asked?.resolve(value)
      else asked?.reject(new Error(String(value)))
    },
  }
}

/** With the line of the block's source, where the browser tells it: the code stands in front of the sandbox's own. */
function sayError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.slice(0, 500)
}
