import { leadOf } from '#editor/state/selection.ts'
import { defineCommand } from './studio-command.ts'

/** By keys the menu opens beside what has the focus, or at the selection's frame. */
export const openMenu = defineCommand({
  name: 'open-menu',
  label: (words) => words.commands.openMenu,
  group: 'edit',
  hotkeys: ['shift+f10', 'contextmenu'],
  reach: 'anywhere',
  isEnabled: ({ view }) => leadOf(view.getState()) !== undefined,
  run({ view }) {
    const row = document.activeElement?.closest('[data-layer-item]')
    const box = (row ?? document.querySelector('[data-testid=selection]'))?.getBoundingClientRect()
    if (box) view.setState({ menuAt: { x: box.left + Math.min(24, box.width / 2), y: Math.max(56, box.top) + 16 } })
  },
})
