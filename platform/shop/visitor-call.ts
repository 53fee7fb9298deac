/** What every route of the visitor's API does around its own work: who, how often, with what, and how it answers. */
import type { Context } from 'hono'
import type { z } from 'zod/mini'
import type { ShopFailure } from '#model/shop/failure.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import { once } from './idempotency.ts'
import { createRateLimit } from './rate-limit.ts'
import type { Bucket } from './rate-limit.ts'
import { httpStatusOf, ShopRefusal } from './refusal.ts'
import { inShop } from './scope.ts'
import type { ShopDb, ShopScope, ShopTx } from './scope.ts'
import { holdVisitorOf, visitorOf } from './browsers.ts'
import { readToken } from './visitor-session.ts'

/** The program whose origin was called, as the host name says. */
export interface VisitedProgram extends ShopScope {
  readonly language: ShopLanguage
  /** Without a slash at the end. */
  readonly origin: string
  /** The random id that decides which version this visitor gets while a gradual release runs. */
  readonly visitor?: string
  /** Set on the origin of a private preview, where nothing can be bought, booked or joined. */
  readonly preview?: { readonly id: string; readonly programSha256: string }
}

/** What whoever mounts the app hands in with each request. */
export type VisitorEnv = { Bindings: { program: VisitedProgram; clientAddress: string } }
export type VisitorRequest = Context<VisitorEnv>

export interface VisitorCall {
  readonly c: VisitorRequest
  readonly program: VisitedProgram
  readonly browserId: string
}

const bodyBytesLimit = 64 * 1024

const buckets = {
  /** By address; everything else is by browser. */
  session: { burst: 300, perMinute: 300 },
  read: { burst: 240, perMinute: 240 },
  price: { burst: 120, perMinute: 120 },
  order: { burst: 20, perMinute: 10 },
  hold: { burst: 30, perMinute: 4 },
  join: { burst: 10, perMinute: 2 },
  form: { burst: 10, perMinute: 2 },
  attach: { burst: 30, perMinute: 10 },
  /** By address, so that a new browser does not begin anew. */
  'attach-address': { burst: 120, perMinute: 30 },
  /** A code is typed, not tried; by address too, so that a new browser does not begin anew. */
  lookup: { burst: 8, perMinute: 4 },
  'lookup-address': { burst: 40, perMinute: 12 },
  login: { burst: 20, perMinute: 6 },
} satisfies { [name: string]: Bucket }

export type LimitName = keyof typeof buckets

export interface VisitorGate {
  /** @throws ShopRefusal `too-many-requests` */
  limit(name: LimitName, key: string): void
  /** @throws ShopRefusal `unauthorised` */
  callOf(c: VisitorRequest): VisitorCall
}

/** @param hasLimits - false for benches, which are one address with a thousand visitors */
export function createVisitorGate(secret: string, hasLimits: boolean): VisitorGate {
  const limits = new Map(Object.entries(buckets).map(([name, bucket]) => [name, createRateLimit(bucket)]))
  return {
    limit(name, key) {
      if (hasLimits && limits.get(name)?.take(key) === false)
        throw new ShopRefusal('too-many-requests', 'Too often; wait a little')
    },
    callOf(c) {
      const { program } = c.env
      // An EventSource cannot send headers.
      const token = c.req.header('authorization')?.replace(/^Bearer /, '') ?? c.req.query('token') ?? ''
      const browserId = readToken(token, program.programId, secret, Date.now())
      if (!browserId) throw new ShopRefusal('unauthorised', 'The token is missing, over, or for another program')
      return { c, program, browserId }
    },
  }
}

/** @throws ShopRefusal `bad-request` naming the first thing that is not as it should be */
export async function readBody<Schema extends z.ZodMiniType>(
  c: VisitorRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (Number(c.req.header('content-length') ?? 0) > bodyBytesLimit)
    throw new ShopRefusal('bad-request', 'The body is too large')
  const text = await c.req.text()
  if (text.length > bodyBytesLimit) throw new ShopRefusal('bad-request', 'The body is too large')
  return parse(schema, parseJson(text))
}

export function parse<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ShopRefusal('bad-request', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not as it should be'}`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ShopRefusal('bad-request', 'The body is not JSON')
  }
}

/** Work in one transaction as the visitor that the calling browser stands for at this moment. */
export function asCaller<Result>(
  db: ShopDb,
  { program, browserId }: VisitorCall,
  work: (at: ShopTx, visitorId: string) => Promise<Result>,
): Promise<Result> {
  return inShop(db, program, async (at) => work(at, await visitorOf(at, browserId)))
}

/** Likewise for what writes: the visitor stays who they are until the commit. */
export function writeAsCaller<Result>(
  db: ShopDb,
  { program, browserId }: VisitorCall,
  work: (at: ShopTx, visitorId: string) => Promise<Result>,
): Promise<Result> {
  return inShop(db, program, async (at) => work(at, await holdVisitorOf(at, browserId)))
}

/** Work that moves money, bookings or points: once per browser and `Idempotency-Key`. */
export function onceInShop<Ids extends { readonly [name: string]: string | null }>(
  db: ShopDb,
  { c, program, browserId }: VisitorCall,
  route: string,
  body: unknown,
  work: (at: ShopTx, visitorId: string) => Promise<Ids>,
): Promise<Ids> {
  const key = c.req.header('idempotency-key') ?? ''
  return inShop(db, program, (at) =>
    once(at, { principal: browserId, key, route, body }, async () => work(at, await holdVisitorOf(at, browserId))),
  )
}

export function answer(c: VisitorRequest, body: unknown, status: 200 | 201 = 200): Response {
  return c.json(body, status, { 'cache-control': 'no-store' })
}

export function answerFailure(c: VisitorRequest, failure: ShopFailure): Response {
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  if (failure.code === 'too-many-requests') headers['retry-after'] = '10'
  return c.json({ error: failure }, httpStatusOf[failure.code], headers)
}
