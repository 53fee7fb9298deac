import { CircleAlert, CircleCheck, Code, Ellipsis, Eye, LoaderCircle, Monitor, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { codeBlockType, restoreCodeBlock, type CodeBlockId } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { late } from '#editor/ui/late.tsx'
import { Menu } from '#editor/ui/menu.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { draggedBlock } from '../canvas/drop-tree.ts'
import { useInsert } from '../insert/use-insert.ts'
import { useSession } from '../session/use-session.tsx'
import { useRoom } from '../use-room.ts'
import type { CodeAreaHandle, FoundProblem } from './code-area.tsx'
import { askToDeleteCode } from './delete-code.ts'
import { nameOfCode } from './name-of-code.ts'
import type { OwnBlock } from './own-blocks.ts'
import { useCodeBlock, useOwnBlock } from './use-own-block.ts'
import './code-panel.css'

/** Monaco comes with this part, and with nothing else. */
const CodeArea = late(() => import('./code-area.tsx').then((file) => file.CodeArea))

/** The code of one block, beside the canvas where it is drawn as it is typed. */
export function CodePanel({ id }: { readonly id: CodeBlockId }) {
  const session = useSession()
  const words = useWords()
  const { view } = session
  const isPhone = useRoom() === 'phone'
  const record = useCodeBlock(id)
  const name = nameOfCode(session, words, id)
  const close = () => view.setState({ codeOf: undefined, codeCaret: undefined })
  return (
    <section className="st-code" data-area data-testid="code-panel" aria-label={words.codeBlocks.panel(name)}>
      <header className="st-code__head">
        <Code size={16} aria-hidden />
        <h2 className="st-code__title">{name}</h2>
        {record ? <More id={id} name={name} /> : null}
        <IconButton size="small" label={words.common.close} icon={<X size={16} />} onPress={close} />
      </header>
      {isPhone ? (
        <EmptyState
          icon={<Monitor size={28} />}
          title={words.codeBlocks.largerScreen}
          text={words.codeBlocks.largerScreenHelp}
        />
      ) : record ? (
        <Opened key={id} id={id} isDeleted={record.isDeleted} />
      ) : (
        <EmptyState icon={<Code size={28} />} title={words.codeBlocks.gone} />
      )}
    </section>
  )
}

function More({ id, name }: { readonly id: CodeBlockId; readonly name: string }) {
  const session = useSession()
  const words = useWords()
  const insert = useInsert()
  if (!session.canEdit) return null
  return (
    <Menu
      label={words.codeBlocks.more(name)}
      placement="bottom end"
      entries={[
        { id: 'place', label: words.codeBlocks.placeIt, onAction: () => insert(draggedBlock(codeBlockType(id))) },
        {
          id: 'delete',
          label: words.codeBlocks.delete,
          isDanger: true,
          startsGroup: true,
          onAction: () => askToDeleteCode(session, words, id),
        },
      ]}
    >
      <IconButton size="small" label={words.codeBlocks.more(name)} icon={<Ellipsis size={16} />} />
    </Menu>
  )
}

function Opened({ id, isDeleted }: { readonly id: CodeBlockId; readonly isDeleted: boolean }) {
  const session = useSession()
  const { codeBlocks: words } = useWords()
  const own = useOwnBlock(id)
  const [found, setFound] = useState<readonly FoundProblem[]>([])
  const area = useRef<CodeAreaHandle>(null)
  useEffect(() => {
    if (!own?.cannotCompile) return
    const retry = () => session.ownBlocks.tryAgain()
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [own?.cannotCompile, session])
  return (
    <>
      {session.canEdit ? null : (
        <p className="st-code__note" data-testid="code-read-only">
          <Eye size={16} aria-hidden />
          {words.mayLook}
        </p>
      )}
      {isDeleted ? (
        <p className="st-code__note">
          <span>{words.deletedNote}</span>
          {session.canEdit ? (
            <Button
              size="small"
              variant="plain"
              onPress={() => session.edit('restore-code-block', (program) => restoreCodeBlock(program, id))}
            >
              {words.offerAgain}
            </Button>
          ) : null}
        </p>
      ) : null}
      <div className="st-code__area">
        <CodeArea
          ref={area}
          id={id}
          problems={own?.problems ?? []}
          isReadOnly={!session.canEdit}
          onProblems={setFound}
        />
      </div>
      <State own={own} />
      {found.length > 0 ? (
        <ol className="st-code__problems" aria-label={words.problems(found.length)}>
          {found.map(({ line, column, message }) => (
            <li key={`${line}/${column}/${message}`}>
              <button
                type="button"
                className="st-code__problem"
                data-testid="code-problem"
                aria-label={words.goTo(line, message)}
                onClick={() => area.current?.goTo({ line, column })}
              >
                <CircleAlert size={14} aria-hidden />
                <span className="st-code__line">{words.atLine(line)}</span>
                <span>{message}</span>
              </button>
            </li>
          ))}
        </ol>
      ) : null}
    </>
  )
}

/** What the canvas shows of it at present, in a sentence. */
function State({ own }: { readonly own: OwnBlock | undefined }) {
  const { codeBlocks: words } = useWords()
  const state = stateOf(own)
  const Icon = state === 'good' ? CircleCheck : state === 'reading' ? LoaderCircle : CircleAlert
  return (
    <p className={`st-code__state st-code__state--${state}`} role="status" data-testid="code-state" data-state={state}>
      <Icon size={14} aria-hidden />
      {words.state[state]}
    </p>
  )
}

function stateOf(own: OwnBlock | undefined): 'reading' | 'good' | 'stale' | 'never' | 'noCompiler' {
  if (own?.cannotCompile) return 'noCompiler'
  if (own && own.problems.length > 0) return own.good ? 'stale' : 'never'
  return own?.good ? 'good' : 'reading'
}
