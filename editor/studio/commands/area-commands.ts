import { stepArea } from '../areas/step-area.ts'
import { defineCommand, type StudioCommand } from './studio-command.ts'

export const nextArea = defineStep('nextArea', 'f6', 1)
export const previousArea = defineStep('previousArea', 'shift+f6', -1)

/** Top bar, tools, panel, situations, page, inspector: one key away from each other. */
export const areaCommands: readonly StudioCommand[] = [nextArea, previousArea]

function defineStep(name: 'nextArea' | 'previousArea', hotkey: string, step: -1 | 1): StudioCommand {
  return defineCommand({
    name: name.replace('A', '-a'),
    label: (words) => words.commands[name],
    group: 'go',
    hotkeys: [hotkey],
    reach: 'anywhere',
    keysAreEvents: true,
    isEnabled: () => true,
    run: () => stepArea(document.activeElement, step),
  })
}
