import type { NodeId } from '#model/index.ts'
import { pageSlot } from '#model/index.ts'
import { defineCommand, type CommandContext, type StudioCommand } from './studio-command.ts'
import { parentNode } from './structure.ts'

function defineSelect(
  name: 'selectPrevious' | 'selectNext' | 'selectParent' | 'selectInside',
  hotkeys: readonly string[],
  find: (context: CommandContext) => NodeId | undefined,
): StudioCommand {
  return defineCommand({
    name: name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`),
    label: (words) => words.studio[name],
    group: 'select',
    hotkeys,
    reach: 'canvas',
    isEnabled: (context) => find(context) !== undefined,
    run: (context) => context.view.setState({ selected: find(context) }),
  })
}

function besides({ program, view }: CommandContext, step: -1 | 1): NodeId | undefined {
  const { selected, pageId } = view.getState()
  const place = selected === undefined ? undefined : program.node(selected)?.place
  if (selected === undefined || !place) {
    const all = pageId === undefined ? [] : program.children(pageId, pageSlot)
    return step === 1 ? all[0] : all.at(-1)
  }
  const siblings = program.children(place.parentId, place.slot)
  return siblings[siblings.indexOf(selected) + step]
}

export const selectPrevious = defineSelect('selectPrevious', ['up'], (context) => besides(context, -1))
export const selectNext = defineSelect('selectNext', ['down'], (context) => besides(context, 1))

export const selectInside = defineSelect('selectInside', ['right'], ({ program, view }) => {
  const { selected } = view.getState()
  return selected === undefined ? undefined : program.children(selected)[0]
})

export const selectParent = defineSelect('selectParent', ['left'], ({ program, view }) => {
  const { selected } = view.getState()
  return selected === undefined ? undefined : parentNode(program, selected)
})

/** Escape goes outwards, and from the outermost block to nothing. */
export const leaveSelection = defineCommand({
  name: 'leave-selection',
  label: (words) => words.studio.leaveSelection,
  group: 'select',
  hotkeys: ['escape'],
  reach: 'anywhere',
  isEnabled: ({ view }) => view.getState().selected !== undefined,
  run({ program, view }) {
    const { selected } = view.getState()
    view.setState({ selected: selected === undefined ? undefined : parentNode(program, selected) })
  },
})

export const selectCommands: readonly StudioCommand[] = [
  selectPrevious,
  selectNext,
  selectParent,
  selectInside,
  leaveSelection,
]
