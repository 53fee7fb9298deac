/** The two cookies of the platform's pages for customers: who is signed in, and which code is on its way. */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Context } from 'hono'
import { customerPaths } from '../contract/routes.ts'
import { sessionDays } from './customer-sessions.ts'

const names = { session: 'sw-customer', code: 'sw-code' } as const
const seconds = { session: sessionDays * 24 * 60 * 60, code: 10 * 60 } as const
type Name = keyof typeof names

export function readCookie(c: Context, name: Name): string | undefined {
  const value = getCookie(c, names[name])
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined
}

/** Lax: it must be there when a program leads here. */
export function writeCookie(c: Context, name: Name, value: string, isSecure: boolean): void {
  setCookie(c, names[name], value, {
    httpOnly: true,
    sameSite: 'Lax',
    path: customerPaths.root,
    maxAge: seconds[name],
    secure: isSecure,
  })
}

export function dropCookie(c: Context, name: Name): void {
  deleteCookie(c, names[name], { path: customerPaths.root })
}
