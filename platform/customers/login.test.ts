import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { releaseMiniProgram } from './testing/release-mini-program.ts'
import type { Letter } from '../mail/mailer.ts'
import { customerPaths, merchantPaths, visitorPaths } from '../contract/routes.ts'
import { openProgram, removeNode } from '#model/index.ts'
import type { NodeId } from '#model/index.ts'
import type { Membership } from '#model/shop/members.ts'
import { publishResult } from '../contract/merchant.ts'
import { withTenant } from '../db/database.ts'
import { dropOldCodes } from './sign-in-codes.ts'
import { startFakeTextService } from '../texts/testing/fake-text-service.ts'
import type { TextMessage } from '../texts/text-sender.ts'
import { createWebhookTextSender } from '../texts/webhook-text-sender.ts'
import { checkShops } from '../shop/doctor.ts'
import { createTestPlatform, signUp } from '../testing/platform.ts'
import type { TestPlatform } from '../testing/platform.ts'
import { wordingVersion } from './consents.ts'
import { customerBrowser } from './testing/customer-browser.ts'
import type { CustomerBrowser } from './testing/customer-browser.ts'

let platform: TestPlatform
let owner: pg.Client
let ann: Awaited<ReturnType<typeof signUp>>
let shop: Awaited<ReturnType<typeof releaseMiniProgram>>
let guest: CustomerBrowser
let phones = 0

beforeAll(async () => {
  platform = await createTestPlatform({ config: { trustProxy: true } })
  owner = new pg.Client({ connectionString: platform.database.ownerUrl })
  await owner.connect()
  ann = await signUp(platform)
  shop = await releaseMiniProgram(platform, ann, 'Lucky <Noodles>')
})
afterAll(async () => {
  expect(await checkShops(owner)).toEqual([])
  await owner.end()
  await platform.close()
})
beforeEach(async () => {
  guest = await browser()
})

/** Each from an address of its own, as people are. */
async function browser(at = shop): Promise<CustomerBrowser> {
  const made = customerBrowser(platform, at.origin, `10.1.${Math.floor(phones / 200)}.${(phones++ % 200) + 1}`)
  await made.begin()
  return made
}
const newPhone = () => `138001${String(38_000 + phones++).padStart(5, '0')}`
const share = { share: ['name', 'phone'], name: ' Mei  Lin ', phone: '138 0013 8000' }
const askForCard = (by: CustomerBrowser) => by.ask({ nodeId: shop.card })
const rows = async (sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows as unknown[]

test('a customer signs in with a code and agrees; the program then gets what was ticked, and an id that means nothing elsewhere', async () => {
  expect(await guest.customer()).toBeNull()
  const path = await askForCard(guest)
  const first = await guest.page(path)
  expect(first.html).toContain('Lucky &#60;Noodles&#62; asks you to sign in')
  expect(first.html).toContain('Your card and points are then yours on every phone')
  expect(first.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/)
  expect(first.headers.get('cache-control')).toBe('no-store')
  const phone = newPhone()
  expect(await guest.signIn(path, phone)).toMatchObject({ status: 303, location: path })
  const asks = await guest.page(path)
  expect(asks.html).toContain('What may Lucky &#60;Noodles&#62; know?')
  expect(asks.html).toContain(`value="+86${phone}"`)
  // Nothing is read before it is agreed to.
  expect(await guest.customer()).toBeNull()
  expect((await guest.agree(path, share)).body).toEqual({ returnTo: '/menu' })
  const customer = await guest.customer()
  expect(customer).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    name: 'Mei Lin',
    phone: '+8613800138000',
    accountUrl: 'http://localhost:4000/customer/account',
  })
  expect(await rows('SELECT id FROM customer WHERE id = $1', [customer?.id])).toEqual([])
  const [consent] = await rows(
    `SELECT purpose, fields, policy_version, language, release_id, withdrawn_at, given_at IS NOT NULL AS dated FROM consent
      WHERE customer_id = $1`,
    [customer?.id],
  )
  expect(consent).toEqual({
    purpose: 'membership',
    fields: ['name', 'phone'],
    policy_version: wordingVersion,
    language: 'en',
    release_id: shop.releaseId,
    withdrawn_at: null,
    dated: true,
  })
})

test('Chinese is spoken to who prefers it, and can be chosen', async () => {
  const path = await askForCard(guest)
  expect((await guest.page(path, undefined, { 'accept-language': 'zh-TW,en;q=0.5' })).html).toContain('请您登录')
  expect((await guest.page(path, undefined, { 'accept-language': 'fr' })).html).toContain('asks you to sign in')
  expect((await guest.page(`${path}?lang=zh-CN`)).html).toContain('获取验证码')
})

test('what is not ticked is not shared, whatever else the form says; what is ticked must be filled in', async () => {
  const path = await askForCard(guest)
  await guest.signIn(path, newPhone())
  for (const name of ['', '   ']) {
    const refused = await guest.page(path, { action: 'allow', share: ['name'], name })
    expect([refused.status, refused.html.includes('Name: please fill it in, or untick it.')]).toEqual([422, true])
  }
  await guest.agree(path, { ...share, share: ['name', 'email'], email: 'mei@example.com' })
  expect(Object.keys((await guest.customer()) ?? {}).toSorted()).toEqual(['accountUrl', 'id', 'name'])
})

test('who says no goes back, and the program learns nothing', async () => {
  const before = await rows('SELECT id FROM consent')
  for (const signsIn of [false, true]) {
    const path = await askForCard(guest)
    if (signsIn) await guest.signIn(path, newPhone())
    expect((await guest.page(path, { action: 'refuse' })).location).toBe(`${shop.origin}/menu`)
    expect(await guest.customer()).toBeNull()
    expect((await guest.page(path)).status).toBe(404)
  }
  expect(await rows('SELECT id FROM consent')).toEqual(before)
})

describe('a code', () => {
  let path: string
  beforeEach(async () => {
    path = await askForCard(guest)
    await guest.page(path, { action: 'send', contact: newPhone() })
  })
  const check = (code: string, by = guest) => by.page(path, { action: 'check', code })
  const isSignedIn = async (by = guest) => (await by.page(path)).html.includes('What may')

  test('that is wrong says how many tries are left; after five, the right one is too late', async () => {
    const code = await guest.readCode(path)
    const wrong = code === '000000' ? '111111' : '000000'
    for (const left of ['4 tries are', '3 tries are', '2 tries are', 'One try is'])
      expect((await check(wrong)).html).toContain(`${left} left`)
    expect((await check(wrong)).html).toContain('This code is over')
    expect((await check(code)).html).toContain('This code is over')
    expect(await isSignedIn()).toBe(false)
  })

  test('of many guesses at once, five are heard', async () => {
    const code = await guest.readCode(path)
    const guesses = Array.from({ length: 20 }, (_, index) =>
      String((Number(code) + index + 1) % 1_000_000).padStart(6, '0'),
    )
    await Promise.all(guesses.map((guess) => check(guess)))
    expect(await rows('SELECT max(tries) AS tries FROM sign_in_code')).toEqual([{ tries: 5 }])
    await check(code)
    expect(await isSignedIn()).toBe(false)
  })

  test('is over after five minutes', async () => {
    const code = await guest.readCode(path)
    await owner.query(`UPDATE sign_in_code SET expires_at = now() WHERE used_at IS NULL`)
    expect((await check(code)).html).toContain('This code is over')
    expect(await isSignedIn()).toBe(false)
  })

  test('works once, and only in the browser that asked for it', async () => {
    const code = await guest.readCode(path)
    const other = await browser()
    expect((await check(code, other)).html).toContain('This code is over')
    const cookie = guest.cookies.get('sw-code') ?? ''
    expect((await check(code)).status).toBe(303)
    other.cookies.set('sw-code', cookie)
    expect((await check(code, other)).html).toContain('This code is over')
    expect([await isSignedIn(), await isSignedIn(other)]).toEqual([true, false])
  })

  test('is kept as a hash, and nobody’s contact is in the log', async () => {
    const code = await guest.readCode(path)
    const [kept] = await rows('SELECT row_to_json(c)::text AS row FROM sign_in_code c ORDER BY created_at DESC LIMIT 1')
    expect(JSON.stringify(kept)).not.toContain(code)
    expect(JSON.stringify(platform.logged)).not.toMatch(/138001/)
  })

  test('that is old is forgotten with whom it went to', async () => {
    await owner.query(`UPDATE sign_in_code SET expires_at = now() - interval '2 hours'`)
    await owner.query(`UPDATE sandbox_message SET expires_at = now() - interval '2 hours'`)
    await dropOldCodes(platform.services.db)
    expect(await rows('SELECT 1 FROM sign_in_code UNION ALL SELECT 1 FROM sandbox_message')).toEqual([])
  })
})

test('codes are rationed: five an hour for one contact, thirty for one address', async () => {
  const path = await askForCard(guest)
  const send = (by: CustomerBrowser, contact: string) => by.page(path, { action: 'send', contact })
  const phone = newPhone()
  for (let time = 0; time < 5; time++) expect((await send(await browser(), phone)).status).toBe(303)
  const refused = await send(await browser(), ` ${phone.slice(0, 3)} ${phone.slice(3)}`)
  expect([refused.status, refused.html.includes('That was too often')]).toEqual([422, true])
  const answers: number[] = []
  for (let time = 0; time < 31; time++) answers.push((await send(guest, newPhone())).status)
  expect([answers.indexOf(422), answers.length]).toEqual([30, 31])
})

test('what is neither a phone number nor an address gets no code', async () => {
  const path = await askForCard(guest)
  for (const contact of ['', 'me', '12', '@', 'a@b', '"><script>'])
    expect((await guest.page(path, { action: 'send', contact })).html).toContain('This is neither a phone number')
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  'menu',
  '/_shop/orders',
  '/_login',
])('nobody is sent back to %s', async (returnTo) => {
  const { status, body } = await guest.shop('POST', visitorPaths.logins, {
    nodeId: shop.card,
    reason: 'membership',
    fields: [],
    returnTo,
  })
  expect([status, body.error.code]).toEqual([400, 'bad-request'])
})

test('a block asks for what its kind asks for, and only while it is live', async () => {
  const ask = async (change: object) => {
    const request = { nodeId: shop.card, reason: 'membership', fields: ['name'], returnTo: '/', ...change }
    return (await guest.shop('POST', visitorPaths.logins, request)).status
  }
  expect(await ask({})).toBe(201)
  expect(await ask({ nodeId: 'nothing' })).toBe(404)
  expect(await ask({ nodeId: shop.heading })).toBe(400)
  expect(await ask({ reason: 'order-contact' })).toBe(400)
  expect(await ask({ fields: ['name', 'email'] })).toBe(400)
  expect(await ask({ nodeId: shop.menu, reason: 'order-contact', fields: ['phone'] })).toBe(201)
  expect(await ask({ nodeId: shop.menu, reason: 'order-contact', fields: ['email'] })).toBe(400)
  expect(await ask({ fields: ['address'] })).toBe(400)
})

test('a page that is open while a new version goes live asks as its own release lets it, and as no other', async () => {
  const older = await releaseMiniProgram(platform, ann, 'Older')
  const by = await browser(older)
  const ask = async (release?: string) => {
    const request = { nodeId: older.card, reason: 'membership', fields: ['name'], returnTo: '/' }
    const query = release === undefined ? '' : `?release=${release}`
    return (await by.shop('POST', `${visitorPaths.logins}${query}`, request)).status
  }
  const publish = async (when?: object) => {
    const body = { requestId: crypto.randomUUID(), ...(when && { when }) }
    const answer = await ann.call('POST', merchantPaths.releases(older.programId), { body })
    return publishResult.parse(answer.body).release.id
  }
  // A version with the card is planned, which nobody has been shown; then one without it goes live.
  const planned = await publish({ kind: 'at', atIso: new Date(Date.now() + 3_600_000).toISOString() })
  await platform.documents.edit(older.programId, ann.me.user.id, (doc) => {
    const open = openProgram(doc)
    removeNode(open, older.card as NodeId)
    open.destroy()
  })
  await publish()
  expect([await ask(), await ask(planned), await ask(crypto.randomUUID())]).toEqual([404, 404, 404])
  expect(await ask(older.releaseId)).toBe(201)
  const elsewhere = await browser()
  const foreign = await elsewhere.shop('POST', `${visitorPaths.logins}?release=${older.releaseId}`, {
    nodeId: older.card,
    reason: 'membership',
    fields: ['name'],
    returnTo: '/',
  })
  expect(foreign.status).toBe(404)
})

test('only the browser that began ends it: somebody who was led through another’s link gives nothing away', async () => {
  const path = await askForCard(guest)
  const victim = await browser()
  await victim.signIn(path, newPhone())
  const ended = await victim.agree(path, share)
  expect(ended.status).toBe(404)
  expect([await guest.customer(), await victim.customer()]).toEqual([null, null])
})

test('a code that came back is good for its own program, for five minutes, and does nothing the second time', async () => {
  const other = await releaseMiniProgram(platform, ann, 'Other')
  const path = await askForCard(guest)
  await guest.signIn(path, newPhone())
  const { location } = await guest.page(path, { action: 'allow', ...share })
  const [address, code] = location?.split('#') ?? []
  expect(address).toBe(`${shop.origin}/_login`)
  const redeem = async (by: CustomerBrowser) => (await by.shop('POST', visitorPaths.loginCodes, { code })).status
  expect(await redeem(await browser(other))).toBe(404)
  expect(await redeem(await browser())).toBe(404)
  expect([await redeem(guest), await redeem(guest)]).toEqual([200, 200])
  await owner.query(`UPDATE login_request SET answered_at = now() - interval '6 minutes'`)
  expect(await redeem(guest)).toBe(404)
  // Answered once: a second answer, or one after its time, finds nothing.
  expect((await guest.page(path, { action: 'allow', ...share })).status).toBe(404)
  const late = await askForCard(guest)
  await owner.query('UPDATE login_request SET expires_at = now()')
  expect((await guest.page(late, { action: 'allow', ...share })).status).toBe(404)
})

test('another program, and another workspace, know nothing of what one was told', async () => {
  const bo = await signUp(platform, 'Bo')
  const [sibling, stranger] = [
    await releaseMiniProgram(platform, ann, 'Sibling'),
    await releaseMiniProgram(platform, bo, 'Far'),
  ]
  const phone = newPhone()
  const ids: (string | undefined)[] = []
  for (const [at, fields] of [
    [shop, ['name', 'phone']],
    [sibling, []],
    [stranger, ['name']],
  ] as const) {
    const visitor = await browser(at)
    const path = await visitor.ask({ nodeId: at.card, fields: [...fields] })
    await visitor.signIn(path, phone)
    await visitor.agree(path, { ...share, share: [...fields] })
    const { accountUrl: _url, ...known } = (await visitor.customer()) ?? { accountUrl: '' }
    expect(Object.keys(known).toSorted()).toEqual(['id', ...fields])
    ids.push((known as { id?: string }).id)
  }
  expect([ids[0] === ids[1], ids[0] === ids[2]]).toEqual([true, false])
})

test('a customer sees what was agreed to, takes it back, and nobody else can', async () => {
  const path = await askForCard(guest)
  await guest.signIn(path, newPhone())
  await guest.agree(path, share)
  const account = await guest.page(customerPaths.account)
  expect(account.html).toContain('Lucky &#60;Noodles&#62;')
  const consent = /name="consent" value="([0-9a-f-]{36})"/.exec(account.html)?.[1] ?? ''
  const thief = await browser()
  await thief.signIn(customerPaths.account, newPhone())
  expect((await thief.page(customerPaths.account)).html).toContain('You share nothing with any shop')
  await thief.page(customerPaths.account, { action: 'withdraw', consent })
  expect((await guest.customer())?.name).toBe('Mei Lin')
  expect((await guest.page(customerPaths.account, { action: 'withdraw', consent })).html).toContain('You share nothing')
  expect(Object.keys((await guest.customer()) ?? {})).toEqual(['id', 'accountUrl'])
  expect(await rows('SELECT withdrawn_at IS NOT NULL AS over FROM consent WHERE id = $1', [consent])).toEqual([
    { over: true },
  ])
})

test('signing out on a device ends it in its programs too, and elsewhere only when all are meant', async () => {
  const phone = newPhone()
  const [first, second] = [await browser(), await browser()]
  for (const each of [first, second]) {
    const path = await askForCard(each)
    await each.signIn(path, phone)
    await each.agree(path, share)
  }
  await first.page(customerPaths.account, { action: 'sign-out' })
  expect((await first.shop('GET', visitorPaths.customer)).status).toBe(401)
  expect((await second.customer())?.name).toBe('Mei Lin')
  expect((await first.page(customerPaths.account)).html).toContain('Sign in to your account')
  await second.page(customerPaths.account, { action: 'sign-out-all' })
  expect((await second.shop('GET', visitorPaths.customer)).status).toBe(401)
})

test('a card of one phone is on the other as soon as its customer signs in there', async () => {
  const phone = newPhone()
  const [old, fresh] = [await browser(), await browser()]
  await old.shop('POST', visitorPaths.card, { name: 'Mei', phone, consent: true })
  for (const each of [old, fresh]) {
    const path = await askForCard(each)
    await each.signIn(path, phone)
    await each.agree(path, { ...share, phone })
  }
  const cards = await Promise.all([old, fresh].map((each) => each.shop<Membership>('GET', visitorPaths.card)))
  expect(cards[0]?.body.cardNo).toMatch(/^\d{10}$/)
  expect(cards[1]?.body).toEqual(cards[0]?.body)
})

test('two who sign in with one new number at once are one customer', async () => {
  const phone = newPhone()
  const both = [await browser(), await browser()]
  const paths = await Promise.all(both.map(askForCard))
  for (const [at, each] of both.entries()) await each.page(paths[at]!, { action: 'send', contact: phone })
  const codes = await Promise.all(both.map((each, at) => each.readCode(paths[at]!)))
  await Promise.all(both.map((each, at) => each.page(paths[at]!, { action: 'check', code: codes[at]! })))
  await Promise.all(both.map((each, at) => each.agree(paths[at]!, share)))
  const ids = await Promise.all(both.map(async (each) => (await each.customer())?.id))
  expect(new Set(ids).size).toBe(1)
  expect(await rows('SELECT count(*)::int AS n FROM customer_contact WHERE value = $1', [`+86${phone}`])).toEqual([
    { n: 1 },
  ])
})

test('another site can neither answer for a customer nor frame the page', async () => {
  const path = await askForCard(guest)
  await guest.signIn(path, newPhone())
  const foreign = await guest.page(path, { action: 'allow', ...share }, { origin: shop.origin })
  expect(foreign.status).toBe(403)
  expect(await guest.customer()).toBeNull()
  const { headers } = await guest.page(path)
  expect([headers.get('x-frame-options'), headers.get('referrer-policy')]).toEqual(['DENY', 'same-origin'])
})

test('row-level security shows a tenant no account, and nobody another tenant’s customers', async () => {
  const path = await askForCard(guest)
  await guest.signIn(path, newPhone())
  await guest.agree(path, share)
  const bo = await signUp(platform, 'Bo')
  const own = ['customer', 'customer_contact', 'customer_session', 'sign_in_code', 'sandbox_message'] as const
  const shared = ['workspace_customer', 'browser', 'login_request'] as const
  const { db } = platform.services
  for (const [tenantId, tables] of [
    [shop.tenantId, own],
    [bo.me.workspaces[0]!.id, [...own, ...shared]],
  ] as const)
    await withTenant(db, tenantId, async (tx) => {
      for (const table of tables) expect([table, await tx.selectFrom(table).selectAll().execute()]).toEqual([table, []])
    })
  for (const table of [...own, ...shared])
    expect([table, await db.selectFrom(table).selectAll().execute()]).toEqual([table, []])
})

test('a private preview asks nobody', async () => {
  const made = await ann.call('POST', merchantPaths.previewLinks(shop.programId), { body: { hours: 1, note: '' } })
  const preview = customerBrowser(platform, (made.body as { url: string }).url)
  await preview.begin()
  const { status, body } = await preview.shop('POST', visitorPaths.logins, {
    nodeId: shop.card,
    reason: 'membership',
    fields: [],
    returnTo: '/',
  })
  expect([status, body.error.code]).toEqual([403, 'preview-only'])
})

describe('outside of the demo', () => {
  test('codes go by mail where there is a mail server, and not by phone', async () => {
    const letters: Letter[] = []
    const mailer = { send: async (letter: Letter) => void letters.push(letter) }
    const real = await createTestPlatform({ config: { demo: false }, mailer })
    const noodles = await releaseMiniProgram(real, await signUp(real), 'Noodles')
    const visitor = customerBrowser(real, noodles.origin)
    await visitor.begin()
    const path = await visitor.ask({ nodeId: noodles.card })
    expect((await visitor.page(path)).html).not.toContain('Demo')
    expect((await visitor.page(path, { action: 'send', contact: newPhone() })).html).toContain('only be sent by e-mail')
    await visitor.page(path, { action: 'send', contact: ' Mei@Example.com' })
    expect((await visitor.page(path)).html).not.toContain('/customer/outbox/')
    expect(letters).toMatchObject([{ to: 'mei@example.com', subject: 'Your code for Noodles' }])
    const code = /^\d{6}/.exec(letters[0]?.text ?? '')?.[0] ?? ''
    expect((await visitor.page(path, { action: 'check', code })).status).toBe(303)
    expect((await visitor.agree(path, share)).status).toBe(200)
    await real.close()
  })

  test('codes go by text message where there is a service for them, in the sentence it knows', async () => {
    const service = await startFakeTextService()
    const textSender = createWebhookTextSender({ url: service.url, secret: 'a secret of thirty-two characters' })
    const real = await createTestPlatform({ config: { demo: false }, textSender })
    const noodles = await releaseMiniProgram(real, await signUp(real), 'Noodles')
    const visitor = customerBrowser(real, noodles.origin)
    await visitor.begin()
    const path = await visitor.ask({ nodeId: noodles.card })
    expect((await visitor.page(path, { action: 'send', contact: 'mei@example.com' })).html).toContain('text message')
    await visitor.page(path, { action: 'send', contact: '138 0013 8999' })
    expect((await visitor.page(path)).html).not.toContain('/customer/outbox/')
    const [sent] = service.taken.map(({ body }) => JSON.parse(body) as TextMessage)
    const code = sent?.parameters.code ?? ''
    expect(sent).toMatchObject({ to: '+8613800138999', template: 'sign-in-code', parameters: { asker: 'Noodles' } })
    expect(sent?.text).toContain(code)
    expect((await visitor.page(path, { action: 'check', code })).status).toBe(303)
    expect((await visitor.agree(path, share)).status).toBe(200)

    service.answers(500)
    const other = customerBrowser(real, noodles.origin)
    await other.begin()
    const asked = await other.ask({ nodeId: noodles.card })
    const answer = await other.page(asked, { action: 'send', contact: '138 0013 8998' })
    expect([answer.status, answer.html.includes('The code could not be sent')]).toEqual([422, true])
    expect(JSON.stringify(real.logged)).not.toContain('8998')
    await real.close()
    await service.close()
  })

  test('without one, a program is told that nobody can sign in', async () => {
    const bare = await createTestPlatform({ config: { demo: false } })
    const noodles = await releaseMiniProgram(bare, await signUp(bare), 'Noodles')
    const visitor = customerBrowser(bare, noodles.origin)
    await visitor.begin()
    const request = { nodeId: noodles.card, reason: 'membership', fields: [], returnTo: '/' }
    const { status, body } = await visitor.shop('POST', visitorPaths.logins, request)
    expect([status, body.error.code]).toEqual([409, 'login-unavailable'])
    await bare.close()
  })

  test('a letter that cannot be sent is said to be so', async () => {
    const mailer = { send: () => Promise.reject(new Error('550 mei@example.com unknown')) }
    const real = await createTestPlatform({ config: { demo: false }, mailer })
    const noodles = await releaseMiniProgram(real, await signUp(real), 'Noodles')
    const visitor = customerBrowser(real, noodles.origin)
    await visitor.begin()
    const path = await visitor.ask({ nodeId: noodles.card })
    const answer = await visitor.page(path, { action: 'send', contact: 'mei@example.com' })
    expect([answer.status, answer.html.includes('The code could not be sent')]).toEqual([422, true])
    expect(JSON.stringify(real.logged)).not.toContain('mei@')
    await real.close()
  })
})
