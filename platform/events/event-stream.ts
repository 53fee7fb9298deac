/** Server-sent events as a `Response`. https://html.spec.whatwg.org/multipage/server-sent-events.html */

export interface EventStream {
  /** @param id - the cursor that a reader comes back with as `Last-Event-ID` */
  send(event: { readonly type?: string; readonly id?: number; readonly data: unknown }): void
  /** Only moves the reader's cursor. */
  mark(id: number): void
  end(): void
}

const heartbeatMs = 15_000
/** A reader that takes nothing for so long that this much waits is sent away; it comes back with its cursor. */
const mostWaitingBytes = 1024 * 1024

/**
 * @param begin - starts the telling and returns what ends it; called once, as soon as the response is read
 * @param signal - of the request: ends the stream when the reader has gone
 */
export function eventStream(
  signal: AbortSignal,
  begin: (stream: EventStream) => Promise<() => void> | (() => void),
): Response {
  const encoder = new TextEncoder()
  let finish: () => void = () => undefined
  const body = new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        let isOpen = true
        let stopTelling: () => void = () => undefined
        const write = (text: string): void => {
          if (!isOpen) return
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) < -mostWaitingBytes) finish()
        }
        const heartbeat = setInterval(() => write(': \n\n'), heartbeatMs)
        heartbeat.unref()
        finish = () => {
          if (!isOpen) return
          isOpen = false
          clearInterval(heartbeat)
          stopTelling()
          try {
            controller.close()
          } catch {
            // The reader closed it first.
          }
        }
        signal.addEventListener('abort', () => finish())
        write('retry: 1000\n\n')
        const stop = await begin({
          send: ({ type, id, data }) =>
            write(
              `${type ? `event: ${type}\n` : ''}${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`,
            ),
          mark: (id) => write(`id: ${id}\n\n`),
          end: () => finish(),
        })
        stopTelling = stop
        if (!isOpen) stop()
      },
      cancel() {
        finish()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  })
}
