/** Runs in a thread of its own: compiles sources of code blocks, and runs nothing of them. */
import { parentPort } from 'node:worker_threads'
import { compileSource, type CompiledSource } from '#compiler/code-blocks/compile-source.ts'

export type FromThread = 'ready' | { readonly id: number; readonly compiled: CompiledSource }

const tell = (message: FromThread) => parentPort?.postMessage(message, [])

parentPort?.on('message', ({ id, source }: { readonly id: number; readonly source: string }) =>
  tell({ id, compiled: compileSource(source) }),
)
tell('ready')
