import { describeSaveState } from '../session/save-state.ts'
import { defineCommand, type CommandContext } from './studio-command.ts'

/**
 * Everything is saved as it is done; the key that saves elsewhere says so. The browser would save the page of the editor
 * itself, which nobody wants.
 */
export const sayWhatIsSaved = defineCommand({
  name: 'say-what-is-saved',
  label: (words) => words.commands.save,
  group: 'program',
  hotkeys: ['mod+s'],
  reach: 'anywhere',
  keysAreEvents: true,
  isEnabled: () => true,
  run: ({ toast, ...context }) => toast(wordsFor(context)),
})

function wordsFor({ saveState, words }: Pick<CommandContext, 'saveState' | 'words'>) {
  const state = saveState()
  if (state.kind === 'saved') return { text: words.commands.allSaved, tone: 'good' } as const
  if (state.kind === 'saving') return { text: words.commands.stillSaving }
  return { text: describeSaveState(state, words) }
}
