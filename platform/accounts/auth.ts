/** Accounts and sessions by better-auth, on our database; roles and tenants are ours. */
import { createHash } from 'node:crypto'
import { betterAuth } from 'better-auth'
import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { Pool } from 'pg'
import type { PlatformConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import { demoName } from './demo-names.ts'

export interface SignedIn {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface Auth {
  /** Answers everything under `/api/auth`. */
  handle(request: Request): Promise<Response>
  findSignedIn(headers: Headers): Promise<SignedIn | undefined>
  /** Makes a new person and signs them in; the answer carries the cookie. */
  signInDemo(request: Request): Promise<{ person: SignedIn; cookies: readonly string[] }>
}

const SESSION_SECONDS = 30 * 24 * 60 * 60

export function createAuth(options: { pool: Pool; db: Database; config: PlatformConfig; secret: string }): Auth {
  const { pool, db, config, secret } = options
  const isSecure = config.publicUrl.startsWith('https:')
  const auth = betterAuth({
    appName: 'Shopwright',
    database: pool,
    secret,
    // Reached under several names (localhost, 127.0.0.1), it takes each request's own; behind TLS there is only one.
    baseURL: isSecure ? config.publicUrl : undefined,
    basePath: '/api/auth',
    trustedOrigins: (request) => (request ? [new URL(request.url).origin, config.publicUrl] : [config.publicUrl]),
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128, autoSignIn: true },
    session: { expiresIn: SESSION_SECONDS, updateAge: 24 * 60 * 60 },
    advanced: {
      cookiePrefix: 'shopwright',
      useSecureCookies: isSecure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => uuidv7() },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false }, // `limit-attempts.ts` does it for all processes together
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [demoPlugin(db)],
  })
  return {
    handle: (request) => auth.handler(request),
    async findSignedIn(headers) {
      const session = await auth.api.getSession({ headers })
      return session ? { id: session.user.id, name: session.user.name, email: session.user.email } : undefined
    },
    async signInDemo(request) {
      const { headers, response } = await auth.api.signInDemo({ headers: request.headers, returnHeaders: true })
      return { person: response, cookies: headers.getSetCookie() }
    },
  }
}

/** One-click sign-in: a new person each time, who cannot sign in again once the session ends. */
function demoPlugin(db: Database) {
  return {
    id: 'demo',
    endpoints: {
      signInDemo: createAuthEndpoint('/demo', { method: 'POST', metadata: { SERVER_ONLY: true } }, async (context) => {
        const { internalAdapter } = context.context
        const user = await internalAdapter.createUser(
          { name: demoName(await countDemoPeople(db)), email: `${uuidv7()}@demo.invalid`, emailVerified: false },
          { method: 'anonymous' },
        )
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(context, { session, user })
        return { id: user.id, name: user.name, email: user.email }
      }),
    },
  } satisfies BetterAuthPlugin
}

async function countDemoPeople(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('user')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('email', 'like', '%@demo.invalid')
    .executeTakeFirstOrThrow()
  return count
}

/** Names an attempt without keeping who made it. */
export function attemptKey(secret: string, ...parts: readonly string[]): string {
  return createHash('sha256')
    .update([secret, ...parts].join('\n'))
    .digest('base64url')
}
