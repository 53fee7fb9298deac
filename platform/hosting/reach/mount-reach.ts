/** What a program's origin answers to those who are no visitors: search engines, home screens, the offline worker. */
import type { Context } from 'hono'
import type { CompiledProgram } from '#model/compiled-program.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { workerPath } from '#runtime/offline/keep-message.ts'
import { sharedCodeOrigin } from '../../config.ts'
import type { Api } from '../../http/create-api.ts'
import type { Services } from '../../services.ts'
import type { Site, Sites } from '../find-site.ts'
import type { SiteRenderer } from '../render-site.ts'
import { createIcons, iconSizesPx } from './icons.ts'
import { webManifest } from './manifest.ts'
import { robotsText, sitemapXml } from './sitemap.ts'
import { removalWorker } from './removal-worker.ts'

export interface ReachOptions {
  readonly services: Pick<Services, 'config' | 'pictureSizes'>
  readonly sites: Pick<Sites, 'findLive'>
  readonly renderer: Pick<SiteRenderer, 'program'>
  readonly assets: () => Promise<RuntimeAssets>
  readonly findSite: (c: Context) => Promise<Site | undefined>
}

const dayS = 86_400

export function mountReach(app: Api, { services, sites, renderer, assets, findSite }: ReachOptions): void {
  const icons = createIcons(services.pictureSizes)
  const codeOrigin = sharedCodeOrigin(services.config)

  app.get('/robots.txt', async (c) => {
    const found = await findProgram(c)
    return send(robotsText(found?.site.origin), 'text/plain; charset=utf-8', 'no-cache')
  })
  app.get('/sitemap.xml', async (c) => {
    const found = await findProgram(c)
    return found
      ? send(sitemapXml(found.program, found.site.origin), 'application/xml; charset=utf-8', 'no-cache')
      : c.notFound()
  })
  app.get('/app.webmanifest', async (c) => {
    const found = await findProgram(c)
    return found
      ? send(JSON.stringify(webManifest(found.program)), 'application/manifest+json; charset=utf-8', 'no-cache')
      : c.notFound()
  })
  for (const sizePx of iconSizesPx)
    app.get(`/icon-${sizePx}.png`, async (c) => {
      const found = await findProgram(c)
      if (!found) return c.notFound()
      return send(await icons.draw(found.program, sizePx), 'image/png', `public, max-age=${dayS}`)
    })
  app.get('/favicon.ico', (c) => c.body(null, 204, { 'cache-control': `public, max-age=${dayS}` }))
  app.get(workerPath, async (c) => {
    const { worker } = await assets()
    // A private preview is closed or runs out, and then nothing of it may be left on any device.
    const site = services.config.offlineReading ? await findSite(c) : undefined
    const script = worker && site && !site.preview ? worker : removalWorker
    return send(script, 'text/javascript; charset=utf-8', 'no-cache', {
      // It may fetch from its own origin and that of the common code, and nothing else.
      'content-security-policy': `default-src 'none'; connect-src 'self' ${codeOrigin ?? ''}`.trim(),
    })
  })

  async function findProgram(c: Context): Promise<{ site: Site; program: CompiledProgram } | undefined> {
    const site = await findSite(c)
    const live = site && (await sites.findLive(site))
    return live && { site, program: await renderer.program(live) }
  }
}

function send(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  cacheControl: string,
  more: Record<string, string> = {},
): Response {
  const headers = { 'content-type': type, 'cache-control': cacheControl, 'x-content-type-options': 'nosniff', ...more }
  return new Response(body, { headers })
}
