import type { Order } from '#model/shop/orders.ts'
import { eventStream } from '#platform/events/event-stream.ts'
import type { EventHub } from '#platform/events/hub.ts'
import type { ShopScope } from './scope.ts'

/** Server-sent events: the whole order at once and after each change, never an older one after a newer one. */
export function followOrder(
  hub: EventHub,
  signal: AbortSignal,
  scope: ShopScope,
  orderId: string,
  load: () => Promise<Order>,
): Response {
  return eventStream(signal, async (stream) => {
    let sentVersion = 0
    const send = async (): Promise<void> => {
      try {
        const order = await load()
        if (order.version <= sentVersion) return
        sentVersion = order.version
        stream.send({ type: 'order', data: order })
      } catch {
        stream.end() // its reader comes back and tries again
      }
    }
    // Listening begins before the first look, so that no change falls in between.
    const subscription = await hub.subscribe(scope, undefined, (event) => {
      if (event.type === 'order' && event.subjectId === orderId) return send()
    })
    await send()
    return () => subscription.end()
  })
}
