import { eventStream } from '#platform/events/event-stream.ts'
import type { EventHub } from '#platform/events/hub.ts'
import type { ShopScope } from './scope.ts'

/**
 * Server-sent events for open pages: one `news` at once and after each change of what they draw of the shop. It says no
 * more than that it is time to ask again.
 */
export function followShop(hub: EventHub, signal: AbortSignal, scope: ShopScope): Response {
  return eventStream(signal, async (stream) => {
    const send = () => stream.send({ type: 'news', data: {} })
    const subscription = await hub.subscribe(scope, undefined, ({ type }) => {
      if (type === 'catalogue' || type === 'shop' || type === 'coupon') send()
    })
    // What changed while nobody listened.
    send()
    return () => subscription.end()
  })
}
