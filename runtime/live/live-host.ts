import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { Host, ShopActions } from '#components/kit/host.ts'
import { showToast } from '../host/toast.ts'
import { createWishes, wishInAddress } from '../host/wish.ts'
import { createKeptValues } from './kept.ts'
import { unreachable } from './not-done.ts'
import type { PageData } from './page-data.ts'
import type { WaysOut } from './ways-out.ts'

interface LiveHostOptions {
  readonly shop: ShopActions
  readonly page: PageData
  refresh(key: Parameters<Host['refresh']>[0]): void
  shopInfo(): ShopInfo | undefined
}

interface LiveHost {
  readonly host: Host
  /** Until then links have no addresses. Rejects when it could not be fetched. */
  loadWaysOut(): Promise<unknown>
}

/** What blocks may do on a page of its own. */
export function createLiveHost({ shop, page, refresh, shopInfo }: LiveHostOptions): LiveHost {
  const kept = createKeptValues()
  const wish = createWishes(wishInAddress(location.hash))
  addEventListener('hashchange', () => wish.ask(wishInAddress(location.hash)))
  let known: WaysOut | undefined
  const loadWaysOut = async (): Promise<WaysOut> =>
    (known ??= (await import('./ways-out.ts')).createWaysOut(page, shop, shopInfo))
  type Given = readonly unknown[]
  const deeds = awayNames.map((name) => {
    const act = (...given: Given) =>
      loadWaysOut().then((ways) => (ways[name] as (...given: Given) => unknown)(...given), unreachable)
    return [name, act] as const
  })
  const host: Host = {
    ...(Object.fromEntries(deeds) as Pick<WaysOut, (typeof awayNames)[number]>),
    shop,
    wish,
    href: (link) => known?.href(link),
    pages: () => page.pages ?? [],
    toast: async (text) => showToast(text),
    refresh: async (key) => refresh(key),
    storage: {
      get: (key) => Promise.resolve(kept.get(key)),
      set: (key, value) => Promise.resolve(kept.set(key, value)),
    },
    newKey,
  }
  return { host, loadWaysOut }
}

const awayNames = [
  'open',
  'openOrder',
  'pay',
  'login',
  'openAccount',
  'phone',
  'pickCity',
  'call',
  'openMap',
  'scan',
  'chooseFiles',
  'share',
  'copy',
  'saveToCalendar',
  'request',
] as const satisfies readonly (keyof WaysOut)[]

/** `crypto.randomUUID` is there only on https and localhost; a shop tried out in a home network has neither. */
function newKey(): string {
  const random: Partial<Crypto> & Pick<Crypto, 'getRandomValues'> = crypto
  if (random.randomUUID) return random.randomUUID()
  const bytes = random.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  })
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-')
}
