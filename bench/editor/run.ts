/**
 * `npm run bench:editor`: the studio with 50, 100, 1,000 and 5,000 blocks beside a floor of bare DOM with the same
 * gestures on the same tree, in turns in one browser. Read the ratios: both pages had the same noise.
 * `-- --json FILE` also writes the figures, `-- --runs N` changes the number of runs (5), `-- --sizes 1000` measures
 * that size only; what compares sizes is then left out.
 */
import type { Browser } from '@playwright/test'
import type { ProductServer } from '../../e2e/server.ts'
import { openBrowser, withProduct } from '../browser.ts'
import { readArguments, report, type Samples } from '../report.ts'
import { fillProgram, sectionsOf } from './fill-program.ts'
import { floorPageOf } from './floor-page.ts'
import { timeGestures, type Pass } from './gestures.ts'
import { heapBytes, rendererCpuMs } from './measure.ts'
import { openEditor, openFloor } from './pages.ts'
import { samplesOf } from './figures.ts'

export const sizes = [0, 50, 100, 1000, 5000] as const
export type Size = (typeof sizes)[number]

export interface Measured extends Pass {
  readonly load: number
  readonly loadCpu: number
  readonly heapMb: number
}
export type Of = 'editor' | 'floor'
export type Runs = { readonly [of in Of]: { readonly [size in Size]: Partial<Measured>[] } }

const MB = 1024 * 1024

const { jsonFile, runs } = readArguments(process.argv.slice(2))
const chosen = readSizes(process.argv.slice(2))
const browser = await openBrowser()
try {
  report(await benchEditor(browser), jsonFile)
} finally {
  await browser.close()
}

async function benchEditor(browser: Browser): Promise<readonly Samples[]> {
  const empty = () => Object.fromEntries(sizes.map((size) => [size, [] as Partial<Measured>[]]))
  const measured = { editor: empty(), floor: empty() } as unknown as Runs
  await withProduct(async (server) => {
    const { cookie, programs } = await prepare(server)
    // The first run warms up server, disk and code caches and is not counted.
    for (let run = 0; run <= runs; run++) {
      for (const size of chosen) {
        const both = await onePass(browser, server.url, cookie, programs[size], size)
        if (run === 0) continue
        measured.editor[size].push(both.editor)
        measured.floor[size].push(both.floor)
      }
      console.error(run === 0 ? 'warmed up' : `run ${run} of ${runs}`)
    }
  })
  return samplesOf(measured)
}

/** The sizes named by `--sizes 100,1000`, or all. */
function readSizes(args: readonly string[]): readonly Size[] {
  const at = args.indexOf('--sizes')
  if (at < 0) return sizes
  const named = (args[at + 1] ?? '').split(',').map(Number)
  const found = sizes.filter((size) => named.includes(size))
  if (found.length !== named.length) throw new Error(`--sizes takes some of ${sizes.join(',')}`)
  return found
}

async function prepare(server: ProductServer) {
  const headers = { origin: server.url }
  const signedIn = await fetch(`${server.url}/api/demo`, { method: 'POST', headers })
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]!)[0]!
  const me = (await (await fetch(`${server.url}/api/me`, { headers: { cookie } })).json()) as {
    workspaces: { id: string }[]
  }
  const programs = {} as { [size in Size]: string }
  for (const size of chosen) {
    const made = await fetch(`${server.url}/api/workspaces/${me.workspaces[0]!.id}/programs`, {
      method: 'POST',
      headers: { ...headers, cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ templateId: 'noodle-shop', name: `${size} blocks`, language: 'en' }),
    })
    programs[size] = ((await made.json()) as { id: string }).id
    await fillProgram(server.url, cookie, programs[size], sectionsOf(size))
  }
  return { cookie, programs }
}

async function onePass(browser: Browser, url: string, cookie: string, programId: string, size: Size) {
  const cpuBefore = await rendererCpuMs(browser)
  const editor = await openEditor(browser, url, cookie, programId)
  const load = editor.usableMs
  const loadCpu = (await rendererCpuMs(browser)) - cpuBefore
  const editorHeap = (await heapBytes(editor.page)) / MB
  if (size === 0) {
    await editor.context.close()
    return { editor: { load, loadCpu, heapMb: editorHeap }, floor: {} }
  }
  const html = await floorPageOf(editor.tree)
  const editorPass = await timeGestures(browser, editor)
  await editor.context.close()

  const floorCpuBefore = await rendererCpuMs(browser)
  const floor = await openFloor(browser, url, html)
  const floorLoadCpu = (await rendererCpuMs(browser)) - floorCpuBefore
  const floorHeap = (await heapBytes(floor.page)) / MB
  const floorPass = await timeGestures(browser, floor)
  await floor.context.close()
  return {
    editor: { ...editorPass, load, loadCpu, heapMb: editorHeap },
    floor: { ...floorPass, load: floor.usableMs, loadCpu: floorLoadCpu, heapMb: floorHeap },
  }
}
