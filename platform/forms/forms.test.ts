/** Forms from the visitor's phone to the counter: only what the release asks is kept, once, with the consent before it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ShopFailure } from '#model/shop/failure.ts'
import type { SubmitFormRequest, SubmittedForm } from '#model/shop/form-requests.ts'
import { formSubmission, submissionPage } from '#platform/contract/forms.ts'
import { merchantPaths, visitorPaths } from '#platform/contract/routes.ts'
import { withTenant } from '#platform/db/database.ts'
import { mergeVisitors } from '#platform/customers/merge-visitors.ts'
import { inShop } from '#platform/shop/scope.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { createTestPlatform, letIn, makeProgram, signUp } from '#platform/testing/platform.ts'
import { loadSubmissions } from './load-submissions.ts'
import { submitForm } from './submit-form.ts'

let shop: ShopFixture

const question = (label: string, kind: string, change: object = {}) => ({
  label,
  kind,
  options: '',
  isNeeded: true,
  ...change,
})
const props = {
  title: 'Order a cake',
  questions: [
    question('Name', 'short'),
    question('Size', 'one', { options: 'Small\nLarge' }),
    question('Wish', 'long', { isNeeded: false }),
  ],
  consent: 'You may ring me.',
}
const releaseId = randomUUID()

beforeAll(async () => {
  shop = await createShopFixture()
  shop.liveNodes.set('cake', { type: 'form', props, slug: '', releaseId })
  shop.liveNodes.set('bare', { type: 'form', props: { ...props, consent: ' ' }, slug: '', releaseId })
  shop.liveNodes.set('text', { type: 'text', props: {}, slug: '', releaseId })
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const wish = (change: Partial<SubmitFormRequest> = {}): SubmitFormRequest => ({
  nodeId: 'cake',
  answers: [[' Mei '], ['Large'], []],
  consent: true,
  ...change,
})
const send = (visitor: TestVisitor, request: object, key?: string) =>
  visitor.call<SubmittedForm & { error: ShopFailure }>('POST', visitorPaths.submissions, request, key)
const kept = () => shop.inShop((at) => loadSubmissions(at, {}))

test('what was asked and answered arrives in the words that were read, with the consent to it', async () => {
  const visitor = await shop.visitor()
  const { status, body } = await send(visitor, wish())
  expect(status).toBe(201)
  const { submissions, newCount, next } = await kept()
  expect([newCount, next]).toEqual([1, null])
  expect(submissions).toEqual([
    {
      id: body.id,
      nodeId: 'cake',
      formName: 'Order a cake',
      answers: [
        { label: 'Name', kind: 'short', values: ['Mei'] },
        { label: 'Size', kind: 'one', values: ['Large'] },
        { label: 'Wish', kind: 'long', values: [] },
      ],
      files: [],
      consentText: 'You may ring me.',
      sentAtIso: body.sentAtIso,
      status: 'new',
      handledBy: null,
      version: 1,
    },
  ])
  const consents = await shop.sql(
    `SELECT c.given_at <= f.sent_at AS before FROM consent c JOIN form_submission f USING (tenant_id, program_id, visitor_id)
     WHERE c.purpose = 'form'`,
  )
  expect(consents).toEqual([{ before: true }])
})

test('sent twice with one key, it is there once', async () => {
  const visitor = await shop.visitor()
  const before = (await kept()).submissions.length
  const key = randomUUID()
  const [first, second] = [await send(visitor, wish(), key), await send(visitor, wish(), key)]
  expect([first.status, second.body]).toEqual([201, first.body])
  expect((await kept()).submissions).toHaveLength(before + 1)
  expect((await send(visitor, wish({ answers: [['Bo'], ['Small'], []] }), key)).status).toBe(409)
})

test.each<[string, object, number, ShopFailure['code']]>([
  ['no answer to what is needed', wish({ answers: [[' '], ['Large'], []] }), 400, 'bad-request'],
  ['a choice that the form does not have', wish({ answers: [['Mei'], ['Huge'], []] }), 400, 'bad-request'],
  ['another number of answers', wish({ answers: [['Mei']] }), 400, 'bad-request'],
  ['no consent', { ...wish(), consent: false }, 400, 'bad-request'],
  ['more than was asked', { ...wish(), admin: true }, 400, 'bad-request'],
  ['a letter without end', wish({ answers: [['Mei'], ['Large'], ['x'.repeat(2001)]] }), 400, 'bad-request'],
  ['a block that is no form', wish({ nodeId: 'text' }), 404, 'not-found'],
  ['a block that is not there', wish({ nodeId: 'nowhere' }), 404, 'not-found'],
])('%s: refused, and nothing is kept', async (_, request, status, code) => {
  const visitor = await shop.visitor()
  const counts = () =>
    shop.sql(`SELECT (SELECT count(*) FROM form_submission) AS sent,
      (SELECT count(*) FROM consent WHERE purpose = 'form') AS consents`)
  const before = await counts()
  const answer = await send(visitor, request)
  expect([answer.status, answer.body.error.code]).toEqual([status, code])
  expect(await counts()).toEqual(before)
})

test('where the form says nothing of its own, the usual sentence is what was agreed to', async () => {
  await send(await shop.visitor(), wish({ nodeId: 'bare' }))
  expect((await kept()).submissions[0]?.consentText).toBe('The shop may keep what I wrote here to answer me.')
})

test('pages are of fifty, none twice and none left out', async () => {
  const visitor = await shop.visitor()
  await send(visitor, wish())
  const { submissions: all } = await kept()
  const visitorId = (await shop.sql<{ visitor_id: string }>('SELECT visitor_id FROM form_submission LIMIT 1'))[0]!
    .visitor_id
  const node = shop.liveNodes.get('cake')
  for (let count = all.length; count < 103; count++)
    await shop.inShop((at) => submitForm(at, visitorId, wish(), node, 'en'))
  const seen: string[] = []
  let before: string | undefined
  do {
    const part = await shop.inShop((at) => loadSubmissions(at, { before, status: 'new' }))
    expect(part.newCount).toBe(103)
    seen.push(...part.submissions.map(({ id }) => id))
    before = part.next ?? undefined
  } while (before)
  expect([seen.length, new Set(seen).size]).toEqual([103, 103])
})

test('when two visitors turn out to be one person, what both sent is that person’s', async () => {
  const [one, two] = [await shop.visitor(), await shop.visitor()]
  const ids = [(await send(one, wish())).body.id, (await send(two, wish())).body.id]
  const visitors = await shop.sql<{ visitor_id: string }>(
    'SELECT visitor_id FROM form_submission WHERE id = ANY($1) ORDER BY id',
    [ids],
  )
  await shop.inShop((at) => mergeVisitors(at, visitors[0]!.visitor_id, visitors[1]!.visitor_id))
  expect(await shop.sql('SELECT DISTINCT visitor_id FROM form_submission WHERE id = ANY($1)', [ids])).toEqual([
    { visitor_id: visitors[1]!.visitor_id },
  ])
})

test('the counter marks and erases; whoever does not run the shop sees nothing of it', async () => {
  const platform = await createTestPlatform()
  const owner = await signUp(platform, 'Ann')
  const designer = await signUp(platform, 'Bo')
  const stranger = await signUp(platform, 'Cy')
  const program = await makeProgram(platform, owner)
  await letIn(owner, designer, merchantPaths.invitations(program.id), 'designer')
  const scope = { tenantId: owner.me.workspaces[0]!.id, programId: program.id }
  const visitorId = randomUUID()
  await withTenant(platform.services.db, scope.tenantId, (tx) =>
    tx.insertInto('visitor').values({ tenant_id: scope.tenantId, program_id: program.id, id: visitorId }).execute(),
  )
  const { id } = await inShop(platform.services, scope, (at) =>
    submitForm(at, visitorId, wish(), { type: 'form', props, slug: '', releaseId }, 'en'),
  )

  const list = merchantPaths.submissions(program.id)
  const one = merchantPaths.submission(program.id, id)
  expect((await designer.call('GET', list)).status).toBe(403)
  expect((await stranger.call('GET', list)).status).toBe(404)
  for (const who of [designer, stranger])
    for (const answer of [await who.call('PATCH', one, { body: { status: 'done' } }), await who.call('DELETE', one)])
      expect([403, 404]).toContain(answer.status)

  const marked = formSubmission.parse((await owner.call('PATCH', one, { body: { status: 'done' } })).body)
  expect(marked).toMatchObject({ id, status: 'done', handledBy: 'Ann', version: 2 })
  const again = formSubmission.parse((await owner.call('PATCH', one, { body: { status: 'done' } })).body)
  expect(again.version).toBe(2)
  const newOnes = submissionPage.parse((await owner.call('GET', `${list}?status=new`)).body)
  expect(newOnes).toEqual({ submissions: [], next: null, newCount: 0 })
  expect((await owner.call('DELETE', one)).status).toBe(200)
  expect((await owner.call('DELETE', one)).status).toBe(404)
  expect((await owner.call('PATCH', one, { body: { status: 'new' } })).status).toBe(404)
  await platform.close()
})
