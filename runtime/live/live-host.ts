import type { Booking } from '#model/shop/bookings.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { Answer, Host, ShopActions } from '#components/kit/host.ts'
import type { LinkValue } from '#components/kit/fields.ts'
import { linkAddress, mapAddress, phoneAddress, webAddress } from '../host/addresses.ts'
import { showToast } from '../host/toast.ts'
import { calendarFile } from './calendar-file.ts'
import { createKeptValues } from './kept.ts'
import type { PageData } from './page-data.ts'
import type { ShopFeed } from './shop-feed.ts'
import type { VisitorFeed } from './visitor-feed.ts'

interface LiveHostOptions {
  readonly shop: ShopActions
  readonly page: PageData
  readonly shopFeed: ShopFeed
  readonly visitorFeed: VisitorFeed
  shopInfo(): ShopInfo | undefined
}

/** Refusals that say that what the visitor sees of the shop is out of date. */
const outOfDate: ReadonlySet<ShopFailureCode> = new Set([
  'price-changed',
  'sold-out',
  'closed',
  'orders-paused',
  'quote-expired',
])

/** What blocks may do on a page of its own. */
export function createLiveHost({ shop, page, shopFeed, visitorFeed, shopInfo }: LiveHostOptions): Host {
  const { language, paths } = page
  const kept = createKeptValues()
  const goTo = (address: string | undefined) => {
    if (address !== undefined) location.assign(address)
  }
  const openMap = () => {
    const info = shopInfo()
    const address = info && mapAddress(info, language)
    if (address !== undefined) window.open(address, '_blank', 'noopener')
  }
  const href = (link: LinkValue) => linkAddress(link, paths, shopInfo(), language)
  return {
    shop: followRefusals(shop, () => shopFeed.refresh(0)),
    href,
    open: (link) => (link.kind === 'map' ? openMap() : goTo(href(link))),
    openOrder: (orderId) => goTo(`/_order/${encodeURIComponent(orderId)}`),
    // The address came from our own server; all the same, nothing but a web page may come of it.
    pay: (intent) => goTo(webAddress(new URL(intent.cashierUrl, location.href).href)),
    call: (phone) => goTo(phoneAddress(phone)),
    openMap,
    saveToCalendar: (booking) => download(`${booking.code || 'booking'}.ics`, calendarText(booking)),
    toast: showToast,
    refresh: (key) => visitorFeed.refresh(key),
    storage: {
      get: (key) => Promise.resolve(kept.get(key)),
      set: (key, value) => Promise.resolve(kept.set(key, value)),
    },
    newKey,
  }

  function calendarText(booking: Booking): string {
    return calendarFile(booking, shopInfo(), Date.now())
  }
}

function followRefusals(shop: ShopActions, refused: () => void): ShopActions {
  const watch = async <Value>(answer: Promise<Answer<Value>>): Promise<Answer<Value>> => {
    const given = await answer
    if (!given.ok && outOfDate.has(given.failure.code)) refused()
    return given
  }
  return {
    ...shop,
    quote: (request) => watch(shop.quote(request)),
    placeOrder: (request, key) => watch(shop.placeOrder(request, key)),
  }
}

function download(name: string, text: string): void {
  const link = document.createElement('a')
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
  link.href = url
  link.download = name
  link.click()
  // Some browsers read it only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

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
