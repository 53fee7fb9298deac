import { useWords } from '#editor/words/use-words.ts'
import { PosterSheet, type PosterContent } from './poster-sheet.tsx'
import type { PosterSize } from './poster-sizes.ts'
import type { Poster } from './posters-of.ts'

export interface PosterCardProps {
  readonly poster: Poster
  readonly content: PosterContent
  readonly size: PosterSize
  readonly onOpen: () => void
}

/** A poster as it will hang, small. */
export function PosterCard({ poster, content, size, onOpen }: PosterCardProps) {
  const words = useWords()
  const { name, came, place } = poster
  return (
    <li className="poster-card">
      <button type="button" className="poster-card__open" aria-label={words.reach.openPoster(name)} onClick={onOpen}>
        <PosterSheet content={content} size={size} label={words.reach.code(name)} />
      </button>
      <span className="poster-card__name">{name}</span>
      {place === undefined ? (
        <span className="poster-card__came">
          {came ? words.reach.visits(came.visitors, came.orders) : words.reach.notScanned}
        </span>
      ) : null}
    </li>
  )
}
