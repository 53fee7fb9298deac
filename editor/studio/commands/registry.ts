/** Everything a person can do in the studio by a command. Buttons, keys and the help sheet all read this list. */
import { arrangeCommands } from './arrange-commands.ts'
import { editCommands } from './edit-commands.ts'
import { matchesHotkey, type KeyPress, type Reach } from './hotkey.ts'
import { selectCommands } from './select-commands.ts'
import type { CommandContext, StudioCommand } from './studio-command.ts'
import { viewCommands } from './view-commands.ts'

export const commands: readonly StudioCommand[] = [
  ...editCommands,
  ...arrangeCommands,
  ...selectCommands,
  ...viewCommands,
]

/** The command these keys mean here and now. @returns undefined also while it is not enabled, so that the key keeps its own meaning */
export function findCommand(
  press: KeyPress,
  reach: Reach,
  isMac: boolean,
  context: CommandContext,
): StudioCommand | undefined {
  if (reach === 'none') return undefined
  return commands.find(
    (command) =>
      (command.reach === 'anywhere' || reach === 'all') &&
      command.hotkeys.some((hotkey) => matchesHotkey(hotkey, press, isMac)) &&
      command.isEnabled(context),
  )
}
