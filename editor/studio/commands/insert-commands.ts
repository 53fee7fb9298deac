import { pageSlot } from '#model/index.ts'
import { leadOf } from '#editor/state/selection.ts'
import type { InserterView } from '#editor/state/view-state.ts'
import { gapBeside } from '../canvas/gap-at.ts'
import { pageLevel } from '../canvas/levels.ts'
import { markAt } from '../canvas/mark-at.ts'
import { dropTreeOf } from './structure.ts'
import { defineCommand, type CommandContext, type StudioCommand } from './studio-command.ts'

export const insertHere = defineCommand({
  name: 'insert-here',
  label: (words) => words.canvas.insertHere,
  group: 'edit',
  hotkeys: ['/'],
  reach: 'canvas',
  isEnabled: ({ canEdit, view }) => canEdit && view.getState().pageId !== undefined,
  run: (context) => context.view.setState({ inserter: placeToInsert(context), gap: undefined }),
})

export const insertHereCommands: readonly StudioCommand[] = [insertHere]

/** Into the chosen container while it is empty, else behind what is chosen, else at the end of the page. */
function placeToInsert({ program, blocks, view, map }: CommandContext): InserterView | undefined {
  const { pageId, widthPx } = view.getState()
  if (pageId === undefined) return undefined
  const seen = { widthPx, heightPx: map.heightPx, find: map.find }
  const tree = dropTreeOf(program, blocks, pageId, map)
  const lead = leadOf(view.getState())
  const empty = lead !== undefined && program.children(lead).length === 0 ? map.find(lead)?.slots[0] : undefined
  if (lead !== undefined && empty)
    return { to: { parentId: lead, slot: empty.name, index: 0 }, mark: { kind: 'box', rect: empty.rect } }
  const beside = lead === undefined ? undefined : gapBeside(seen, tree, lead, 'after')
  if (beside) return beside
  const drawn = program.children(pageId, pageSlot).flatMap((id) => map.find(id)?.rect ?? [])
  const mark = markAt(pageLevel(tree, seen), drawn, drawn.length)
  return { to: { parentId: pageId, slot: pageSlot, index: drawn.length }, mark }
}
