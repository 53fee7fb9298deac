import { addCodeBlock, codeBlockOf, placeCodeBlock, type CodeBlockId } from '#model/index.ts'
import { leadOf, selecting } from '#editor/state/selection.ts'
import { dropTreeOf, placeForNew } from '../commands/structure.ts'
import { defineCommand, type CommandContext, type StudioCommand } from '../commands/studio-command.ts'
import { refusesPlace } from '../locks/refuses-move.ts'
import { starterSource } from './starter-source.ts'

/** Adds a code block, places it behind what is chosen, and opens its code. One step. */
export const newCodeBlock = defineCommand({
  name: 'new-code-block',
  label: (words) => words.codeBlocks.newBlock,
  group: 'edit',
  hotkeys: [],
  reach: 'anywhere',
  isEnabled: ({ canEdit, view }) => canEdit && view.getState().pageId !== undefined,
  run(context) {
    const { program, view, blocks, map, words } = context
    const { pageId } = view.getState()
    if (pageId === undefined) return
    let made: CodeBlockId | undefined
    context.edit('new-code-block', () => {
      made = addCodeBlock(program, { name: words.codeBlocks.starterName, source: starterSource })
      const tree = dropTreeOf(program, blocks, pageId, map)
      const to = placeForNew(tree, program, leadOf(view.getState()), 'code-block')
      if (refusesPlace(context, to.parentId)) return
      const placed = placeCodeBlock(program, made, to)
      if (placed.ok) view.setState(selecting(placed.value))
    })
    if (made !== undefined) openCode(view, made)
  },
})

/** Opens the code of the chosen block, to change or, for who may not, to read. */
export const editCode = defineCommand({
  name: 'edit-code',
  label: (words, context) => (context?.canEdit === false ? words.codeBlocks.look : words.codeBlocks.edit),
  group: 'edit',
  hotkeys: [],
  menu: 'section',
  reach: 'anywhere',
  isEnabled: (context) => chosenCode(context) !== undefined,
  run(context) {
    const id = chosenCode(context)
    if (id !== undefined) openCode(context.view, id)
  },
})

export const codeCommands: readonly StudioCommand[] = [newCodeBlock, editCode]

export function openCode(view: CommandContext['view'], id: CodeBlockId): void {
  view.setState({ codeOf: id, codeCaret: undefined })
}

function chosenCode({ program, view }: CommandContext): CodeBlockId | undefined {
  const lead = leadOf(view.getState())
  return lead === undefined ? undefined : codeBlockOf(program.node(lead)?.type ?? '')
}
