import type { MenuEntry } from '#editor/ui/menu.tsx'
import { showHotkey } from './hotkey.ts'
import { isMac } from './is-mac.ts'
import type { CommandContext, StudioCommand } from './studio-command.ts'

/** A command as an entry of a menu. */
export function commandEntry(command: StudioCommand, context: CommandContext): MenuEntry {
  const [hotkey] = command.hotkeys
  return {
    id: command.name,
    label: command.label(context.words, context),
    ...(hotkey === undefined ? {} : { keys: showHotkey(hotkey, isMac) }),
    isDisabled: !command.isEnabled(context),
    onAction: () => command.run(context),
  }
}

/** One of several that exclude each other: what cannot be chosen is chosen already, and ticked. */
export function choiceEntry(command: StudioCommand, context: CommandContext): MenuEntry {
  return { ...commandEntry(command, context), isDisabled: false, isChosen: !command.isEnabled(context) }
}
