import type { PageId } from '#model/ids.ts'
import type { JsonValue } from '#model/json.ts'
import type { Answer, Host } from '#components/kit/host.ts'
import type { LinkValue } from '#components/kit/fields.ts'
import type { DataStore } from '../data-store.ts'
import { linkAddress, pagePaths } from '../host/addresses.ts'
import { createInertHost, refusingShop } from '../host/inert-host.ts'
import { showToast } from '../host/toast.ts'
import type { ProgramState } from '../program-state.ts'
import { shellWords } from '../shell/words.ts'
import type { FromFrame } from './protocol.ts'

export interface FrameHost extends Host {
  answered(callId: number, answer: JsonValue): void
}

interface FrameHostOptions {
  readonly mode: 'canvas' | 'preview'
  readonly state: ProgramState
  readonly data: DataStore
  open(pageId: PageId): void
  send(message: FromFrame): void
}

/**
 * What blocks may do inside the editor. The canvas does nothing. The preview goes from page to page and asks the editor
 * for prices and free times; all that would leave a trace in the shop is refused with `preview-only`.
 */
export function createFrameHost({ mode, state, data, open, send }: FrameHostOptions): FrameHost {
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
  if (mode === 'canvas') return { ...inert, answered }

  const ask = (method: string, argument: JsonValue) =>
    new Promise<Answer<never>>((resolve) => {
      const callId = ++lastCall
      waiting.set(callId, resolve)
      send({ kind: 'host-call', callId, method, argument })
    })
  const words = () => shellWords(state.facts.get().language)
  const tell = (text: string | undefined) => showToast(text ?? words().previewOnly)
  const memory = new Map<string, JsonValue>()
  return {
    ...inert,
    shop: {
      ...refusingShop('preview-only'),
      quote: (request) => ask('quote', request),
      slots: (query) => ask('slots', query),
    },
    href: address,
    open(link) {
      if (link.kind === 'page') open(link.pageId as PageId)
      else tell(address(link))
    },
    openOrder: () => tell(undefined),
    pay: () => tell(undefined),
    call: (phone) => tell(address({ kind: 'phone', number: phone })),
    openMap: () => tell(address({ kind: 'map' })),
    saveToCalendar: () => tell(undefined),
    toast: showToast,
    // The frame has no storage of its own; what is kept lasts as long as the preview is open.
    storage: {
      get: (key) => Promise.resolve(memory.get(key)),
      set: (key, value) => Promise.resolve(void memory.set(key, value)),
    },
    answered,
  }
}

/** What the editor answers was checked where it came from the server; only its envelope is looked at here. */
function readAnswer(answer: JsonValue): Answer<never> {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as unknown as Answer<never>
  return { ok: false, failure: { code: 'internal', message: 'The editor gave no answer' } }
}
