/** Who sees a draft by a scanned code, and until when. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { phoneDraft, phonePreview } from '../contract/phone-preview.ts'
import type { PhonePreview } from '../contract/phone-preview.ts'
import { merchantPaths, phonePaths } from '../contract/routes.ts'
import { createTestPlatform, makeProgram, signUp, visit } from '../testing/platform.ts'
import type { TestPlatform } from '../testing/platform.ts'

const closed: string[] = []
let platform: TestPlatform
let ann: Awaited<ReturnType<typeof signUp>>
let programId: string

beforeAll(async () => {
  platform = await createTestPlatform({
    phoneReach: () => ({ origins: ['http://192.168.1.20:4000'], problem: null }),
    closeDocumentTo: (program, person) => void closed.push(`${program} ${person}`),
  })
  ann = await signUp(platform)
  programId = (await makeProgram(platform, ann)).id
})
afterAll(() => platform.close())

async function openCode(): Promise<PhonePreview & { token: string }> {
  const answer = await ann.call('POST', merchantPaths.phonePreviews(programId), { body: {} })
  expect(answer.status).toBe(201)
  const preview = phonePreview.parse(answer.body)
  return { ...preview, token: preview.addresses[0]?.split('/').at(-1) ?? '' }
}

const phone = { host: '192.168.1.20:4000' }
const draftOf = async (token: string) => visit(platform).call('GET', phonePaths.draft(token), phone)

test('a code leads to an address that a phone can open, and shows the draft of one program', async () => {
  const { addresses, problem, token, id } = await openCode()
  expect(addresses).toEqual([`http://192.168.1.20:4000/phone/${token}`])
  expect(problem).toBeNull()
  const answer = await draftOf(token)
  expect(phoneDraft.parse(answer.body)).toMatchObject({
    programId,
    name: 'Lucky Noodles',
    followsUserId: ann.me.user.id,
  })
  expect(await platform.authorizePhone(token, programId)).toEqual({ userId: `phone:${id}` })
  const other = await makeProgram(platform, ann, 'Other')
  expect(await platform.authorizePhone(token, other.id)).toBeUndefined()
})

test('it opens prices and the shop, nothing of the counter and nothing to change', async () => {
  const { token } = await openCode()
  const nobody = visit(platform)
  const data = await nobody.call('GET', phonePaths.shopData(token), phone)
  expect(data.body).toMatchObject({ shop: { name: 'Lucky Noodles' } })
  const etag = data.headers.get('etag') ?? ''
  const again = await nobody.call('GET', phonePaths.shopData(token), { ...phone, headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
  const quote = await nobody.call('POST', phonePaths.quotes(token), {
    ...phone,
    body: { channel: 'pickup', tableId: null, lines: [] },
  })
  expect(quote.status).not.toBe(401)
  const headers = { authorization: `Bearer ${token}` }
  for (const path of [merchantPaths.settings(programId), merchantPaths.orders(programId), merchantPaths.me])
    expect((await nobody.call('GET', path, { ...phone, headers })).status).toBe(401)
})

test('a code that is taken back is over, and whoever watches by it is shown out', async () => {
  const { id, token } = await openCode()
  const path = merchantPaths.phonePreview(programId, id)
  expect((await ann.call('DELETE', path)).status).toBe(200)
  expect(closed).toContain(`${programId} phone:${id}`)
  expect((await draftOf(token)).status).toBe(404)
  expect(await platform.authorizePhone(token, programId)).toBeUndefined()
  expect((await ann.call('DELETE', path)).status).toBe(404)
})

test('a code is over after its hour', async () => {
  const { token, expiresAtIso } = await openCode()
  expect(Date.parse(expiresAtIso) - Date.now()).toBeLessThanOrEqual(60 * 60 * 1000)
  const owner = new pg.Client({ connectionString: platform.database.ownerUrl })
  await owner.connect()
  await owner.query("UPDATE phone_preview SET expires_at = now() - interval '1 second'")
  await owner.end()
  expect((await draftOf(token)).status).toBe(404)
  expect(await platform.authorizePhone(token, programId)).toBeUndefined()
})

test('a token that is none, or one letter off, opens nothing', async () => {
  const { token } = await openCode()
  const off = token.slice(0, -1) + (token.endsWith('A') ? 'E' : 'A')
  for (const wrong of [off, token.slice(0, 20), `${token}AAAA`, 'x', '..%2f', "'"]) {
    expect(await platform.authorizePhone(wrong, programId)).toBeUndefined()
    expect((await draftOf(encodeURIComponent(wrong))).status).toBe(404)
  }
})

test('only members of the workspace show a draft, and only take back its own codes', async () => {
  const { id } = await openCode()
  const bo = await signUp(platform, 'Bo')
  expect((await bo.call('POST', merchantPaths.phonePreviews(programId), { body: {} })).status).toBe(404)
  expect((await bo.call('DELETE', merchantPaths.phonePreview(programId, id))).status).toBe(404)
  expect((await visit(platform).call('POST', merchantPaths.phonePreviews(programId), { body: {} })).status).toBe(401)
})

test('a server that no phone can reach says why instead of an address', async () => {
  const here = await createTestPlatform()
  const bo = await signUp(here, 'Bo')
  const { id } = await makeProgram(here, bo)
  const { body } = await bo.call('POST', merchantPaths.phonePreviews(id), { body: {} })
  expect(body).toMatchObject({ addresses: [], problem: 'only-here' })
  await here.close()
})
