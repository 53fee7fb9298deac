import { useWords } from '#editor/words/use-words.ts'
import { usePages, useView } from '../session/use-session.tsx'

/** The names of all pages over the canvas while something is dragged: rest on one, and it opens to drop there. */
export function PageStrip() {
  const isDragged = useView((view) => view.drag !== undefined && view.drag.by === undefined)
  return isDragged ? <Strip /> : null
}

function Strip() {
  const words = useWords()
  const pages = usePages()
  const shown = useView((view) => view.pageId)
  if (pages.length < 2) return null
  return (
    <div className="st-pages-strip">
      <ul className="st-pages-strip__list" aria-label={words.canvas.dropOnPage} data-testid="page-strip">
        {pages.map(({ id, title }) => (
          <li
            key={id}
            className={`st-pages-strip__page${id === shown ? ' st-pages-strip__page--shown' : ''}`}
            data-page-drop={id}
          >
            {title}
          </li>
        ))}
      </ul>
    </div>
  )
}
