/** For a browser test: the host of a published page, as `window.host`, with a shop that knows one customer. */
import { createLiveHost } from '../live/live-host.ts'
import { refusingShop } from '../host/inert-host.ts'

const refreshed: string[] = []
const { host, loadWaysOut } = createLiveHost({
  shop: {
    ...refusingShop('login-unavailable'),
    customer: async () => ({ ok: true, value: { id: 'c', phone: '+86 138 0013 8000', accountUrl: '/account' } }),
  },
  page: {
    language: 'en',
    paths: { menu: '/menu', 'coupon:': '/menu' },
    nodes: [],
    blocks: {},
    shopData: {},
    shopDigests: {},
    renderedAtMs: 0,
  },
  refresh: (key) => void refreshed.push(key),
  shopInfo: () => undefined,
})
Object.assign(window, { host, loadWaysOut, refreshed })
