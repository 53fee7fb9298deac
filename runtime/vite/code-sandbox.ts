import path from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import { cellHash } from '../code-blocks/cell-hash.ts'

const id = 'virtual:code-sandbox'
const cell = 'virtual:code-cell'

/**
 * Offers the script that runs around code blocks as text: it goes into workers, whose documents have no address to load it
 * from.
 */
export function codeSandbox(root: string): Plugin {
  let script: Promise<string> | undefined
  return {
    name: 'shopwright:code-sandbox',
    resolveId: (source) => (source === id || source === cell ? `\0${source}` : null),
    async load(source) {
      if (source === `\0${cell}`) return `export const cellHash = ${JSON.stringify(cellHash)}`
      if (source !== `\0${id}`) return null
      script ??= buildSandbox(path.join(root, 'runtime/code-blocks/inside/main.ts'))
      return `export default ${JSON.stringify(await script)}`
    },
  }
}

async function buildSandbox(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', output: { format: 'iife', name: 'sandbox' } },
    },
  })
  const output = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  const chunk = output.find((each): each is Rolldown.OutputChunk => each.type === 'chunk')
  if (!chunk) throw new Error('The sandbox of code blocks was not built')
  return `(() => { ${chunk.code}\nreturn sandbox })()`
}
