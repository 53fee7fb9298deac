import { useCallback } from 'react'
import { useWords } from '#editor/words/use-words.ts'
import { isCanvasText } from '#components/kit/canvas-text.ts'
import { plainTextOf } from '#model/index.ts'
import { useSession } from '../session/use-session.tsx'
import type { Row } from './layer-rows.ts'

/** Whether a row has the searched words in its block's name or in a text of it. Asked once per row and search, not while others type. */
export function useFitting(search: string): (row: Row) => boolean {
  const { program, blocks } = useSession()
  const words = useWords()
  return useCallback(
    ({ nodeId, type }: Row) => {
      const texts = Object.entries(blocks.find(type)?.fields ?? {}).flatMap(([prop, field]) =>
        isCanvasText(field) ? [plainTextOf(program.node(nodeId)?.props[prop])] : [],
      )
      const said = [words.studio.nameOf(blocks.nameOf(type)), type, ...texts].join(' ').toLowerCase()
      return search
        .toLowerCase()
        .split(/\s+/)
        .every((word) => said.includes(word))
    },
    [program, blocks, words, search],
  )
}
