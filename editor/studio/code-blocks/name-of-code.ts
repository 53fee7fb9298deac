import { codeBlockType, type CodeBlockId } from '#model/index.ts'
import type { Words } from '#editor/words/use-words.ts'
import type { Blocks } from '../session/blocks.ts'

/** What a code block is called in the editor's language. */
export function nameOfCode({ blocks }: { readonly blocks: Blocks }, words: Words, id: CodeBlockId): string {
  const type = codeBlockType(id)
  const name = words.studio.nameOf(blocks.nameOf(type))
  return name === type || name === '' ? words.codeBlocks.unnamed : name
}
