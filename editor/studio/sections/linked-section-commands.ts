import {
  createSectionFrom,
  detachInstance,
  findPart,
  hidePart,
  readPartId,
  sectionOf,
  transact,
  type NodeId,
  type Part,
  type SectionId,
} from '#model/index.ts'
import { leadOf, selecting, type Selection } from '#editor/state/selection.ts'
import { allEditable } from '../commands/edit-commands.ts'
import { defineCommand, type CommandContext, type StudioCommand } from '../commands/studio-command.ts'
import { editSection } from './edit-section.ts'
import { suggestName } from './section-name.ts'

/** Saving and naming it right after are one step of undo. */
export const namingGesture = (id: SectionId): string => `name-section:${id}`

export const saveAsSection = defineCommand({
  name: 'save-as-section',
  label: (words) => words.sections.saveAs,
  group: 'arrange',
  hotkeys: ['mod+alt+k'],
  menu: 'section',
  reach: 'anywhere',
  isEnabled: (context) => siblings(context).length > 0,
  run(context) {
    const { program, blocks, view, words } = context
    const ids = siblings(context)
    if (ids.length === 0) return
    const name = suggestName(program, blocks, ids, words)
    let made: ReturnType<typeof createSectionFrom> | undefined
    transact(program, { by: 'command', name: 'save-as-section' }, () => {
      made = createSectionFrom(program, ids, name)
    })
    if (made?.ok) view.setState({ ...selecting(made.value.instanceId), naming: made.value.sectionId })
  },
})

export const detachSection = defineCommand({
  name: 'detach-section',
  label: (words) => words.sections.detach,
  group: 'arrange',
  hotkeys: [],
  menu: 'section',
  reach: 'anywhere',
  isEnabled: (context) => chosenPlace(context) !== undefined,
  run(context) {
    const { program, view, words, toast, undo } = context
    const place = chosenPlace(context)
    if (!place) return
    const name = program.section(place.sectionId)?.name ?? ''
    const detached = transact(program, { by: 'command', name: 'detach-section' }, () =>
      detachInstance(program, place.id),
    )
    if (!detached.ok) return
    view.setState({ selection: detached.value })
    toast({
      text: words.sections.detached(name),
      action: { label: words.common.undo, run: () => void undo.undo() },
    })
  },
})

export const editSectionCommand = defineCommand({
  name: 'edit-section',
  label: (words) => words.sections.edit,
  group: 'arrange',
  hotkeys: [],
  menu: 'section',
  reach: 'anywhere',
  isEnabled: (context) => chosenPlace(context) !== undefined || chosenPart(context) !== undefined,
  run(context) {
    const id = chosenPlace(context)?.sectionId ?? chosenPart(context)?.part.sectionId
    if (id !== undefined) editSection(context.view, id)
  },
})

/** Deleting a part means: not here. The section keeps it, and every other place. */
export const hideChosenPart = defineCommand({
  name: 'hide-part',
  label: (words) => words.sections.hideHere,
  group: 'edit',
  hotkeys: ['delete', 'backspace'],
  reach: 'anywhere',
  isEnabled: (context) => context.canEdit && chosenPart(context) !== undefined,
  run(context) {
    const { program, view, words, toast, undo } = context
    const chosen = chosenPart(context)
    if (!chosen) return
    transact(program, { by: 'command', name: 'hide-part' }, () => hidePart(program, chosen.id))
    view.setState(selecting(chosen.part.instance.id))
    toast({ text: words.sections.hiddenHere, action: { label: words.common.undo, run: () => void undo.undo() } })
  },
})

/** Keys that would move or copy a part: its order is the section's, and a sentence says so. */
export const refuseInPlace = defineCommand({
  name: 'refuse-in-place',
  label: (words) => words.sections.structureIsShared,
  group: 'arrange',
  hotkeys: ['alt+up', 'alt+down', 'alt+left', 'alt+right', 'mod+d', 'mod+g'],
  reach: 'anywhere',
  isEnabled: (context) => context.canEdit && chosenPart(context) !== undefined,
  run(context) {
    const { words, toast, view } = context
    const sectionId = chosenPart(context)?.part.sectionId
    if (sectionId === undefined) return
    toast({
      text: words.sections.structureIsShared,
      action: { label: words.sections.edit, run: () => editSection(view, sectionId) },
    })
  },
})

/** From a part outwards to the place it is in. */
export const leavePart = defineCommand({
  name: 'leave-part',
  label: (words) => words.studio.selectParent,
  group: 'select',
  hotkeys: ['escape'],
  reach: 'anywhere',
  isEnabled: (context) => chosenPart(context) !== undefined,
  run: (context) => context.view.setState(selecting(chosenPart(context)?.part.instance.id)),
})

/** Before all others: their keys mean something else on a part. */
export const partCommands: readonly StudioCommand[] = [hideChosenPart, refuseInPlace, leavePart]

export const linkedSectionCommands: readonly StudioCommand[] = [saveAsSection, detachSection, editSectionCommand]

function siblings(context: CommandContext): Selection {
  const { program } = context
  const ids = allEditable(context)
  const place = ids[0] === undefined ? undefined : program.node(ids[0])?.place
  const areSiblings = ids.every((id) => {
    const other = program.node(id)?.place
    return other?.parentId === place?.parentId && other?.slot === place?.slot
  })
  return areSiblings ? ids : []
}

function chosenPlace(context: CommandContext): { readonly id: NodeId; readonly sectionId: SectionId } | undefined {
  const [id, ...others] = allEditable(context)
  const node = id === undefined || others.length > 0 ? undefined : context.program.node(id)
  const sectionId = node && sectionOf(node)
  return node && sectionId !== undefined && context.program.section(sectionId) ? { id: node.id, sectionId } : undefined
}

function chosenPart({ program, view }: CommandContext): { readonly id: NodeId; readonly part: Part } | undefined {
  const id = leadOf(view.getState())
  const part = id !== undefined && readPartId(id) ? findPart(program, id) : undefined
  return id !== undefined && part ? { id, part } : undefined
}
