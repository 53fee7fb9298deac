import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestPlatform, makeProgram, signUp } from '../testing/platform.ts'
import type { TestPlatform } from '../testing/platform.ts'
import { keepRuntimeFiles } from './old-runtime.ts'

let platform: TestPlatform
let owner: pg.Client
let programHost: string

beforeAll(async () => {
  platform = await createTestPlatform()
  owner = new pg.Client({ connectionString: platform.database.ownerUrl })
  await owner.connect()
  const program = await makeProgram(platform, await signUp(platform))
  const { rows } = await owner.query('SELECT label FROM program WHERE id = $1', [program.id])
  programHost = `${rows[0].label}.localhost:4000`
})
afterAll(async () => {
  await owner.end()
  await platform.close()
})

/** Another build takes the place of the one before, and a process starts with it. */
async function build(files: Record<string, string>): Promise<void> {
  const { db, config } = platform.services
  await rm(config.runtimeFolder, { recursive: true, force: true })
  await mkdir(config.runtimeFolder, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(config.runtimeFolder, name), text)
  await keepRuntimeFiles(db, config.runtimeFolder)
}
const get = async (name: string, host = programHost, headers: Record<string, string> = {}) => {
  const answer = await platform.app.request(`http://${host}/runtime/${name}`, { headers: { host, ...headers } })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const turnBack = (days: number, name: string) =>
  owner.query('UPDATE runtime_file SET used_at = now() - make_interval(days => $1) WHERE name = $2', [days, name])

test('a page of the build before still finds its parts, whichever origin it asks, and new pages theirs', async () => {
  await build({
    'menu-aaaaaaaa.js': 'old()',
    'base-aaaaaaaa.css': '.old{}',
    'frame.html': 'old frame',
    'manifest.json': '1',
  })
  await build({
    'menu-bbbbbbbb.js': 'new()',
    'base-aaaaaaaa.css': '.old{}',
    'frame.html': 'new frame',
    'manifest.json': '2',
  })
  for (const host of [programHost, 'localhost:4000']) {
    const old = await get('menu-aaaaaaaa.js', host)
    expect([old.status, old.text]).toEqual([200, 'old()'])
    expect(Object.fromEntries(old.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    })
    expect((await get('menu-bbbbbbbb.js', host)).text).toBe('new()')
  }
  const etag = (await get('menu-aaaaaaaa.js')).headers.get('etag') ?? ''
  expect((await get('menu-aaaaaaaa.js', programHost, { 'if-none-match': etag })).status).toBe(304)
})

test('only files whose name says what is in them outlive their build', async () => {
  await build({ 'frame.html': 'gone soon' })
  await build({ 'menu-cccccccc.js': 'c()' })
  const { rows } = await owner.query(`SELECT name FROM runtime_file WHERE name !~ '-[a-z]{8}[.]'`)
  expect(rows).toEqual([])
  expect((await get('frame.html')).status).toBe(404)
  for (const name of ['menu-zzzzzzzz.js', '..%2fsecret-aaaaaaaa.js', 'menu-aaaaaaaa.js%00'])
    expect([name, (await get(name)).status]).toEqual([name, 404])
})

test('what no build has had for 90 days is dropped; what one still has is not', async () => {
  await build({ 'a-dddddddd.js': 'd()', 'a-eeeeeeee.js': 'e()', 'a-ffffffff.js': 'f()' })
  await build({ 'a-ffffffff.js': 'f()' })
  await turnBack(91, 'a-dddddddd.js')
  await turnBack(89, 'a-eeeeeeee.js')
  await turnBack(91, 'a-ffffffff.js')
  await build({ 'a-ffffffff.js': 'f()' })
  expect([(await get('a-dddddddd.js')).status, (await get('a-eeeeeeee.js')).status]).toEqual([404, 200])
  await build({})
  expect((await get('a-ffffffff.js')).text).toBe('f()')
})

test('several processes that start at once keep each file once', async () => {
  const { db, config } = platform.services
  await build({})
  await writeFile(join(config.runtimeFolder, 'x-gggggggg.js'), 'g()')
  await Promise.all([1, 2, 3, 4].map(() => keepRuntimeFiles(db, config.runtimeFolder)))
  const { rows } = await owner.query(`SELECT body FROM runtime_file WHERE name = 'x-gggggggg.js'`)
  expect(rows).toEqual([{ body: Buffer.from('g()') }])
})
