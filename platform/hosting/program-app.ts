/** Everything on a program's own origin: its pages, its pictures, the code that makes them live, its shop. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Context } from 'hono'
import type { HttpBindings } from '@hono/node-server'
import { programLabelOf } from '../config.ts'
import { withTenant } from '../db/database.ts'
import { checkOrigin } from '../http/check-origin.ts'
import { headersOf, sendCached } from '../http/compressed.ts'
import { hereOnly, webOnly } from '../http/connection-allowlist.ts'
import { clientAddressOf, mountRoutes } from '../http/create-api.ts'
import type { Api } from '../http/create-api.ts'
import { customerPaths } from '../contract/routes.ts'
import { pagePaths } from '#runtime/host/addresses.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { failureOf } from '../http/failure.ts'
import type { StaticFiles } from '../http/static-files.ts'
import { getPicture } from '../pictures/routes.ts'
import { countVisit } from '../releases/gradual.ts'
import type { Services } from '../services.ts'
import { visitorPaths } from '../contract/routes.ts'
import type { VisitedProgram } from '../shop/visitor-call.ts'
import type { Statistics } from '../statistics/create-statistics.ts'
import { createCodeFiles } from './code-file.ts'
import type { LiveSite, Site, Sites } from './find-site.ts'
import { loginReturnPage } from './login-return-page.ts'
import { languageOf, noticePage } from './notice-page.ts'
import type { ReadyPages } from './ready-pages.ts'
import { mountReach } from './reach/mount-reach.ts'
import type { SitePage, SiteRenderer } from './render-site.ts'
import type { OldRuntime } from './old-runtime.ts'
import { newVisitor, readVisitorCookie, writeVisitorCookie } from './visitor-cookie.ts'

export interface ProgramAppOptions {
  readonly services: Services
  readonly sites: Sites
  readonly renderer: SiteRenderer
  readonly runtimeFiles: StaticFiles
  readonly oldRuntime: OldRuntime
  readonly assets: () => Promise<RuntimeAssets>
  readonly statistics: Pick<Statistics, 'countLook'>
  readonly readyPages: Pick<ReadyPages, 'keep'>
  /** The shop's own API under `/_shop`. */
  readonly visitor: (request: Request, program: VisitedProgram, clientAddress: string) => Response | Promise<Response>
}

/** The shop's routes have their own, smaller limit and words for it; this one also stops what never ends. */
const MOST_BODY_BYTES = 256 * 1024

/** Answers requests whose host is a program's; the caller has looked at the host. */
export function createProgramApp(options: ProgramAppOptions): Api {
  const { services, sites, renderer, statistics } = options
  const app: Api = new Hono()

  mountRoutes(app, [getPicture], services)
  const codeFiles = createCodeFiles(services.blobs)
  app.get('/code/:sha256', async (c) => (await codeFiles.answer(c.req.raw, c.req.param('sha256'))) ?? c.notFound())
  app.get('/runtime/*', async (c) => (await serveRuntime(options, c.req.raw)) ?? c.notFound())
  mountReach(app, { ...options, findSite })

  const limitBody = bodyLimit({ maxSize: MOST_BODY_BYTES })
  // Files are read by a limit of their own.
  app.use('/_shop/*', (c, next) => (c.req.path === visitorPaths.attachments ? next() : limitBody(c, next)))
  app.all('/_shop/*', async (c) => {
    const site = await findSite(c)
    if (!site) return c.json({ error: { code: 'not-found', message: 'There is no such program' } }, 404)
    try {
      checkOrigin(c.req.raw, services.config)
    } catch (error) {
      return c.json({ error: { code: 'unauthorised', message: failureOf(error).message } }, 403)
    }
    const { tenantId, programId, language, origin, preview } = site
    const known = readVisitorCookie(c.req.header('cookie') ?? null)
    return options.visitor(
      c.req.raw,
      {
        tenantId,
        programId,
        language,
        origin,
        ...(preview && { preview }),
        ...(known && { visitor: known.visitor }),
      },
      clientAddressOf(c, services.config.trustProxy),
    )
  })

  app.get(customerPaths.loginReturn, async (c) => {
    const site = await findSite(c)
    const { login } = await options.assets()
    if (!site || site.preview || !login)
      return noticePage('unknown', languageOf(c.req.header('accept-language') ?? null))
    return loginReturnPage(site, login)
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

  /** Whoever asks for the same within the second is sent the same. */
  function keepReady(c: Context, { site, live, page, headers }: Served): void {
    const incoming = (c.env as Partial<HttpBindings> | undefined)?.incoming
    const host = incoming?.headers.host
    if (host === undefined || incoming?.url === undefined || incoming.url.includes('?')) return
    if (page.pageId === undefined) return
    const { tenantId, programId } = site
    const { body, pageId, untilMs } = page
    const ready = { tenantId, programId, pageId, live, untilMs, body, headers: { ...headers, ...headersOf(body) } }
    options.readyPages.keep(host, incoming.url, ready)
  }

  async function servePage(c: Context, path: string): Promise<Response> {
    const site = await findSite(c)
    if (!site) return noticePage('unknown', languageOf(c.req.header('accept-language') ?? null))
    const known = readVisitorCookie(c.req.header('cookie') ?? null)
    const viewer = viewerOf(known?.visitor)
    const live = await sites.findLive(site, viewer)
    if (!live) return noticePage('unpublished', site.language, site.name)
    if (path === '' && c.req.query('table') !== undefined) {
      // The code on a table leads to the program; whoever sits there wants the menu.
      const menu = pagePaths((await renderer.program(live)).pages)['dish:']
      if (menu !== undefined && menu !== '/') return c.redirect(menu + new URL(c.req.url).search, 302)
    }
    const page = await renderer.page(site, live, path)
    if (page.pageId !== undefined && !site.preview) {
      const from = { address: clientAddressOf(c, services.config.trustProxy) }
      statistics.countLook(c.req.raw, from, { ...site, releaseId: live.releaseId, pageId: page.pageId })
    }
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': page.policy,
      'connection-allowlist': webOnly,
      // Always asked for anew, mostly answered with 304: a changed price or a new release shows at once.
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      ...((path.startsWith('_') || site.preview) && apart),
      'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()',
    }
    if (page.status === 200 && !site.preview && !live.rollout && !path.startsWith('_'))
      keepReady(c, { site, live, page, headers })
    const response = await sendCached(c.req.raw, page.body, headers, page.status)
    if (site.preview) for (const [name, value] of Object.entries(privately)) response.headers.set(name, value)
    if (live.rollout) {
      response.headers.append('vary', 'cookie')
      if (known?.countedIn !== live.rollout.id) {
        await noteVisit(services, site, live.rollout)
        response.headers.append(
          'set-cookie',
          writeVisitorCookie({ visitor: viewer.visitor, countedIn: live.rollout.id }, site.origin),
        )
      }
    }
    return response
  }
}

interface Served {
  readonly site: Site
  readonly live: LiveSite
  readonly page: SitePage
  readonly headers: Readonly<Record<string, string>>
}

/** Somebody new gets an id only when something asks for it: no page but that of a gradual release does. */
function viewerOf(known: string | undefined): { readonly visitor: string } {
  let visitor = known
  return {
    get visitor() {
      return (visitor ??= newVisitor())
    },
  }
}

/** A count that fails costs nobody their page. */
async function noteVisit({ db, log }: Services, site: Site, rollout: NonNullable<LiveSite['rollout']>): Promise<void> {
  await withTenant(db, site.tenantId, (tx) => countVisit(tx, site, rollout.id, rollout.isNew)).catch((error: unknown) =>
    log({ event: 'visit-not-counted', error: String(error) }),
  )
}

/**
 * Whoever opened such a page keeps no hold of its window. A page that everybody gets does without: a browser begins a new
 * process for it when the answer is there already, which delays the first paint by a tenth of a second on a cheap phone.
 */
const apart = { 'cross-origin-opener-policy': 'same-origin' }

/** Of a private preview: kept out of search, and its address, which is the secret, is told to nobody. */
const privately = {
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
  // It opens until it is closed, and not from what some browser kept of it.
  'cache-control': 'no-store',
}

export function hostOf(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host
}

/** Also on the platform's origin, where the editor's frame has an origin that is none and needs leave to load modules. */
export async function serveRuntime(
  { runtimeFiles, oldRuntime }: Pick<ProgramAppOptions, 'runtimeFiles' | 'oldRuntime'>,
  request: Request,
): Promise<Response | undefined> {
  const { pathname } = new URL(request.url)
  const path = pathname.replace(/^\/runtime\//, '')
  const headers = {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    ...(path === 'frame.html' && framed),
  }
  return (await runtimeFiles.answer(request, path, headers)) ?? oldRuntime.answer(request, path, headers)
}

/** Only our own editor frames it, and it has an opaque origin even when somebody opens its address directly. */
const framed = {
  'content-security-policy': "sandbox allow-scripts allow-forms; frame-ancestors 'self'",
  'connection-allowlist': hereOnly,
  'x-frame-options': 'SAMEORIGIN',
}
