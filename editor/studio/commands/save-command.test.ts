import { expect, test } from 'vitest'
import { en } from '#editor/words/en.ts'
import type { SaveState } from '../session/save-state.ts'
import { sayWhatIsSaved } from './save-command.ts'
import { testingContext } from './testing-context.ts'

const said = (state: SaveState) => {
  const context = { ...testingContext(), saveState: () => state }
  sayWhatIsSaved.run(context)
  return context.toasts.map(({ text }) => text)
}

test('the key that saves says where the work is', () => {
  expect(said({ kind: 'saved' })).toEqual([en.commands.allSaved])
  expect(said({ kind: 'saving' })).toEqual([en.commands.stillSaving])
  expect(said({ kind: 'offline', waiting: 2, onDevice: 'yes', retrying: false })).toEqual([en.offline.kept(2)])
  expect(said({ kind: 'looking' })).toEqual([en.studio.lookingOnly])
})
