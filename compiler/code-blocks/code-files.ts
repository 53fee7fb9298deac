import { createHash } from 'node:crypto'
import type { CompiledProgram } from '#model/compiled-program.ts'
import { codeBlocksOf } from './code-definitions.ts'

/** Where the code of a code block is on a program's origin: named by what it holds, so it is one file for ever. */
export function codeFileOf(code: string): string {
  return `/code/${createHash('sha256').update(code).digest('hex')}`
}

/** The code of a program's code blocks by where it is, each once, in a fixed order. */
export function codeFilesOf(program: Pick<CompiledProgram, 'codeBlocks'>): ReadonlyMap<string, string> {
  const files = Object.values(codeBlocksOf(program)).map(({ code }) => [codeFileOf(code), code] as const)
  return new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
