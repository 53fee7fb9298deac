import type { PageId } from '#model/ids.ts'
import type { JsonValue } from '#model/json.ts'
import type { Answer, Host, ShopActions, WishKind } from '#components/kit/host.ts'
import type { LinkValue } from '#components/kit/fields.ts'
import { anchorOf } from '#components/kit/anchor.ts'
import type { DataStore } from '../data-store.ts'
import { linkAddress, pagePaths, searchedPages } from '../host/addresses.ts'
import { createWishes } from '../host/wish.ts'
import { findLinkedPage } from './find-linked-page.ts'
import { createInertHost, refusingShop } from '../host/inert-host.ts'
import { showToast } from '../host/toast.ts'
import type { ProgramState } from '../program-state.ts'
import { shellWords } from '../shell/words.ts'
import type { FromFrame } from './protocol.ts'

export interface FrameHost extends Host {
  /** What blocks have kept is gone, as for somebody who was never here. */
  forget(): void
  answered(callId: number, answer: JsonValue): void
}

interface FrameHostOptions {
  readonly mode: 'canvas' | 'preview'
  readonly state: ProgramState
  readonly data: DataStore
  /** How the shop answers in the situation that is shown. */
  answering(real: ShopActions): ShopActions
  open(pageId: PageId): void
  send(message: FromFrame): void
}

/**
 * What blocks may do inside the editor. The canvas does nothing. The preview goes from page to page and asks the editor
 * for prices and free times; all that would leave a trace in the shop is refused with `preview-only`.
 */
export function createFrameHost({ mode, state, data, answering, open, send }: FrameHostOptions): FrameHost {
  const waiting = new Map<number, (answer: Answer<never>) => void>()
  let lastCall = 0
  const address = (link: LinkValue) => {
    const { pages, language } = state.facts.get()
    const shop = data.get().shop
    return linkAddress(link, pagePaths([...pages.values()]), shop.status === 'ready' ? shop.value : undefined, language)
  }
  const answered = (callId: number, answer: JsonValue) => {
    waiting.get(callId)?.(readAnswer(answer))
    waiting.delete(callId)
  }
  const inert = createInertHost(() => undefined)
  if (mode === 'canvas') return { ...inert, answered, forget: () => {} }

  const ask = (method: string, argument: JsonValue) =>
    new Promise<Answer<never>>((resolve) => {
      const callId = ++lastCall
      waiting.set(callId, resolve)
      send({ kind: 'host-call', callId, method, argument })
    })
  const words = () => shellWords(state.facts.get().language)
  const tell = async (text: string | undefined) => showToast(text ?? words().previewOnly)
  /** Says where it would lead, or that it works once published. */
  const tellAndRefuse = async (text?: string) => {
    await tell(text)
    return previewOnly
  }
  const memory = new Map<string, JsonValue>()
  const wish = createWishes()
  const lead = (kind: WishKind, id: string) => {
    const pageId = findLinkedPage(state, kind, id)
    if (pageId === undefined) return
    wish.ask({ kind, id })
    open(pageId)
    requestAnimationFrame(() => document.getElementById(anchorOf(kind, id))?.scrollIntoView({ block: 'center' }))
  }
  return {
    ...inert,
    pages: () => searchedPages([...state.facts.get().pages.values()]),
    shop: answering({
      ...refusingShop('preview-only'),
      quote: (request) => ask('quote', request),
      slots: (query) => ask('slots', query),
      // Nobody is signed in to a draft.
      customer: () => Promise.resolve({ ok: true, value: null }),
    }),
    href: address,
    wish,
    async open(link) {
      wish.ask(undefined)
      if (link.kind === 'page') open(link.pageId as PageId)
      else if (link.kind === 'dish') lead('dish', link.dishId)
      else if (link.kind === 'service') lead('service', link.serviceId)
      else if (link.kind === 'coupon') lead('coupon', link.couponId)
      else await tell(address(link))
    },
    openOrder: () => tell(undefined),
    pay: () => tellAndRefuse(),
    phone: () => tellAndRefuse(),
    pickCity: (choice) =>
      import('../effects/pick-city.tsx').then(
        (part) => part.pickCity(state.facts.get().language, choice?.current),
        () => previewOnly,
      ),
    call: (phone) => tell(address({ kind: 'phone', number: phone })),
    openMap: () => tellAndRefuse(address({ kind: 'map' })),
    scan: () => tellAndRefuse(),
    chooseFiles: () => tellAndRefuse(),
    share: (what) => tellAndRefuse(what.link && address(what.link)),
    copy: () => tellAndRefuse(),
    saveToCalendar: () => tellAndRefuse(),
    toast: async (text) => showToast(text),
    // The frame has no storage of its own; what is kept lasts as long as the preview is open.
    storage: {
      get: (key) => Promise.resolve(memory.get(key)),
      set: (key, value) => Promise.resolve(void memory.set(key, value)),
    },
    answered,
    forget: () => memory.clear(),
  }
}

const previewOnly = { ok: false, failure: { code: 'preview-only', message: 'Nothing is really done here' } } as const

/** What the editor answers was checked where it came from the server; only its envelope is looked at here. */
function readAnswer(answer: JsonValue): Answer<never> {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as unknown as Answer<never>
  return { ok: false, failure: { code: 'internal', message: 'The editor gave no answer' } }
}
