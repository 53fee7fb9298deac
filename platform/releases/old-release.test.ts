/** A release that was made before a block of it took another shape, read by the server of today. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReleased, type ReleasedProgram } from '#compiler/released-program.ts'
import { definitions } from '#components/definitions.ts'
import type { BlockDefinition } from '#components/kit/define-block.ts'
import type { Program, PublishResult } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { createPlatform } from '../create-platform.ts'
import { TEST_HOST } from '../testing/platform.ts'
import { createPublishingFixture, publishAs, visitorOf } from './testing/publishing-fixture.ts'
import type { PublishingFixture } from './testing/publishing-fixture.ts'

const blocks = definitions as { [type: string]: BlockDefinition }
const heading = blocks.heading!
/** It kept its words under another name once. */
const headingOfThen: BlockDefinition = {
  ...heading,
  version: 1,
  fields: {
    headline: { kind: 'text', label: heading.label, default: 'Words of an old release', maxLength: 80 },
  },
}
const headingOfNow: BlockDefinition = {
  ...heading,
  version: 2,
  upgrades: { 2: ({ headline, ...rest }) => ({ ...rest, text: headline ?? '' }) },
}

let fixture: PublishingFixture
let program: Program
let published: PublishResult

beforeAll(async () => {
  fixture = await createPublishingFixture()
  const { runtimeFolder } = fixture.platform.services.config
  for (const name of ['boot.js', 'seen.js', 'heading.js']) await writeFile(join(runtimeFolder, name), '')
  program = await fixture.makeProgram()
  blocks.heading = headingOfThen
  published = await publishAs(fixture, program)
  blocks.heading = headingOfNow
})
afterAll(async () => {
  blocks.heading = heading
  await fixture.close()
})

test('its pages are drawn with the properties that the block has today', async () => {
  // The server that published it has drawn its pages already: this one has begun since.
  const { documents, services } = fixture.platform
  const today = await createPlatform({ config: services.config, pool: services.pool, documents })
  const page = await visitorOf(today, published.url).ask('/about')
  expect(await page.text()).toContain('Words of an old release')
  await today.stop()
})

test('so is its package', async () => {
  const path = merchantPaths.releasePackage(program.id, published.release.id)
  const cookie = [...fixture.ann.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fixture.platform.app.request(`http://${TEST_HOST}${path}`, {
    headers: { host: TEST_HOST, cookie },
  })
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const pages = Object.entries(files).filter(([name]) => name.endsWith('.html'))
  expect(pages.map(([, bytes]) => strFromU8(bytes)).join('')).toContain('Words of an old release')
})

test('and the program that the editor compares and shows side by side', async () => {
  const path = merchantPaths.releasedProgram(program.id, published.release.id)
  const stored = (await fixture.ann.call('GET', path)).body as ReleasedProgram
  expect(stored.blockVersions).toEqual({ heading: 1 })
  const shown = readReleased(stored).pages.flatMap(({ nodes }) => Object.values(nodes))
  expect(shown.map(({ props }) => props.text)).toEqual(shown.map(() => 'Words of an old release'))
})
