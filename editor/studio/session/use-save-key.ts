import { useEffect } from 'react'
import { matchesHotkey } from '../commands/hotkey.ts'
import { isMac } from '../commands/is-mac.ts'
import { sayWhatIsSaved } from '../commands/save-command.ts'
import type { CommandContext } from '../commands/studio-command.ts'

/** The key that saves is taken wherever it is pressed, in a field and in a dialog too. */
export function useSaveKey(context: CommandContext): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!sayWhatIsSaved.hotkeys.some((hotkey) => matchesHotkey(hotkey, event, isMac))) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) sayWhatIsSaved.run(context)
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [context])
}
