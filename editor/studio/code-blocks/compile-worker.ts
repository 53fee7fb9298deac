/** The compiler of code blocks, in a worker: it weighs several hundred kilobytes and takes its time. */
import { compileSource } from '#compiler/code-blocks/compile-source.ts'
import type { FromCompiler, ToCompiler } from './source-compiler.ts'

addEventListener('message', ({ data }: MessageEvent<ToCompiler>) => {
  const answer: FromCompiler = { turn: data.turn, result: compileSource(data.source) }
  postMessage(answer)
})
