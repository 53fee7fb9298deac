/**
 * Who a visitor is, without an account: a random key that stays on the program's origin, and a token for a quarter of
 * an hour that is good for this program and this visitor alone.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod/mini'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { forgetOld } from './forget-old.ts'
import type { ShopTx } from './scope.ts'

const tokenMinutes = 15
const keyBytes = 32

export interface VisitorSession {
  readonly visitorKey: string
  readonly token: string
  readonly expiresAtIso: string
}

const claims = z.object({ p: z.string(), v: z.string(), e: z.number() })

/** Knows the visitor again by the key, or makes a new one. A key that we did not make is never taken over. */
export async function openSession(at: ShopTx, visitorKey: string | null, secret: string): Promise<VisitorSession> {
  const known = visitorKey === null ? undefined : await findVisitor(at, visitorKey)
  const key = known && visitorKey !== null ? visitorKey : randomBytes(keyBytes).toString('base64url')
  const visitorId = known ?? (await insertVisitor(at, key))
  if (known) await forgetOld(at, known)
  const expiresAt = at.now.add({ minutes: tokenMinutes })
  const payload = Buffer.from(
    JSON.stringify({ p: at.programId, v: visitorId, e: expiresAt.epochMilliseconds }),
  ).toString('base64url')
  return { visitorKey: key, token: `${payload}.${signature(payload, secret)}`, expiresAtIso: expiresAt.toString() }
}

/** The visitor's id, or undefined for a token that is forged, over, or another program's. */
export function readToken(token: string, programId: string, secret: string, nowMs: number): string | undefined {
  const [payload = '', given = ''] = token.split('.', 2)
  const expected = signature(payload, secret)
  if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return undefined
  const parsed = claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  if (!parsed.success || parsed.data.p !== programId || parsed.data.e <= nowMs) return undefined
  return parsed.data.v
}

async function findVisitor({ tx, programId }: ShopTx, key: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('visitor')
    .select('id')
    .where('program_id', '=', programId)
    .where('key_sha256', '=', hashOf(key))
    .executeTakeFirst()
  return row?.id
}

async function insertVisitor({ tx, keys }: ShopTx, key: string): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('visitor')
    .values({ ...keys, id, key_sha256: hashOf(key) })
    .execute()
  return id
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/** The secret signs other things too; the prefix keeps a signature from meaning something else there. */
function signature(payload: string, secret: string): string {
  return createHmac('sha256', secret).update(`visitor-token\n${payload}`).digest('base64url')
}
