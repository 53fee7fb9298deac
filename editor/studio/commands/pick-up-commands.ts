import { pageSlot, type NodeId } from '#model/index.ts'
import { leadOf } from '#editor/state/selection.ts'
import { draggedNodes } from '../canvas/drop-tree.ts'
import { pickUp } from '../drag/carry.ts'
import { allEditable } from './edit-commands.ts'
import { dropTreeOf } from './structure.ts'
import { defineCommand, type CommandContext, type StudioCommand } from './studio-command.ts'

function carry(context: CommandContext, by: 'keys' | 'tap'): void {
  const { program, blocks, view, map, words } = context
  const { pageId } = view.getState()
  const ids = allEditable(context)
  if (pageId === undefined || ids.length === 0) return
  pickUp(context, words, draggedNodes(dropTreeOf(program, blocks, pageId, map), ids), by)
}

const canCarry = (context: CommandContext) => !context.view.getState().drag && allEditable(context).length > 0

export const pickUpSelection = defineCommand({
  name: 'pick-up',
  label: (words) => words.canvas.pickUp,
  group: 'arrange',
  hotkeys: ['m', 'space'],
  reach: 'canvas',
  isEnabled: canCarry,
  run: (context) => carry(context, 'keys'),
})

export const placeByTap = defineCommand({
  name: 'place-by-tap',
  label: (words) => words.canvas.placeByTap,
  group: 'arrange',
  hotkeys: [],
  reach: 'canvas',
  isEnabled: canCarry,
  run: (context) => carry(context, 'tap'),
})

/** All that stand beside the chosen one; once they are chosen, all beside what they are in. */
export const selectSiblings = defineCommand({
  name: 'select-siblings',
  label: (words) => words.canvas.selectAll,
  group: 'select',
  hotkeys: ['mod+a'],
  reach: 'canvas',
  isEnabled: (context) => siblingsToSelect(context).length > 0,
  run: (context) => context.view.setState({ selection: siblingsToSelect(context) }),
})

export const pickUpCommands: readonly StudioCommand[] = [pickUpSelection, placeByTap, selectSiblings]

function siblingsToSelect({ program, view }: CommandContext) {
  const { pageId, selection } = view.getState()
  if (pageId === undefined) return []
  const place = program.node(leadOf(view.getState()) ?? ('' as NodeId))?.place
  const siblings = place ? program.children(place.parentId, place.slot) : program.children(pageId, pageSlot)
  const chosen = new Set(selection)
  if (!place || siblings.some((id) => !chosen.has(id))) return siblings
  const outer = program.node(place.parentId as NodeId)?.place
  return outer ? program.children(outer.parentId, outer.slot) : siblings
}
