import { useState } from 'react'
import { Dialog } from '#editor/ui/dialog.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { SearchField } from '#editor/ui/text-field.tsx'
import { useAllWords, useWords, type Words } from '#editor/words/use-words.ts'
import { SearchX } from 'lucide-react'
import { findable, findCommands } from './command-palette/find-commands.ts'
import { showHotkey, type Hotkey } from './commands/hotkey.ts'
import { ownKeys, type KeyPlace } from './commands/own-keys.ts'
import { commands } from './commands/registry.ts'
import { commandGroups, type StudioCommand } from './commands/studio-command.ts'
import { openFinder } from './commands/view-commands.ts'
import { isMac } from './session/use-commands.ts'
import { useSession, useView } from './session/use-session.tsx'
import './studio.css'
import './help-dialog.css'

/** Every command with its keys, read from the registry that also answers them. */
export function HelpDialog() {
  const { view } = useSession()
  const words = useWords()
  const languages = useAllWords()
  const isOpen = useView((state) => state.helpOpen)
  const [search, setSearch] = useState('')
  const all = commands.map((command) => findable(command, command.label(words), languages))
  const found = findCommands(all, search)
  const hasSearched = (text: string) => text.toLowerCase().includes(search.trim().toLowerCase())
  const hints = words.commands.hints.filter((hint) => hasSearched(`${hint.do} ${hint.gives}`))
  const own = listOwnKeys(words, hasSearched)
  return (
    <Dialog title={words.studio.keys} isOpen={isOpen} onClose={() => view.setState({ helpOpen: false })} widthPx={720}>
      <div className="st-help__search">
        <SearchField
          label={words.commands.helpSearch}
          clearLabel={words.common.clearSearch}
          value={search}
          onChange={setSearch}
          autoFocus
        />
      </div>
      <div className="st-keys">
        {commandGroups.map((group) => {
          const members = found.filter((one) => one.group === group)
          return members.length === 0 ? null : (
            <section key={group} aria-label={words.commands.groups[group]}>
              <h3 className="st-keys__title">{words.commands.groups[group]}</h3>
              <dl>
                {members.map(({ command, label }) => (
                  <div key={command.name} className="st-keys__row" data-command={command.name}>
                    <dt>{label}</dt>
                    <dd>
                      <Keys command={command} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
        {own.map(({ place, title, acts }) => (
          <section key={place} aria-label={title}>
            <h3 className="st-keys__title">{title}</h3>
            <dl>
              {acts.map(({ act, does, hotkeys }) => (
                <div key={act} className="st-keys__row" data-own-keys={`${place}-${act}`}>
                  <dt>{does}</dt>
                  <dd>
                    <Hotkeys hotkeys={hotkeys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {hints.length === 0 ? null : (
          <section className="st-help__hints" aria-label={words.commands.helpMouse}>
            <h3 className="st-keys__title">{words.commands.helpMouse}</h3>
            <dl>
              {hints.map((hint) => (
                <div key={hint.do} className="st-keys__row">
                  <dt>{hint.do}</dt>
                  <dd className="st-help__gives">{hint.gives}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
      {found.length + hints.length + own.length === 0 ? (
        <EmptyState icon={<SearchX size={28} />} title={words.commands.helpNothing(search.trim())} />
      ) : null}
    </Dialog>
  )
}

function Keys({ command }: { readonly command: StudioCommand }) {
  const words = useWords()
  const [finder] = openFinder.hotkeys
  if (command.hotkeys.length === 0)
    return (
      <span className="st-help__by">
        {words.commands.helpByPalette(finder === undefined ? '' : showHotkey(finder, isMac))}
      </span>
    )
  return (
    <>
      <Hotkeys hotkeys={command.hotkeys} />
      {command.reach === 'page-list' ? <span className="st-help__by">{words.commands.onPageOfList}</span> : null}
    </>
  )
}

function Hotkeys({ hotkeys }: { readonly hotkeys: readonly Hotkey[] }) {
  return hotkeys.map((hotkey) => (
    <kbd key={hotkey} className="st-keys__key">
      {showHotkey(hotkey, isMac)}
    </kbd>
  ))
}

interface OwnKeys {
  readonly place: string
  readonly title: string
  readonly acts: readonly { readonly act: string; readonly does: string; readonly hotkeys: readonly Hotkey[] }[]
}

/** Keys that no command has, by what one is doing; places with nothing that is searched for are left out. */
function listOwnKeys(words: Words, isWanted: (text: string) => boolean): readonly OwnKeys[] {
  return (Object.keys(ownKeys) as KeyPlace[]).flatMap((place) => {
    const { title, acts } = words.commands.ownKeys[place]
    const keysOf: { readonly [act: string]: readonly Hotkey[] } = ownKeys[place]
    const wanted = Object.entries(acts)
      .filter(([, does]) => isWanted(`${title} ${does}`))
      .map(([act, does]) => ({ act, does, hotkeys: keysOf[act] ?? [] }))
    return wanted.length === 0 ? [] : [{ place, title, acts: wanted }]
  })
}
