/** A published page is a pure function of release, shop data and clock: rendered once, then sent from memory. */
import type { RenderedPage } from '#compiler/html/document.ts'
import { pageLanguage, renderNotFoundPage, renderOrderPage, renderPage } from '#compiler/html/render-page.tsx'
import type { RenderInput } from '#compiler/html/render-page.tsx'
import { renderMemberParts } from '#compiler/html/render-member-parts.ts'
import type { MemberParts } from '#runtime/live/member-parts.ts'
import { momentsOf } from '#runtime/show-when.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { ShopData } from '#components/kit/view.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import { visitorPaths } from '../contract/routes.ts'
import { cachedBody } from '../http/compressed.ts'
import type { CachedBody } from '../http/compressed.ts'
import { loadReleasedProgram } from '../releases/release-files.ts'
import type { Services } from '../services.ts'
import type { LiveSite, Site, Sites } from './find-site.ts'
import { findPageAt } from './find-page-at.ts'
import { createLru } from './lru.ts'

export interface SitePage {
  readonly body: CachedBody
  readonly policy: string
  readonly status: 200 | 404
  /** When the clock makes another page of the same release and data. */
  readonly untilMs: number
  /** Of the merchant's page that this is, `_order` for the page of any order; absent for an address that no page has. */
  readonly pageId?: string
}

export interface SiteRenderer {
  /** @param path - without slashes around it; empty for the home page, `_order` for the page of any order */
  page(site: Site, live: LiveSite, path: string): Promise<SitePage>
  /** Never kept: it is asked for by one member at a time, and is true now. */
  memberParts(site: DataOf, live: Pick<LiveSite, 'programSha256'>, slug: string): Promise<MemberParts | undefined>
  program(live: Pick<LiveSite, 'programSha256'>): Promise<CompiledProgram>
}

type DataOf = Parameters<Sites['loadShopData']>[0]

const MOST_PAGES = 600
const MOST_PROGRAMS = 200
/** Words that depend on the clock ("open until …") are at most this old; the data's tag tells of opening and closing. */
const CLOCK_STEP_MS = 5 * 60 * 1000

export function createSiteRenderer(options: {
  blobs: BlobStore
  sites: Pick<Sites, 'loadShopData'>
  /** Code and styles for pages in this language. */
  assets: (language: 'en' | 'zh-CN') => Promise<RuntimeAssets>
  nowMs: () => number
  log: Services['log']
}): SiteRenderer {
  const pages = createLru<Promise<SitePage>>(MOST_PAGES)
  const programs = createLru<Promise<CompiledProgram>>(MOST_PROGRAMS)

  function program({ programSha256 }: Pick<LiveSite, 'programSha256'>): Promise<CompiledProgram> {
    const begun = programs.get(programSha256) ?? loadReleasedProgram(options.blobs, programSha256)
    programs.set(programSha256, begun)
    begun.catch(() => programs.drop(programSha256))
    return begun
  }

  async function render(site: Site, live: LiveSite, path: string, clock: PageClock): Promise<SitePage> {
    const { nowMs, untilMs } = clock
    const shopData: ShopData = await options.sites.loadShopData(site)
    const compiled = await program(live)
    const input = {
      program: compiled,
      shopData,
      assets: await options.assets(pageLanguage(compiled)),
      nowMs,
      origin: site.origin,
      hasNews: true,
      // One box on one page; nobody would hear of it.
      viewFailed: (nodeId: NodeId, error: unknown) =>
        options.log({
          event: 'block-failed',
          programId: site.programId,
          path: `/${path}`,
          nodeId,
          error: String(error),
        }),
      ...(site.preview ? {} : { releaseId: live.releaseId, tellAddress: tellAddressOf(live.releaseId) }),
    }
    const { rendered, ...page } = choosePage(input, path)
    const body = cachedBody(rendered.html, { compress: true, quality: 'quick' })
    return { ...page, untilMs, policy: rendered.policy, body }
  }

  return {
    program,
    async memberParts(site, live, slug) {
      const [compiled, shopData] = await Promise.all([
        program(live),
        options.sites.loadShopData(site) as Promise<ShopData>,
      ])
      const assets = await options.assets(pageLanguage(compiled))
      return renderMemberParts({ program: compiled, shopData, assets, nowMs: options.nowMs(), slug })
    },
    async page(site, live, path) {
      const compiled = await program(live)
      const { pages: known } = compiled
      const clock = pageClock(compiled, options.nowMs())
      // Addresses that no page has share one entry, so that nobody fills the memory by asking for nonsense.
      const name = path === '_order' || known.some(({ slug, hidden }) => slug === path && !hidden) ? `/${path}` : '404'
      const key = [live.releaseId, live.dataTag, clock.nowMs, name].join(' ')
      const begun = pages.get(key) ?? render(site, live, path, clock)
      pages.set(key, begun)
      begun.catch(() => pages.drop(key))
      return begun
    },
  }
}

/**
 * The clock a page is drawn by: it stands still for a few minutes, so that one page serves all who ask meanwhile, and
 * goes on at every moment at which something on a page begins or ends. Opening and closing are told by the data's tag.
 */
function pageClock(program: CompiledProgram, nowMs: number): PageClock {
  const moments = momentsOfProgram.get(program) ?? momentsOf(program.pages.flatMap((page) => Object.values(page.nodes)))
  momentsOfProgram.set(program, moments)
  const step = Math.floor(nowMs / CLOCK_STEP_MS) * CLOCK_STEP_MS
  return {
    nowMs: Math.max(step, moments.findLast((ms) => ms <= nowMs) ?? 0),
    untilMs: Math.min(step + CLOCK_STEP_MS, moments.find((ms) => ms > nowMs) ?? Infinity),
  }
}

interface PageClock {
  readonly nowMs: number
  /** When it goes on. */
  readonly untilMs: number
}

const momentsOfProgram = new WeakMap<CompiledProgram, readonly number[]>()

/** Where a page of this release tells what was seen of it. */
function tellAddressOf(release: string) {
  return (page: string) => `${visitorPaths.seen}?${new URLSearchParams({ release, page })}`
}

function choosePage(
  input: RenderInput,
  path: string,
): Pick<SitePage, 'status' | 'pageId'> & { rendered: RenderedPage } {
  if (path === '_order') return { status: 200, pageId: path, rendered: renderOrderPage(input) }
  const page = findPageAt(input.program, path)
  const rendered = page && renderPage({ ...input, pageId: page.id })
  return rendered ? { status: 200, pageId: page.id, rendered } : { status: 404, rendered: renderNotFoundPage(input) }
}
