/**
 * Which browser it is: a random key that stays on the program's origin, and a token for a quarter of an hour that is
 * good for this program and this browser alone. Whom the browser stands for is asked with each call: without an account
 * a visitor of its own, and once its customer signs in, the same as their other browsers.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod/mini'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { forgetOld } from './forget-old.ts'
import type { ShopTx } from './scope.ts'
import { recordVia } from './via.ts'

const tokenMinutes = 15
const keyBytes = 32

/** A browser, and the visitor that it stands for at present. */
export interface Browser {
  readonly id: string
  readonly visitorId: string
}

export interface VisitorSession {
  readonly visitorKey: string
  readonly token: string
  readonly expiresAtIso: string
}

const claims = z.object({ p: z.string(), b: z.string(), e: z.number() })

/**
 * Knows the browser again by the key, or makes a new one with a visitor. A key that we did not make is never taken over.
 * @param via - code of the poster that they have just scanned
 */
export async function openSession(
  at: ShopTx,
  visitorKey: string | null,
  secret: string,
  via?: string,
): Promise<VisitorSession> {
  const known = visitorKey === null ? undefined : await findBrowser(at, visitorKey)
  const key = known && visitorKey !== null ? visitorKey : randomBytes(keyBytes).toString('base64url')
  const { id, visitorId } = known ?? (await insertBrowser(at, key))
  if (known) await forgetOld(at, known)
  if (via !== undefined) await recordVia(at, visitorId, via)
  const expiresAt = at.now.add({ minutes: tokenMinutes })
  const payload = Buffer.from(JSON.stringify({ p: at.programId, b: id, e: expiresAt.epochMilliseconds })).toString(
    'base64url',
  )
  return { visitorKey: key, token: `${payload}.${signature(payload, secret)}`, expiresAtIso: expiresAt.toString() }
}

/** The browser's id, or undefined for a token that is forged, over, or another program's. */
export function readToken(token: string, programId: string, secret: string, nowMs: number): string | undefined {
  const [payload = '', given = ''] = token.split('.', 2)
  const expected = signature(payload, secret)
  if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return undefined
  const parsed = claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  if (!parsed.success || parsed.data.p !== programId || parsed.data.e <= nowMs) return undefined
  return parsed.data.b
}

async function findBrowser({ tx, programId }: ShopTx, key: string): Promise<Browser | undefined> {
  return tx
    .selectFrom('browser')
    .select(['id', 'visitor_id as visitorId'])
    .where('program_id', '=', programId)
    .where('key_sha256', '=', hashOf(key))
    .executeTakeFirst()
}

async function insertBrowser({ tx, keys }: ShopTx, key: string): Promise<Browser> {
  const id = uuidv7()
  await tx
    .insertInto('visitor')
    .values({ ...keys, id })
    .execute()
  await tx
    .insertInto('browser')
    .values({ ...keys, id, key_sha256: hashOf(key), visitor_id: id })
    .execute()
  return { id, visitorId: id }
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/** The secret signs other things too; the prefix keeps a signature from meaning something else there. */
function signature(payload: string, secret: string): string {
  return createHmac('sha256', secret).update(`visitor-token\n${payload}`).digest('base64url')
}
