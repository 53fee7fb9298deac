import { createRoot, hydrateRoot } from 'react-dom/client'
import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { JsonObject } from '#model/json.ts'
import type { BlockData, BlockView } from '#components/kit/view.ts'
import { createDataStore, readyShopData, stillBlock, type DataKey, type DataStore } from '../data-store.ts'
import { createNodeStore } from '../node-store.ts'
import { NodeView } from '../render-node.tsx'
import { RuntimeScopeProvider, type RuntimeScope } from '../scope.ts'
import { createStore, type Store } from '../store.ts'
import { createKeptValues } from './kept.ts'
import { createLiveHost } from './live-host.ts'
import { pageDataId, type PageData } from './page-data.ts'
import { createShopClient } from './shop-client.ts'
import { createShopFeed } from './shop-feed.ts'
import { createVisitorFeed } from './visitor-feed.ts'
import { createVisitorSession } from './visitor-session.ts'

const freshForMs = 30_000
const minuteMs = 60_000
/** A table scanned this long ago is no longer where the visitor sits. */
const atTableForMs = 4 * 60 * minuteMs

export interface LivePage {
  wake(island: HTMLElement): Promise<void>
}

interface Island {
  readonly data: DataStore
  readonly now: Store<number>
}

/** A published page with its islands. */
export function createLivePage(document: Document): LivePage {
  const page = JSON.parse(document.getElementById(pageDataId)?.textContent ?? '') as PageData
  const nodes = createNodeStore(page.nodes)
  const views = new Map<string, BlockView<JsonObject>>()
  const news = new Map<DataKey, BlockData[DataKey]>()
  const islands = new Set<Island>()
  const publish = <Key extends DataKey>(key: Key, value: BlockData[Key]) => {
    news.set(key, value)
    for (const island of islands) island.data.set(key, value)
  }

  const session = createVisitorSession(fetch.bind(globalThis))
  const client = createShopClient(session)
  const shopFeed = createShopFeed({ page, publish, shopAtMs: performance.timeOrigin })
  const visitorFeed = createVisitorFeed({ client, session, publish, path: location.pathname })
  const shopInfo = () => {
    const shop = news.get('shop') as BlockData['shop'] | undefined
    return shop?.status === 'ready' ? shop.value : page.shopData.shop
  }
  const host = createLiveHost({ shop: client, page, shopFeed, visitorFeed, shopInfo })
  keepAlive(document, islands, () => shopFeed.refresh(freshForMs))
  forgetOldTable()

  const scopeFor = (island: Island): RuntimeScope => ({
    ...island,
    nodes,
    host,
    mode: 'live',
    language: page.language,
    viewOf: (type) => views.get(type),
    traitsOf: (type) => page.blocks[type] ?? stillBlock,
    viewFailed: (_id, error) => reportError(error),
  })

  async function loadViews(types: ReadonlySet<string>): Promise<void> {
    await Promise.all(
      [...types].map(async (type) => {
        const files = page.blocks[type]
        if (!files || views.has(type)) return
        const module = (await import(/* @vite-ignore */ files.js)) as { readonly view: BlockView<JsonObject> }
        views.set(type, module.view)
      }),
    )
  }

  return {
    async wake(element) {
      const id = element.dataset.island as NodeId
      const types = typesIn(id)
      const traits = [...types].map((type) => page.blocks[type] ?? stillBlock)
      const shopKeys = traits.flatMap(({ shopData }) => shopData)
      const [start] = await Promise.all([shopFeed.start(shopKeys), loadViews(types)])
      if (element.dataset.awake !== undefined) return
      element.dataset.awake = ''
      // It must first be drawn exactly as the server did, clock included, to take over what stands there.
      const island: Island = { data: createDataStore(readyShopData(start.data)), now: createStore(page.renderedAtMs) }
      const drawing = (
        <RuntimeScopeProvider value={scopeFor(island)}>
          <NodeView id={id} />
        </RuntimeScopeProvider>
      )
      if (start.asDrawn) hydrateRoot(element, drawing)
      else {
        // The shop changed since the page was made: what stands there is no longer what would be drawn.
        element.replaceChildren()
        createRoot(element).render(drawing)
      }
      islands.add(island)
      for (const [key, value] of news) island.data.set(key, value)
      island.now.set(Date.now())
      shopFeed.follow(shopKeys)
      visitorFeed.follow(traits.flatMap(({ visitorData }) => visitorData))
      shopFeed.refresh(freshForMs)
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
