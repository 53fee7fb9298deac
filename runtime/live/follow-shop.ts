import { shopNewsPath } from '#platform/contract/shop-data-path.ts'

/** What of the browser it uses, so that tests can hold the clock. */
export interface ShopNews {
  openEvents(url: string): Pick<EventSource, 'addEventListener' | 'close'>
  later(run: () => void, ms: number): void
  isVisible(): boolean
  onVisibility(listener: () => void): void
  random(): number
}

/** Whoever looks at the same menu asks within this much of each other, not all at the same moment. */
const spreadMs = 500

const browser: ShopNews = {
  openEvents: (url) => new EventSource(url),
  later: (run, ms) => void setTimeout(run, ms),
  isVisible: () => document.visibilityState === 'visible',
  onVisibility: (listener) => document.addEventListener('visibilitychange', listener),
  random: Math.random,
}

/**
 * Calls `look` whenever the shop has changed, as long as the page is in sight: a page in another tab holds no connection,
 * of which a browser has six for an origin, and is told when it is looked at again.
 */
export function followShop(look: () => void, world: ShopNews = browser): void {
  let events: ReturnType<ShopNews['openEvents']> | undefined
  let isDue = false
  const lookSoon = () => {
    if (isDue) return
    isDue = true
    world.later(() => {
      isDue = false
      look()
    }, world.random() * spreadMs)
  }
  const update = () => {
    if (!world.isVisible()) {
      events?.close()
      events = undefined
    } else if (!events) {
      // The browser connects again by itself, and the first word of each connection makes up for what was missed.
      events = world.openEvents(shopNewsPath)
      events.addEventListener('news', lookSoon)
    }
  }
  world.onVisibility(update)
  update()
}
