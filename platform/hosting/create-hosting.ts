import type { JsonObject } from '#model/json.ts'
import { createStaticFiles } from '../http/static-files.ts'
import type { StaticFiles } from '../http/static-files.ts'
import type { Services } from '../services.ts'
import { createSites } from './find-site.ts'
import type { Sites } from './find-site.ts'
import { createSiteRenderer } from './render-site.ts'
import type { SiteRenderer } from './render-site.ts'
import { createRuntimeAssets } from './runtime-assets.ts'

export interface Hosting {
  readonly sites: Sites
  readonly renderer: SiteRenderer
  readonly runtimeFiles: StaticFiles
  /** A node as it was published, with the page it stands on: what a pay button may ask for is decided by this. */
  findLiveNode(
    program: { tenantId: string; programId: string },
    nodeId: string,
  ): Promise<{ type: string; props: JsonObject; slug: string } | undefined>
}

export function createHosting(services: Pick<Services, 'db' | 'config' | 'blobs'>): Hosting {
  const { config, blobs } = services
  const sites = createSites(services)
  const assets = createRuntimeAssets(config.runtimeFolder)
  const renderer = createSiteRenderer({ blobs, sites, assets, nowMs: Date.now })
  return {
    sites,
    renderer,
    runtimeFiles: createStaticFiles(config.runtimeFolder),
    async findLiveNode(program, nodeId) {
      const programSha256 = await sites.findReleaseFile(program)
      if (!programSha256) return undefined
      const { pages } = await renderer.program({ programSha256 })
      const page = pages.find(({ nodes }) => Object.hasOwn(nodes, nodeId))
      const node = page?.nodes[nodeId]
      return page && node && { type: node.type, props: node.props, slug: page.slug }
    },
  }
}
