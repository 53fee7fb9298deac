import { CircleAlert, Ellipsis, Plus } from 'lucide-react'
import { useId } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import { codeBlockType, type CodeBlockId } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { Menu } from '#editor/ui/menu.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { draggedBlock } from '../canvas/drop-tree.ts'
import { useDragSource } from '../drag/drag-adapter.tsx'
import { useInsert } from '../insert/use-insert.ts'
import { BlockIcon } from '../session/block-icon.tsx'
import { useCommand } from '../session/use-commands.ts'
import { useSession } from '../session/use-session.tsx'
import { useRoom } from '../use-room.ts'
import { newCodeBlock, openCode } from './code-commands.ts'
import { askToDeleteCode } from './delete-code.ts'
import { nameOfCode } from './name-of-code.ts'
import { countOfCode } from './places-of-code.ts'
import { useCodeBlocks, useOwnBlock } from './use-own-block.ts'
import './code-blocks.css'

/** The group of the insert panel with what developers wrote for this program; none until there is one. */
export function CodeCards({ search }: { readonly search: string }) {
  const session = useSession()
  const words = useWords()
  const blocks = useCodeBlocks()
  const wanted = search.trim().toLowerCase()
  const found = blocks.filter(({ id }) => nameOfCode(session, words, id).toLowerCase().includes(wanted))
  if (found.length === 0) return null
  return (
    <section aria-label={words.codeBlocks.title}>
      <h3 className="st-group-title">{words.codeBlocks.title}</h3>
      <ul className="st-code-cards">
        {found.map(({ id }) => (
          <li key={id}>
            <CodeCard id={id} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** At the end of the insert panel, for whom nothing above fits. Code is not written on a phone. */
export function NewCodeBlock() {
  const { codeBlocks: words } = useWords()
  const { label, isEnabled, run } = useCommand(newCodeBlock)
  const isPhone = useRoom() === 'phone'
  if (isPhone || !isEnabled) return null
  return (
    <section className="st-code-cards__new" aria-label={label}>
      <p className="st-code-cards__help">{words.newHelp}</p>
      <Button icon={<Plus size={16} aria-hidden />} isWide onPress={run}>
        {label}
      </Button>
    </section>
  )
}

function CodeCard({ id }: { readonly id: CodeBlockId }) {
  const session = useSession()
  const allWords = useWords()
  const words = allWords.codeBlocks
  const type = codeBlockType(id)
  const own = useOwnBlock(id)
  const noteId = useId()
  const insert = useInsert()
  const source = useDragSource(() => draggedBlock(type), !session.canEdit)
  const name = nameOfCode(session, allWords, id)
  const hasMistake = own !== undefined && own.problems.length > 0
  return (
    <div className="st-code-card">
      <div {...source} className="st-code-card__drag" data-testid="code-card">
        <PlainButton
          className="st-code-card__place"
          aria-label={words.insert(name)}
          aria-describedby={noteId}
          isDisabled={!session.canEdit}
          onPress={() => insert(draggedBlock(type))}
        >
          <BlockIcon type={type} size={16} />
          <span className="st-code-card__words">
            <span className="st-code-card__name">{name}</span>
            <span id={noteId} className="st-code-card__note">
              {hasMistake ? <CircleAlert size={12} aria-hidden /> : null}
              {hasMistake ? words.hasMistake : words.places(countOfCode(session.program, id))}
            </span>
          </span>
        </PlainButton>
      </div>
      <Menu
        label={words.more(name)}
        placement="bottom end"
        entries={[
          {
            id: 'edit',
            label: session.canEdit ? words.edit : words.look,
            onAction: () => openCode(session.view, id),
          },
          {
            id: 'delete',
            label: words.delete,
            isDanger: true,
            startsGroup: true,
            isDisabled: !session.canEdit,
            onAction: () => askToDeleteCode(session, allWords, id),
          },
        ]}
      >
        <IconButton size="small" label={words.more(name)} icon={<Ellipsis size={16} />} />
      </Menu>
    </div>
  )
}
