import {
  codeBlockOf,
  codeBlockType,
  placeCodeBlock,
  type CodeBlockId,
  type CodeBlockRecord,
  type Program,
} from '#model/index.ts'
import type { Insertable, InsertSource } from '../insert/insertable.ts'
import { insertBlock } from '../session/block-facts.ts'
import type { Blocks } from '../session/blocks.ts'

/** The code blocks of the program, ready to be placed. Their key is their type. */
export const codeSource: InsertSource = {
  list: ({ program, blocks }) => codeBlocksToPlace(program).map(({ id }) => codeToInsert(blocks, id)),
  find({ program, blocks }, key) {
    const id = codeBlockOf(key)
    const record = id === undefined ? undefined : program.codeBlock(id)
    return record && !record.isDeleted ? codeToInsert(blocks, record.id) : undefined
  },
}

export function codeBlocksToPlace(program: Pick<Program, 'codeBlocks'>): readonly CodeBlockRecord[] {
  return program.codeBlocks().filter(({ isDeleted }) => !isDeleted)
}

function codeToInsert(blocks: Blocks, id: CodeBlockId): Insertable {
  const type = codeBlockType(id)
  const label = blocks.nameOf(type)
  return {
    key: type,
    type,
    label,
    description: blocks.find(type)?.description ?? label,
    // With its fields known, its texts are shared from the start; else they become so with the first letter.
    insert: (program, to) =>
      blocks.find(type) ? insertBlock(program, blocks, type, to) : placeCodeBlock(program, id, to),
  }
}
