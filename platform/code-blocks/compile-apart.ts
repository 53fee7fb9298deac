import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { CompiledSource } from '#compiler/code-blocks/compile-source.ts'
import type { FromThread } from './compile-thread.ts'
import type { CodeBlockRecord } from '#model/index.ts'
import { codeBlockType } from '#model/index.ts'
import type { CompiledCodeBlock } from '#components/kit/code-block.ts'
import { createLru } from '../hosting/lru.ts'

/** From when the compiler stands: compiling the longest source takes a fraction of it. */
const LONGEST_MS = 20_000
/** Until then, on a machine that does much else. */
const LONGEST_START_MS = 120_000
const MOST_MEGABYTES = 512
const MOST_KEPT = 200

const compiledBySource = createLru<CompiledSource>(MOST_KEPT)

/**
 * Compiles code blocks of a program, by the type that their nodes have. One that does not compile is left out: where it
 * stands is a box, which keeps the program from being published. In a thread that is ended when it takes too long, so that
 * no source, however strange, holds up or fills the server.
 */
export async function compileApart(
  blocks: readonly CodeBlockRecord[],
): Promise<{ readonly [type: string]: CompiledCodeBlock }> {
  const missing = [...new Set(blocks.map(({ source }) => source))].filter((source) => !compiledBySource.get(source))
  if (missing.length > 0) await compileInThread(missing)
  const compiled = blocks.flatMap(({ id, source }) => {
    const found = compiledBySource.get(source)
    return found?.ok ? [[codeBlockType(id), found.block] as const] : []
  })
  return Object.fromEntries(compiled)
}

function compileInThread(sources: readonly string[]): Promise<void> {
  const thread = startThread()
  return new Promise((resolve, reject) => {
    let left = sources.length
    const end = () => {
      clearTimeout(timer)
      void thread.terminate()
      // What was not compiled is a box: nothing of it is lost, and the next publish tries again.
      resolve()
    }
    let timer = setTimeout(end, LONGEST_START_MS)
    thread.once('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end()
      clearTimeout(timer)
      reject(error)
    })
    thread.on('message', (message: FromThread) => {
      if (message === 'ready') {
        clearTimeout(timer)
        timer = setTimeout(end, LONGEST_MS)
        return
      }
      const source = sources[message.id]
      if (source !== undefined) compiledBySource.set(source, message.compiled)
      if (--left === 0) end()
    })
    for (const [id, source] of sources.entries()) thread.postMessage({ id, source }, [])
  })
}

/** Built, it lies beside the server; from source, it is TypeScript, which the thread has to learn first. */
function startThread(): Worker {
  const limits = { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } }
  const at = (name: string) => new URL(name, import.meta.url)
  const built = [at('./compile-thread.js'), at('../compile-thread.js')].find(existsSync)
  if (built) return new Worker(built, limits)
  const source = JSON.stringify(at('./compile-thread.ts').href)
  return new Worker(`import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`, {
    ...limits,
    eval: true,
  })
}
