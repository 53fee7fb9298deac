import { Dialog } from '#editor/ui/dialog.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { showHotkey } from './commands/hotkey.ts'
import { commands } from './commands/registry.ts'
import { isMac } from './session/use-commands.ts'
import { useSession, useView } from './session/use-session.tsx'
import './studio.css'

const groups = ['edit', 'arrange', 'select', 'view'] as const

/** Every shortcut, read from the registry that also answers the keys. */
export function HelpDialog() {
  const { view } = useSession()
  const words = useWords()
  const isOpen = useView((state) => state.helpOpen)
  return (
    <Dialog title={words.studio.keys} isOpen={isOpen} onClose={() => view.setState({ helpOpen: false })} widthPx={560}>
      <div className="st-keys">
        {groups.map((group) => (
          <section key={group} aria-label={words.studio.commandGroups[group]}>
            <h3 className="st-keys__title">{words.studio.commandGroups[group]}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.name} className="st-keys__row">
                    <dt>{command.label(words)}</dt>
                    <dd>
                      {command.hotkeys.map((hotkey) => (
                        <kbd key={hotkey} className="st-keys__key">
                          {showHotkey(hotkey, isMac)}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
