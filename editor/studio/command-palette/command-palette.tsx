import { Search, SearchX } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { useAllWords, useWords, type Words } from '#editor/words/use-words.ts'
import { showHotkey } from '../commands/hotkey.ts'
import { commands, insertCommands, pageCommands } from '../commands/registry.ts'
import { isMac, useCommandContext } from '../session/use-commands.ts'
import { useSession } from '../session/use-session.tsx'
import { findable, findCommands, type FindableCommand } from './find-commands.ts'
import { onceClosed } from './once-closed.ts'
import { recentCommands, rememberCommand } from './recent-commands.ts'
import './command-palette.css'

/** Everything a person can do here and now, found by a few letters. What cannot be done at the moment is not listed. */
export function CommandPalette() {
  const { view } = useSession()
  const words = useWords()
  const close = () => view.setState({ finderOpen: false })
  return (
    <ModalOverlay
      className="st-finder-scrim"
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      isDismissable
    >
      <Modal className="st-finder-modal">
        <Dialog className="st-finder" aria-label={words.commands.openPalette}>
          <Finder close={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder({ close }: { readonly close: () => void }) {
  const words = useWords()
  const context = useCommandContext()
  const listId = useId()
  const [search, setSearch] = useState('')
  const [active, setActive] = useState(0)
  const languages = useAllWords()
  const all = useMemo(() => findables(context, languages), [context, languages])
  const found = search.trim() === '' ? all : findCommands(withoutRecent(all), search)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active, search])

  const run = (one: FindableCommand | undefined) => {
    if (!one) return
    rememberCommand(one.command.name)
    close()
    onceClosed(() => one.command.run(context))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: found.length - 1 }[event.key]
    if (event.key === 'Enter') run(found[active])
    else if (to !== undefined && found.length > 0 && !((event.key === 'Home' || event.key === 'End') && search !== ''))
      setActive((to + found.length) % found.length)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="st-finder__field">
        <Search size={18} aria-hidden />
        <input
          className="st-finder__input"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-label={words.commands.openPalette}
          aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
          placeholder={words.commands.palettePlaceholder}
          value={search}
          // The dialog was opened to type in this.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          spellCheck={false}
          onChange={(event) => {
            setSearch(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={listId} className="st-finder__list" role="listbox" aria-label={words.commands.openPalette}>
        {found.map((one, at) => (
          <Option
            key={`${one.group}-${one.command.name}`}
            id={`${listId}-${at}`}
            one={one}
            isActive={at === active}
            head={
              search.trim() === '' && one.group !== found[at - 1]?.group ? words.commands.groups[one.group] : undefined
            }
            note={search.trim() === '' ? undefined : words.commands.groups[one.group]}
            onPoint={() => setActive(at)}
            onChoose={() => run(one)}
          />
        ))}
      </div>
      {found.length === 0 ? (
        <EmptyState
          icon={<SearchX size={28} />}
          title={words.commands.paletteNothing(search.trim())}
          text={words.commands.paletteNothingHelp}
        />
      ) : null}
      <p className="st-finder__foot">
        <span aria-live="polite">{words.commands.paletteCount(found.length)}</span>
        <span aria-hidden>{words.commands.paletteKeys}</span>
      </p>
    </>
  )
}

interface OptionProps {
  readonly id: string
  readonly one: FindableCommand
  readonly isActive: boolean
  readonly head: string | undefined
  readonly note: string | undefined
  readonly onPoint: () => void
  readonly onChoose: () => void
}

function Option({ id, one, isActive, head, note, onPoint, onChoose }: OptionProps) {
  // Here, keys of the list of pages would mean something else.
  const [hotkey] = one.command.reach === 'page-list' ? [] : one.command.hotkeys
  return (
    <>
      {head === undefined ? null : (
        <div className="st-finder__group" role="presentation">
          {head}
        </div>
      )}
      {/* Keys are answered by the field, which keeps the focus. */}
      <div
        id={id}
        className="st-finder__option"
        role="option"
        aria-selected={isActive}
        data-command={one.command.name}
        onMouseMove={isActive ? undefined : onPoint}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onChoose}
      >
        <span className="st-finder__label">{one.label}</span>
        {note === undefined ? null : <span className="st-finder__note">{note}</span>}
        {hotkey === undefined ? null : <kbd className="st-keys__key">{showHotkey(hotkey, isMac)}</kbd>}
      </div>
    </>
  )
}

/** Used lately, then all that can be done now, by group. */
function findables(
  context: ReturnType<typeof useCommandContext>,
  languages: readonly Words[],
): readonly FindableCommand[] {
  const possible = (list: readonly FindableCommand['command'][], group?: FindableCommand['group']) =>
    list
      .filter((command) => command.name !== 'find-command' && command.isEnabled(context))
      .map((command) => findable(command, command.label(context.words, context), languages, group))
  const all = [
    ...possible(commands),
    ...possible(insertCommands(context), 'insert'),
    ...possible(pageCommands(context), 'pages'),
  ]
  const recent = recentCommands().flatMap((name) => all.find(({ command }) => command.name === name) ?? [])
  const order = ['edit', 'insert', 'arrange', 'select', 'view', 'comment', 'go', 'pages', 'program'] as const
  return [
    ...recent.map((one) => ({ ...one, group: 'recent' as const })),
    ...order.flatMap((group) => all.filter((one) => one.group === group)),
  ]
}

function withoutRecent(all: readonly FindableCommand[]): readonly FindableCommand[] {
  return all.filter(({ group }) => group !== 'recent')
}
