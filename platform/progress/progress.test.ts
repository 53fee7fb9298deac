/** Work that a customer follows by a code: from the counter to whoever has the code, and to nobody else. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { capabilities } from '#model/capabilities.ts'
import type { ShopFailure } from '#model/shop/failure.ts'
import { codeText } from '#model/shop/progress-code.ts'
import type { JobProgress } from '#model/shop/progress.ts'
import { counterJob, jobPage } from '#platform/contract/progress.ts'
import { merchantPaths, visitorPaths } from '#platform/contract/routes.ts'
import type { Letter, Mailer } from '#platform/mail/mailer.ts'
import { createCommerce } from '#platform/shop/create-commerce.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture, openVisitor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture } from '#platform/shop/testing/shop-fixture.ts'
import { createTestPlatform, letIn, makeProgram, signUp } from '#platform/testing/platform.ts'
import { afterAction } from './after-action.ts'
import { createJob, stepJob } from './change-job.ts'
import { sendJobLetter } from './job-letter.ts'
import { findJob, loadJobs } from './load-jobs.ts'

let shop: ShopFixture

beforeAll(async () => void (shop = await createShopFixture()))
beforeEach(async () => void (await shop.sql('DELETE FROM shop_job')))
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const wish = {
  title: 'Phone, new glass',
  customerName: 'Lin Mei',
  customerPhone: '138 0013 8000',
  customerEmail: 'mei@example.com',
  promisedOn: '2026-10-20',
  steps: ['Taken in', 'In repair', 'Ready'],
}
const make = async (change: Partial<typeof wish> = {}) => {
  const { jobId } = await shop.inShop((at) => createJob(at, { ...wish, ...change }))
  return (await shop.inShop((at) => findJob(at, jobId)))!
}
const step = (id: string, action: 'advance' | 'back' | 'cancel' | 'reopen', note = '') =>
  shop.inShop(async (at) => {
    const job = (await findJob(at, id))!
    const { version } = job
    await stepJob(at, job, action === 'advance' ? { action, version, note } : { action, version })
  })

test('whoever has the code sees how far it is, and nothing of whom it is for', async () => {
  const job = await make()
  await step(job.id, 'advance', ' The glass has come. ')
  const visitor = await shop.visitor()
  const found = await visitor.call<JobProgress>('POST', visitorPaths.jobLookups, {
    code: codeText(job.code).toLowerCase(),
  })
  expect(found.status).toBe(200)
  expect(found.body).toEqual({
    code: job.code,
    title: 'Phone, new glass',
    status: 'open',
    promisedOn: '2026-10-20',
    steps: [
      { label: 'Taken in', doneAtIso: expect.any(String), note: '' },
      { label: 'In repair', doneAtIso: expect.any(String), note: 'The glass has come.' },
      { label: 'Ready', doneAtIso: null, note: '' },
    ],
  })
})

test.each(['K7QX3MHP', '', '%', '________', 'K7QX-3MH', "' OR 1=1 --"])('%j finds nothing', async (code) => {
  await make()
  const { status, body } = await (
    await shop.visitor()
  ).call<{ error: ShopFailure }>('POST', visitorPaths.jobLookups, { code })
  expect([status, body.error.code]).toEqual([404, 'not-found'])
})

test('a code is of its own shop alone', async () => {
  const job = await make()
  const other = await createShopFixture({ database: shop.database })
  const visitor = await other.visitor()
  expect((await visitor.call('POST', visitorPaths.jobLookups, { code: job.code })).status).toBe(404)
  await other.close()
})

test('a code is typed, not tried: after a few tries a minute nobody is told anything, nor with a new browser', async () => {
  const limited = createCommerce({
    db: shop.database.db,
    secret: 'a secret for tests only',
    hub: shop.hub,
    publicUrl: shop.payOrigin,
    findLiveNode: async () => undefined,
    requested: async () => new Set(capabilities),
    loadMemberParts: async () => undefined,
    log: () => undefined,
  })
  const { code } = await make()
  const tries = async (count: number) => {
    const visitor = await openVisitor(limited, shop.program)
    const statuses: number[] = []
    for (let n = 0; n < count; n++)
      statuses.push((await visitor.call('POST', visitorPaths.jobLookups, { code })).status)
    return statuses
  }
  // Many more than the trickle of a slow machine lets through.
  const ofOne = await tries(20)
  expect(ofOne.slice(0, 8)).toEqual(Array(8).fill(200))
  expect(ofOne).toContain(429)
  const ofNewOnes = await Promise.all(Array.from({ length: 20 }, () => tries(8)))
  expect(ofNewOnes.flat()).toContain(429)
  await limited.stop()
})

test('codes are drawn by chance, none twice', async () => {
  const codes = await Promise.all(Array.from({ length: 20 }, async () => (await make()).code))
  expect(new Set(codes).size).toBe(20)
})

test('it goes step by step, back again, is cancelled and taken up again', () => {
  const at = '2026-10-14T04:00:00Z'
  const [first, second] = [
    { label: 'Taken in', doneAtIso: at, note: '' },
    { label: 'Ready', doneAtIso: null, note: '' },
  ]
  const open = { status: 'open', steps: [first, second] } as const
  const done = afterAction({ ...open, steps: [...open.steps] }, { action: 'advance', version: 1, note: '' }, at)!
  expect(done.status).toBe('done')
  expect(afterAction(done, { action: 'advance', version: 1, note: '' }, at)).toBeUndefined()
  expect(afterAction(done, { action: 'cancel', version: 1 }, at)).toBeUndefined()
  const again = afterAction(done, { action: 'back', version: 1 }, at)!
  expect(again).toEqual(open)
  expect(afterAction(again, { action: 'back', version: 1 }, at)).toBeUndefined()
  const cancelled = afterAction(again, { action: 'cancel', version: 1 }, at)!
  expect(afterAction(cancelled, { action: 'advance', version: 1, note: '' }, at)).toBeUndefined()
  expect(afterAction(cancelled, { action: 'reopen', version: 1 }, at)).toEqual(open)
})

test('of two at the counter who go on at once, one does', async () => {
  const job = await make()
  const go = () => shop.inShop((at) => stepJob(at, job, { action: 'advance', version: 1, note: '' }))
  const outcomes = await Promise.allSettled([go(), go()])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await shop.inShop((at) => findJob(at, job.id)))?.steps.map(({ doneAtIso }) => doneAtIso !== null)).toEqual([
    true,
    true,
    false,
  ])
})

test('the counter finds by code, title, name and number; signs of patterns are letters', async () => {
  const job = await make()
  await make({ title: '100% wool, shorter', customerName: 'Bo', customerPhone: '' })
  const found = async (search: string) =>
    (await shop.inShop((at) => loadJobs(at, { search }))).jobs.map(({ title }) => title)
  for (const search of [codeText(job.code), 'GLASS', 'mei', '0013'])
    expect(await found(search), search).toEqual([job.title])
  expect(await found('100%')).toEqual(['100% wool, shorter'])
  expect(await found('_')).toEqual([])
})

test('the customer gets one letter for what is new, again when the mail server refused it, and none without an address', async () => {
  const letters: Letter[] = []
  let refuses = true
  const mailer: Mailer = {
    async send(letter) {
      if (refuses) throw new Error('Not now')
      letters.push(letter)
    },
  }
  const db = { db: shop.database.db }
  const job = await make()
  await step(job.id, 'advance', 'The glass has come.')
  await expect(sendJobLetter(db, mailer, shop.program, job.id)).rejects.toThrow('Not now')
  refuses = false
  await sendJobLetter(db, mailer, shop.program, job.id)
  await sendJobLetter(db, mailer, shop.program, job.id)
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatchObject({ to: 'mei@example.com', subject: 'Lucky Noodles: Phone, new glass – In repair' })
  expect(letters[0]!.text).toContain('The glass has come.')
  expect(letters[0]!.text).toContain(codeText(job.code))
  const silent = await make({ customerEmail: '' })
  await sendJobLetter(db, mailer, shop.program, silent.id)
  expect(letters).toHaveLength(1)
})

test('those who run the shop take in, go on and erase; nobody else sees anything', async () => {
  const platform = await createTestPlatform()
  const owner = await signUp(platform, 'Ann')
  const designer = await signUp(platform, 'Bo')
  const stranger = await signUp(platform, 'Cy')
  const program = await makeProgram(platform, owner)
  await letIn(owner, designer, merchantPaths.invitations(program.id), 'designer')
  const path = merchantPaths.jobs(program.id)
  const body = { ...wish, requestId: randomUUID() }
  expect((await designer.call('GET', path)).status).toBe(403)
  expect((await stranger.call('GET', path)).status).toBe(404)
  expect((await designer.call('POST', path, { body })).status).toBe(403)
  const made = await owner.call('POST', path, { body })
  const job = counterJob.parse(made.body)
  expect(made.status).toBe(201)
  expect(counterJob.parse((await owner.call('POST', path, { body })).body).id).toBe(job.id)
  for (const wrong of [{ title: ' ' }, { steps: [] }, { customerEmail: 'mei' }, { promisedOn: 'soon' }, { code: 'A' }])
    expect((await owner.call('POST', path, { body: { ...body, ...wrong, requestId: randomUUID() } })).status).toBe(400)
  const action = merchantPaths.jobAction(program.id, job.id)
  const go = { body: { action: 'advance', version: 1, note: '' } }
  expect((await stranger.call('POST', action, go)).status).toBe(404)
  expect(counterJob.parse((await owner.call('POST', action, go)).body).version).toBe(2)
  expect((await owner.call('POST', action, go)).status).toBe(409)
  expect(jobPage.parse((await owner.call('GET', `${path}?status=open`)).body)).toMatchObject({ openCount: 1 })
  const one = merchantPaths.job(program.id, job.id)
  expect((await designer.call('DELETE', one)).status).toBe(403)
  expect((await owner.call('DELETE', one)).status).toBe(200)
  expect((await owner.call('DELETE', one)).status).toBe(404)
  await platform.close()
})
