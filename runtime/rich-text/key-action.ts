import type { FormatCommand } from './text-commands.ts'

/** What keys ask of the surroundings; `left`: the keyboard is elsewhere, and they know whether that ends typing. */
export type TextWish = 'link' | 'undo' | 'redo' | 'toolbar' | 'left'

/** What a key does, apart from writing. */
export function keyAction(event: KeyboardEvent): FormatCommand | TextWish | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined
  switch (event.key.toLowerCase()) {
    case 'b':
      return event.shiftKey ? undefined : { kind: 'toggle', mark: 'bold' }
    case 'i':
      return event.shiftKey ? undefined : { kind: 'toggle', mark: 'italic' }
    case 'k':
      return event.shiftKey ? undefined : 'link'
    case 'z':
      return event.shiftKey ? 'redo' : 'undo'
    case 'y':
      return 'redo'
    default:
      return undefined
  }
}
