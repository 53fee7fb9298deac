/** A published page is a pure function of release, shop data and time of day: rendered once, then sent from memory. */
import type { RenderedPage } from '#compiler/html/document.ts'
import { renderNotFoundPage, renderOrderPage, renderPage } from '#compiler/html/render-page.tsx'
import type { RenderInput } from '#compiler/html/render-page.tsx'
import type { CompiledProgram } from '#model/compiled-program.ts'
import type { ShopData } from '#components/kit/view.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import { cachedBody } from '../http/compressed.ts'
import type { CachedBody } from '../http/compressed.ts'
import { loadReleasedProgram } from '../releases/release-files.ts'
import type { LiveSite, Site, Sites } from './find-site.ts'
import { createLru } from './lru.ts'

export interface SitePage {
  readonly body: CachedBody
  readonly policy: string
  readonly status: 200 | 404
}

export interface SiteRenderer {
  /** @param path - without slashes around it; empty for the home page, `_order` for the page of any order */
  page(site: Site, live: LiveSite, path: string): Promise<SitePage>
  program(live: Pick<LiveSite, 'programSha256'>): Promise<CompiledProgram>
}

const MOST_PAGES = 600
const MOST_PROGRAMS = 200
/** Words that depend on the clock ("open until …") are at most this old; the data's tag tells of opening and closing. */
const CLOCK_STEP_MS = 5 * 60 * 1000

export function createSiteRenderer(options: {
  blobs: BlobStore
  sites: Pick<Sites, 'loadShopData'>
  assets: () => Promise<RuntimeAssets>
  nowMs: () => number
}): SiteRenderer {
  const pages = createLru<Promise<SitePage>>(MOST_PAGES)
  const programs = createLru<Promise<CompiledProgram>>(MOST_PROGRAMS)

  function program({ programSha256 }: Pick<LiveSite, 'programSha256'>): Promise<CompiledProgram> {
    const begun = programs.get(programSha256) ?? loadReleasedProgram(options.blobs, programSha256)
    programs.set(programSha256, begun)
    begun.catch(() => programs.drop(programSha256))
    return begun
  }

  async function render(site: Site, live: LiveSite, path: string, nowMs: number): Promise<SitePage> {
    const shopData: ShopData = await options.sites.loadShopData(site)
    const input = { program: await program(live), shopData, assets: await options.assets(), nowMs, origin: site.origin }
    const { status, rendered } = choosePage(input, path)
    return { status, policy: rendered.policy, body: cachedBody(rendered.html, { compress: true, quality: 'quick' }) }
  }

  return {
    program,
    async page(site, live, path) {
      const step = Math.floor(options.nowMs() / CLOCK_STEP_MS)
      const { pages: known } = await program(live)
      // Addresses that no page has share one entry, so that nobody fills the memory by asking for nonsense.
      const name = path === '_order' || known.some(({ slug }) => slug === path) ? `/${path}` : '404'
      const key = [live.releaseId, live.dataTag, step, name].join(' ')
      const begun = pages.get(key) ?? render(site, live, path, step * CLOCK_STEP_MS)
      pages.set(key, begun)
      begun.catch(() => pages.drop(key))
      return begun
    },
  }
}

function choosePage(input: RenderInput, path: string): { status: 200 | 404; rendered: RenderedPage } {
  if (path === '_order') return { status: 200, rendered: renderOrderPage(input) }
  const page = input.program.pages.find(({ slug }) => slug === path)
  const home = path === '' ? input.program.homePageId : undefined
  const rendered = renderPage({ ...input, pageId: home ?? page?.id ?? ('' as never) })
  return rendered ? { status: 200, rendered } : { status: 404, rendered: renderNotFoundPage(input) }
}
