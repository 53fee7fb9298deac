import type { NodeId } from '#model/index.ts'
import { pageSlot, readPartId } from '#model/index.ts'
import { aroundPart, partBeside, partsInside } from '../sections/part-steps.ts'
import { leadOf, selecting, type Selection } from '#editor/state/selection.ts'
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
    run: (context) => context.view.setState(selecting(find(context))),
  })
}

function besides({ program, view, compiler }: CommandContext, step: -1 | 1): NodeId | undefined {
  const { pageId } = view.getState()
  const selected = leadOf(view.getState())
  if (selected !== undefined && readPartId(selected)) return partBeside(compiler, selected, step)
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

export const selectInside = defineSelect('selectInside', ['right'], ({ program, view, compiler }) => {
  const selected = leadOf(view.getState())
  return selected === undefined ? undefined : (program.children(selected)[0] ?? partsInside(compiler, selected)[0])
})

export const selectParent = defineSelect('selectParent', ['left'], ({ program, view, compiler }) => {
  const selected = leadOf(view.getState())
  return selected === undefined ? undefined : (parentNode(program, selected) ?? aroundPart(compiler, selected))
})

/** Several by keys: one more beside the one that leads, and back the way one came, one less. */
function defineExtend(name: 'extendUp' | 'extendDown', hotkey: string, step: -1 | 1): StudioCommand {
  const next = (context: CommandContext) => {
    const lead = leadOf(context.view.getState())
    // A part of a linked section is chosen by itself: what is done with several is not done with parts.
    return lead !== undefined && readPartId(lead) ? undefined : besides(context, step)
  }
  return defineCommand({
    name: name === 'extendUp' ? 'extend-up' : 'extend-down',
    label: (words) => words.commands[name],
    group: 'select',
    hotkeys: [hotkey],
    reach: 'canvas',
    isEnabled: (context) => next(context) !== undefined,
    run(context) {
      const id = next(context)
      if (id !== undefined) context.view.setState(({ selection }) => ({ selection: extendedTo(selection, id) }))
    },
  })
}

function extendedTo(selection: Selection, id: NodeId): Selection {
  if (selection.at(-2) === id) return selection.slice(0, -1)
  return [...selection.filter((other) => other !== id), id]
}

export const extendUp = defineExtend('extendUp', 'shift+up', -1)
export const extendDown = defineExtend('extendDown', 'shift+down', 1)

/** Escape goes from several to none, from one outwards, and from the outermost block to nothing. */
export const leaveSelection = defineCommand({
  name: 'leave-selection',
  label: (words) => words.studio.leaveSelection,
  group: 'select',
  hotkeys: ['escape'],
  reach: 'anywhere',
  isEnabled: ({ view }) => view.getState().selection.length > 0,
  run({ program, view }) {
    const { selection } = view.getState()
    const [only] = selection
    view.setState(selecting(selection.length === 1 && only !== undefined ? parentNode(program, only) : undefined))
  },
})

/** For fingers, which hold no Shift: from here on each tap adds to the choice or takes from it. */
export const chooseMore = defineCommand({
  name: 'choose-more',
  label: (words) => words.canvas.chooseMore,
  group: 'select',
  hotkeys: [],
  menu: 'state',
  reach: 'anywhere',
  isEnabled: ({ view }) => view.getState().selection.length > 0,
  run: ({ view }) => view.setState({ choosingMore: true }),
})

export const selectCommands: readonly StudioCommand[] = [
  selectPrevious,
  selectNext,
  selectParent,
  selectInside,
  extendUp,
  extendDown,
  leaveSelection,
  chooseMore,
]
