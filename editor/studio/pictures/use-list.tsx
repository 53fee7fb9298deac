import { FileText, Soup, SwatchBook } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { NodeId, PageId } from '#model/index.ts'
import type { PictureUse } from '#platform/contract/pictures.ts'
import { selecting } from '#editor/state/selection.ts'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import type { Uses } from './use-uses.ts'

/** Uses by program. Those of the opened one lead to the block; the others to their program. */
export function UseList({ uses: { found, status } }: { readonly uses: Uses }) {
  const { pictures: words } = useWords()
  const programs = [...new Map(found.map((use) => [use.programId, use.programName]))]
  return (
    <div aria-live="polite">
      {programs.map(([programId, name]) => (
        <div key={programId} className="st-uses">
          <p className="st-uses__program">{name}</p>
          <ul>
            {found
              .filter((use) => use.programId === programId)
              .map((use) => (
                <li key={`${use.nodeId} ${use.page?.id} ${use.dish?.id}`}>
                  <UseLink use={use} />
                </li>
              ))}
          </ul>
        </div>
      ))}
      {status === 'looking' ? <p className="st-uses__note">{words.looking}</p> : null}
      {status === 'failed' ? <p className="st-uses__note">{words.usesFailed}</p> : null}
      {status === 'done' && found.length === 0 ? <p className="st-uses__note">{words.notUsed}</p> : null}
    </div>
  )
}

function UseLink({ use: { programId, page, nodeId, dish } }: { readonly use: PictureUse }) {
  const { facts, program, view } = useSession()
  const { studio, pictures: words } = useWords()
  const text = dish
    ? words.useOfDish(studio.nameOf(dish.name))
    : page
      ? words.useOnPage(page.title)
      : words.useElsewhere
  const face = (
    <>
      {dish ? (
        <Soup size={14} aria-hidden />
      ) : page ? (
        <FileText size={14} aria-hidden />
      ) : (
        <SwatchBook size={14} aria-hidden />
      )}
      <span>{text}</span>
    </>
  )
  if (programId !== facts.id) {
    return (
      <a className="st-uses__link" href={`/p/${programId}`}>
        {face}
      </a>
    )
  }
  if (!page) return <span className="st-uses__link st-uses__link--still">{face}</span>
  return (
    <Button
      className="st-uses__link"
      onPress={() => {
        const id = nodeId as NodeId | null
        if (!program.page(page.id as PageId)) return
        view.setState({ pageId: page.id as PageId, ...selecting(id !== null && program.has(id) ? id : undefined) })
      }}
    >
      {face}
    </Button>
  )
}
