import { afterAll, beforeAll, expect, test } from 'vitest'
import { me } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { codeOf, createTestPlatform, signUp, visit } from '../testing/platform.ts'
import type { TestPlatform } from '../testing/platform.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await createTestPlatform()
})
afterAll(() => platform.close())

const signInPath = `${merchantPaths.auth}/sign-in/email`
const signUpPath = `${merchantPaths.auth}/sign-up/email`

test('a new person gets one workspace of their own, also when two pages ask at once', async () => {
  const ann = await signUp(platform, 'Ann')
  expect(ann.me.workspaces).toEqual([{ id: expect.any(String), name: 'Ann', role: 'owner' }])
  const both = await Promise.all([ann.call('GET', merchantPaths.me), ann.call('GET', merchantPaths.me)])
  expect(both.map(({ body }) => body)).toEqual([ann.me, ann.me])
})

test('without a session there is nobody', async () => {
  const answer = await visit(platform).call('GET', merchantPaths.me)
  expect([answer.status, codeOf(answer)]).toEqual([401, 'unauthorised'])
})

test('signing out ends the session; the right password begins another', async () => {
  const bo = await signUp(platform, 'Bo')
  await bo.call('POST', `${merchantPaths.auth}/sign-out`)
  expect((await bo.call('GET', merchantPaths.me)).status).toBe(401)
  const wrong = await bo.call('POST', signInPath, { body: { email: bo.me.user.email, password: 'not it at all' } })
  expect([wrong.status, wrong.body]).toEqual([401, expect.objectContaining({ code: 'INVALID_EMAIL_OR_PASSWORD' })])
  const right = await bo.call('POST', signInPath, { body: { email: bo.me.user.email, password: 'a good password' } })
  expect(right.status).toBe(200)
  expect((await bo.call('GET', merchantPaths.me)).body).toEqual(bo.me)
})

test('the cookie is out of reach for scripts and other sites, and belongs to this host alone', async () => {
  const answer = await visit(platform).call('POST', merchantPaths.demo)
  const [cookie] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^shopwright\.session_token=.*HttpOnly.*SameSite=Lax/i)
  expect(cookie).not.toMatch(/domain=/i)
})

test('an e-mail that is taken, a short password and a missing name are refused', async () => {
  const ann = await signUp(platform, 'Ann')
  const taken = { name: 'Ann', email: ann.me.user.email, password: 'another password' }
  expect((await visit(platform).call('POST', signUpPath, { body: taken })).status).toBe(422)
  const short = { name: 'Ann', email: 'short@example.com', password: 'short' }
  expect((await visit(platform).call('POST', signUpPath, { body: short })).body).toMatchObject({
    code: 'PASSWORD_TOO_SHORT',
  })
  const nameless = await visit(platform).call('POST', signUpPath, { body: { ...short, name: ' ' } })
  expect([nameless.status, codeOf(nameless)]).toEqual([400, 'bad-request'])
})

test('the eleventh wrong password within the quarter of an hour is not even looked at', async () => {
  const eve = await signUp(platform, 'Eve')
  const guess = () =>
    visit(platform).call('POST', signInPath, { body: { email: eve.me.user.email, password: 'a guess at it' } })
  const guesses = await Promise.all(Array.from({ length: 12 }, guess))
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(2)
  const other = await signUp(platform, 'Other')
  const answer = await other.call('POST', signInPath, {
    body: { email: other.me.user.email, password: 'a good password' },
  })
  expect(answer.status).toBe(200)
})

test('two demo merchants have names of their own, and each a workspace of their own', async () => {
  const [lin, mei] = [visit(platform), visit(platform)]
  const first = me.parse((await lin.call('POST', merchantPaths.demo)).body)
  const second = me.parse((await mei.call('POST', merchantPaths.demo)).body)
  expect(first.user.name).toMatch(/ \(demo\)$/)
  expect(first.user.name).not.toBe(second.user.name)
  expect([first.workspaces.length, second.workspaces.length]).toEqual([1, 1])
  expect(first.workspaces[0]?.id).not.toBe(second.workspaces[0]?.id)
  expect((await mei.call('GET', merchantPaths.programs(first.workspaces[0]?.id ?? ''))).status).toBe(404)
  expect((await mei.call('GET', merchantPaths.me)).body).toEqual(second)
})

test('an installation can go without the demo', async () => {
  const plain = await createTestPlatform({ config: { demo: false } })
  expect((await visit(plain).call('POST', merchantPaths.demo)).status).toBe(404)
  await plain.close()
})

test('a form on another site cannot sign anybody in or out', async () => {
  const ann = await signUp(platform, 'Ann')
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  const answer = await ann.call('POST', `${merchantPaths.auth}/sign-out`, { headers: foreign })
  expect([answer.status, codeOf(answer)]).toEqual([403, 'forbidden'])
  expect((await visit(platform).call('POST', merchantPaths.demo, { headers: foreign })).status).toBe(403)
  expect((await ann.call('GET', merchantPaths.me)).status).toBe(200)
})

test('a program on its own origin is another site, too', async () => {
  const headers = { origin: 'http://abc.localhost:4000', 'sec-fetch-site': 'same-site' }
  expect((await visit(platform).call('POST', merchantPaths.demo, { headers })).status).toBe(403)
})

test('paths of better-auth that we do not use are closed', async () => {
  const ann = await signUp(platform, 'Ann')
  for (const path of ['/change-email', '/delete-user', '/update-user', '/demo'])
    expect((await ann.call('POST', merchantPaths.auth + path, { body: {} })).status).toBe(404)
})
