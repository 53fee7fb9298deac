/** Everything on a program's own origin: its pages, its pictures, the code that makes them live, its shop. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Context } from 'hono'
import { programLabelOf } from '../config.ts'
import { checkOrigin } from '../http/check-origin.ts'
import { sendCached } from '../http/compressed.ts'
import { clientAddressOf, mountRoutes } from '../http/create-api.ts'
import type { Api } from '../http/create-api.ts'
import { failureOf } from '../http/failure.ts'
import type { StaticFiles } from '../http/static-files.ts'
import { getPicture } from '../pictures/routes.ts'
import type { Services } from '../services.ts'
import type { VisitedProgram } from '../shop/visitor-call.ts'
import type { Site, Sites } from './find-site.ts'
import { languageOf, noticePage } from './notice-page.ts'
import type { SiteRenderer } from './render-site.ts'

export interface ProgramAppOptions {
  readonly services: Services
  readonly sites: Sites
  readonly renderer: SiteRenderer
  readonly runtimeFiles: StaticFiles
  /** The shop's own API under `/_shop`. */
  readonly visitor: (request: Request, program: VisitedProgram, clientAddress: string) => Response | Promise<Response>
}

/** The shop's routes have their own, smaller limit and words for it; this one also stops what never ends. */
const MOST_BODY_BYTES = 256 * 1024

/** Answers requests whose host is a program's; the caller has looked at the host. */
export function createProgramApp(options: ProgramAppOptions): Api {
  const { services, sites, renderer, runtimeFiles } = options
  const app: Api = new Hono()

  mountRoutes(app, [getPicture], services)
  app.get('/runtime/*', async (c) => (await serveRuntime(runtimeFiles, c.req.raw)) ?? c.notFound())
  app.get('/favicon.ico', (c) => c.body(null, 204, { 'cache-control': 'public, max-age=86400' }))

  app.use('/_shop/*', bodyLimit({ maxSize: MOST_BODY_BYTES }))
  app.all('/_shop/*', async (c) => {
    const site = await findSite(c)
    if (!site) return c.json({ error: { code: 'not-found', message: 'There is no such program' } }, 404)
    try {
      checkOrigin(c.req.raw)
    } catch (error) {
      return c.json({ error: { code: 'unauthorised', message: failureOf(error).message } }, 403)
    }
    const { tenantId, programId, language, origin } = site
    return options.visitor(
      c.req.raw,
      { tenantId, programId, language, origin },
      clientAddressOf(c, services.config.trustProxy),
    )
  })

  app.get('/_order/:id', (c) => servePage(c, '_order'))
  app.get('/', (c) => servePage(c, ''))
  app.get('/:slug', (c) => servePage(c, c.req.param('slug')))
  app.get('*', async (c) => {
    const { pathname, search } = new URL(c.req.url)
    // One address per page: `/menu/` is `/menu`. Leading slashes are folded, or the target would be another host.
    if (pathname.endsWith('/')) return c.redirect(`/${pathname.replaceAll(/^\/+|\/+$/g, '')}${search}`, 308)
    return servePage(c, pathname.slice(1))
  })
  app.onError((error, c) => {
    services.log({ event: 'page-failed', route: c.req.routePath, error: `${error.name}: ${error.message}` })
    return noticePage('broken', languageOf(c.req.header('accept-language') ?? null))
  })
  return app

  function findSite(c: Context): Promise<Site | undefined> {
    return sites.find(programLabelOf(services.config, hostOf(c.req.raw)) ?? '')
  }

  async function servePage(c: Context, path: string): Promise<Response> {
    const site = await findSite(c)
    if (!site) return noticePage('unknown', languageOf(c.req.header('accept-language') ?? null))
    const live = await sites.findLive(site)
    if (!live) return noticePage('unpublished', site.language, site.name)
    const page = await renderer.page(site, live, path)
    return sendCached(
      c.req.raw,
      page.body,
      {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': page.policy,
        // Always asked for anew, mostly answered with 304: a changed price or a new release shows at once.
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()',
      },
      page.status,
    )
  }
}

export function hostOf(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host
}

/** Also on the platform's origin, where the editor's frame has an origin that is none and needs leave to load modules. */
export async function serveRuntime(files: StaticFiles, request: Request): Promise<Response | undefined> {
  const { pathname } = new URL(request.url)
  const path = pathname.replace(/^\/runtime\//, '')
  return files.answer(request, path, {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    ...(path === 'frame.html' && framed),
  })
}

/** Only our own editor frames it, and it has an opaque origin even when somebody opens its address directly. */
const framed = {
  'content-security-policy': "sandbox allow-scripts allow-forms; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
}
