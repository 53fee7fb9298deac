import { z } from 'zod/mini'
import { me } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { defineRoute } from '../http/define-route.ts'
import type { Route, RouteRequest } from '../http/define-route.ts'
import { Failure } from '../http/failure.ts'
import type { Services } from '../services.ts'
import { anyone, signedIn } from './access.ts'
import { attemptKey } from './auth.ts'
import { forgetAttempts, limitAttempts } from './limit-attempts.ts'
import { loadWorkspaces } from './workspaces.ts'

const HOUR = 60 * 60
const limits = {
  signInPerEmail: { most: 10, windowSeconds: 15 * 60 },
  signInPerAddress: { most: 100, windowSeconds: 15 * 60 },
  signUpPerAddress: { most: 60, windowSeconds: HOUR },
  demoPerAddress: { most: 300, windowSeconds: HOUR },
}

// Only bounds here: what a good address or password is, better-auth says in codes that the sign-in form knows.
const email = z.string().check(z.maxLength(320))
const password = z.string().check(z.maxLength(1000))
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80))

const signUp = defineRoute({
  method: 'POST',
  path: `${merchantPaths.auth}/sign-up/email`,
  summary: 'Creates an account and signs in with it',
  input: z.object({ email, password, name }),
  access: anyone,
  async handle({ input, request }, services) {
    await limit(services, 'signUpPerAddress', request.clientAddress)
    return forward(request, input, services)
  },
})

const signIn = defineRoute({
  method: 'POST',
  path: `${merchantPaths.auth}/sign-in/email`,
  summary: 'Signs in; answers with a session cookie',
  input: z.object({ email, password }),
  access: anyone,
  async handle({ input, request }, services) {
    await limit(services, 'signInPerAddress', request.clientAddress)
    const byEmail = await limit(services, 'signInPerEmail', input.email.trim().toLowerCase())
    const answer = await forward(request, input, services)
    if (answer.ok) await forgetAttempts(services.db, byEmail)
    return answer
  },
})

const signOut = defineRoute({
  method: 'POST',
  path: `${merchantPaths.auth}/sign-out`,
  summary: 'Ends the session',
  access: anyone,
  handle: ({ request }, services) => forward(request, {}, services),
})

const getSession = defineRoute({
  method: 'GET',
  path: `${merchantPaths.auth}/get-session`,
  summary: 'The present session, or null',
  access: anyone,
  handle: ({ request }, services) => services.auth.handle(request.raw),
})

const demo = defineRoute({
  method: 'POST',
  path: merchantPaths.demo,
  summary: 'Signs in as a new demo merchant with a workspace of their own',
  answer: me,
  access: anyone,
  async handle({ request }, services) {
    if (!services.config.demo) throw new Failure('not-found', 'This installation has no demo')
    await limit(services, 'demoPerAddress', request.clientAddress)
    const { person, cookies } = await services.auth.signInDemo(request.raw)
    const answer = Response.json({ user: person, workspaces: await loadWorkspaces(services.db, person) })
    for (const cookie of cookies) answer.headers.append('set-cookie', cookie)
    answer.headers.set('cache-control', 'no-store')
    return answer
  },
})

const whoAmI = defineRoute({
  method: 'GET',
  path: merchantPaths.me,
  summary: 'Who is signed in, and the workspaces they belong to',
  answer: me,
  access: signedIn,
  async handle({ subject: person }, { db }) {
    return { user: person, workspaces: await loadWorkspaces(db, person) }
  },
})

export const accountRoutes: readonly Route[] = [signUp, signIn, signOut, getSession, demo, whoAmI]

async function limit(services: Services, kind: keyof typeof limits, who: string): Promise<string> {
  const key = attemptKey(services.secret, kind, who)
  await limitAttempts(services.db, key, limits[kind])
  return key
}

/** Hands on what we have read and checked. */
async function forward(request: RouteRequest, body: object, { auth }: Services): Promise<Response> {
  const { url, method, headers } = request.raw
  const answer = await auth.handle(
    new Request(url, { method, headers: withoutLength(headers), body: JSON.stringify(body) }),
  )
  answer.headers.set('cache-control', 'no-store')
  return answer
}

/** The body was written anew, and a body is always JSON here. */
function withoutLength(headers: Headers): Headers {
  const changed = new Headers(headers)
  changed.delete('content-length')
  changed.set('content-type', 'application/json')
  return changed
}
