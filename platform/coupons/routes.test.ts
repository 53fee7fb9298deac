/** Coupons over HTTP: who may make them, what is refused, and that a request sent twice makes one. */
import pg from 'pg'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MerchantCoupon } from '../contract/coupons.ts'
import { merchantCoupon } from '../contract/coupons.ts'
import type { Program, Role } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { codeOf, createTestPlatform, makeProgram, signUp } from '../testing/platform.ts'
import type { TestPlatform } from '../testing/platform.ts'

type Person = Awaited<ReturnType<typeof signUp>>

let platform: TestPlatform
let owner: Person
let program: Program

beforeAll(async () => {
  platform = await createTestPlatform()
  owner = await signUp(platform, 'Owner')
  program = await makeProgram(platform, owner)
})
afterAll(() => platform.close())

const input = (change: object = {}) => ({
  requestId: randomUUID(),
  title: { en: 'Ten off', 'zh-CN': '立减 10 元' },
  gain: { kind: 'amount', amountMinor: 1000 },
  minSpendMinor: 5000,
  addsToMemberPrice: true,
  startsAtIso: null,
  endsAtIso: null,
  goodForDays: 14,
  totalLimit: 100,
  perPerson: 1,
  audience: 'everyone',
  tierId: null,
  ...change,
})
const path = () => merchantPaths.coupons(program.id)
const list = async () => (await owner.call('GET', path())).body as MerchantCoupon[]

async function employ(name: string, role: Role): Promise<Person> {
  const person = await signUp(platform, name)
  const client = new pg.Client({ connectionString: platform.database.ownerUrl })
  await client.connect()
  await client.query('INSERT INTO workspace_member (tenant_id, user_id, role) VALUES ($1, $2, $3)', [
    program.workspaceId,
    person.me.user.id,
    role,
  ])
  await client.end()
  return person
}

test('a coupon is made once, however often it is sent, and changed at its version alone', async () => {
  const before = (await list()).length
  const wish = input()
  const replies = await Promise.all([1, 2, 3].map(() => owner.call('POST', path(), { body: wish })))
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201])
  const made = merchantCoupon.parse(replies[0]?.body)
  expect(made).toMatchObject({ claimed: 0, used: 0, discountMinor: 0, paused: false, version: 1 })
  expect(await list()).toHaveLength(before + 1)
  const other = await owner.call('POST', path(), { body: { ...wish, perPerson: 2 } })
  expect(other.status).toBe(409)
  const own = merchantPaths.coupon(program.id, made.id)
  const paused = await owner.call('PATCH', own, { body: { ifVersion: 1, paused: true } })
  expect(paused.body).toMatchObject({ paused: true, version: 2 })
  const late = await owner.call('PATCH', own, { body: { ifVersion: 1, paused: false } })
  expect([late.status, codeOf(late)]).toEqual([409, 'conflict'])
  expect(
    (await owner.call('PATCH', merchantPaths.coupon(program.id, randomUUID()), { body: { ifVersion: 1 } })).status,
  ).toBe(404)
})

test.each([
  ['nothing to take off', { gain: { kind: 'amount', amountMinor: 0 } }],
  ['more than everything', { gain: { kind: 'percent', percent: 101, mostMinor: null } }],
  ['a fraction', { minSpendMinor: 0.5 }],
  ['no share', { perPerson: 0 }],
  ['no day', { endsAtIso: 'tomorrow' }],
  ['figures that are not the merchant’s to give', { claimed: 5 }],
  ['an end before the start', { startsAtIso: '2030-01-02T00:00:00Z', endsAtIso: '2030-01-01T00:00:00Z' }],
])('%s is refused', async (_, change) => {
  expect((await owner.call('POST', path(), { body: input(change) })).status).toBe(400)
})

test('who runs the shop makes coupons; designers and viewers only see them', async () => {
  const [editor, designer, viewer] = await Promise.all([
    employ('Editor', 'editor'),
    employ('Designer', 'designer'),
    employ('Viewer', 'viewer'),
  ])
  const statuses = await Promise.all(
    [editor, designer, viewer].map(async (person) => [
      (await person.call('GET', path())).status,
      (await person.call('POST', path(), { body: input() })).status,
    ]),
  )
  expect(statuses).toEqual([
    [200, 201],
    [200, 403],
    [200, 403],
  ])
})
