/** For a browser test: draws a thousand nodes with a view that counts, and lets the test patch one of them. */
import { createRoot } from 'react-dom/client'
import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { JsonObject } from '#model/json.ts'
import type { BlockViewProps } from '#components/kit/view.ts'
import { createDataStore, stillBlock } from '../data-store.ts'
import { createInertHost } from '../host/inert-host.ts'
import { createNodeStore } from '../node-store.ts'
import { NodeList } from '../render-node.tsx'
import { RuntimeScopeProvider, type RuntimeScope } from '../scope.ts'
import { createStore } from '../store.ts'

const ids = Array.from({ length: 1000 }, (_, index) => `n${index}` as NodeId)
const nodeOf = (id: NodeId, text: string): CompiledNode => ({ id, type: 'counted', props: { text }, slots: {} })
const following = { ...stillBlock, shopData: ['shop'] } as const

/** The only one that follows the shop, and with it the clock. */
const last = 'last' as NodeId

const nodes = createNodeStore([...ids.map((id) => nodeOf(id, 'before')), { ...nodeOf(last, ''), type: 'follows' }])
const data = createDataStore()
const now = createStore(0)
let drawn: string[] = []

const scope: RuntimeScope = {
  nodes,
  data,
  now,
  host: createInertHost(() => undefined),
  mode: 'preview',
  language: 'en',
  viewOf: () => CountedView,
  traitsOf: (type) => (type === 'follows' ? following : stillBlock),
  viewFailed: (_id, error) => reportError(error),
}

createRoot(document.body).render(
  <RuntimeScopeProvider value={scope}>
    <NodeList ids={[...ids, last]} />
  </RuntimeScopeProvider>,
)

function CountedView({ nodeId, props }: BlockViewProps<JsonObject>) {
  drawn.push(nodeId)
  return <span>{String(props.text)}</span>
}

/** What is drawn because of something, once all that follows from it is done. */
async function drawnBy(act: () => void): Promise<readonly string[]> {
  await new Promise(requestAnimationFrame)
  drawn = []
  act()
  await new Promise(requestAnimationFrame)
  return drawn
}

Object.assign(window, {
  byPatch: () => drawnBy(() => nodes.apply([nodeOf('n500' as NodeId, 'after')], [])),
  byClock: () => drawnBy(() => now.set(60_000)),
  byShop: () => drawnBy(() => data.set('shop', { status: 'failed', code: 'offline', retry: () => {} })),
  byOtherData: () => drawnBy(() => data.set('menu', { status: 'failed', code: 'offline', retry: () => {} })),
})
