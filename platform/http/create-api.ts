/** Turns routes into a Hono app: parses, decides, answers, and logs nothing that is personal. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Services } from '../services.ts'
import { checkOrigin } from './check-origin.ts'
import { isReply } from './define-route.ts'
import type { Route, RouteRequest, Schema } from './define-route.ts'
import { Failure, failureOf, notFound, presentFailure } from './failure.ts'
import { describeApi } from './openapi.ts'
import { readJson } from './read-json.ts'

export type Api = Hono<{ Bindings: Partial<HttpBindings> }>

/** @param log - one line of JSON for each failure of our own; never a body, an address or a name */
export function createApi(routes: readonly Route[], services: Services): Api {
  const api: Api = new Hono()
  mountRoutes(api, routes, services)
  const description = JSON.stringify(describeApi(routes))
  api.get('/api/openapi.json', (c) => c.body(description, 200, { 'content-type': 'application/json' }))
  api.all('/api/*', (c) => present(c, notFound('route')))
  return api
}

export function mountRoutes(app: Api, routes: readonly Route[], services: Services): void {
  for (const route of routes) app.on(route.method, route.path, (c) => answer(c, route, services))
}

/** Of the other end of the connection, or what a trusted proxy says. */
export function clientAddressOf(c: Context, trustProxy: boolean): string {
  const bindings = c.env as Partial<HttpBindings> | undefined
  return (
    forwardedFor(c.req.header('x-forwarded-for'), trustProxy) ?? bindings?.incoming?.socket.remoteAddress ?? 'unknown'
  )
}

/** The same for a request that no router has seen. */
export function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  return forwardedFor(headers['x-forwarded-for']?.toString(), trustProxy) ?? socket.remoteAddress ?? 'unknown'
}

function forwardedFor(header: string | undefined, trustProxy: boolean): string | undefined {
  return trustProxy ? header?.split(',').at(-1)?.trim() : undefined
}

async function answer(c: Context, route: Route, services: Services): Promise<Response> {
  const request = routeRequest(c, services.config.trustProxy)
  const startedMs = performance.now()
  try {
    checkOrigin(request.raw, services.config)
    const params = c.req.param()
    for (const [name, value] of Object.entries(params))
      if (name.endsWith('Id') && !isUuid(value)) throw notFound(name.slice(0, -2))
    const query = route.query && parse(route.query, c.req.query(), 'query')
    const body = async (): Promise<unknown> =>
      route.input && parse(route.input, await readJson(request.raw, route.maxBodyBytes), 'body')
    return finish(c, request, await route.run(request, params, query, body, services))
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code === 'internal')
      services.log({
        event: 'request-failed',
        request: request.id,
        route: `${route.method} ${route.path}`,
        tookMs: Math.round(performance.now() - startedMs),
        error: describe(error),
      })
    return present(c, failure, request)
  }
}

function routeRequest(c: Context, trustProxy: boolean): RouteRequest {
  const given = c.req.header('x-request-id')
  return {
    raw: c.req.raw,
    id: given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID(),
    clientAddress: clientAddressOf(c, trustProxy),
  }
}

function finish(c: Context, request: RouteRequest, result: unknown): Response {
  if (result instanceof Response) {
    result.headers.set('x-request-id', request.id)
    return result
  }
  const { reply, body } = isReply(result) ? result : { reply: { status: 200 as const }, body: result }
  return c.json(body, reply.status, { ...privateHeaders(request), ...('headers' in reply ? reply.headers : {}) })
}

function present(c: Context, failure: Failure, request?: RouteRequest): Response {
  const { status, body } = presentFailure(failure)
  return c.json(body, status, request ? privateHeaders(request) : { 'cache-control': 'no-store' })
}

function privateHeaders(request: RouteRequest): Record<string, string> {
  return { 'cache-control': 'no-store', 'x-request-id': request.id }
}

function parse(schema: Schema, value: unknown, where: 'body' | 'query'): unknown {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const issues = result.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new Failure('bad-request', `The ${where} is not as it should be`, issues)
}

const isUuid = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)

/** Where and what, without the values that database errors carry in their details. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  return `${error.name}${code}: ${error.message}\n${(error.stack ?? '').split('\n').slice(1, 8).join('\n')}`
}
