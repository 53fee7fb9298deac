import { moveNode, transact, type NodeId } from '#model/index.ts'
import { defineCommand, type CommandContext, type StudioCommand } from './studio-command.ts'
import { dropTreeOf, placeBeside, placeInside, placeOutside, type To } from './structure.ts'
import { editable } from './edit-commands.ts'

type FindPlace = (context: CommandContext, id: NodeId) => To | undefined

function defineMove(
  name: 'moveUp' | 'moveDown' | 'moveOut' | 'moveIn',
  hotkey: string,
  find: FindPlace,
): StudioCommand {
  const target = (context: CommandContext) => {
    const id = editable(context)
    const to = id === undefined ? undefined : find(context, id)
    return id !== undefined && to ? { id, to } : undefined
  }
  return defineCommand({
    name: name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`),
    label: (words) => words.studio[name],
    group: 'arrange',
    hotkeys: [hotkey],
    reach: 'anywhere',
    isEnabled: (context) => target(context) !== undefined,
    run(context) {
      const found = target(context)
      if (!found) return
      transact(context.program, { by: 'command', name: 'move' }, () => moveNode(context.program, found.id, found.to))
    },
  })
}

const treeOf = ({ program, blocks, map }: CommandContext, id: NodeId) => {
  const pageId = program.pageOf(id)
  return pageId === undefined ? undefined : dropTreeOf(program, blocks, pageId, map)
}

export const moveUp = defineMove('moveUp', 'alt+up', (context, id) => {
  const tree = treeOf(context, id)
  return tree && placeBeside(tree, context.program, id, -1)
})

export const moveDown = defineMove('moveDown', 'alt+down', (context, id) => {
  const tree = treeOf(context, id)
  return tree && placeBeside(tree, context.program, id, 1)
})

export const moveOut = defineMove('moveOut', 'alt+left', (context, id) => {
  const tree = treeOf(context, id)
  return tree && placeOutside(tree, context.program, id, 1)
})

export const moveIn = defineMove('moveIn', 'alt+right', (context, id) => {
  const tree = treeOf(context, id)
  return tree && placeInside(tree, context.program, id)
})

export const arrangeCommands: readonly StudioCommand[] = [moveUp, moveDown, moveOut, moveIn]
