import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Program } from './contract/merchant.ts'
import { allRoutes } from './all-routes.ts'
import { createTestPlatform, makeProgram, signUp, visit } from './testing/platform.ts'
import type { TestPlatform, Visitor } from './testing/platform.ts'

let platform: TestPlatform
let program: Program

beforeAll(async () => {
  platform = await createTestPlatform()
  program = await makeProgram(platform, await signUp(platform, 'Ann'))
})
afterAll(() => platform.close())

/** Every route that is about somebody's workspace or program, whoever adds it. */
const guarded = allRoutes.filter(({ path }) => /:(workspaceId|programId)/.test(path))

const addressOf = (path: string): string =>
  path
    .replace(':workspaceId', program.workspaceId)
    .replace(':programId', program.id)
    .replaceAll(/:\w+Id/g, crypto.randomUUID())

const callAll = (visitor: Visitor) =>
  Promise.all(
    guarded.map(async ({ method, path }) => {
      // The right query, so that nothing but the caller is wrong.
      const query = path.endsWith('/bookings')
        ? '?from=2030-01-01&to=2030-01-02'
        : path.endsWith('/slots')
          ? '?serviceId=x&date=2030-01-01&partySize=2'
          : ''
      const { status } = await visitor.call(method, addressOf(path) + query, method === 'GET' ? {} : { body: {} })
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

test('every route says in one line what it does, and writes say what they take', () => {
  for (const { method, path, summary, input } of allRoutes) {
    expect(summary.length, path).toBeGreaterThan(8)
    const takesForm = path.endsWith('/pictures')
    const takesNothing = /\/(activate|sign-out|demo)$/.test(path)
    if (method !== 'GET' && !takesForm && !takesNothing) expect(input, `${method} ${path}`).toBeDefined()
  }
})
