import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Me, Program, Role } from './contract/merchant.ts'
import { may, rightsOf } from './contract/rights.ts'
import type { Right } from './contract/rights.ts'
import { merchantPaths } from './contract/routes.ts'
import { allRoutes } from './all-routes.ts'
import { createTestPlatform, letIn, makeProgram, signUp, visit } from './testing/platform.ts'
import type { TestPlatform, Visitor } from './testing/platform.ts'

let platform: TestPlatform
let program: Program
let owner: Visitor & { readonly me: Me }

beforeAll(async () => {
  platform = await createTestPlatform()
  owner = await signUp(platform, 'Ann')
  program = await makeProgram(platform, owner)
})
afterAll(() => platform.close())

/** Every route that is about somebody's workspace or program, whoever adds it. */
const guarded = allRoutes.filter(({ path }) => /:(workspaceId|programId)/.test(path))

const addressOf = (path: string): string =>
  path
    .replace(':workspaceId', program.workspaceId)
    .replace(':programId', program.id)
    .replaceAll(/:\w+Id/g, crypto.randomUUID())

/** The right query, so that nothing but the caller is wrong. */
function queryOf(path: string): string {
  if (path.endsWith('/bookings')) return '?from=2030-01-01&to=2030-01-02'
  if (path.endsWith('/moves')) return '?date=2030-01-01'
  return path.endsWith('/slots') ? '?serviceId=x&date=2030-01-01&partySize=2' : ''
}

const callAll = (visitor: Visitor) =>
  Promise.all(
    guarded.map(async ({ method, path }) => {
      const { status } = await visitor.call(
        method,
        addressOf(path) + queryOf(path),
        method === 'GET' ? {} : { body: {} },
      )
      return `${method} ${path} ${status}`
    }),
  )

test('without a session, every route about a workspace or program answers 401', async () => {
  expect(guarded.length).toBeGreaterThan(20)
  expect(await callAll(visit(platform))).toEqual(guarded.map(({ method, path }) => `${method} ${path} 401`))
})

test('to the owner of another workspace, every one of them answers 404', async () => {
  const bo = await signUp(platform, 'Bo')
  expect(await callAll(bo)).toEqual(guarded.map(({ method, path }) => `${method} ${path} 404`))
})

/** Which right each of them asks for, as its one line of description says. */
const rightOf = (who: string): Right => /the right "([\w-]+)"$/.exec(who)?.[1] as Right

describe.each(['designer', 'editor', 'viewer'] as const)('a guest of the program who is %s', (role: Role) => {
  let guest: Visitor
  beforeAll(async () => {
    guest = await signUp(platform, 'Bo')
    await letIn(owner, guest, merchantPaths.invitations(program.id), role)
  })

  test('gets 403 from exactly the routes that the policy table does not give, and 404 from the workspace’s own', async () => {
    const wrong: string[] = []
    for (const { method, path, who } of guarded) {
      // Streams do not end by themselves.
      if (path.endsWith('/events')) continue
      const isShared = path.includes('/pictures')
      const expected = path.includes(':programId') || isShared ? (may(role, rightOf(who)) ? 'let in' : '403') : '404'
      const answer = await guest.call(method, addressOf(path) + queryOf(path), method === 'GET' ? {} : { body: {} })
      const refusal = /"code":"forbidden"/.test(JSON.stringify(answer.body))
      const isUnknown = answer.status === 404 && /no such (workspace|program)/i.test(JSON.stringify(answer.body))
      const got = refusal && !isOwnRefusal(method, path) ? '403' : isUnknown ? '404' : 'let in'
      if (got !== expected) wrong.push(`${method} ${path}: ${got} instead of ${expected}`)
    }
    expect(wrong).toEqual([])
  })
})

/** Removing oneself is everybody's right, so the route looks at the person named. */
function isOwnRefusal(method: string, path: string): boolean {
  return method === 'DELETE' && path.endsWith('/people/:userId')
}

test('docs/access.md shows the policy table as it is', () => {
  const text = readFileSync(new URL('../docs/access.md', import.meta.url), 'utf8')
  const rows = text.split('\n').flatMap((line) => /^\| `([\w-]+)` .*?\| +(.*) +\|$/.exec(line)?.slice(1) ?? [])
  const shown = Object.fromEntries(
    Array.from({ length: rows.length / 2 }, (_, at) => [
      rows[2 * at],
      rows[2 * at + 1]
        ?.split('|')
        .slice(-4)
        .map((cell) => cell.trim()),
    ]),
  )
  const roles: readonly Role[] = ['owner', 'designer', 'editor', 'viewer']
  const rights = [...new Set(roles.flatMap((role) => rightsOf[role]))]
  expect(shown).toEqual(
    Object.fromEntries(rights.map((right) => [right, roles.map((role) => (may(role, right) ? 'yes' : '–'))])),
  )
})

test('every route says in one line what it does, and writes say what they take', () => {
  for (const { method, path, summary, input } of allRoutes) {
    expect(summary.length, path).toBeGreaterThan(8)
    const takesForm = path.endsWith('/pictures')
    const takesNothing = /\/(activate|accept|unpublish|sign-out|demo|phone-previews)$/.test(path)
    if (method !== 'GET' && method !== 'DELETE' && !takesForm && !takesNothing)
      expect(input, `${method} ${path}`).toBeDefined()
  }
})
