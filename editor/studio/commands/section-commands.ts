import { moveNodes, pageSlot, removeNode, transact, type NodeId, type PageId } from '#model/index.ts'
import type { Selection } from '#editor/state/selection.ts'
import { insertBlock } from '../session/block-facts.ts'
import { refusalOfSlot, draggedBlock } from '../canvas/drop-tree.ts'
import { allEditable } from './edit-commands.ts'
import { dropTreeOf, indexOf } from './structure.ts'
import { defineCommand, type CommandContext, type StudioCommand } from './studio-command.ts'

const SECTION = 'section'

/** Puts what is chosen into a section of its own, which stands where the first of them stood. */
export const wrapInSection = defineCommand({
  name: 'wrap-in-section',
  label: (words) => words.commands.wrap,
  group: 'arrange',
  hotkeys: ['mod+g'],
  menu: 'section',
  reach: 'anywhere',
  isEnabled: (context) => wrappable(context).length > 0,
  run(context) {
    const ids = wrappable(context)
    const [first] = ids
    if (first === undefined) return
    const { program, blocks, view } = context
    const [slot] = Object.keys(blocks.find(SECTION)?.slots ?? {})
    const { place } = program.node(first)!
    transact(program, { by: 'command', name: 'wrap-in-section' }, () => {
      const made = insertBlock(program, blocks, SECTION, { ...place, index: indexOf(program, first) })
      if (!made.ok || slot === undefined) return
      moveNodes(program, ids, { parentId: made.value, slot, index: 0 })
      view.setState({ selection: [made.value] })
    })
  },
})

/** Takes the blocks of the chosen sections out, in their place, and the sections away. */
export const unwrapSection = defineCommand({
  name: 'unwrap',
  label: (words) => words.commands.unwrap,
  group: 'arrange',
  hotkeys: ['mod+shift+g'],
  menu: 'section',
  reach: 'anywhere',
  isEnabled: (context) => sectionsOf(context).length > 0,
  run(context) {
    const { program, view } = context
    const taken: NodeId[] = []
    transact(program, { by: 'command', name: 'unwrap' }, () => {
      for (const id of sectionsOf(context)) {
        const children = program.children(id)
        const { place } = program.node(id)!
        moveNodes(program, children, { ...place, index: indexOf(program, id) + 1 })
        removeNode(program, id)
        taken.push(...children)
      }
    })
    view.setState({ selection: taken })
  },
})

/** Moves what is chosen to the end of another page, and goes there with it. */
export function moveToPage(pageId: PageId, title: string): StudioCommand {
  return defineCommand({
    name: `move-to-page-${pageId}`,
    label: (words) => words.commands.moveToPageNamed(title),
    group: 'arrange',
    hotkeys: [],
    reach: 'anywhere',
    isEnabled: (context) => context.view.getState().pageId !== pageId && allEditable(context).length > 0,
    run(context) {
      const { program, view } = context
      const ids = allEditable(context)
      const index = program.children(pageId, pageSlot).length
      transact(program, { by: 'command', name: 'move-to-page' }, () =>
        moveNodes(program, ids, { parentId: pageId, slot: pageSlot, index }),
      )
      view.setState({ pageId, selection: ids })
    },
  })
}

export const sectionCommands: readonly StudioCommand[] = [wrapInSection, unwrapSection]

/** Siblings that may stand in a section where they are now. */
function wrappable(context: CommandContext): Selection {
  const { program, blocks, map } = context
  const ids = allEditable(context)
  const place = ids[0] === undefined ? undefined : program.node(ids[0])?.place
  const pageId = place && program.pageOf(place.parentId)
  if (!place || pageId === undefined) return []
  const areSiblings = ids.every((id) => {
    const other = program.node(id)?.place
    return other?.parentId === place.parentId && other.slot === place.slot
  })
  const refusal = refusalOfSlot(dropTreeOf(program, blocks, pageId, map), place, draggedBlock(SECTION))
  return areSiblings && refusal !== 'not-accepted' ? ids : []
}

function sectionsOf(context: CommandContext): Selection {
  const ids = allEditable(context)
  return ids.every((id) => context.program.node(id)?.type === SECTION) ? ids : []
}
