/**
 * Who a visitor is while a gradual release runs: a random id in a cookie of the program's own origin, so that each sees one
 * version throughout. No other time sets it, and nothing but the version and its count of visits is decided by it.
 */
import { randomBytes } from 'node:crypto'

const name = 'sw-visitor'
const days = 30

export interface VisitorCookie {
  readonly visitor: string
  /** The gradual release in which this visitor was counted last. */
  readonly countedIn: string
}

export function readVisitorCookie(header: string | null): VisitorCookie | undefined {
  const found = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{22})\\.([0-9a-f-]{36})(?:;|$)`).exec(header ?? '')
  const [, visitor, countedIn] = found ?? []
  return visitor === undefined || countedIn === undefined ? undefined : { visitor, countedIn }
}

export function newVisitor(): string {
  return randomBytes(16).toString('base64url')
}

/** @param origin - of the program; decides whether the cookie is for encrypted connections only */
export function writeVisitorCookie({ visitor, countedIn }: VisitorCookie, origin: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `${name}=${visitor}.${countedIn}; Path=/; Max-Age=${days * 24 * 60 * 60}; HttpOnly; SameSite=Lax${secure}`
}
