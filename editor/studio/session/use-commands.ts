import { useMemo, useSyncExternalStore } from 'react'
import { selecting } from '#editor/state/selection.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import type { CommandContext, StudioCommand } from '../commands/studio-command.ts'
import { browserClipboard } from '../clipboard/browser-clipboard.ts'
import { sizeOfPicture } from '../clipboard/size-of-picture.ts'
import { showHotkey } from '../commands/hotkey.ts'
import { isMac } from '../commands/is-mac.ts'
import { insertPictureFiles } from '../pictures/insert-picture-files.ts'
import { saveStateNow } from './save-state-now.ts'
import type { StudioSession } from './studio-session.ts'
import { commandNewsOf } from './command-news.ts'
import { useSession } from './use-session.tsx'

export { isMac } from '../commands/is-mac.ts'

export function useCommandContext(): CommandContext {
  const session = useSession()
  const words = useWords()
  return useMemo(() => commandContextOf(session, words), [session, words])
}

export interface BoundCommand {
  readonly label: string
  /** Its first shortcut in words, if it has one. */
  readonly keys: string | undefined
  readonly isEnabled: boolean
  run(): void
}

/** A command ready for a button: draws again only when it is called otherwise, or becomes possible or impossible. */
export function useCommand(command: StudioCommand): BoundCommand {
  const session = useSession()
  const context = useCommandContext()
  const { subscribe } = commandNewsOf(session)
  const isEnabled = useSyncExternalStore(subscribe, () => command.isEnabled(context))
  const label = useSyncExternalStore(subscribe, () => command.label(context.words, context))
  return useMemo(() => {
    const [hotkey] = command.hotkeys
    return {
      label,
      keys: hotkey === undefined ? undefined : showHotkey(hotkey, isMac),
      isEnabled,
      run: () => command.run(context),
    }
  }, [command, context, isEnabled, label])
}

/** What commands work with in this session; in components `useCommandContext` has it. */
export function commandContextOf(session: StudioSession, words: CommandContext['words']): CommandContext {
  const { program, undo, view, blocks, map, compiler, canEdit, canWrite, canLock, edit } = session
  return {
    program,
    undo,
    view,
    blocks,
    map,
    compiler,
    words,
    canEdit,
    canWrite,
    canLock,
    toast: showToast,
    startTyping: (nodeId, prop) => view.setState({ ...selecting(nodeId), typing: { nodeId, prop, at: 'all' } }),
    edit,
    saveState: () => saveStateNow(session),
    programId: session.facts.id,
    workspaceId: session.facts.workspaceId,
    clipboard: browserClipboard,
    insertPictures: (files, into) => void insertPictureFiles(session, files, { into }),
    sizeOfPicture,
  }
}
