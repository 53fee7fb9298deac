import type { NodeId, Program, Undo } from '#model/index.ts'
import type { Words } from '#editor/words/use-words.ts'
import type { ViewStore } from '#editor/state/view-state.ts'
import type { ToastMessage } from '#editor/ui/toast.tsx'
import type { MeasuredMap } from '../canvas/measured-map.ts'
import type { Blocks } from '../session/blocks.ts'
import type { Hotkey } from './hotkey.ts'

/** What a command works with. Words, blocks and toasts come in, so that commands run in a test as they do on screen. */
export interface CommandContext {
  readonly program: Program
  readonly undo: Undo
  readonly view: ViewStore
  readonly blocks: Blocks
  /** Where things are on the canvas; empty while nothing is drawn. */
  readonly map: MeasuredMap
  readonly words: Words
  readonly canEdit: boolean
  readonly toast: (message: ToastMessage) => void
  /** Lets the person type in this text on the canvas. */
  readonly startTyping: (nodeId: NodeId, prop: string) => void
}

/** One thing a person can do: the same for button, menu, shortcut and help sheet, so they cannot disagree. */
export interface StudioCommand {
  readonly name: string
  readonly label: (words: Words) => string
  readonly group: 'edit' | 'arrange' | 'select' | 'view'
  readonly hotkeys: readonly Hotkey[]
  /** `canvas` commands use keys that lists and buttons need for themselves. */
  readonly reach: 'anywhere' | 'canvas'
  readonly isEnabled: (context: CommandContext) => boolean
  readonly run: (context: CommandContext) => void
}

export function defineCommand(command: StudioCommand): StudioCommand {
  return command
}
