import type { QueueView } from '#model/shop/queue.ts'
import { queueLines } from '#model/shop/queue-lines.ts'
import type { ShopActions } from '#components/kit/host.ts'
import type { SituationId } from '#components/kit/situations.ts'
import type { BlockData, BlockEnv, ShopData, VisitorData } from '#components/kit/view.ts'
import type { World } from '#components/situations/index.ts'
import { createDataStore, nothingLoaded, type DataKey, type DataStore } from '../data-store.ts'
import { showFactsOf, type ShowFacts } from '../show-when.ts'
import { createStore, type Store } from '../store.ts'

/** What blocks in the frame are shown of shop, visitor and clock: as they are, or as they would be in a situation. */
export interface FrameWorld {
  readonly data: DataStore
  readonly now: Store<number>
  /** Grows when another situation is there: what was begun in the last one is over. */
  readonly visit: Store<number>
  /** What conditions are held against. A page's server knows the shop, however long its data takes to arrive. */
  facts(): ShowFacts
  /** The shop as it really is. */
  setShop(shopData: ShopData): void
  /** Another one follows when it has been fetched; of two asked for quickly, the last one wins. */
  setSituation(id: SituationId): void
  /** How the shop answers at the moment of the question. */
  answering(real: ShopActions): ShopActions
  stop(): void
}

export interface FrameWorldOptions {
  readonly mode: 'canvas' | 'preview'
  readonly shopData: ShopData | null
  language(): BlockEnv['language']
  /** Something else is shown now, so that things may stand elsewhere. */
  changed(): void
  readonly load?: () => Promise<{ readonly worldOf: typeof import('#components/situations/index.ts').worldOf }>
}

const minuteMs = 60_000
const stranger: Partial<VisitorData> = { card: null, orders: [], bookings: [], wallet: [], queue: emptyQueue() }
/** Nobody waits: what a visitor of the first hour sees. */
function emptyQueue(): QueueView {
  const lines = queueLines.map((line) => ({ line, waiting: 0, waitMinutes: 0 }))
  return { isOpen: true, lines, ticket: null, asOfMs: 0 }
}
const loadSituations = () => import('#components/situations/index.ts')

export function createFrameWorld(options: FrameWorldOptions): FrameWorld {
  const { mode, language, changed, load = loadSituations } = options
  const data = createDataStore()
  const now = createStore(Date.now())
  const visit = createStore(0)
  let real = options.shopData
  let situation: SituationId = 'now'
  let makeWorld: typeof import('#components/situations/index.ts').worldOf | undefined
  let world: World | undefined
  let arriving: ReturnType<typeof setTimeout> | undefined
  let isArriving = false
  let aheadMs = 0
  const clock = setInterval(() => now.set(Date.now() + aheadMs), minuteMs)

  const shown = () => ({ ...stranger, ...(world?.shopData ?? real), ...world?.visitor })

  function build(): void {
    const nowMs = Date.now()
    world =
      real && situation !== 'now' ? makeWorld?.(situation, { shopData: real, nowMs, language: language() }) : undefined
    aheadMs = (world?.nowMs ?? nowMs) - nowMs
    now.set(nowMs + aheadMs)
  }

  function settle(): void {
    isArriving = false
    show(shown())
    changed()
  }

  /** What is the same stays the same object, so that only blocks with news draw again. */
  function show(values: Partial<ShopData & VisitorData>): void {
    for (const key of Object.keys(nothingLoaded) as DataKey[]) {
      const value = values[key]
      const shown = data.get()[key]
      if (value === undefined) data.set(key, nothingLoaded[key])
      else if (shown.status !== 'ready' || JSON.stringify(shown.value) !== JSON.stringify(value))
        data.set(key, { status: 'ready', value } as BlockData[typeof key])
    }
  }

  function enter(): void {
    clearTimeout(arriving)
    build()
    visit.set(visit.get() + 1)
    if (!world?.delayMs) return settle()
    isArriving = true
    show({})
    changed()
    // On the canvas nothing goes on by itself: what waits can be looked at for as long as it takes.
    if (mode === 'preview') arriving = setTimeout(settle, world.delayMs)
  }

  build()
  settle()
  return {
    data,
    now,
    visit,
    facts() {
      const { shop, card } = shown()
      return showFactsOf({ shop, card }, now.get())
    },
    setShop(shopData) {
      real = shopData
      build()
      if (!isArriving) settle()
    },
    setSituation(id) {
      if (id === situation) return
      situation = id
      if (id === 'now' || makeWorld) return enter()
      void load().then((situations) => {
        makeWorld = situations.worldOf
        if (situation === id) enter()
      })
    },
    answering(shop) {
      const ask = Object.keys(shop).map((name) => [
        name,
        (...args: readonly never[]) => {
          const answering = world ? world.answers(shop) : shop
          return (answering[name as keyof ShopActions] as (...args: readonly never[]) => unknown)(...args)
        },
      ])
      return Object.fromEntries(ask) as ShopActions
    },
    stop() {
      clearInterval(clock)
      clearTimeout(arriving)
    },
  }
}
