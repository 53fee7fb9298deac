import type { PosterBoard } from '#platform/contract/merchant.ts'
import { fixedPosters, tableVia } from '#platform/contract/posters.ts'
import type { Words } from '#editor/words/use-words.ts'
import { posterWords } from './poster-words.ts'

/** A poster of the list, with all that is known of it. */
export interface Poster {
  /** Unique in the list. */
  readonly id: string
  readonly name: string
  readonly place: string | undefined
  readonly link: string
  /** What the merchant made, and may delete, has a code. */
  readonly ownCode: string | undefined
  readonly came: { readonly visitors: number; readonly orders: number } | undefined
}

export function tablePosters(board: PosterBoard, words: Words): readonly Poster[] {
  return board.tables.map(({ id, label }) => ({
    id: `table:${id}`,
    name: words.reach.table(label),
    place: posterWords[board.language].table(label),
    link: `${board.url}/?table=${encodeURIComponent(id)}`,
    ownCode: undefined,
    came: undefined,
  }))
}

export function freePosters(board: PosterBoard, words: Words): readonly Poster[] {
  const fixed = fixedPosters.map((code) => ({ code, name: words.reach.fixed[code], ownCode: undefined }))
  const own = board.own.map(({ code, name }) => ({ code, name, ownCode: code }))
  return [...fixed, ...own].map(({ code, name, ownCode }) => ({
    id: code,
    name,
    place: undefined,
    link: `${board.url}/?via=${code}`,
    ownCode,
    came: board.came[code],
  }))
}

export function tablesCame(board: PosterBoard): Poster['came'] {
  return board.came[tableVia]
}
