import { removeCodeBlock, restoreCodeBlock, type CodeBlockId } from '#model/index.ts'
import { showToast } from '#editor/ui/toast.tsx'
import type { Words } from '#editor/words/use-words.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { nameOfCode } from './name-of-code.ts'
import { placesOfCode } from './places-of-code.ts'

/** Deletes one that stands nowhere; of one that is in use, says where first. */
export function askToDeleteCode(session: StudioSession, words: Words, id: CodeBlockId): void {
  if (placesOfCode(session.program, id).length > 0) session.view.setState({ deletingCode: id })
  else deleteCode(session, words, id)
}

/** Takes it out of what can be placed; the toast offers it again. */
export function deleteCode(session: StudioSession, words: Words, id: CodeBlockId): void {
  const { view } = session
  session.edit('delete-code-block', (program) => removeCodeBlock(program, id))
  if (view.getState().codeOf === id) view.setState({ codeOf: undefined })
  showToast({
    text: words.codeBlocks.deleted(nameOfCode(session, words, id)),
    action: {
      label: words.common.undo,
      run: () => session.edit('restore-code-block', (program) => restoreCodeBlock(program, id)),
    },
  })
}
