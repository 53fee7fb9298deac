/** Files of forms, from the phone to the counter: what is kept, for whom, how much of it, and until when. */
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ShopFailure } from '#model/shop/failure.ts'
import { fileValue, MOST_FILE_BYTES } from '#model/shop/forms.ts'
import type { AttachedFile } from '#model/shop/forms.ts'
import type { SubmittedForm } from '#model/shop/form-requests.ts'
import { submissionPage } from '#platform/contract/forms.ts'
import { merchantPaths, visitorPaths } from '#platform/contract/routes.ts'
import { withTenant } from '#platform/db/database.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { inShop } from '#platform/shop/scope.ts'
import { createTestPlatform, letIn, makeProgram, signUp } from '#platform/testing/platform.ts'
import { addAttachment } from './attachments.ts'
import { loadSubmissions } from './load-submissions.ts'
import { submitForm } from './submit-form.ts'

let shop: ShopFixture
let photo: Buffer

const releaseId = randomUUID()
const question = (label: string, kind: string, change: object = {}) => ({
  label,
  kind,
  options: '',
  isNeeded: true,
  mostFiles: 2,
  ...change,
})
const props = {
  title: 'Ask for an estimate',
  questions: [question('What is it?', 'short'), question('Pictures', 'file', { isNeeded: false })],
  consent: '',
}
const node = { type: 'form', props, slug: '', releaseId }
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

beforeAll(async () => {
  shop = await createShopFixture()
  shop.liveNodes.set('ask', node)
  shop.liveNodes.set('other', node)
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#c2410c' } })
    .withExif({ IFD0: { Copyright: 'Home address of Mei' } })
    .jpeg()
    .toBuffer()
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

async function attach(visitor: TestVisitor, bytes: Uint8Array, name = 'a.jpg', query = 'nodeId=ask&question=1') {
  const body = new FormData()
  body.append('file', new File([new Uint8Array(bytes)], name))
  const request = new Request(`${shop.program.origin}${visitorPaths.attachments}?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${visitor.token}` },
    body,
  })
  const response = await shop.commerce.visitorApp.fetch(request, { program: shop.program, clientAddress: '127.0.0.1' })
  return { status: response.status, body: (await response.json()) as AttachedFile & { error: ShopFailure } }
}
const send = (visitor: TestVisitor, files: readonly AttachedFile[], nodeId = 'ask') =>
  visitor.call<SubmittedForm & { error: ShopFailure }>('POST', visitorPaths.submissions, {
    nodeId,
    answers: [['A window'], files.map(fileValue)],
    consent: true,
  })
const counts = async () =>
  (
    await shop.sql<{ sent: string; files: string }>(
      'SELECT (SELECT count(*) FROM form_submission) AS sent, (SELECT count(*) FROM form_attachment) AS files',
    )
  )[0]!

test('a picture is encoded anew, a PDF kept as it is, and both arrive with the form', async () => {
  const visitor = await shop.visitor()
  const picture = await attach(visitor, photo, 'C:\\fake\\kitchen\u202Egpj.jpg')
  const plan = await attach(visitor, pdf, 'plan.pdf')
  expect([picture.status, plan.status]).toEqual([201, 201])
  expect(picture.body.name).toBe('kitchengpj.jpg')
  const sent = await send(visitor, [picture.body, plan.body])
  expect(sent.status).toBe(201)

  const [submission] = (await shop.inShop((at) => loadSubmissions(at, {}))).submissions
  expect(submission?.answers[1]?.values).toEqual(['kitchengpj.jpg', 'plan.pdf'])
  expect(submission?.files.map(({ kind, question: of }) => [kind, of])).toEqual([
    ['picture', 1],
    ['pdf', 1],
  ])
  const rows = await shop.sql<{ kind: string; body: Buffer }>(
    'SELECT kind, body FROM form_attachment WHERE submission_id = $1 ORDER BY id',
    [submission?.id],
  )
  expect(rows[1]?.body.equals(pdf)).toBe(true)
  const kept = await sharp(rows[0]!.body).metadata()
  expect([kept.format, kept.width, kept.height, kept.exif]).toEqual(['webp', 60, 40, undefined])
  expect(rows[0]!.body.includes('Home address')).toBe(false)
})

test.each<[string, () => Uint8Array, string]>([
  ['a text that calls itself a picture', () => Buffer.from('<script>alert(1)</script>'), 'kind'],
  ['a drawing that could carry script', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'kind'],
  ['half a picture', () => photo.subarray(0, photo.length / 2), 'broken'],
  ['a PDF without its end', () => Buffer.from('%PDF-1.7\n1 0 obj'), 'broken'],
  ['nothing', () => new Uint8Array(), 'broken'],
  ['more than 10 MB', () => Buffer.alloc(MOST_FILE_BYTES + 1), 'size'],
  ['far more', () => Buffer.alloc(MOST_FILE_BYTES + 100_000), 'size'],
])('%s: refused with why, and nothing is kept', async (_, bytes, why) => {
  const before = await counts()
  const { status, body } = await attach(await shop.visitor(), bytes())
  expect([status, body.error.code, body.error.subjectIds]).toEqual([422, 'file-refused', [why]])
  expect(await counts()).toEqual(before)
})

test.each<[string, string]>([
  ['a question that wants words', 'nodeId=ask&question=0'],
  ['a question that is not there', 'nodeId=ask&question=7'],
  ['a form that is not there', 'nodeId=nowhere&question=1'],
])('%s takes no files', async (_, query) => {
  expect((await attach(await shop.visitor(), photo, 'a.jpg', query)).status).toBe(404)
})

test('files are their visitor’s, of one question, of one form, once, and as many as it asks for', async () => {
  const [mei, bo] = [await shop.visitor(), await shop.visitor()]
  const file = (await attach(mei, pdf, 'plan.pdf')).body
  const before = await counts()
  expect((await send(bo, [file])).body.error).toMatchObject({ code: 'file-refused', subjectIds: ['gone', file.id] })
  expect((await send(mei, [file], 'other')).body.error.subjectIds).toEqual(['gone', file.id])
  expect((await send(mei, [file, file])).body.error.subjectIds).toEqual(['too-many'])
  const more = [(await attach(mei, pdf)).body, (await attach(mei, pdf)).body]
  expect((await send(mei, [file, ...more])).body.error.code).toBe('bad-request')
  expect((await counts()).sent).toBe(before.sent)
  expect((await send(mei, [file])).status).toBe(201)
  expect((await send(mei, [file])).body.error.subjectIds).toEqual(['gone', file.id])
})

test('of two forms sent at once with one file, one has it', async () => {
  const visitor = await shop.visitor()
  const file = (await attach(visitor, pdf)).body
  const statuses = (await Promise.all([send(visitor, [file]), send(visitor, [file])])).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual([201, 422])
})

test('one visitor keeps at most twenty files waiting', async () => {
  const visitor = await shop.visitor()
  for (let count = 0; count < 20; count++) expect((await attach(visitor, pdf)).status).toBe(201)
  const { body } = await attach(visitor, pdf)
  expect(body.error.subjectIds).toEqual(['too-many'])
})

test('what is never sent is gone after a day; what was sent stays', async () => {
  const visitor = await shop.visitor()
  const [kept, dropped] = [(await attach(visitor, pdf)).body, (await attach(visitor, pdf)).body]
  await send(visitor, [kept])
  await shop.sql(`UPDATE shop_timer SET due_at = now() - interval '1 second' WHERE kind = 'attachment-expiry'`)
  await shop.commerce.runDue()
  expect(await shop.sql('SELECT id FROM form_attachment WHERE id IN ($1, $2)', [kept.id, dropped.id])).toEqual([
    { id: kept.id },
  ])
  expect((await send(visitor, [dropped])).body.error.subjectIds).toEqual(['gone', dropped.id])
})

test('the counter alone opens them, a PDF only to be saved, and erasing the form erases them', async () => {
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
  const webp = await sharp(photo).webp().toBuffer()
  const { id } = await inShop(platform.services, scope, async (at) => {
    const on = { nodeId: 'ask', question: 1 }
    const size = { widthPx: 60, heightPx: 40 }
    const files = [
      await addAttachment(at, visitorId, on, { name: 'küche "1".jpg', kind: 'picture', bytes: webp, size }),
      await addAttachment(at, visitorId, on, { name: 'plan', kind: 'pdf', bytes: pdf, size: null }),
    ]
    const answers = [['A window'], files.map(fileValue)]
    return submitForm(at, visitorId, { nodeId: 'ask', answers, consent: true }, node, 'en')
  })
  const list = merchantPaths.submissions(program.id)
  const { submissions } = submissionPage.parse((await owner.call('GET', list)).body)
  const [picture, plan] = submissions[0]!.files
  const at = (fileId: string) => merchantPaths.submittedFile(program.id, id, fileId)

  expect((await designer.call('GET', at(picture!.id))).status).toBe(403)
  expect((await stranger.call('GET', at(picture!.id))).status).toBe(404)
  expect((await owner.call('GET', at(randomUUID()))).status).toBe(404)
  const shown = await owner.call('GET', at(picture!.id))
  expect(shown.headers.get('content-type')).toBe('image/webp')
  expect(shown.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''k%C3%BCche%20%221%22.webp")
  const saved = await owner.call('GET', at(plan!.id))
  expect(saved.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''plan.pdf")
  for (const { headers } of [shown, saved]) {
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
  }
  expect((await owner.call('DELETE', merchantPaths.submission(program.id, id))).status).toBe(200)
  expect((await owner.call('GET', at(plan!.id))).status).toBe(404)
  await platform.close()
})
