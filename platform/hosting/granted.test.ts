/** On a program's own origin, what its live release requests decides what the shop does for it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProgram, removeNode } from '#model/index.ts'
import type { Program } from '../contract/merchant.ts'
import { visitorPaths } from '../contract/routes.ts'
import { createPublishingFixture, publishAs, visitorOf } from '../releases/testing/publishing-fixture.ts'
import type { PublishingFixture } from '../releases/testing/publishing-fixture.ts'

let fixture: PublishingFixture
beforeAll(async () => {
  fixture = await createPublishingFixture({ ordering: true })
})
afterAll(() => fixture.close())

async function withoutMenu(program: Program): Promise<void> {
  await fixture.platform.documents.edit(program.id, 'ann', (doc) => {
    const open = openProgram(doc)
    for (const page of open.pages())
      for (const id of open.children(page.id)) if (open.node(id)?.type === 'menu') removeNode(open, id)
    open.destroy()
  })
}

test('a page without a block that orders cannot order, whoever wrote the request', async () => {
  const program = await fixture.makeProgram()
  const { url } = await publishAs(fixture, program)
  const visitor = visitorOf(fixture.platform, url)
  await visitor.begin()
  const quote = async () => {
    const answer = await visitor.ask(visitorPaths.quotes, {
      method: 'POST',
      body: JSON.stringify({ channel: 'pickup', tableId: null, lines: [] }),
    })
    return ((await answer.json()) as { error?: { code: string } }).error?.code
  }
  expect(await quote()).not.toBe('not-granted')
  await withoutMenu(program)
  await publishAs(fixture, program)
  expect(await quote()).toBe('not-granted')
})
