/**
 * `npm run new:block` and the guide that goes on from it, followed to the letter in a copy of the repository: what they
 * write passes the checks of every block, and its stories pass in a browser.
 */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const copied = [
  'components',
  'scripts',
  '.storybook',
  'docs',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  '.oxlintrc.json',
  '.oxfmtrc.json',
]
const left = new Set([...copied, '.git', 'dist', 'storybook-static', 'test-results', '.shopwright'])

let copy: string

/** Each of these builds or checks a good part of the repository. */
const patienceMs = 600_000

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'new-block-'))
  for (const name of copied) cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
  for (const name of readdirSync(root)) if (!left.has(name)) symlinkSync(path.join(root, name), path.join(copy, name))
  // Only the new block is built into the stories.
  const files = readdirSync(path.join(copy, 'components'), { recursive: true, encoding: 'utf8' })
  for (const file of files) if (file.endsWith('.webp')) rmSync(path.join(copy, 'components', file))
  const main = path.join(copy, '.storybook/main.ts')
  const stories = /stories: \[.*?\]/s
  writeFileSync(main, readFileSync(main, 'utf8').replace(stories, "stories: ['../components/wifi-card/*.stories.tsx']"))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const at = (file: string) => path.join(copy, file)

/** @returns what it printed, and whether it was content */
function run(command: string, ...args: readonly string[]): { readonly ok: boolean; readonly said: string } {
  const bin = command === 'node' ? process.execPath : at(`node_modules/.bin/${command}`)
  const { VITEST: _, VITEST_POOL_ID: __, VITEST_WORKER_ID: ___, ...env } = process.env
  try {
    return { ok: true, said: execFileSync(bin, args, { cwd: copy, env, encoding: 'utf8', stdio: 'pipe' }) }
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    return { ok: false, said: stdout + stderr }
  }
}

function expectChecked(): void {
  const lists = ['components/wifi-card', 'components/definitions.ts', 'components/views.ts']
  expect(run('tsx', 'scripts/check-blocks.ts')).toMatchObject({ ok: true })
  expect(run('tsc', '-p', 'components/tsconfig.blocks.json')).toEqual({ ok: true, said: '' })
  expect(run('oxfmt', '--check', ...lists)).toMatchObject({ ok: true })
  expect(run('oxlint', '--deny-warnings', ...lists)).toMatchObject({ ok: true })
  const tests = run(
    'vitest',
    'run',
    '--project',
    'node',
    'components/wifi-card',
    'components/blocks.test.tsx',
    '-t',
    'wifi-card|shows|tells',
  )
  expect(tests).toMatchObject({ ok: true })
}

const stories = (...args: readonly string[]) => run('node', 'scripts/test-stories.mjs', ...args)

test(
  'a name that a block cannot have is refused, and nothing is written',
  () => {
    for (const name of ['', 'WifiCard', 'kit', 'heading']) {
      expect(run('node', 'scripts/new-block.mjs', name), name).toMatchObject({
        ok: false,
        said: expect.stringContaining('Usage:'),
      })
      expect(existsSync(at('components/WifiCard'))).toBe(false)
    }
  },
  patienceMs,
)

test(
  'a new block passes every check as it is written',
  () => {
    const made = run('node', 'scripts/new-block.mjs', 'wifi-card')
    expect(made.ok).toBe(true)
    for (const file of readdirSync(at('components/wifi-card')))
      expect(made.said).toContain(`components/wifi-card/${file}`)
    expectChecked()
    expect(run('node', 'scripts/new-block.mjs', 'wifi-card')).toMatchObject({ ok: false })
    expect(stories('--update')).toMatchObject({ ok: true, said: expect.stringContaining('5 stories') })
  },
  patienceMs,
)

test(
  'the block of the guide passes every check, and its mistake is told',
  () => {
    const guide = readFileSync(at('docs/write-your-first-block.md'), 'utf8')
    const files = [...guide.matchAll(/<!-- file: (\S+) -->\s+```\w+\n([\s\S]*?)```/g)]
    expect(files.map(([, file]) => path.basename(file ?? ''))).toEqual([
      'definition.ts',
      'words.ts',
      'view.tsx',
      'wifi-card.css',
      'states.ts',
      'view.stories.tsx',
      'view.test.tsx',
    ])
    for (const [, file = '', text = ''] of files) writeFileSync(at(file), text)
    expectChecked()

    const definition = at('components/wifi-card/definition.ts')
    const right = readFileSync(definition, 'utf8')
    writeFileSync(definition, right.replace("default: 'card'", "default: 'big'"))
    const sentence = 'Field "look" has the default "big", which is none of its options'
    expect(guide.replaceAll(/\s+/g, ' ')).toContain(sentence)
    expect(run('tsc', '-p', 'components/tsconfig.blocks.json').said.replaceAll('\\"', '"')).toContain(sentence)
    writeFileSync(definition, right)
  },
  patienceMs,
)

test(
  'its stories pass in a browser, keep a picture each, and have to look like it from then on',
  () => {
    expect(stories('--update')).toMatchObject({
      ok: true,
      said: expect.stringContaining('7 stories × 2 looks are well'),
    })
    const pictures = readdirSync(at('components/wifi-card/pictures'))
    expect(pictures).toEqual(
      ['default', 'empty', 'failed', 'fresh', 'loading', 'longest', 'open'].map((name) => `${name}.webp`),
    )
    expect(stories('--built')).toMatchObject({ ok: true })
    copyFileSync(at('components/wifi-card/pictures/open.webp'), at('components/wifi-card/pictures/default.webp'))
    copyFileSync(at('components/wifi-card/pictures/open.webp'), at('components/wifi-card/pictures/gone.webp'))
    const { ok, said } = stories('--built')
    expect(ok).toBe(false)
    expect(said).toContain('it does not look as in components/wifi-card/pictures/default.webp')
    expect(said).toContain('components/wifi-card/pictures/gone.webp is the picture of no story')
    expect(said).toContain('2 failures')
  },
  patienceMs,
)
