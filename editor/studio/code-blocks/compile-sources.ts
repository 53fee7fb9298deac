import { codeBlockType, type Program } from '#model/index.ts'
import type { CompiledCodeBlock } from '#components/kit/code-block.ts'
import { createSourceCompiler, type SourceCompiler } from './source-compiler.ts'

/** The code blocks of a program that stands still, such as an old version; one with a mistake is left out. */
export async function compileSources(
  program: Pick<Program, 'codeBlocks'>,
  compiler: SourceCompiler = createSourceCompiler(),
): Promise<{ readonly [type: string]: CompiledCodeBlock }> {
  try {
    const compiled = program.codeBlocks().map(async ({ id, source }) => {
      const result = await compiler.compile(source)
      return result.ok ? [[codeBlockType(id), result.block] as const] : []
    })
    return Object.fromEntries((await Promise.all(compiled)).flat())
  } finally {
    compiler.stop()
  }
}
