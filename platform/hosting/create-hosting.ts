import type { Capability } from '#model/capabilities.ts'
import type { JsonObject } from '#model/json.ts'
import { requestedCapabilities } from '#compiler/requested-capabilities.ts'
import type { MemberParts } from '#runtime/live/member-parts.ts'
import { assetsFrom, type RuntimeAssets } from '#runtime/runtime-assets.ts'
import { isOffered } from '#runtime/show-when.ts'
import { sharedCodeOrigin } from '../config.ts'
import { createStaticFiles } from '../http/static-files.ts'
import type { StaticFiles } from '../http/static-files.ts'
import type { Services } from '../services.ts'
import { createPageDrawer } from './draw-pages.ts'
import { createSites } from './find-site.ts'
import type { LiveSite, Site, Sites, Viewer } from './find-site.ts'
import { rememberLive } from './live-memory.ts'
import { createOldRuntime } from './old-runtime.ts'
import type { OldRuntime } from './old-runtime.ts'
import { createSiteRenderer } from './render-site.ts'
import type { SiteRenderer } from './render-site.ts'
import { createRuntimeAssets } from './runtime-assets.ts'

export interface Hosting {
  readonly sites: Sites
  /** What everybody but who is in a gradual release sees of a program, if that is known without a question. */
  peekLive(programId: string): LiveSite | undefined
  readonly renderer: SiteRenderer
  readonly runtimeFiles: StaticFiles
  readonly oldRuntime: OldRuntime
  readonly assets: () => Promise<RuntimeAssets>
  /** Ends what nobody waits for. */
  stop(): Promise<void>
  /** What of a live page only members get, as it may be seen now; undefined when there is nothing. */
  loadMemberParts(
    site: Pick<Site, 'tenantId' | 'programId' | 'language' | 'preview'>,
    slug: string,
    viewer: Viewer,
  ): Promise<MemberParts | undefined>
  /** What the release requests that this visitor sees; nothing where none is live. */
  requested(program: { tenantId: string; programId: string } & Viewer): Promise<ReadonlySet<Capability>>
  /**
   * A node as it was published, with the page it stands on: what a pay button or a login may ask for is decided by this.
   * With the release of an older page, which visitors were shown once, it is found in that.
   */
  findLiveNode(
    program: { tenantId: string; programId: string } & Viewer,
    nodeId: string,
  ): Promise<{ type: string; props: JsonObject; slug: string; releaseId: string } | undefined>
}

export function createHosting(services: Pick<Services, 'db' | 'config' | 'blobs' | 'hub' | 'log'>): Hosting {
  const { config, blobs, hub } = services
  const stored = createSites(services)
  const rememberedLive = rememberLive((site: Site) => stored.findLive(site), { onChange: hub.onWake, nowMs: Date.now })
  const sites: Sites = {
    ...stored,
    async findLive(site, viewer) {
      if (site.preview) return stored.findLive(site, viewer)
      const live = await rememberedLive.find(site)
      // Only a gradual release is another one for another visitor.
      return live?.rollout && viewer?.visitor !== undefined ? stored.findLive(site, viewer) : live
    },
  }
  const assets = createRuntimeAssets(config.runtimeFolder)
  const codeOrigin = sharedCodeOrigin(config)
  const pageAssets: typeof assets = async (language) =>
    codeOrigin === undefined ? assets(language) : assetsFrom(codeOrigin, await assets(language))
  const renderer = createSiteRenderer({ blobs, sites, assets: pageAssets, nowMs: Date.now, log: services.log })
  const drawer = createPageDrawer({ sites, renderer, log: services.log })
  hub.onRelease(drawer.draw)
  return {
    sites,
    stop: drawer.stop,
    peekLive: rememberedLive.peek,
    renderer,
    // What programs have in common whatever their language: the offline worker.
    assets: () => assets('en'),
    runtimeFiles: createStaticFiles(config.runtimeFolder),
    oldRuntime: createOldRuntime(services.db),
    async loadMemberParts(site, slug, viewer) {
      const release = await sites.findRelease(site, viewer)
      return release && renderer.memberParts(site, release, slug)
    },
    async requested(program) {
      const release = await sites.findRelease(program, { visitor: program.visitor })
      if (!release) return new Set()
      const { pages } = await renderer.program(release)
      return requestedCapabilities(pages.filter(({ hidden }) => !hidden))
    },
    async findLiveNode(program, nodeId) {
      const release = await sites.findRelease(program, program)
      if (!release) return undefined
      const { pages } = await renderer.program(release)
      const page = pages.find(({ nodes }) => Object.hasOwn(nodes, nodeId))
      const node = page?.nodes[nodeId]
      if (!page || !node || !isOffered(page, node.id, Date.now())) return undefined
      return { type: node.type, props: node.props, slug: page.slug, releaseId: release.id }
    },
  }
}
