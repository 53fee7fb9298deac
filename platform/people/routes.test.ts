import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Me, Program } from '../contract/merchant.ts'
import { everybody, inviteResult, invitedTo, peopleList } from '../contract/people.ts'
import type { InviteInput, Role } from '../contract/people.ts'
import { merchantPaths as paths } from '../contract/routes.ts'
import { asBeginning } from '../changes/record-changes.ts'
import { withTenant } from '../db/database.ts'
import type { Letter } from '../mail/mailer.ts'
import { createMemoryDocuments } from '../testing/memory-documents.ts'
import { codeOf, createTestPlatform, letIn, makeProgram, signUp, visit } from '../testing/platform.ts'
import type { TestPlatform, Visitor } from '../testing/platform.ts'

type Person = Visitor & { readonly me: Me }

let platform: TestPlatform
const documents = createMemoryDocuments()
const letters: Letter[] = []
let isMailDown = false
let ann: Person
let program: Program
let workspaceId: string

beforeAll(async () => {
  platform = await createTestPlatform({
    documents,
    mailer: {
      async send(letter) {
        if (isMailDown) throw new Error('refused')
        letters.push(letter)
      },
    },
  })
  ann = await signUp(platform, 'Ann')
  program = await makeProgram(platform, ann)
  workspaceId = program.workspaceId
})
afterAll(() => platform.close())

async function invite(by: Visitor, input: InviteInput, path: string = paths.invitations(program.id)) {
  const answer = await by.call('POST', path, { body: input })
  expect(answer.status).toBe(201)
  const { invitation, mail } = inviteResult.parse(answer.body)
  return { ...invitation, mail, key: invitation.link.slice(invitation.link.lastIndexOf('/') + 1) }
}

const accept = (who: Visitor, key: string) => who.call('POST', paths.acceptInvitation(key))
const peopleOf = async (who: Visitor, path: string = paths.people(program.id)) =>
  peopleList.parse((await who.call('GET', path)).body)

async function guest(role: Role, name = 'Bo'): Promise<Person> {
  const person = await signUp(platform, name)
  await letIn(ann, person, paths.invitations(program.id), role)
  return person
}

test('by a link one becomes a guest of one program and sees nothing else of the workspace', async () => {
  const other = await makeProgram(platform, ann, 'Other shop')
  const bo = await signUp(platform, 'Bo')
  const { key } = await invite(ann, { role: 'editor' })
  expect(invitedTo.parse((await visit(platform).call('GET', paths.invited(key))).body)).toMatchObject({
    state: 'open',
    role: 'editor',
    program: { id: program.id },
    invitedBy: 'Ann',
    isMemberAs: null,
  })
  expect((await accept(bo, key)).body).toMatchObject({ isMemberAs: 'editor' })
  expect((await bo.call('GET', paths.program(program.id))).body).toMatchObject({ role: 'editor' })
  expect((await bo.call('GET', paths.program(other.id))).status).toBe(404)
  expect((await bo.call('GET', paths.programs(workspaceId))).status).toBe(404)
  expect((await bo.call('GET', paths.allPrograms)).body).toMatchObject([{ id: program.id, role: 'editor' }])
})

test('who is not signed in may read an invitation but not accept it', async () => {
  const { key } = await invite(ann, { role: 'viewer' })
  expect((await visit(platform).call('GET', paths.invited(key))).status).toBe(200)
  expect((await accept(visit(platform), key)).status).toBe(401)
})

test('a link for one person lets one in, however many press at once', async () => {
  const people = await Promise.all(['Bo', 'Cy', 'Di', 'Ed'].map((name) => signUp(platform, name)))
  const { key } = await invite(ann, { role: 'viewer', mostUses: 1 })
  const answers = await Promise.all(people.map((person) => accept(person, key)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  expect(invitedTo.parse((await visit(platform).call('GET', paths.invited(key))).body).state).toBe('used')
})

test('pressing twice at once joins once and uses one place', async () => {
  const bo = await signUp(platform, 'Bo')
  const { key, id } = await invite(ann, { role: 'viewer', mostUses: 5 })
  const answers = await Promise.all([accept(bo, key), accept(bo, key), accept(bo, key)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await peopleOf(ann)).invitations.find((each) => each.id === id)?.uses).toBe(1)
})

test('an invitation never lessens what somebody may do, and uses nothing up then', async () => {
  const { key, id } = await invite(ann, { role: 'viewer', mostUses: 1 })
  expect((await accept(ann, key)).body).toMatchObject({ isMemberAs: 'owner' })
  expect((await peopleOf(ann)).invitations.find((each) => each.id === id)?.uses).toBe(0)
})

test('taken back, too late, or with another letter in it, a link lets nobody in', async () => {
  const bo = await signUp(platform, 'Bo')
  const back = await invite(ann, { role: 'viewer' })
  expect((await ann.call('DELETE', paths.invitation(program.id, back.id))).status).toBe(200)
  expect((await accept(bo, back.key)).status).toBe(409)

  const late = await invite(ann, { role: 'viewer' })
  await withTenant(platform.database.db, workspaceId, (tx) =>
    asBeginning(tx)
      .updateTable('invitation')
      .set({ expires_at: new Date(0) })
      .where('id', '=', late.id)
      .execute(),
  )
  expect((await accept(bo, late.key)).status).toBe(409)
  expect((await bo.call('GET', paths.invited(late.key))).body).toMatchObject({ state: 'past' })

  const { key } = await invite(ann, { role: 'owner' })
  const forged = key.slice(0, 5) + (key[5] === 'A' ? 'B' : 'A') + key.slice(6)
  expect([(await accept(bo, forged)).status, (await bo.call('GET', paths.invited('x'))).status]).toEqual([404, 404])
})

test('with an address it is written to, for one person; a mail server that fails is told, and the link stands', async () => {
  const sent = await invite(ann, { role: 'designer', email: 'dee@example.com', language: 'en', mostUses: 9 })
  expect([sent.mail, sent.mostUses]).toEqual(['sent', 1])
  expect(letters.at(-1)).toMatchObject({ to: 'dee@example.com', subject: 'Ann invites you to Lucky Noodles' })
  expect(letters.at(-1)?.text).toContain(sent.link)
  isMailDown = true
  const failed = await invite(ann, { role: 'designer', email: 'dee@example.com', language: 'zh-CN' })
  isMailDown = false
  expect(failed.mail).toBe('failed')
  expect((await invite(ann, { role: 'viewer' })).mail).toBe('none')
})

test('without a mail server the list says so', async () => {
  const plain = await createTestPlatform()
  const owner = await signUp(plain, 'Ann')
  const path = paths.workspacePeople(owner.me.workspaces[0]?.id ?? '')
  expect(await peopleOf(owner, path)).toMatchObject({ canMail: false, people: [{ name: 'Ann', isYou: true }] })
  await plain.close()
})

test('a role that changes closes the sockets of that person in that program, and nobody else’s', async () => {
  const bo = await guest('designer')
  const before = documents.disconnected.length
  const answer = await ann.call('PATCH', paths.person(program.id, bo.me.user.id), { body: { role: 'viewer' } })
  expect(peopleList.parse(answer.body).people.find(({ id }) => id === bo.me.user.id)).toMatchObject({
    role: 'viewer',
    from: 'program',
  })
  expect(documents.disconnected.slice(before)).toEqual([
    { programId: program.id, userId: bo.me.user.id, reason: 'role-changed' },
  ])
  expect((await bo.call('GET', paths.program(program.id))).body).toMatchObject({ role: 'viewer' })
})

test('who is removed is told so on every program of the workspace, and finds nothing any more', async () => {
  const bo = await signUp(platform, 'Bo')
  await letIn(ann, bo, paths.workspaceInvitations(workspaceId), 'editor')
  const stream = await bo.call('GET', paths.program(program.id))
  expect(stream.status).toBe(200)
  const before = documents.disconnected.length
  expect((await ann.call('DELETE', paths.workspacePerson(workspaceId, bo.me.user.id))).status).toBe(200)
  const closed = documents.disconnected.slice(before)
  expect(closed.length).toBe(((await ann.call('GET', paths.programs(workspaceId))).body as unknown[]).length)
  expect(new Set(closed.map(({ reason }) => reason))).toEqual(new Set(['revoked']))
  expect((await bo.call('GET', paths.program(program.id))).status).toBe(404)
})

test('the stream of events ends for whoever is removed', async () => {
  const bo = await guest('editor')
  const gone = new AbortController()
  const cookie = [...bo.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await platform.app.request(`http://localhost:4000${paths.events(program.id)}`, {
    headers: { host: 'localhost:4000', cookie },
    signal: gone.signal,
  })
  const text = response.text()
  await ann.call('DELETE', paths.person(program.id, bo.me.user.id))
  // Ends by itself; a stream that went on would be waited for until the test is given up.
  expect(await text).toContain('retry')
  gone.abort()
})

test('one may leave; the last owner may not, nor become less', async () => {
  const bo = await guest('viewer')
  expect((await bo.call('DELETE', paths.person(program.id, bo.me.user.id))).status).toBe(200)
  expect((await bo.call('GET', paths.program(program.id))).status).toBe(404)
  const me = paths.workspacePerson(workspaceId, ann.me.user.id)
  for (const answer of [await ann.call('DELETE', me), await ann.call('PATCH', me, { body: { role: 'viewer' } })])
    expect([answer.status, codeOf(answer)]).toEqual([409, 'conflict'])
})

test('of two owners who remove each other at once, one stays', async () => {
  const one = await signUp(platform, 'One')
  const two = await signUp(platform, 'Two')
  const theirs = one.me.workspaces[0]?.id ?? ''
  await letIn(one, two, paths.workspaceInvitations(theirs), 'owner')
  await Promise.all([
    one.call('DELETE', paths.workspacePerson(theirs, two.me.user.id)),
    two.call('DELETE', paths.workspacePerson(theirs, one.me.user.id)),
  ])
  const left = await withTenant(platform.database.db, theirs, (tx) =>
    tx.selectFrom('workspace_member').select('role').where('tenant_id', '=', theirs).execute(),
  )
  expect(left).toEqual([{ role: 'owner' }])
})

test('only owners invite, change and remove; addresses are shown to them alone', async () => {
  const bo = await guest('designer')
  const body = { role: 'viewer' }
  const answers = [
    await bo.call('POST', paths.invitations(program.id), { body }),
    await bo.call('PATCH', paths.person(program.id, bo.me.user.id), { body: { role: 'owner' } }),
    await bo.call('DELETE', paths.person(program.id, ann.me.user.id)),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
  const { people, invitations } = await peopleOf(bo)
  expect(invitations).toEqual([])
  expect(people.find(({ id }) => id === ann.me.user.id)?.email).toBeNull()
  expect(people.find(({ isYou }) => isYou)?.email).toBe(bo.me.user.email)
})

test('a guest sees the pictures they brought and no others', async () => {
  const bo = await guest('editor')
  const all = await ann.call('GET', paths.pictures(workspaceId))
  expect((all.body as { pictures: unknown[] }).pictures.length).toBeGreaterThan(0)
  expect((await bo.call('GET', paths.pictures(workspaceId))).body).toMatchObject({ pictures: [] })
})

test('owners see everybody of a workspace, with guests, roles by program, open invitations and when they were last here', async () => {
  const dora = await signUp(platform, 'Dora')
  const [noodles, tea] = [await makeProgram(platform, dora, 'Noodles'), await makeProgram(platform, dora, 'Tea')]
  const workspace = noodles.workspaceId
  const [eli, gus] = [await signUp(platform, 'Eli'), await signUp(platform, 'Gus')]
  await letIn(dora, eli, paths.workspaceInvitations(workspace), 'editor')
  await letIn(dora, gus, paths.invitations(tea.id), 'viewer')
  await dora.call('PATCH', paths.person(noodles.id, eli.me.user.id), { body: { role: 'designer' } })
  await invite(dora, { role: 'viewer', mostUses: 3 }, paths.invitations(tea.id))
  await invite(dora, { role: 'editor', mostUses: 3 }, paths.workspaceInvitations(workspace))

  const stream = await platform.app.request(`http://localhost:4000${paths.events(tea.id)}`, {
    headers: { host: 'localhost:4000', cookie: [...gus.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  expect(stream.status).toBe(200)
  const see = async () => everybody.parse((await dora.call('GET', paths.everybody(workspace))).body)
  await vi.waitFor(async () =>
    expect((await see()).people[0]).toMatchObject({ name: 'Gus', lastSeenAtIso: expect.any(String) }),
  )
  await stream.body?.cancel()
  const { people, invitations } = await see()
  expect(
    people.map(({ name, role, programs }) => [name, role, programs.map((one) => `${one.name}: ${one.role}`)]),
  ).toEqual([
    ['Gus', null, ['Tea: viewer']],
    ['Dora', 'owner', []],
    ['Eli', 'editor', ['Noodles: designer']],
  ])
  expect(invitations.slice(0, 2).map(({ role, program: into }) => [role, into?.name])).toEqual([
    ['editor', undefined],
    ['viewer', 'Tea'],
  ])
  expect((await eli.call('GET', paths.everybody(workspace))).status).toBe(403)
  expect((await gus.call('GET', paths.everybody(workspace))).status).toBe(404)

  expect((await dora.call('DELETE', paths.workspacePerson(workspace, gus.me.user.id))).status).toBe(200)
  expect((await gus.call('GET', paths.program(tea.id))).status).toBe(404)
  expect((await see()).people.map(({ name }) => name)).toEqual(['Dora', 'Eli'])
  expect(
    (await dora.call('PATCH', paths.workspacePerson(workspace, gus.me.user.id), { body: { role: 'editor' } })).status,
  ).toBe(404)
})
