import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createProgramDoc, openProgram, setShowWhen } from '#model/index.ts'
import { targets } from '#runtime/vite/react-is-ours.ts'
import { templates } from '#templates/index.ts'

const run = promisify(execFile)
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'same-bytes-'))
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: Object.entries(targets).map(([id, replacement]) => ({ find: new RegExp(`^${id}$`), replacement })),
    },
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, 'testing/print-bytes.entry.ts'),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: 'print-bytes.mjs' } },
    },
  })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

interface Printed {
  readonly timeZone: string
  readonly folder: string
  readonly hashes: { readonly [what: string]: string }
}

async function printBytes(document: string, cwd: string, locale: string, timeZone: string): Promise<Printed> {
  const env = { PATH: process.env.PATH, TZ: timeZone, LANG: locale, LC_ALL: locale, LANGUAGE: locale }
  const { stdout } = await run(process.execPath, [path.join(folder, 'print-bytes.mjs'), document], { cwd, env })
  return JSON.parse(stdout) as Printed
}

test.for(['en', 'zh-CN'] as const)(
  'a document is the same bytes wherever it is compiled: pages, package and hashes in %s',
  async (language) => {
    const [template] = templates
    const isSharedText = (_type: string, prop: string) => prop === 'text'
    const doc = createProgramDoc(template!.program, { name: 'Ödland İstanbul 面馆', language, isSharedText })
    const program = openProgram(doc)
    const [page] = program.pages()
    setShowWhen(program, program.children(page!.id)[1]!, { fromMs: Date.parse('2026-07-01T16:00:00Z') })
    const file = path.join(folder, `${language}.bin`)
    await writeFile(file, Y.encodeStateAsUpdate(doc))

    const here = await printBytes(file, folder, 'C', 'UTC')
    const there = await printBytes(file, tmpdir(), 'tr_TR.UTF-8', 'Pacific/Kiritimati')
    // They did differ in where and when they were.
    expect([here.timeZone, there.timeZone]).toEqual(['UTC', 'Pacific/Kiritimati'])
    expect(there.folder).not.toBe(here.folder)
    expect(Object.keys(here.hashes)).toEqual(
      expect.arrayContaining(['program', 'page /menu', 'file manifest.json', 'zip']),
    )
    expect(there.hashes).toEqual(here.hashes)
  },
)
