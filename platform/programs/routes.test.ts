import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProgram } from '#model/index.ts'
import { templates } from '#templates/index.ts'
import type { ProgramTemplate } from '#templates/template.ts'
import { program as programSchema } from '../contract/merchant.ts'
import type { Role } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { withTenant } from '../db/database.ts'
import { codeOf, createTestPlatform, employ, makeProgram, signUp, visit } from '../testing/platform.ts'
import type { TestPlatform, Visitor } from '../testing/platform.ts'
import { randomLabel } from './random-label.ts'

let platform: TestPlatform
let ann: Awaited<ReturnType<typeof signUp>>
let bo: Awaited<ReturnType<typeof signUp>>

beforeAll(async () => {
  platform = await createTestPlatform()
  ann = await signUp(platform, 'Ann')
  bo = await signUp(platform, 'Bo')
})
afterAll(() => platform.close())

const workspaceOf = (person: typeof ann): string => person.me.workspaces[0]?.id ?? ''

test('the gallery shows each template with a picture that can be fetched', async () => {
  const answer = await ann.call('GET', merchantPaths.templates)
  expect(answer.body).toEqual(
    templates.map(({ id, name }) =>
      expect.objectContaining({ id, name, pictureUrl: expect.stringMatching(/^\/pictures\/[0-9a-f]{64}$/) }),
    ),
  )
  expect((await visit(platform).call('GET', merchantPaths.templates)).status).toBe(401)
})

test('a program is made whole: document in its language, shop with dishes, pictures in the library', async () => {
  const program = await makeProgram(platform, ann, '好运面馆')
  expect(program).toMatchObject({ name: '好运面馆', role: 'owner', live: null, liveUrl: null, language: 'en' })
  const doc = openProgram(await platform.documents.read(program.id))
  expect([doc.name, doc.language, doc.pages().length]).toEqual(['好运面馆', 'en', templates[0]?.program.pages.length])
  const counted = await withTenant(platform.services.db, program.workspaceId, async (tx) => ({
    dishes: (await tx.selectFrom('dish').select('id').where('program_id', '=', program.id).execute()).length,
    pictures: (await tx.selectFrom('picture').select('id').where('tenant_id', '=', program.workspaceId).execute())
      .length,
  }))
  expect(counted).toEqual({
    dishes: templates[0]?.shop.dishes.length,
    pictures: Object.keys(templates[0]?.pictures ?? {}).length,
  })
  expect((await ann.call('GET', merchantPaths.programs(workspaceOf(ann)))).body).toContainEqual(program)
})

test('no placeholder of the template is left in the document', async () => {
  const program = await makeProgram(platform, ann)
  const doc = await platform.documents.read(program.id)
  const text = JSON.stringify(doc.getMap('nodes').toJSON()) + JSON.stringify(doc.getMap('pages').toJSON())
  expect(text).not.toMatch(/\$(picture|text|page)/)
  expect(text).toContain('/pictures/')
})

test('bad input makes nothing', async () => {
  const path = merchantPaths.programs(workspaceOf(bo))
  const good = { templateId: templates[0]?.id, name: 'Shop', language: 'en' }
  for (const body of [
    { ...good, templateId: 'nope' },
    { ...good, name: '  ' },
    { ...good, language: 'fr' },
    { ...good, extra: 1 },
    {},
  ])
    expect((await bo.call('POST', path, { body })).status).toBe(400)
  expect((await bo.call('GET', path)).body).toEqual([])
})

test('a failure half-way leaves neither program nor shop', async () => {
  const base = templates[0] as ProgramTemplate
  const torn: ProgramTemplate = {
    ...base,
    id: base.id,
    shop: { ...base.shop, dishes: [{ ...base.shop.dishes[0]!, category: 'nowhere' }] },
  }
  const other = await createTestPlatform({ templates: [torn] })
  const cy = await signUp(other, 'Cy')
  const path = merchantPaths.programs(workspaceOf(cy))
  expect((await cy.call('POST', path, { body: { templateId: torn.id, name: 'Shop', language: 'en' } })).status).toBe(
    500,
  )
  expect((await cy.call('GET', path)).body).toEqual([])
  expect(await other.services.db.selectFrom('program_route').selectAll().execute()).toEqual([])
  await other.close()
})

test('a template with a block that we do not know makes a program that keeps it', async () => {
  const base = templates[0] as ProgramTemplate
  const page = { title: { en: 'Home', 'zh-CN': '首页' }, slug: '', nodes: [{ type: 'hologram', props: { depth: 3 } }] }
  const strange: ProgramTemplate = { ...base, program: { theme: {}, pages: [page] } }
  const other = await createTestPlatform({ templates: [strange] })
  const program = await makeProgram(other, await signUp(other, 'Cy'))
  const doc = openProgram(await other.documents.read(program.id))
  const home = doc.pages()[0]!
  expect(doc.node(doc.children(home.id)[0]!)).toMatchObject({ type: 'hologram', props: { depth: 3 } })
  await other.close()
})

test('strangers learn nothing: not signed in is 401, not a member is 404', async () => {
  const program = await makeProgram(platform, ann)
  const calls = (visitor: Visitor) => [
    visitor.call('GET', merchantPaths.programs(program.workspaceId)),
    visitor.call('POST', merchantPaths.programs(program.workspaceId), { body: {} }),
    visitor.call('GET', merchantPaths.program(program.id)),
    visitor.call('PATCH', merchantPaths.program(program.id), { body: { name: 'Mine now' } }),
  ]
  expect((await Promise.all(calls(visit(platform)))).map(({ status }) => status)).toEqual([401, 401, 401, 401])
  expect((await Promise.all(calls(bo))).map(({ status }) => status)).toEqual([404, 404, 404, 404])
  expect((await ann.call('GET', merchantPaths.program(program.id))).body).toEqual(program)
})

test('a member without the right is refused', async () => {
  const program = await makeProgram(platform, ann)
  const viewer = await memberAs('viewer', program.workspaceId)
  expect((await viewer.call('GET', merchantPaths.program(program.id))).body).toEqual({ ...program, role: 'viewer' })
  const rename = await viewer.call('PATCH', merchantPaths.program(program.id), { body: { name: 'Other' } })
  expect([rename.status, codeOf(rename)]).toEqual([403, 'forbidden'])
  expect((await viewer.call('POST', merchantPaths.programs(program.workspaceId), { body: {} })).status).toBe(403)
})

test('a new name shows in the list, in the document and to customers; given twice it changes nothing more', async () => {
  const program = await makeProgram(platform, ann)
  for (const _ of [1, 2]) {
    const answer = await ann.call('PATCH', merchantPaths.program(program.id), { body: { name: ' Golden Bowl ' } })
    expect([answer.status, programSchema.parse(answer.body).name]).toEqual([200, 'Golden Bowl'])
  }
  expect(openProgram(await platform.documents.read(program.id)).name).toBe('Golden Bowl')
  expect((await ann.call('GET', merchantPaths.settings(program.id))).body).toMatchObject({ name: 'Golden Bowl' })
  expect((await ann.call('PATCH', merchantPaths.program(program.id), { body: { name: '' } })).status).toBe(400)
})

test('a new shop keeps its owner’s clock; a zone that does not exist is refused', async () => {
  const { workspaceId } = await makeProgram(platform, ann)
  const make = (timeZone: string) =>
    ann.call('POST', merchantPaths.programs(workspaceId), {
      body: { templateId: 'noodle-shop', name: 'Far away', language: 'en', timeZone },
    })
  const { id } = programSchema.parse((await make('America/Bogota')).body)
  const settings = await ann.call('GET', merchantPaths.settings(id))
  expect(settings.body).toMatchObject({ timeZone: 'America/Bogota' })
  expect((await make('Moon/Tranquility')).status).toBe(400)
})

test('a label fits a host name and is never the same twice', () => {
  const labels = Array.from({ length: 500 }, randomLabel)
  expect(labels.every((label) => /^[a-z2-7]{26}$/.test(label))).toBe(true)
  expect(new Set(labels).size).toBe(500)
})

async function memberAs(role: Role, tenantId: string): Promise<typeof ann> {
  const person = await signUp(platform, role)
  await employ(platform, person, tenantId, role)
  return person
}
