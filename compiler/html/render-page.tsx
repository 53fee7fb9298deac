import type { ReactElement } from 'react'
import type { CompiledNode, CompiledProgram } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import type { JsonObject } from '#model/json.ts'
import { findDefinition } from '#components/definitions.ts'
import { parseProps } from '#components/kit/parse-props.ts'
import type { ShopData } from '#components/kit/view.ts'
import { findView } from '#components/views.ts'
import { createDataStore, readyShopData, stillBlock } from '#runtime/data-store.ts'
import { linkAddress, pagePaths } from '#runtime/host/addresses.ts'
import { createInertHost } from '#runtime/host/inert-host.ts'
import { digest } from '#runtime/live/digest.ts'
import type { PageData } from '#runtime/live/page-data.ts'
import { createNodeStore } from '#runtime/node-store.ts'
import { NodeList } from '#runtime/render-node.tsx'
import { RuntimeScopeProvider, type RuntimeScope } from '#runtime/scope.ts'
import { NotFound, OfflineNotice } from '#runtime/shell/notices.tsx'
import { Shell } from '#runtime/shell/shell.tsx'
import { shellWords } from '#runtime/shell/words.ts'
import { createStore } from '#runtime/store.ts'
import { criticalCss } from './critical-css.ts'
import { composeDocument, type RenderedPage } from './document.ts'
import { markIslands } from './islands.tsx'
import { renderHtml } from './render-html.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'

export interface RenderInput {
  readonly program: CompiledProgram
  /** As visitors see it now; null when the shop's data cannot be had: blocks then show that they wait. */
  readonly shopData: ShopData | null
  readonly assets: RuntimeAssets
  readonly nowMs: number
  /** Address of the program, e.g. `https://noodles.example`, for the canonical link and link cards. */
  readonly origin?: string
}

/**
 * One page as a complete document: its content drawn, styles of the used blocks inline, blocks that react marked as
 * islands. A pure function of its input. A page of blocks that only show carries no script.
 * @returns undefined when the program has no such page
 */
export function renderPage(input: RenderInput & { readonly pageId: PageId }): RenderedPage | undefined {
  const { program, pageId } = input
  const page = program.pages.find(({ id }) => id === pageId)
  if (!page) return undefined
  const isHome = pageId === program.homePageId
  const isTab = program.tabs.some((tab) => tab.pageId === pageId)
  return renderDocument(input, {
    title: isHome ? program.name : page.title,
    documentTitle: isHome || page.title === program.name ? program.name : `${page.title} · ${program.name}`,
    path: `/${encodeURIComponent(page.slug)}`,
    pageId,
    back: !isHome && !isTab,
    root: page.root,
    nodes: Object.values(page.nodes),
    indexed: true,
  })
}

/** The page under `/_order/<id>`: the same document for every order, its script reads which one from the address. */
export function renderOrderPage(input: RenderInput): RenderedPage {
  const title = shellWords(input.program.language).orderTitle
  const node = systemNode('order-status')
  return renderDocument(input, {
    title,
    documentTitle: `${title} · ${input.program.name}`,
    path: undefined,
    pageId: undefined,
    back: true,
    root: [node.id],
    nodes: [node],
    indexed: false,
  })
}

/** For addresses that no page has; answer it with status 404. */
export function renderNotFoundPage(input: RenderInput): RenderedPage {
  const { program } = input
  return renderDocument(input, {
    title: program.name,
    documentTitle: `${shellWords(program.language).notFound.title} · ${program.name}`,
    path: undefined,
    pageId: undefined,
    back: true,
    root: [],
    nodes: [],
    indexed: false,
    instead: <NotFound language={program.language} />,
  })
}

interface PagePlan {
  readonly title: string
  readonly documentTitle: string
  readonly path: string | undefined
  readonly pageId: PageId | undefined
  readonly back: boolean
  readonly root: readonly NodeId[]
  readonly nodes: readonly CompiledNode[]
  readonly indexed: boolean
  readonly instead?: ReactElement
}

function renderDocument(input: RenderInput, plan: PagePlan): RenderedPage {
  const { program, shopData, assets, nowMs } = input
  const paths = pagePaths(program.pages)
  const { scope, nodes: islandNodes } = markIslands(createHtmlScope(input, plan.nodes))
  const content = renderHtml(
    <RuntimeScopeProvider value={scope}>
      <Shell
        mode="live"
        language={program.language}
        title={plan.title}
        back={plan.back}
        tabs={program.tabs}
        pageId={plan.pageId}
        addressOf={(pageId) => paths[pageId] ?? '/'}
      >
        {plan.instead ?? <NodeList ids={plan.root} />}
      </Shell>
    </RuntimeScopeProvider>,
  )
  const islands = islandNodes()
  const body = islands.length > 0 ? content + renderHtml(<OfflineNotice language={program.language} />) : content
  const used = [...new Set(plan.nodes.map(({ type }) => type))]
    .filter((type) => Object.hasOwn(assets.blocks, type))
    .toSorted()
  return composeDocument({
    language: program.language,
    title: plan.documentTitle,
    description: descriptionOf(program, shopData),
    theme: program.theme,
    css: criticalCss(assets.css + used.map((type) => assets.blocks[type]?.css ?? '').join(''), body),
    content: body,
    script:
      islands.length > 0
        ? { assets, data: pageData(input, islands), eager: content.includes(' data-eager') }
        : undefined,
    canonical: input.origin !== undefined && plan.path !== undefined ? input.origin + plan.path : undefined,
    siteName: program.name,
    indexed: plan.indexed,
    nowMs,
  })
}

function createHtmlScope({ program, shopData, nowMs }: RenderInput, nodes: readonly CompiledNode[]): RuntimeScope {
  const paths = pagePaths(program.pages)
  return {
    nodes: createNodeStore(nodes),
    data: createDataStore(shopData ? readyShopData(shopData) : {}),
    host: createInertHost((link) => linkAddress(link, paths, shopData?.shop, program.language)),
    mode: 'live',
    language: languageOf(program),
    now: createStore(nowMs),
    viewOf: findView,
    traitsOf: (type) => findDefinition(type) ?? stillBlock,
    viewFailed: () => {},
  }
}

/** A menu is drawn in the page already: as data it would stand there twice. It comes when the first island wakes. */
const mostInlineCharacters = 4096

/** What the islands need to come alive, and nothing else. */
function pageData({ program, shopData, assets, nowMs }: RenderInput, islands: readonly CompiledNode[]): PageData {
  const types = [...new Set(islands.map(({ type }) => type))]
  const blocks = types.flatMap((type) => {
    const definition = findDefinition(type)
    const files = assets.blocks[type]
    if (!definition || !files) return []
    const { shopData: shop, visitorData, interactive } = definition
    return [[type, { shopData: shop, visitorData, interactive, js: files.js }] as const]
  })
  const keys = new Set(blocks.flatMap(([, block]) => block.shopData))
  const needed = Object.entries(shopData ?? {}).filter(([key]) => keys.has(key as keyof ShopData))
  const isSmall = ([, value]: [string, unknown]) => JSON.stringify(value).length <= mostInlineCharacters
  const large = needed.filter((entry) => !isSmall(entry))
  return {
    language: languageOf(program),
    paths: pagePaths(program.pages),
    nodes: islands,
    blocks: Object.fromEntries(blocks),
    shopData: Object.fromEntries(needed.filter(isSmall)),
    shopDigests: Object.fromEntries(large.map(([key, value]) => [key, digest(JSON.stringify(value))])),
    renderedAtMs: nowMs,
  }
}

function systemNode(type: string): CompiledNode {
  const id = `_${type}` as NodeId
  const definition = findDefinition(type)
  if (!definition) throw new Error(`The block "${type}" is missing`)
  return { id, type, props: parseProps(definition.fields, {}).props as JsonObject, slots: {} }
}

function languageOf(program: CompiledProgram): 'zh-CN' | 'en' {
  return program.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

function descriptionOf(program: CompiledProgram, shopData: ShopData | null): string {
  const address = shopData?.shop.address.text.trim() ?? ''
  return address === '' ? program.name : `${program.name} · ${address}`
}
