/** What publishing would cost if each program were bundled: the same pages and blocks through Vite, nothing written. */
import { build, type Plugin } from 'vite'
import { projectFolder } from '#platform/index.ts'
import { targets } from '#runtime/vite/react-is-ours.ts'
import type { NodeSpec } from '#model/program-spec.ts'

const BLOCKS = { section: 'SectionView', heading: 'HeadingView', text: 'TextView', columns: 'ColumnsView' }
const PAGE = 'virtual:page-'

/** @returns milliseconds of each run; the first, which warms up, is not counted */
export async function bundlePages(pages: readonly (readonly NodeSpec[])[], runs: number): Promise<readonly number[]> {
  const took: number[] = []
  for (let run = 0; run <= runs; run++) {
    const startedMs = performance.now()
    await build({
      root: projectFolder('.'),
      configFile: false,
      logLevel: 'silent',
      plugins: [pageSources(pages)],
      resolve: {
        alias: Object.entries(targets).map(([id, replacement]) => ({ find: new RegExp(`^${id}$`), replacement })),
      },
      build: { write: false, rolldownOptions: { input: pages.map((_, at) => `${PAGE}${at}`) } },
    })
    if (run > 0) took.push(performance.now() - startedMs)
  }
  return took
}

/** A page as a module: its blocks' views and its content as data. */
function pageSources(pages: readonly (readonly NodeSpec[])[]): Plugin {
  return {
    name: 'page-sources',
    resolveId: (id) => (id.startsWith(PAGE) ? id : undefined),
    load(id) {
      if (!id.startsWith(PAGE)) return undefined
      const names = Object.values(BLOCKS)
      const views = Object.entries(BLOCKS).map(
        ([type, name]) => `import { ${name} } from '#components/${type}/view.tsx'`,
      )
      const content = JSON.stringify(pages[Number(id.slice(PAGE.length))])
      return `${views.join('\n')}\nexport const views = [${names.join()}]\nexport const content = ${content}`
    },
  }
}
