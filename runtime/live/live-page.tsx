import { createRoot } from 'react-dom/client'
import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { JsonObject } from '#model/json.ts'
import { offerIcons } from '#components/primitives/web/icons.ts'
import { takeOver } from '#components/primitives/web/waking-box.tsx'
import type { BlockData, BlockView, VisitorDataKey } from '#components/kit/view.ts'
import { createDataStore, readyShopData, stillBlock, type DataKey, type DataStore } from '../data-store.ts'
import { NodeView } from '../render-node.tsx'
import { afterWaking } from './after-waking.ts'
import { noteBegun } from './begun.ts'
import { RuntimeScopeProvider, type RuntimeScope } from '../scope.ts'
import { createStore, type Store } from '../store.ts'
import { createKeptValues } from './kept.ts'
import { createLaterShop } from './later-shop.ts'
import { createLiveHost } from './live-host.ts'
import { pageDataId, type PageData } from './page-data.ts'
import { createShopFeed, type ShopFeed } from './shop-feed.ts'
import type { Visitor } from './visitor.tsx'

const freshForMs = 30_000
const minuteMs = 60_000
/** A table scanned this long ago is no longer where the visitor sits. */
const atTableForMs = 4 * 60 * minuteMs

export interface LivePage {
  wake(island: HTMLElement): Promise<void>
  /** Asks who the visitor is and shows what is for them. */
  findAudience(): void
}

export interface Island {
  readonly data: DataStore
  readonly now: Store<number>
}

/** What the parts of a live page that are loaded later may do to it. */
export interface PageHands {
  readonly page: PageData
  readonly blocks: { [type: string]: PageData['blocks'][string] }
  readonly nodes: Map<NodeId, CompiledNode>
  readonly shopFeed: ShopFeed
  publish<Key extends DataKey>(key: Key, value: BlockData[Key]): void
  scopeFor(island: Island): RuntimeScope
  loadWaysOut(): Promise<unknown>
  loadViews(types: ReadonlySet<string>): Promise<void>
  /** From now on it hears what is new; it is told what came before. */
  addIsland(island: Island): void
}

/** A published page with its islands. */
export function createLivePage(document: Document): LivePage {
  const page = JSON.parse(document.getElementById(pageDataId)?.textContent ?? '') as PageData
  offerIcons(page.icons)
  const nodes = new Map(page.nodes.map((node) => [node.id, node]))
  const blocks = { ...page.blocks }
  const views = new Map<string, BlockView<JsonObject>>()
  const news = new Map<DataKey, BlockData[DataKey]>()
  const islands = new Set<Island>()
  let isAwake = false
  const publish = <Key extends DataKey>(key: Key, value: BlockData[Key]) => {
    news.set(key, value)
    for (const island of islands) island.data.set(key, value)
  }

  const shopFeed = createShopFeed({ page, publish, shopAtMs: performance.timeOrigin })
  let visitor: Promise<Visitor> | undefined
  const loadVisitor = (): Promise<Visitor> => {
    visitor ??= import('./visitor.tsx').then(({ createVisitor }) => createVisitor(hands))
    visitor.catch(() => (visitor = undefined))
    return visitor
  }
  const follow = (keys: readonly VisitorDataKey[]) => {
    if (keys.length === 0) return
    const retry = () => follow(keys)
    loadVisitor().then(
      ({ feed }) => feed.follow(keys),
      () => keys.forEach((key) => publish(key, { status: 'failed', code: 'offline', retry })),
    )
  }
  const tell = (via: string) => {
    loadVisitor().then(
      ({ session }) => session.tell(via),
      () => {},
    )
  }
  const shopInfo = () => {
    const shop = news.get('shop') as BlockData['shop'] | undefined
    return shop?.status === 'ready' ? shop.value : page.shopData.shop
  }
  const { host: liveHost, loadWaysOut } = createLiveHost({
    shop: createLaterShop(async () => (await loadVisitor()).shop),
    page,
    refresh: (key) =>
      void visitor?.then(
        ({ feed }) => feed.refresh(key),
        () => {},
      ),
    shopInfo,
  })
  const host = noteBegun(liveHost, location.search + document.referrer)
  keepAlive(document, islands, () => shopFeed.refresh(freshForMs))
  forgetOldTable()

  // Nothing that has been published changes while somebody looks at it.
  const stillNodes = { get: (id: NodeId) => nodes.get(id), subscribe: () => () => {} }
  const scopeFor = (island: Island): RuntimeScope => ({
    ...island,
    nodes: stillNodes,
    host,
    mode: 'live',
    language: page.language,
    viewOf: (type) => views.get(type),
    traitsOf: (type) => blocks[type] ?? stillBlock,
    viewFailed: (_id, error) => reportError(error),
  })

  async function loadViews(types: ReadonlySet<string>): Promise<void> {
    await Promise.all(
      [...types].map(async (type) => {
        const files = blocks[type]
        if (!files || views.has(type)) return
        const module = (await import(/* @vite-ignore */ files.js)) as { readonly view: BlockView<JsonObject> }
        views.set(type, module.view)
      }),
    )
  }

  const addIsland = (island: Island) => {
    islands.add(island)
    for (const [key, value] of news) island.data.set(key, value)
  }
  const hands: PageHands = { page, blocks, nodes, shopFeed, publish, scopeFor, loadWaysOut, loadViews, addIsland }

  return {
    findAudience: () => follow(['card']),
    async wake(element) {
      const id = element.dataset.island as NodeId
      const types = typesIn(id)
      const traits = [...types].map((type) => blocks[type] ?? stillBlock)
      const shopKeys = traits.flatMap(({ shopData }) => shopData)
      const [start] = await Promise.all([shopFeed.start(shopKeys), loadViews(types), page.hasLinks && loadWaysOut()])
      await nextTask()
      if (element.dataset.awake !== undefined) return
      element.dataset.awake = ''
      // It must first be drawn exactly as the server did, clock included, to take over what stands there.
      const island: Island = { data: createDataStore(readyShopData(start.data)), now: createStore(page.renderedAtMs) }
      const drawing = (
        <RuntimeScopeProvider value={scopeFor(island)}>
          <NodeView id={id} />
        </RuntimeScopeProvider>
      )
      if (start.asDrawn) {
        takeOver(element, drawing)
        await handOver(element)
      } else {
        // The shop changed since the page was made: what stands there is no longer what would be drawn.
        element.replaceChildren()
        createRoot(element).render(drawing)
      }
      await nextTask()
      addIsland(island)
      // What is drawn anew by that is drawn by itself, behind the tap that woke the island.
      setTimeout(() => island.now.set(Date.now()))
      shopFeed.follow(shopKeys)
      follow(traits.flatMap(({ visitorData }) => visitorData))
      shopFeed.refresh(freshForMs)
      if (!isAwake) setTimeout(() => afterWaking(tell, page.hasNews && (() => shopFeed.refresh(-1))))
      isAwake = true
    },
  }

  function typesIn(id: NodeId): ReadonlySet<string> {
    const types = new Set<string>()
    const visit = (node: CompiledNode | undefined) => {
      if (!node) return
      types.add(node.type)
      for (const child of Object.values(node.slots).flat()) visit(nodes.get(child))
    }
    visit(nodes.get(id))
    return types
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement

/** Tells the block what was typed before it could hear, or came back with the page: before it draws anything over it. */
async function handOver(element: HTMLElement): Promise<void> {
  const fields = [...element.querySelectorAll<Field>('input,textarea')]
  const typed = fields
    .filter((field) => field.value !== field.defaultValue)
    .map((field) => [field, field.value] as const)
  for (const [field, value] of typed) {
    // What was told of another one has had this drawn as it was.
    field.value = value
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))
    await Promise.resolve()
  }
}

/** Lets the browser paint and hear taps between two pieces of work. */
const nextTask = () => new Promise<void>((resolve) => void setTimeout(resolve))

/** Lets the clock tick, looks for news when somebody looks again, and says when the network is gone. */
function keepAlive(document: Document, islands: ReadonlySet<Island>, lookForNews: () => void): void {
  setInterval(() => {
    for (const island of islands) island.now.set(Date.now())
  }, minuteMs)
  const look = () => {
    if (document.visibilityState === 'visible') lookForNews()
  }
  document.addEventListener('visibilitychange', look)
  addEventListener('focus', look)
  const notice = document.querySelector('[data-offline]')
  const tell = () => notice?.toggleAttribute('hidden', navigator.onLine)
  addEventListener('online', () => {
    tell()
    look()
  })
  addEventListener('offline', tell)
}

/** The inline script keeps the table of the address; see `loader.ts`. */
function forgetOldTable(): void {
  const kept = createKeptValues()
  const sinceMs = kept.get('table-since')
  if (typeof sinceMs === 'number' && Date.now() - sinceMs < atTableForMs) return
  kept.remove('table')
  kept.remove('table-since')
}
