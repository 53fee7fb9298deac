import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCodeBlock, openProgram, pageSlot, placeCodeBlock, setCodeBlockSource } from '#model/index.ts'
import { apiError, publishResult } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { codeFileOf } from '#compiler/code-blocks/code-files.ts'
import type { ReleasedProgram } from '#compiler/released-program.ts'
import { createPublishingFixture } from '../releases/testing/publishing-fixture.ts'
import type { PublishingFixture } from '../releases/testing/publishing-fixture.ts'
import { compileApart } from './compile-apart.ts'

const source = `import { Text } from 'shopwright/primitives'
import { defineBlock } from 'shopwright/kit'

export default defineBlock({
  label: { en: 'Greeting', 'zh-CN': '问候' },
  fields: { name: { kind: 'text', label: { en: 'Name', 'zh-CN': '称呼' }, default: 'you', maxLength: 9 } },
  view: ({ props }) => <Text>Hello {props.name}</Text>,
})`

/** From source, the thread has to read a compiler of several megabytes as TypeScript would be read. */
const timeout = 180_000
let fixture: PublishingFixture

beforeAll(async () => {
  fixture = await createPublishingFixture()
})
afterAll(() => fixture.close())

test(
  'a placed code block is compiled into the release, and one that does not compile holds publishing back',
  { timeout },
  async () => {
    const { platform, ann } = fixture
    const program = await fixture.makeProgram()
    const edit = (run: (open: ReturnType<typeof openProgram>) => void) =>
      platform.documents.edit(program.id, 'ann', (doc) => {
        const open = openProgram(doc)
        run(open)
        open.destroy()
      })
    const publish = () =>
      ann.call('POST', merchantPaths.releases(program.id), { body: { requestId: crypto.randomUUID() } })

    await edit((open) => {
      const id = addCodeBlock(open, { name: 'Greeting', source })
      placeCodeBlock(open, id, { parentId: open.pages()[0]!.id, slot: pageSlot, index: 0 })
      addCodeBlock(open, { name: 'Stands nowhere', source })
    })
    const published = await publish()
    expect(published.status).toBe(201)
    const { release, problems, url } = publishResult.parse(published.body)
    expect(problems).toEqual([])
    const answer = await ann.call('GET', merchantPaths.releasedProgram(program.id, release.id))
    const released = answer.body as ReleasedProgram
    const [[type, block] = [], ...more] = Object.entries(released.codeBlocks ?? {})
    expect(more).toEqual([])
    expect(type).toMatch(/^code:/)
    expect(block).toMatchObject({
      definition: { label: { en: 'Greeting' } },
      code: expect.stringContaining('exports.default'),
    })
    await fileIsServed(platform, url, block!.code)
    const nodes = released.pages.flatMap((page) => Object.values(page.nodes))
    expect(nodes.find((node) => node.type === type)?.props).toMatchObject({ name: 'you' })

    await edit((open) => setCodeBlockSource(open, open.codeBlocks()[0]!.id, `${source}\ndocument.cookie`))
    const refused = await publish()
    expect(refused.status).toBe(422)
    expect(apiError.parse(refused.body).error.issues).toContainEqual({ path: expect.any(String), message: 'not-drawn' })
  },
)

/** As text that no browser runs as a script, for ever, and under the hash of what it holds only. */
async function fileIsServed(platform: PublishingFixture['platform'], url: string, code: string) {
  const get = (path: string) => platform.app.request(new URL(path, url), { headers: { host: new URL(url).host } })
  const file = codeFileOf(code)
  const response = await get(file)
  expect(await response.text()).toBe(code)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  const html = await (await get('/')).text()
  expect(html).toContain(file)
  expect(html).not.toContain('exports.default')
  for (const path of [`/code/${'0'.repeat(64)}`, '/code/..%2freleases']) expect((await get(path)).status).toBe(404)
}

test('a source that cannot be compiled leaves the others as they are', { timeout }, async () => {
  const record = (id: string, text: string) => ({ id: id as never, name: id, source: text, isDeleted: false })
  const compiled = await compileApart([record('good', source), record('bad', 'export default <'), record('empty', '')])
  expect(Object.keys(compiled)).toEqual(['code:good'])
})
