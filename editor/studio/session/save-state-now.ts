import { saveStateOf, type SaveState } from './save-state.ts'
import type { StudioSession } from './studio-session.ts'

/** Where this person's work is at the moment. */
export function saveStateNow({ link, keeper, canWrite }: StudioSession): SaveState {
  const { notices, waiting, ...connection } = link.store.getState()
  const { keptEdits, problem } = keeper.store.getState()
  const kept = Math.max(0, waiting - (link.saving.edits - keptEdits))
  const { storageFull } = notices
  return saveStateOf({ ...connection, waiting, kept, problem, canEdit: canWrite, storageFull })
}
