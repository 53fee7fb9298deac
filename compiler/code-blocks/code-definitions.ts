import type { CompiledProgram } from '#model/compiled-program.ts'
import { blockDefinitionOf, type CompiledCodeBlock } from '#components/kit/code-block.ts'
import type { Definitions } from '../compile-node.ts'

/** The blocks of the library, and those that are written in this program. */
export function withCodeBlocks(
  definitions: Definitions,
  codeBlocks: { readonly [type: string]: CompiledCodeBlock },
): Definitions {
  const own = Object.entries(codeBlocks).map(
    ([type, { definition }]) => [type, blockDefinitionOf(type, definition)] as const,
  )
  return own.length === 0 ? definitions : { ...definitions, ...Object.fromEntries(own) }
}

/** Code blocks of a program, which only the compiler writes into it. */
export function codeBlocksOf({ codeBlocks }: Pick<CompiledProgram, 'codeBlocks'>): {
  readonly [type: string]: CompiledCodeBlock
} {
  return (codeBlocks ?? {}) as unknown as { readonly [type: string]: CompiledCodeBlock }
}
