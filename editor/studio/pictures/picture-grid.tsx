import { Images, SearchX } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { LibraryPicture } from '#platform/contract/pictures.ts'
import { Button } from '#editor/ui/button.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { SearchField } from '#editor/ui/text-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { picturesOf } from './pictures-of.ts'

/** The library with its search, in every state it can be in. `draw` gives one picture's card. */
export function PictureGrid({ draw }: { readonly draw: (picture: LibraryPicture) => ReactNode }) {
  const { library } = picturesOf(useSession())
  const words = useWords()
  const { pictures, status, search, next } = useStore(library.store)
  useEffect(() => void library.load(), [library])
  return (
    <>
      <SearchField
        label={words.pictures.search}
        clearLabel={words.common.clearSearch}
        value={search}
        onChange={(text) => void library.load(text)}
      />
      {status === 'failed' ? (
        <EmptyState
          icon={<Images size={28} />}
          title={words.pictures.failed}
          action={<Button onPress={() => void library.load()}>{words.common.tryAgain}</Button>}
        />
      ) : null}
      {status === 'loading' && pictures.length === 0 ? <GridSkeleton /> : null}
      {status === 'ready' && pictures.length === 0 ? (
        search.trim() === '' ? (
          <EmptyState icon={<Images size={28} />} title={words.pictures.empty} text={words.pictures.emptyHelp} />
        ) : (
          <EmptyState icon={<SearchX size={28} />} title={words.pictures.noneFound(search)} />
        )
      ) : null}
      {status !== 'failed' && pictures.length > 0 ? (
        <ul className="st-pictures__grid" aria-label={words.pictures.panel} aria-busy={status === 'loading'}>
          {pictures.map((picture) => (
            <li key={picture.id}>{draw(picture)}</li>
          ))}
        </ul>
      ) : null}
      {status === 'ready' && next !== null ? (
        <Button isWide onPress={() => void library.loadMore()}>
          {words.pictures.more}
        </Button>
      ) : null}
    </>
  )
}

function GridSkeleton() {
  return (
    <div className="st-pictures__grid" aria-hidden>
      {Array.from({ length: 6 }, (_, at) => (
        <Skeleton key={at} heightPx={120} />
      ))}
    </div>
  )
}

/** What a card shows, whatever pressing it does. */
export function PictureFace({ picture }: { readonly picture: LibraryPicture }) {
  return (
    <>
      <img src={`${picture.url}?w=320`} alt="" loading="lazy" draggable={false} />
      <span>{picture.name}</span>
    </>
  )
}
