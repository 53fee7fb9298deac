import { moveNodes, transact } from '#model/index.ts'
import type { Selection } from '#editor/state/selection.ts'
import { draggedNodes, refusalOfSlot, type DropTree } from '../canvas/drop-tree.ts'
import { defineCommand, type CommandContext, type StudioCommand } from './studio-command.ts'
import { dropTreeOf, placeBeside, placeInside, placeOutside, placePast, type To } from './structure.ts'
import { allEditable } from './edit-commands.ts'

type FindPlace = (tree: DropTree, context: CommandContext, ids: Selection) => To | undefined

/** One for a single block and one for several; several move as one and stay together. */
function defineMove(
  name: 'moveUp' | 'moveDown' | 'moveOut' | 'moveIn',
  hotkey: string,
  find: FindPlace,
): StudioCommand {
  const target = (context: CommandContext) => {
    const ids = allEditable(context)
    const tree = treeOf(context, ids)
    const to = tree && find(tree, context, ids)
    return to && tree && takesAll(tree, context, ids, to) ? { ids, to } : undefined
  }
  return defineCommand({
    name: name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`),
    label: (words) => words.studio[name],
    group: 'arrange',
    hotkeys: [hotkey],
    menu: 'arrange',
    reach: 'anywhere',
    isEnabled: (context) => target(context) !== undefined,
    run(context) {
      const found = target(context)
      if (!found) return
      transact(context.program, { by: 'command', name: 'move' }, () => moveNodes(context.program, found.ids, found.to))
    },
  })
}

function treeOf({ program, blocks, map }: CommandContext, [first]: Selection): DropTree | undefined {
  const pageId = first === undefined ? undefined : program.pageOf(first)
  return pageId === undefined ? undefined : dropTreeOf(program, blocks, pageId, map)
}

function takesAll(tree: DropTree, { program }: CommandContext, ids: Selection, to: To): boolean {
  return ids.every((id) => {
    const node = program.node(id)
    const stays = node?.place.parentId === to.parentId && node.place.slot === to.slot
    return stays || (node && !refusalOfSlot(tree, to, draggedNodes(tree, [id])))
  })
}

const beside =
  (step: -1 | 1): FindPlace =>
  (tree, { program }, ids) => {
    const [first] = ids
    if (first === undefined) return undefined
    return ids.length === 1 ? placeBeside(tree, program, first, step) : placePast(program, ids, step)
  }

export const moveUp = defineMove('moveUp', 'alt+up', beside(-1))
export const moveDown = defineMove('moveDown', 'alt+down', beside(1))

export const moveOut = defineMove('moveOut', 'alt+left', (tree, { program }, [first]) =>
  first === undefined ? undefined : placeOutside(tree, program, first, 1),
)

export const moveIn = defineMove('moveIn', 'alt+right', (tree, { program }, [first]) =>
  first === undefined ? undefined : placeInside(tree, program, first),
)

export const arrangeCommands: readonly StudioCommand[] = [moveUp, moveDown, moveOut, moveIn]
