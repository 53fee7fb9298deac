/** Everything a person can do in the studio by a command. Buttons, keys, menus, the search and the help sheet all read this list. */
import { leadOf } from '#editor/state/selection.ts'
import { listInsertables, placeNew } from '../insert/insertable.ts'
import { linkedSectionCommands, partCommands } from '../sections/linked-section-commands.ts'
import { lockCommands } from '../locks/lock-commands.ts'
import { commentCommands } from '../comments/comment-commands.ts'
import { areaCommands } from './area-commands.ts'
import { arrangeCommands } from './arrange-commands.ts'
import { clipboardCommands } from './clipboard-commands.ts'
import { editCommands } from './edit-commands.ts'
import { goCommands, goToPage, programCommands } from './go-commands.ts'
import { codeCommands } from '../code-blocks/code-commands.ts'
import { matchesHotkey, type KeyPress, type Reach } from './hotkey.ts'
import { pagePanelCommands } from '../pages/page-commands.ts'
import { openMenu } from './menu-command.ts'
import { moveToPage, sectionCommands } from './section-commands.ts'
import { insertHereCommands } from './insert-commands.ts'
import { pickUpCommands } from './pick-up-commands.ts'
import { sayWhatIsSaved } from './save-command.ts'
import { selectCommands } from './select-commands.ts'
import { dropTreeOf, placeForNew } from './structure.ts'
import { defineCommand, type CommandContext, type StudioCommand } from './studio-command.ts'
import { viewCommands } from './view-commands.ts'

export const commands: readonly StudioCommand[] = [
  ...editCommands,
  ...clipboardCommands,
  ...arrangeCommands,
  ...pickUpCommands,
  ...insertHereCommands,
  ...sectionCommands,
  ...linkedSectionCommands,
  ...codeCommands,
  ...lockCommands,
  ...selectCommands,
  openMenu,
  ...viewCommands,
  ...commentCommands,
  ...pagePanelCommands,
  ...goCommands,
  ...areaCommands,
  sayWhatIsSaved,
  ...programCommands,
]

/** Commands that this program gives rise to: one for each page to go or move to. */
export function pageCommands({ program }: CommandContext): readonly StudioCommand[] {
  const pages = program.pages()
  return [...pages.map(({ id, title }) => goToPage(id, title)), ...pages.map(({ id, title }) => moveToPage(id, title))]
}

/** One for each thing that can be inserted where the selection is. */
export function insertCommands(context: CommandContext): readonly StudioCommand[] {
  return listInsertables(context).map(({ key, type, label }) =>
    defineCommand({
      name: `insert-${key}`,
      label: (words) => words.studio.insertBlock(words.studio.nameOf(label)),
      alsoCalled: (words) => {
        const { add, make } = words.commands.insertAlso
        const name = words.studio.nameOf(label)
        return [add(name), make(name)]
      },
      group: 'edit',
      hotkeys: [],
      reach: 'anywhere',
      isEnabled: ({ canEdit, view }) => canEdit && view.getState().pageId !== undefined,
      run(within) {
        const { program, blocks, view, map } = within
        const { pageId } = view.getState()
        if (pageId === undefined) return
        const to = placeForNew(dropTreeOf(program, blocks, pageId, map), program, leadOf(view.getState()), type)
        placeNew(within, key, to)
      },
    }),
  )
}

/** The command these keys mean here and now. @returns undefined also while it is not enabled, so that the key keeps its own meaning */
export function findCommand(
  press: KeyPress,
  reach: Reach,
  isMac: boolean,
  context: CommandContext,
): StudioCommand | undefined {
  if (reach === 'none') return undefined
  return [...partCommands, ...commands].find(
    (command) =>
      !command.keysAreEvents &&
      (command.reach === 'anywhere' || (command.reach === 'canvas' && reach === 'all')) &&
      command.hotkeys.some((hotkey) => matchesHotkey(hotkey, press, isMac)) &&
      command.isEnabled(context),
  )
}
