import { codeBlockType, type CodeBlockId, type CodeBlockRecord } from '#model/index.ts'
import type { Finding } from '#compiler/checks/finding.ts'
import type { OwnBlock } from './own-blocks.ts'

/**
 * Mistakes in the code of blocks, the first of each. Where the block is seen they keep the program from being published:
 * what is published is compiled from the source as it stands, and not from the last version that was good.
 */
export function checkCode(
  blocks: readonly CodeBlockRecord[],
  compiled: ReadonlyMap<CodeBlockId, OwnBlock>,
  isSeen: (type: string) => boolean,
): readonly Finding[] {
  return blocks.flatMap(({ id, isDeleted }): readonly Finding[] => {
    const [problem] = compiled.get(id)?.problems ?? []
    const isUsed = isSeen(codeBlockType(id))
    if (!problem || (isDeleted && !isUsed)) return []
    const { line, column, message } = problem
    return [
      {
        key: `code/${id}`,
        code: 'code-mistake',
        level: isUsed ? 'error' : 'warning',
        about: `${line}: ${message}`,
        place: { kind: 'code', blockId: id, line, column },
      },
    ]
  })
}
