import type { QueueView } from '#model/shop/queue.ts'
import { eventStream } from '#platform/events/event-stream.ts'
import type { EventHub } from '#platform/events/hub.ts'
import type { ShopScope } from '#platform/shop/scope.ts'

/** Server-sent events: the lines and the own number, at once and after each change of the queue. */
export function followQueue(
  hub: EventHub,
  signal: AbortSignal,
  scope: ShopScope,
  load: () => Promise<QueueView>,
): Response {
  return eventStream(signal, async (stream) => {
    const send = async (): Promise<void> => {
      try {
        stream.send({ type: 'queue', data: await load() })
      } catch {
        stream.end() // its reader comes back and tries again
      }
    }
    // Listening begins before the first look, so that no change falls in between.
    const subscription = await hub.subscribe(scope, undefined, (event) => {
      if (event.type === 'queue') return send()
    })
    await send()
    return () => subscription.end()
  })
}
