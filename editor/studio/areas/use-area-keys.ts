import { useEffect } from 'react'
import { matchesHotkey } from '../commands/hotkey.ts'
import { nextArea, previousArea } from '../commands/area-commands.ts'
import type { CommandContext, StudioCommand } from '../commands/studio-command.ts'
import { isMac } from '../commands/is-mac.ts'
import { areaOf, rememberInArea } from './step-area.ts'

/**
 * F6 leads on from anywhere, also out of a field that is being typed in, which other shortcuts leave alone. A dialog, a
 * menu or a list over the page keeps the focus until it is closed.
 */
export function useAreaKeys(context: CommandContext): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (!command || event.defaultPrevented || event.isComposing || context.view.getState().drag) return
      event.preventDefault()
      const { activeElement } = document
      if (activeElement === document.body || areaOf(activeElement)) command.run(context)
    }
    const onFocusIn = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement) rememberInArea(event.target)
    }
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('focusin', onFocusIn)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('focusin', onFocusIn)
    }
  }, [context])
}

function commandOf(event: KeyboardEvent): StudioCommand | undefined {
  return [nextArea, previousArea].find(({ hotkeys }) => hotkeys.some((hotkey) => matchesHotkey(hotkey, event, isMac)))
}
