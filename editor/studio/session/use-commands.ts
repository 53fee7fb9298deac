import { useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import type { CommandContext, StudioCommand } from '../commands/studio-command.ts'
import { showHotkey } from '../commands/hotkey.ts'
import type { StudioSession } from './studio-session.ts'
import { useFact, useSession } from './use-session.tsx'

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

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

/** A command ready for a button: draws again when the selection, its place or the undo steps change. */
export function useCommand(command: StudioCommand): BoundCommand {
  const session = useSession()
  const context = useCommandContext()
  const selected = useStore(session.view, (view) => view.selected)
  useStore(session.view, (view) => view.zoom)
  const parentId = useFact(selected, (program) =>
    selected === undefined ? undefined : program.node(selected)?.place.parentId,
  )
  const slot = useFact(selected, (program) => (selected === undefined ? undefined : program.node(selected)?.place.slot))
  useFact(parentId, (program) => (parentId === undefined ? undefined : program.children(parentId, slot)))
  useSyncExternalStore(session.undo.subscribe, () => `${session.undo.canUndo}${session.undo.canRedo}`)
  const [hotkey] = command.hotkeys
  return {
    label: command.label(context.words),
    keys: hotkey === undefined ? undefined : showHotkey(hotkey, isMac),
    isEnabled: command.isEnabled(context),
    run: () => command.run(context),
  }
}

function commandContextOf(session: StudioSession, words: CommandContext['words']): CommandContext {
  const { program, undo, view, blocks, map, canEdit } = session
  return {
    program,
    undo,
    view,
    blocks,
    map,
    words,
    canEdit,
    toast: showToast,
    startTyping: (nodeId, prop) => view.setState({ selected: nodeId, typing: { nodeId, prop, at: 'all' } }),
  }
}
