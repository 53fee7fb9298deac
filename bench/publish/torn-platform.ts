/** A platform on a database that several processes share, with a program whose every page says which version it is. */
import path from 'node:path'
import { createHistory, createPostgresStore, createPostgresVersions, systemClock } from '#collab-server/index.ts'
import { openProgram, setName, setProp } from '#model/index.ts'
import type { NodeSpec } from '#model/program-spec.ts'
import { createPlatform, createPool, type Documents, type Platform } from '#platform/index.ts'
import { createDocuments } from '#server/documents.ts'
import { templates } from '#templates/index.ts'

const HOST = 'localhost:4000'

export interface TornPlatform {
  readonly platform: Platform
  readonly host: string
  makeProgram(): Promise<{
    readonly program: { readonly label: string }
    readonly by: {
      readonly tenantId: string
      readonly programId: string
      readonly person: { id: string; name: string }
    }
  }>
  close(): Promise<void>
}

export async function openTornPlatform(url: string, folder: string): Promise<TornPlatform> {
  const pool = createPool(url, { max: 4 })
  const store = await createPostgresStore(pool, {})
  const versions = createPostgresVersions(pool)
  const history = createHistory({ store, versions, clock: systemClock, report: () => undefined })
  const [template] = templates
  if (!template) throw new Error('There is no template')
  const platform = await createPlatform({
    pool,
    documents: createDocuments(store, history),
    templates: [{ ...template, program: { theme: {}, pages: [pageOf('Home', ''), pageOf('About', 'about')] } }],
    config: {
      publicUrl: `http://${HOST}`,
      programHost: HOST,
      trustProxy: false,
      demo: true,
      secret: 'a secret of this bench, long enough',
      blobFolder: path.join(folder, 'blobs'),
      runtimeFolder: path.join(folder, 'runtime'),
      withheld: new Set(),
      offlineReading: true,
      sharedCode: false,
    },
  })
  return {
    platform,
    host: HOST,
    makeProgram: () => makeProgram(platform),
    async close() {
      await platform.stop()
      history.close()
      await store.close()
      await pool.end()
    },
  }
}

/** Writes this version into the program's name and into every heading. */
export function writeVersion(documents: Documents, programId: string, version: string): Promise<void> {
  return documents.edit(programId, 'bench', (doc) => {
    const program = openProgram(doc)
    setName(program, `Version ${version} of name`)
    for (const { id } of program.pages())
      for (const node of program.children(id)) setProp(program, node, 'text', `Version ${version} of text`)
    program.destroy()
  })
}

const heading = (showWhen?: NodeSpec['showWhen']): NodeSpec => ({
  type: 'heading',
  props: { text: '' },
  ...(showWhen && { showWhen }),
})

const pageOf = (title: string, slug: string) => ({
  title: { en: title, 'zh-CN': title },
  slug,
  nodes: [heading(), heading({ audience: 'members' })],
})

async function makeProgram(platform: Platform) {
  let cookie = ''
  const ask = async (address: string, body?: object) => {
    const answer = await platform.app.request(`http://${HOST}${address}`, {
      method: body ? 'POST' : 'GET',
      headers: { host: HOST, origin: `http://${HOST}`, cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const set = answer.headers.getSetCookie().map((line) => line.split(';')[0])
    if (set.length > 0) cookie = set.join('; ')
    return (await answer.json()) as never
  }
  await ask('/api/demo', {})
  const me: { user: { id: string; name: string }; workspaces: { id: string }[] } = await ask('/api/me')
  const tenantId = me.workspaces[0]!.id
  const templateId = platform.services.templates[0]!.id
  const made: { id: string } = await ask(`/api/workspaces/${tenantId}/programs`, {
    templateId,
    name: 'Torn',
    language: 'en',
  })
  const { label } = await platform.services.db
    .selectFrom('program_route')
    .select('label')
    .where('program_id', '=', made.id)
    .executeTakeFirstOrThrow()
  return { program: { label }, by: { tenantId, programId: made.id, person: me.user } }
}
