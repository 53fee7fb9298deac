import type { ReactElement } from 'react'
import type { CompiledNode, CompiledPage, CompiledProgram } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import { isCodeBlockType } from '#model/code-blocks.ts'
import type { JsonObject } from '#model/json.ts'
import { findDefinition } from '#components/definitions.ts'
import { parseProps } from '#components/kit/parse-props.ts'
import { pictureUrl } from '#components/kit/picture-url.ts'
import type { ShopData } from '#components/kit/view.ts'
import { findView } from '#components/views.ts'
import { codeTraits } from '#runtime/code-blocks/code-blocks.ts'
import { CodeBlockView } from '#runtime/code-blocks/code-block-view.tsx'
import { createDataStore, readyShopData, stillBlock } from '#runtime/data-store.ts'
import { linkAddress, pagePaths, searchedPages } from '#runtime/host/addresses.ts'
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
import { codeBlocksOf } from '../code-blocks/code-definitions.ts'
import { codeFileOf } from '../code-blocks/code-files.ts'
import { criticalCss } from './critical-css.ts'
import { composeDocument, type DocumentParts, type RenderedPage } from './document.ts'
import { markIslands } from './islands.tsx'
import { filesOf, hoursChangeAtMs, mediaOrigins, needsOf, serverFacts } from './page-needs.ts'
import { renderHtml } from './render-html.ts'
import { shownPage, type ShownPage } from './shown-page.ts'
import { structuredData, structuredMenu, type StructuredData } from './structured-data.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'

export interface RenderInput {
  readonly program: CompiledProgram
  /** As visitors see it now; null when the shop's data cannot be had: blocks then show that they wait. */
  readonly shopData: ShopData | null
  readonly assets: RuntimeAssets
  readonly nowMs: number
  /** Address of the program, e.g. `https://noodles.example`, for the canonical link and link cards. */
  readonly origin?: string
  /** The release that the program is, where there is one: members' parts and logins of a page are asked for by it. */
  readonly releaseId?: string
  /** The page is told when the shop's data changes. */
  readonly hasNews?: boolean
  /** Told of each block whose view threw; a box stands in its place. */
  readonly viewFailed?: (nodeId: NodeId, error: unknown) => void
  /** Where a page tells what was seen of it; absent when nobody counts. */
  readonly tellAddress?: (pageId: PageId) => string
}

/**
 * One page as a complete document: its content drawn, styles of the used blocks inline, blocks that react marked as
 * islands. A pure function of its input. A page of blocks that only show carries no script.
 * @returns undefined when the program has no such page, or hides it
 */
export function renderPage(input: RenderInput & { readonly pageId: PageId }): RenderedPage | undefined {
  const { program, pageId } = input
  const page = program.pages.find(({ id }) => id === pageId)
  if (!page || page.hidden) return undefined
  const isHome = pageId === program.homePageId
  const isTab = program.tabs.some((tab) => tab.pageId === pageId)
  return renderDocument(input, {
    title: isHome ? program.name : page.title,
    documentTitle: isHome || page.title === program.name ? program.name : `${page.title} · ${program.name}`,
    path: `/${encodeURIComponent(page.slug)}`,
    pageId,
    back: !isHome && !isTab,
    ...shownPage(page, serverFacts(input.shopData, input.nowMs), hoursChangeAtMs(input.shopData)),
    page,
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
  readonly marks?: ShownPage['marks']
  /** The merchant's page this is; absent for pages of ours, which nobody shares or searches. */
  readonly page?: CompiledPage
  readonly instead?: ReactElement
}

function renderDocument(input: RenderInput, plan: PagePlan): RenderedPage {
  const { program, shopData, assets, nowMs } = input
  const paths = pagePaths(program.pages)
  const { scope, nodes: islandNodes } = markIslands(createHtmlScope(input, plan.nodes), plan.marks ?? new Map())
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
  const used = [...new Set(plan.nodes.map(({ type }) => type))].filter((type) => filesOf(assets, type)).toSorted()
  return composeDocument({
    language: program.language,
    title: plan.documentTitle,
    description: plan.page?.share?.text ?? descriptionOf(program, shopData),
    theme: program.theme,
    css: criticalCss(assets.css + used.map((type) => filesOf(assets, type)?.css ?? '').join(''), body),
    content: body,
    script:
      islands.length > 0 || plan.marks?.size
        ? {
            assets,
            data: pageData(input, islands, plan.marks),
            eager: content.includes(' data-eager'),
            forSome: content.includes(' data-audience='),
            tell: plan.pageId && input.tellAddress?.(plan.pageId),
          }
        : undefined,
    mediaOrigins: mediaOrigins(plan.nodes),
    canonical: input.origin !== undefined && plan.path !== undefined ? input.origin + plan.path : undefined,
    siteName: program.name,
    card: plan.page && { title: plan.page.share?.title, picture: sharePictureOf(plan.page, input.origin) },
    searchWords: plan.page?.searchWords,
    structured: [structuredShop(input, plan), structuredDishes(input, plan)].filter((data) => data !== undefined),
    installable: input.origin !== undefined && plan.page !== undefined,
    indexed: plan.page !== undefined && !plan.page.unlisted,
    nowMs,
  })
}

/** On the home page. */
function structuredShop(
  { program, shopData, origin, nowMs }: RenderInput,
  { page }: PagePlan,
): StructuredData | undefined {
  if (!shopData || !page || page.id !== program.homePageId || page.unlisted || origin === undefined) return undefined
  const withMenu = menuPageOf(program)
  return structuredData({
    shopData,
    language: pageLanguage(program),
    nowMs,
    url: `${origin}/`,
    menuUrl: withMenu && `${origin}/${encodeURIComponent(withMenu.slug)}`,
    description: page.share?.text ?? '',
    pictureUrl: sharePictureOf(page, origin)?.url,
  })
}

/** On the page that the shop's own description names as its menu. */
function structuredDishes({ program, shopData, origin }: RenderInput, { page }: PagePlan): StructuredData | undefined {
  if (!shopData || !page || page.id !== menuPageOf(program)?.id || page.unlisted || origin === undefined)
    return undefined
  return structuredMenu(shopData, `${origin}/${encodeURIComponent(page.slug)}`)
}

function menuPageOf(program: CompiledProgram): CompiledPage | undefined {
  return program.pages.find(({ hidden, nodes }) => !hidden && Object.values(nodes).some(({ type }) => type === 'menu'))
}

function createHtmlScope(
  { program, shopData, nowMs, viewFailed }: RenderInput,
  nodes: readonly CompiledNode[],
): RuntimeScope {
  const codeBlocks = codeBlocksOf(program)
  const paths = pagePaths(program.pages)
  return {
    nodes: createNodeStore(nodes),
    data: createDataStore(shopData ? readyShopData(shopData) : {}),
    host: createInertHost((link) => linkAddress(link, paths, shopData?.shop, program.language)),
    mode: 'live',
    language: pageLanguage(program),
    now: createStore(nowMs),
    codeBlocks: { find: (type) => codeBlocks[type], subscribe: () => () => {}, startWorker: neverHere },
    viewOf: (type) => (isCodeBlockType(type) ? CodeBlockView : findView(type)),
    traitsOf: (type) => (isCodeBlockType(type) ? codeTraits : (findDefinition(type) ?? stillBlock)),
    viewFailed: (nodeId, error) => viewFailed?.(nodeId, error),
  }
}

/** Code of others never runs where pages are drawn. */
function neverHere(): never {
  throw new Error('Code blocks run in browsers only')
}

/** A menu is drawn in the page already: as data it would stand there twice. It comes when the first island wakes. */
const mostInlineCharacters = 4096

/** What the islands need to come alive, and nothing else. */
function pageData(
  input: RenderInput,
  islands: readonly CompiledNode[],
  marks: ShownPage['marks'] | undefined,
): PageData {
  const { program, nowMs, releaseId } = input
  const { blocks, shopData: needed, hasLinks, icons } = needsOf(islands, input)
  const isSmall = ([, value]: readonly [string, unknown]) => JSON.stringify(value).length <= mostInlineCharacters
  const large = needed.filter((entry) => !isSmall(entry))
  const asksLater = Boolean(marks?.size) || islands.some(({ type }) => findDefinition(type)?.login)
  return {
    language: pageLanguage(program),
    paths: pagePaths(program.pages),
    nodes: islands,
    ...(hasLinks && { hasLinks }),
    ...(islands.some(({ type, props }) => type === 'search-box' && props.pages === true) && {
      pages: searchedPages(program.pages),
    }),
    ...(icons && { icons }),
    blocks,
    shopData: Object.fromEntries(needed.filter(isSmall)),
    shopDigests: Object.fromEntries(large.map(([key, value]) => [key, digest(JSON.stringify(value))])),
    ...(asksLater && releaseId !== undefined ? { release: releaseId } : {}),
    ...(input.hasNews && needed.length > 0 && { hasNews: true }),
    ...codeOf(program, islands),
    renderedAtMs: nowMs,
  }
}

function codeOf(program: CompiledProgram, islands: readonly CompiledNode[]): Pick<PageData, 'code'> {
  const types = new Set(islands.map(({ type }) => type))
  const used = Object.entries(codeBlocksOf(program)).filter(([type]) => types.has(type))
  const shown = used.map(([type, { definition, code }]) => {
    const { capabilities, heightPx } = definition
    return [type, { definition: { capabilities, ...(heightPx !== undefined && { heightPx }) }, file: codeFileOf(code) }]
  })
  return used.length === 0 ? {} : { code: Object.fromEntries(shown) as PageData['code'] & object }
}

function systemNode(type: string): CompiledNode {
  const id = `_${type}` as NodeId
  const definition = findDefinition(type)
  if (!definition) throw new Error(`The block "${type}" is missing`)
  return { id, type, props: parseProps(definition.fields, {}).props as JsonObject, slots: {} }
}

/** Wide enough for the large cards of messengers; they fetch it from outside, so it needs a whole address. */
const shareWidthPx = 1280

function sharePictureOf({ share }: CompiledPage, origin: string | undefined): SharePicture | undefined {
  const picture = share?.picture
  if (!picture || origin === undefined || !picture.url.startsWith('/')) return undefined
  const widthPx = Math.min(shareWidthPx, picture.widthPx)
  return {
    url: `${origin}${pictureUrl(picture.url, shareWidthPx)}`,
    widthPx,
    heightPx: Math.round((picture.heightPx * widthPx) / picture.widthPx),
    alt: picture.alt,
  }
}

type SharePicture = NonNullable<NonNullable<DocumentParts['card']>['picture']>

/** The language of what blocks say of their own. */
export function pageLanguage(program: Pick<CompiledProgram, 'language'>): 'zh-CN' | 'en' {
  return program.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

function descriptionOf(program: CompiledProgram, shopData: ShopData | null): string {
  const address = shopData?.shop.address.text.trim() ?? ''
  return address === '' ? program.name : `${program.name} · ${address}`
}
