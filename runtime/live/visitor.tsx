/**
 * What of a live page is about this visitor: who they are, what is theirs, what they ask of the shop, and what only
 * members see. A page that merely shows its menu never loads it.
 */
import { createRoot } from 'react-dom/client'
import type { ShopActions } from '#components/kit/host.ts'
import type { BlockData } from '#components/kit/view.ts'
import { offerIcons } from '#components/primitives/web/icons.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { createDataStore, readyShopData, type DataKey } from '../data-store.ts'
import { NodeView } from '../render-node.tsx'
import { RuntimeScopeProvider } from '../scope.ts'
import { createStore } from '../store.ts'
import { createAudience } from './audience.ts'
import type { Island, PageHands } from './live-page.tsx'
import type { MemberParts } from './member-parts.ts'
import { followRefusals } from './refusals.ts'
import { createShopClient } from './shop-client.ts'
import { createVisitorFeed, type VisitorFeed } from './visitor-feed.ts'
import { createVisitorSession, type VisitorSession } from './visitor-session.ts'

export interface Visitor {
  readonly session: VisitorSession
  readonly shop: ShopActions
  readonly feed: VisitorFeed
}

export function createVisitor(hands: PageHands): Visitor {
  const { page, shopFeed } = hands
  const session = createVisitorSession(fetch.bind(globalThis))
  const client = createShopClient(session, fetch.bind(globalThis), page.release)
  const audience = createAudience({
    document,
    storage: () => localStorage,
    async load() {
      const slug = decodeURIComponent(location.pathname.slice(1))
      const answer = await client.read<MemberParts | null>(
        `${visitorPaths.memberParts}?${new URLSearchParams({ page: slug, ...(page.release && { release: page.release }) })}`,
      )
      if (!answer.ok) throw new Error(answer.failure.code)
      return answer.value ?? undefined
    },
    show: (parts) => showParts(hands, parts, feed),
  })
  const publish = <Key extends DataKey>(key: Key, value: BlockData[Key]) => {
    hands.publish(key, value)
    if (key === 'card') audience.know(value as BlockData['card'])
  }
  const feed = createVisitorFeed({ client, session, publish, path: location.pathname })
  return { session, shop: followRefusals(client, () => shopFeed.refresh(0)), feed }
}

async function showParts(hands: PageHands, parts: MemberParts, feed: VisitorFeed): Promise<void> {
  const { blocks, nodes, shopFeed, loadWaysOut, loadViews, scopeFor, addIsland } = hands
  Object.assign(blocks, parts.blocks)
  offerIcons(parts.icons)
  for (const node of parts.nodes) nodes.set(node.id, node)
  const types = new Set(parts.nodes.map(({ type }) => type))
  await Promise.all([loadWaysOut(), loadViews(types), ...parts.styles.map((file) => loadStyle(document, file))])
  const data = createDataStore(readyShopData(parts.shopData))
  const island: Island = { data, now: createStore(Date.now()) }
  for (const id of parts.root) {
    const place = document.querySelector(`[data-part="${CSS.escape(id)}"]`)
    if (!place) continue
    createRoot(place).render(
      <RuntimeScopeProvider value={scopeFor(island)}>
        <NodeView id={id} />
      </RuntimeScopeProvider>,
    )
  }
  addIsland(island)
  const traits = Object.values(parts.blocks)
  shopFeed.follow(traits.flatMap(({ shopData }) => shopData))
  feed.follow(traits.flatMap(({ visitorData }) => visitorData))
}

/** The page has some of them already, and whatever the inline script has begun to fetch is not fetched twice. */
function loadStyle(document: Document, href: string): Promise<unknown> {
  if (document.querySelector(`link[rel="stylesheet"][href="${CSS.escape(href)}"]`)) return Promise.resolve()
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  const loaded = new Promise((resolve, reject) => {
    link.addEventListener('load', resolve)
    link.addEventListener('error', reject)
  })
  document.head.append(link)
  return loaded
}
