import type { JsonValue } from '#model/json.ts'
import type { BlockEnv } from '#components/kit/view.ts'
import { createDrawing, type DrawnElement } from './drawing.ts'
import { readMessage } from './read-message.ts'
import type { FromWorker, StopReason, ToWorker } from './wire.ts'

/** A worker that somebody made, and how to end it. */
export interface BlockWorker {
  readonly port: Pick<MessagePort, 'postMessage' | 'close' | 'start' | 'addEventListener' | 'removeEventListener'>
  stop(): void
}

export interface Given {
  readonly props: JsonValue
  readonly env: BlockEnv
}

export interface RunListener {
  /** @param heard - number of the last event that is in this drawing */
  drawn(elements: readonly DrawnElement[], heard: number): void
  /** It was stopped for good; what it drew counts no more. */
  stopped(reason: StopReason, message: string): void
  /** What it asks of the host. @throws or rejects with a sentence for the developer when it may not */
  call(method: string, argument: JsonValue): Promise<JsonValue>
}

export interface BlockRun {
  give(given: Given): void
  /** Tells that something happened to an element. @returns the number of the event */
  tell(id: number, name: string, detail: JsonValue): number
  stop(): void
}

export interface Watch {
  readonly everyMs: number
  /** Looks in a row that found no answer: then it loops. Looks, not time: a machine that sleeps counts none. */
  readonly missed: number
  /** The same until the worker stands at all, which a busy machine takes its time for. */
  readonly missedAtStart: number
  /** Messages between two looks that nothing drawn or asked in earnest comes near to. */
  readonly messages: number
}

export const usualWatch: Watch = { everyMs: 500, missed: 3, missedAtStart: 40, messages: 200 }

/**
 * Runs one placed code block in a worker that was made for it alone, and watches it: what no longer answers, says what the
 * sandbox never says, or does not end speaking, is ended.
 */
export function runBlock(
  worker: BlockWorker,
  of: { readonly nodeId: string; readonly given: Given; readonly watch?: Watch },
  listener: RunListener,
): BlockRun {
  const { nodeId, watch = usualWatch } = of
  const drawing = createDrawing(nodeId)
  const { port } = worker
  const send = (message: ToWorker) => port.postMessage(message)
  let given = of.given
  let isReady = false
  let isOver = false
  let events = 0
  let pings = 0
  let missed = 0
  let messages = 0

  function end(): void {
    isOver = true
    clearInterval(timer)
    port.removeEventListener('message', hear)
    port.close()
    worker.stop()
  }
  function stopFor(reason: StopReason, message: string): void {
    if (isOver) return
    end()
    listener.stopped(reason, message)
  }
  function look(): void {
    messages = 0
    if (++missed > (isReady ? watch.missed : watch.missedAtStart)) return stopFor('loops', 'It did not come to an end')
    if (isReady) send({ kind: 'ping', count: ++pings })
  }
  async function answer(call: number, method: string, argument: JsonValue): Promise<void> {
    const reply = (ok: boolean, value: JsonValue) => {
      if (!isOver) send({ kind: 'answer', call, ok, value })
    }
    try {
      reply(true, await listener.call(method, argument))
    } catch (error) {
      reply(false, error instanceof Error ? error.message : String(error))
    }
  }
  function receive(message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        if (isReady) return stopFor('forged', 'It began twice')
        isReady = true
        missed = 0
        return send({ kind: 'begin', ...given })
      case 'pong':
        if (message.count > 0 && message.count <= pings) missed = 0
        return
      case 'draw':
        drawing.apply(message.ops)
        return listener.drawn(drawing.read(), message.heard)
      case 'call':
        return void answer(message.call, message.method, message.argument)
      case 'failed':
        return stopFor(message.reason, message.message)
    }
  }

  function hear({ data }: MessageEvent<unknown>): void {
    if (isOver) return
    if (++messages > watch.messages) return stopFor('floods', 'It did not stop sending')
    const message = readMessage(data)
    if (!message) return stopFor('forged', 'It sent a message that no block sends')
    try {
      receive(message)
    } catch (error) {
      stopFor('forged', error instanceof Error ? error.message : String(error))
    }
  }
  const timer = setInterval(look, watch.everyMs)
  port.addEventListener('message', hear)
  port.start()
  return {
    give(next) {
      given = next
      if (isReady && !isOver) send({ kind: 'props', ...next })
    },
    tell(id, name, detail) {
      if (!isOver) send({ kind: 'event', id, name, detail, seq: ++events })
      return events
    },
    stop: end,
  }
}
