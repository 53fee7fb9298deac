/** What is for members alone reaches nobody else: over HTTP, as a browser would ask. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProgram } from '#model/index.ts'
import type { NodeSpec } from '#model/program-spec.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { templates } from '#templates/index.ts'
import { publishResult } from '../contract/merchant.ts'
import { merchantPaths, visitorPaths } from '../contract/routes.ts'
import { createTestPlatform, makeProgram, signUp } from '../testing/platform.ts'
import type { TestPlatform } from '../testing/platform.ts'

let platform: TestPlatform
let origin: string
let programId: string

const file = (name: string) => ({ js: `/runtime/${name}.js`, imports: [], gzBytes: 1 })
const assets: RuntimeAssets = {
  loader: '(()=>{})()',
  boot: file('boot'),
  seen: file('seen'),
  css: '',
  styles: [],
  blocks: { heading: { ...file('heading'), css: '', styles: [] } },
  frame: '/runtime/frame.html',
}
const heading = (text: string, showWhen?: NodeSpec['showWhen']): NodeSpec => ({
  type: 'heading',
  props: { text },
  ...(showWhen && { showWhen }),
})
const hiddenButton: NodeSpec = {
  type: 'pay-button',
  props: { label: 'Old deposit', kind: 'fixed', amountMinor: 5000 },
  showWhen: { hidden: true },
}

beforeAll(async () => {
  const [template] = templates
  if (!template) throw new Error('There is no template')
  const home = {
    title: { en: 'Home', 'zh-CN': '首页' },
    slug: '',
    nodes: [heading('For all'), heading('The secret menu', { audience: 'members' }), hiddenButton],
  }
  const joining = { title: { en: 'Join', 'zh-CN': '入会' }, slug: 'join', nodes: [{ type: 'membership-card' }] }
  platform = await createTestPlatform({ templates: [{ ...template, program: { theme: {}, pages: [home, joining] } }] })
  const { runtimeFolder } = platform.services.config
  await mkdir(runtimeFolder, { recursive: true })
  await writeFile(join(runtimeFolder, 'manifest.json'), JSON.stringify(assets))
  const ann = await signUp(platform)
  const program = await makeProgram(platform, ann)
  programId = program.id
  const body = { requestId: crypto.randomUUID() }
  origin = publishResult.parse((await ann.call('POST', merchantPaths.releases(program.id), { body })).body).url
})
afterAll(() => platform.close())

const ask = async (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) =>
  platform.app.request(`${origin}${path}`, {
    ...init,
    headers: { host: new URL(origin).host, origin, 'content-type': 'application/json', ...headers },
  })

async function visitor(): Promise<Record<string, string>> {
  const answer = await ask(visitorPaths.session, { method: 'POST', body: JSON.stringify({ visitorKey: null }) })
  return { authorization: `Bearer ${((await answer.json()) as { token: string }).token}` }
}

const partsOf = (headers: Record<string, string>, page = '') =>
  ask(`${visitorPaths.memberParts}?${new URLSearchParams({ page })}`, {}, headers)

test('the document has the place of what is for members, and nothing of it', async () => {
  const html = await (await ask('/')).text()
  expect(html).toContain('For all')
  expect(html).toContain('data-audience="members"')
  expect(html).not.toContain('secret menu')
})

test('nobody without a token, and nobody who is no member, is given it', async () => {
  expect((await partsOf({})).status).toBe(401)
  const stranger = await partsOf(await visitor())
  expect([stranger.status, await stranger.json()]).toEqual([200, null])
})

test('a member is, of the page that is asked for', async () => {
  const headers = await visitor()
  const joined = await ask(
    visitorPaths.card,
    { method: 'POST', body: JSON.stringify({ name: 'Lin', phone: '13800138000', consent: true }) },
    { ...headers, 'idempotency-key': crypto.randomUUID() },
  )
  expect(joined.status).toBe(201)
  const parts = await partsOf(headers)
  expect(parts.headers.get('cache-control')).toBe('no-store')
  expect(await parts.json()).toMatchObject({
    nodes: [{ type: 'heading', props: { text: 'The secret menu' } }],
    blocks: { heading: { js: '/runtime/heading.js' } },
  })
  expect(await (await partsOf(headers, 'no-such-page')).json()).toBeNull()
})

test('a pay button that is put away cannot be paid by its id', async () => {
  const program = openProgram(await platform.documents.read(programId))
  const id = program.children(program.pages()[0]!.id).find((each) => program.node(each)?.type === 'pay-button')
  expect(id).toBeDefined()
  const paid = await ask(
    visitorPaths.payments,
    { method: 'POST', body: JSON.stringify({ nodeId: id, amountMinor: null, note: '' }) },
    { ...(await visitor()), 'idempotency-key': crypto.randomUUID() },
  )
  expect(paid.status).toBe(404)
})
