import type { Booking } from '#model/shop/bookings.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { CalendarEvent, Host, NotDone, Place, ShopActions } from '#components/kit/host.ts'
import type { LinkValue } from '#components/kit/fields.ts'
import { linkAddress, mapAddress, phoneAddress, webAddress } from '../host/addresses.ts'
import { refused, unreachable } from './not-done.ts'
import type { PageData } from './page-data.ts'

export type WaysOut = Required<Omit<Host, 'shop' | 'wish' | 'pages' | 'toast' | 'refresh' | 'storage' | 'newKey'>>

/**
 * What leads away from a page or asks something of the phone. A part of its own: a page without links needs none of it until
 * somebody does that.
 */
export function createWaysOut(
  { language, paths }: PageData,
  shop: ShopActions,
  shopInfo: () => ShopInfo | undefined,
): WaysOut {
  const goTo = (address: string | undefined) => {
    if (address !== undefined) location.assign(address)
  }
  const openMap: Host['openMap'] = async (place) => {
    const info = shopInfo()
    const address = place ? mapAddress(placed(place), language) : info && mapAddress(info, language)
    if (address === undefined) return refused('not-found', 'There is no address to open a map at')
    window.open(address, '_blank', 'noopener')
    return done
  }
  const href = (link: LinkValue) => linkAddress(link, paths, shopInfo(), language)
  return {
    href,
    open: async (link) => void (link.kind === 'map' ? openMap() : goTo(href(link))),
    openOrder: async (orderId) => goTo(`/_order/${encodeURIComponent(orderId)}`),
    async pay(intent) {
      // The address came from our own server; all the same, nothing but a web page may come of it.
      return leaveFor(webAddress(new URL(intent.cashierUrl, location.href).href))
    },
    login,
    openAccount: async ({ accountUrl }) => goTo(webAddress(accountUrl)),
    async phone(need) {
      const answer = await shop.customer()
      if (!answer.ok) return answer
      const number = answer.value?.phone
      return number ? { ok: true, value: number } : login({ ...need, fields: ['phone'] })
    },
    pickCity: (choice) =>
      import('../effects/pick-city.tsx').then((part) => part.pickCity(language, choice?.current), unreachable),
    call: async (phone) => goTo(phoneAddress(phone)),
    openMap,
    scan: () => import('../effects/scan.tsx').then((part) => part.scan(language), unreachable),
    chooseFiles,
    share: (what) =>
      import('../effects/share.ts').then((part) => part.share(what, sharedAddress(what.link)), unreachable),
    copy,
    saveToCalendar,
    request: (path) =>
      import('../effects/request.ts').then((part) => part.requestJson(path, location.origin), unreachable),
  }

  /** Without what the address of this page asks for: who opens it should not see this visitor's own wish. */
  function sharedAddress(link: LinkValue | undefined): string {
    return new URL((link && href(link)) ?? location.pathname, location.origin).href
  }

  /** Nothing is answered while the page leaves: what comes next is another page. */
  function leaveFor(address: string | undefined): Promise<NotDone> | NotDone {
    if (address === undefined) return refused('internal', 'There is no address to go to')
    goTo(address)
    return new Promise(() => {})
  }

  async function login(need: Parameters<Host['login']>[0]): ReturnType<Host['login']> {
    const answer = await shop.login({ ...need, returnTo: location.pathname + location.search })
    if (!answer.ok) return answer
    return leaveFor(webAddress(answer.value.loginUrl))
  }

  async function copy(text: string): ReturnType<Host['copy']> {
    try {
      await navigator.clipboard.writeText(text)
      return done
    } catch {
      // Nor is there a clipboard where the page is not from https.
      return refused('unsupported', 'Copying is not possible here')
    }
  }

  async function saveToCalendar(what: Booking | CalendarEvent): ReturnType<Host['saveToCalendar']> {
    const part = await import('./calendar-file.ts').catch(() => undefined)
    if (!part) return unreachable()
    const name = 'serviceName' in what ? what.code || 'booking' : 'reminder'
    const text =
      'serviceName' in what
        ? part.calendarFile(what, shopInfo(), Date.now())
        : part.eventFile(what, location.origin, Date.now())
    download(`${name}.ics`, text)
    return done
  }
}

/** The browser asks; where it does not say that nothing was chosen, nothing comes of it. */
function chooseFiles(types: readonly string[]): ReturnType<Host['chooseFiles']> {
  const input = document.createElement('input')
  Object.assign(input, { type: 'file', multiple: true, accept: types.join(','), hidden: true })
  document.body.append(input)
  return new Promise((resolve) => {
    const finish = () => {
      input.remove()
      const files = [...(input.files ?? [])].map((file) => ({ name: file.name, sizeBytes: file.size, content: file }))
      resolve(files.length > 0 ? { ok: true, value: files } : refused('cancelled', 'No file was chosen'))
    }
    input.addEventListener('change', finish)
    input.addEventListener('cancel', finish)
    input.click()
  })
}

const done = { ok: true, value: null } as const

function placed({ name, address, latitude, longitude }: Place): Parameters<typeof mapAddress>[0] {
  return { name, address: { text: address, latitude, longitude } }
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
