import { Printer, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button, Segmented } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { PosterBoard } from '#platform/contract/merchant.ts'
import { Answer, AreaHead } from '../area.tsx'
import { usePosters } from '../queries.ts'
import { useCanWork, useShop } from '../shop-context.ts'
import { AddPoster } from './add-poster.tsx'
import { PosterCard } from './poster-card.tsx'
import { PosterDialog } from './poster-dialog.tsx'
import type { PosterSize } from './poster-sizes.ts'
import { freePosters, tablePosters, tablesCame, type Poster } from './posters-of.ts'
import { usePrint } from './print-sheets.tsx'
import { useContentOf } from './use-content.ts'
import './posters.css'

/** What hangs in the shop and in the street: a code for each place, so that it is known which of them work. */
export function PostersArea() {
  const words = useWords()
  const { program } = useShop()
  const posters = usePosters(program.id)
  const [size, setSize] = useState<PosterSize>('a4')
  return (
    <>
      <AreaHead title={words.console.areas.posters} note={words.reach.postersNote}>
        <Segmented
          label={words.reach.size}
          isLabelHidden
          options={(['a4', 'a5', 'tent'] as const).map((value) => ({ value, label: words.reach.sizes[value] }))}
          value={size}
          onChange={setSize}
        />
      </AreaHead>
      <Answer query={posters}>{(board) => <Board board={board} size={size} />}</Answer>
    </>
  )
}

function Board({ board, size }: { readonly board: PosterBoard; readonly size: PosterSize }) {
  const words = useWords()
  const canWork = useCanWork()
  const contentOf = useContentOf(board)
  const { sheets, print } = usePrint()
  const [openId, setOpen] = useState<string>()
  const onTables = tablePosters(board, words)
  const elsewhere = freePosters(board, words)
  const open = [...onTables, ...elsewhere].find(({ id }) => id === openId)
  const cards = (posters: readonly Poster[]) =>
    posters.map((poster) => (
      <PosterCard
        key={poster.id}
        poster={poster}
        content={contentOf(poster)}
        size={size}
        onOpen={() => setOpen(poster.id)}
      />
    ))
  const came = tablesCame(board)
  return (
    <div className="posters">
      {board.isLocal ? <Notice text={words.reach.localNote} /> : null}
      {board.isPublished ? null : <Notice text={words.reach.unpublishedNote} />}
      <section aria-labelledby="posters-tables">
        <div className="posters__head">
          <h2 id="posters-tables" className="posters__title">
            {words.reach.onTables}
          </h2>
          {came ? <span className="posters__came">{words.reach.visits(came.visitors, came.orders)}</span> : null}
          {onTables.length === 0 ? null : (
            <Button
              icon={<Printer size={16} aria-hidden />}
              onPress={() =>
                print(
                  onTables.map((each) => contentOf(each)),
                  size,
                )
              }
            >
              {words.reach.printTables}
            </Button>
          )}
        </div>
        {onTables.length === 0 ? (
          <p className="posters__none">{words.reach.noTables}</p>
        ) : (
          <ul className="posters__grid">{cards(onTables)}</ul>
        )}
      </section>
      <section aria-labelledby="posters-elsewhere">
        <div className="posters__head">
          <h2 id="posters-elsewhere" className="posters__title">
            {words.reach.elsewhere}
          </h2>
          {canWork ? <AddPoster /> : null}
        </div>
        <ul className="posters__grid">{cards(elsewhere)}</ul>
      </section>
      {open ? (
        <PosterDialog
          key={open.id}
          poster={open}
          content={contentOf(open)}
          size={size}
          onPrint={(content) => print([content], size)}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {sheets}
    </div>
  )
}

function Notice({ text }: { readonly text: string }) {
  return (
    <p className="posters__notice">
      <TriangleAlert size={16} aria-hidden />
      {text}
    </p>
  )
}
