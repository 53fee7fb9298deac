/** A platform with one program of two pages whose every page and part says which version it is. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openProgram, setName, setProp } from '#model/index.ts'
import type { NodeSpec } from '#model/program-spec.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { templates } from '#templates/index.ts'
import { publishResult } from '../../contract/merchant.ts'
import type { Program, PublishResult, PublishWhen } from '../../contract/merchant.ts'
import { merchantPaths, visitorPaths } from '../../contract/routes.ts'
import { createTestPlatform, makeProgram, signUp } from '../../testing/platform.ts'
import type { TestPlatform } from '../../testing/platform.ts'

const file = (name: string) => ({ js: `/runtime/${name}.js`, imports: [], gzBytes: 1 })
export const assets: RuntimeAssets = {
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
const page = (title: string, slug: string, ...more: NodeSpec[]) => ({
  title: { en: title, 'zh-CN': title },
  slug,
  nodes: [heading('Version Old of all'), heading('Version Old of members', { audience: 'members' }), ...more],
})
/** What a program needs whose visitors order and join. */
const orderingBlocks: readonly NodeSpec[] = [{ type: 'menu' }, { type: 'membership-card' }]

/** @param ordering - its second page also has what visitors order and join with */
export async function createPublishingFixture({ ordering = false } = {}) {
  const [template] = templates
  if (!template) throw new Error('There is no template')
  const program = { theme: {}, pages: [page('Home', ''), page('About', 'about', ...(ordering ? orderingBlocks : []))] }
  const platform = await createTestPlatform({ templates: [{ ...template, program }] })
  const { runtimeFolder } = platform.services.config
  await mkdir(runtimeFolder, { recursive: true })
  await writeFile(join(runtimeFolder, 'manifest.json'), JSON.stringify(assets))
  const ann = await signUp(platform)
  return { platform, ann, makeProgram: (name = 'Shop') => makeProgram(platform, ann, name), close: platform.close }
}

export type PublishingFixture = Awaited<ReturnType<typeof createPublishingFixture>>

/** Writes this version into the program's name and into every heading. */
export function writeVersion(platform: TestPlatform, programId: string, version: string): Promise<void> {
  return platform.documents.edit(programId, 'ann', (doc) => {
    const program = openProgram(doc)
    setName(program, `Version ${version} of name`)
    for (const { id } of program.pages())
      for (const node of program.children(id)) {
        if (program.node(node)?.type !== 'heading') continue
        const isForMembers = program.node(node)?.showWhen !== undefined
        setProp(program, node, 'text', `Version ${version} of ${isForMembers ? 'members' : 'all'}`)
      }
    program.destroy()
  })
}

export async function publishAs(
  { ann }: Pick<PublishingFixture, 'ann'>,
  program: Program,
  when?: PublishWhen,
): Promise<PublishResult> {
  const body = { requestId: crypto.randomUUID(), ...(when && { when }) }
  return publishResult.parse((await ann.call('POST', merchantPaths.releases(program.id), { body })).body)
}

/** A browser on a program's origin, with its cookies. */
export function visitorOf(platform: Pick<TestPlatform, 'app'>, origin: string) {
  let cookie = ''
  let token = ''
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await platform.app.request(`${origin}${path}`, {
      ...init,
      headers: {
        host: new URL(origin).host,
        origin,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(cookie && { cookie }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...init.headers,
      },
    })
    const [set] = answer.headers.getSetCookie()
    if (set) cookie = set.split(';')[0]!
    return answer
  }
  return {
    ask,
    cookie: () => cookie,
    /** @param via - code of the poster that was scanned */
    async begin(via?: string) {
      const body = JSON.stringify({ visitorKey: null, ...(via !== undefined && { via }) })
      const session = await ask(visitorPaths.session, { method: 'POST', body })
      token = ((await session.json()) as { token: string }).token
    },
    async join() {
      const body = JSON.stringify({ name: 'Lin', phone: '13800138000', consent: true })
      const joined = await ask(visitorPaths.card, { method: 'POST', body })
      if (joined.status !== 201) throw new Error(`Joining was refused: ${await joined.text()}`)
    },
    /** Every version that a page, or the members' parts that belong to it, is of. */
    async versionsOn(path: string): Promise<readonly string[]> {
      const html = await (await ask(path)).text()
      const release = /"release":"([\w-]{36})"/.exec(html)?.[1] ?? ''
      const query = new URLSearchParams({ page: path.slice(1), ...(release && { release }) })
      const parts = token ? await (await ask(`${visitorPaths.memberParts}?${query}`)).text() : ''
      return [...new Set([...`${html}${parts}`.matchAll(/Version ([\w-]+) of/g)].map((found) => found[1] ?? ''))]
    },
  }
}
