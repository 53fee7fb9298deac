import { codeBlockOf, isCodeBlockType, type Program } from '#model/index.ts'
import type { Blocks } from '../session/blocks.ts'
import type { OwnBlocks } from './own-blocks.ts'

/** The blocks of the library and those that are written in this program, which are called what their source says. */
export function withOwnBlocks(
  library: Blocks,
  program: Pick<Program, 'codeBlock'>,
  own: Pick<OwnBlocks, 'definitions' | 'store'>,
): Blocks {
  return {
    palette: library.palette,
    find: (type) => (isCodeBlockType(type) ? own.definitions[type] : library.find(type)),
    nameOf(type) {
      const id = codeBlockOf(type)
      if (id === undefined) return library.nameOf(type)
      const label = own.store.getState().get(id)?.good?.definition.label
      const name = program.codeBlock(id)?.name
      return label ?? (name ? { en: name, 'zh-CN': name } : library.nameOf(type))
    },
  }
}
