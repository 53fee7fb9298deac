import type { NodeId, Program, Undo } from '#model/index.ts'
import type { DrawnParts } from '../sections/part-steps.ts'
import type { Words } from '#editor/words/use-words.ts'
import type { ViewStore } from '#editor/state/view-state.ts'
import type { ToastMessage } from '#editor/ui/toast.tsx'
import type { MeasuredMap } from '../canvas/measured-map.ts'
import type { Blocks } from '../session/blocks.ts'
import type { CopiedData } from '../clipboard/copy-selection.ts'
import type { Pasted } from '../clipboard/paste.ts'
import type { SaveState } from '../session/save-state.ts'
import type { Hotkey } from './hotkey.ts'
import type { To } from './structure.ts'

/** What a command works with. Words, blocks and toasts come in, so that commands run in a test as they do on screen. */
export interface CommandContext {
  readonly program: Program
  readonly undo: Undo
  readonly view: ViewStore
  readonly blocks: Blocks
  /** Where things are on the canvas; empty while nothing is drawn. */
  readonly map: MeasuredMap
  /** What is drawn, the parts of placed sections too. */
  readonly compiler: DrawnParts
  readonly words: Words
  readonly canEdit: boolean
  /** Words at least, where the structure is locked. */
  readonly canWrite: boolean
  readonly canLock: boolean
  readonly toast: (message: ToastMessage) => void
  /** Lets the person type in this text on the canvas. */
  readonly startTyping: (nodeId: NodeId, prop: string) => void
  /** One step of undo, as the session's own. */
  readonly edit: (name: string, run: (program: Program) => void) => void
  /** Where this person's work is at the moment. */
  readonly saveState: () => SaveState
  readonly programId: string
  readonly workspaceId: string
  /** For buttons and menus; the keys come as events of their own. */
  readonly clipboard: ClipboardPort
  /** Uploads pictures and makes blocks of them. */
  readonly insertPictures: (files: readonly File[], to: To) => void
  readonly sizeOfPicture: (url: string) => Promise<{ readonly widthPx: number; readonly heightPx: number } | undefined>
}

/** The clipboard as a page may ask for it at any time, if the browser lets it. */
export interface ClipboardPort {
  /** @returns false when the browser refuses */
  write(copied: CopiedData): Promise<boolean>
  /** @returns undefined when the browser refuses */
  read(): Promise<Pasted | undefined>
}

export const menuParts = ['clipboard', 'arrange', 'section', 'comment', 'state', 'delete'] as const
export type MenuPart = (typeof menuParts)[number]

export const commandGroups = ['edit', 'arrange', 'select', 'view', 'comment', 'pages', 'go', 'program'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** One thing a person can do: the same for button, menu, shortcut and help sheet, so they cannot disagree. */
export interface StudioCommand {
  readonly name: string
  /** With the context it may say more: "Undo: delete 3 blocks", or "Show" where all chosen are hidden. */
  readonly label: (words: Words, context?: CommandContext) => string
  /** Other words that the search finds it by. */
  readonly alsoCalled?: (words: Words) => readonly string[]
  readonly group: CommandGroup
  readonly hotkeys: readonly Hotkey[]
  /** Stands in the menu of a block, in this part of it; `delete` is last and red. */
  readonly menu?: MenuPart
  /**
   * Where its keys are heard. Those of `canvas` are ones that lists and buttons need for themselves; those of
   * `page-list` mean this on a page of the list, and something else elsewhere.
   */
  readonly reach: 'anywhere' | 'canvas' | 'page-list'
  /**
   * Listened to elsewhere: the browser answers copy, cut and paste with events of their own (`use-clipboard.ts`), F6
   * also leads out of a field (`use-area-keys.ts`), and the key that saves is taken everywhere (`use-save-key.ts`).
   */
  readonly keysAreEvents?: boolean
  readonly isEnabled: (context: CommandContext) => boolean
  readonly run: (context: CommandContext) => void
}

export function defineCommand(command: StudioCommand): StudioCommand {
  return command
}
