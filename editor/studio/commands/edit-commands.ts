import {
  duplicateNode,
  findPart,
  holdsLock,
  isLocked,
  readShowWhen,
  removeNode,
  setShowWhen,
  transact,
  type NodeId,
  type Program,
} from '#model/index.ts'
import { isCanvasText } from '#components/kit/canvas-text.ts'
import { leadOf, outermost, type Selection } from '#editor/state/selection.ts'
import type { Words } from '#editor/words/use-words.ts'
import { sayStep } from '../history/say-step.ts'
import { defineCommand, type CommandContext, type StudioCommand } from './studio-command.ts'
import { neighbourOf } from './structure.ts'

/** The selected node that leads, as long as it exists and may be changed. */
export function editable({ program, view, canEdit, canLock }: CommandContext): NodeId | undefined {
  const lead = leadOf(view.getState())
  const isFree = lead !== undefined && program.node(lead) && (canLock || !isLocked(program, lead))
  return canEdit && isFree ? lead : undefined
}

/** All that an edit of the selection works on, in the page's order; empty for those who may only look. */
export function allEditable({ program, view, canEdit, canLock }: CommandContext): Selection {
  const ids = canEdit ? outermost(program, view.getState().selection) : []
  return canLock || !ids.some((id) => holdsLock(program, id)) ? ids : []
}

const hasSelection = (context: CommandContext) => editable(context) !== undefined

export const undo = defineCommand({
  name: 'undo',
  label: (words, context) => {
    const step = context?.undo.nextUndo
    return step && context ? words.history.undo(sayStep(step, words, context.blocks)) : words.common.undo
  },
  group: 'edit',
  hotkeys: ['mod+z'],
  reach: 'anywhere',
  isEnabled: ({ undo: { canUndo }, canWrite }) => canWrite && canUndo,
  run: ({ undo: steps }) => void steps.undo(),
})

export const redo = defineCommand({
  name: 'redo',
  label: (words, context) => {
    const step = context?.undo.nextRedo
    return step && context ? words.history.redo(sayStep(step, words, context.blocks)) : words.common.redo
  },
  group: 'edit',
  hotkeys: ['mod+shift+z', 'mod+y'],
  reach: 'anywhere',
  isEnabled: ({ undo: { canRedo }, canWrite }) => canWrite && canRedo,
  run: ({ undo: steps }) => void steps.redo(),
})

export const deleteSelection = defineCommand({
  name: 'delete-selection',
  label: (words) => words.common.delete,
  group: 'edit',
  hotkeys: ['delete', 'backspace'],
  menu: 'delete',
  reach: 'anywhere',
  isEnabled: hasSelection,
  run(context) {
    const ids = allEditable(context)
    if (ids.length === 0) return
    const { program, view, words, toast } = context
    const next = neighbourOf(program, ids) // while they still have neighbours
    const what = nameOfSeveral(context, ids)
    transact(program, { by: 'command', name: 'delete-selection' }, () => {
      for (const id of ids) removeNode(program, id)
    })
    view.setState({ selection: next === undefined ? [] : [next] })
    toast({ text: words.studio.deleted(what), action: { label: words.common.undo, run: () => undo.run(context) } })
  },
})

export const duplicateSelection = defineCommand({
  name: 'duplicate-selection',
  label: (words) => words.common.duplicate,
  group: 'edit',
  hotkeys: ['mod+d'],
  menu: 'clipboard',
  reach: 'anywhere',
  isEnabled: hasSelection,
  run(context) {
    const ids = allEditable(context)
    if (ids.length === 0) return
    const { program, view } = context
    const copies = transact(program, { by: 'command', name: 'duplicate-selection' }, () =>
      ids.flatMap((id) => {
        const copy = duplicateNode(program, id)
        return copy.ok ? [copy.value] : []
      }),
    )
    view.setState({ selection: copies })
  },
})

/** Puts away all that is chosen; when all of it is put away already, brings it back. */
export const toggleHidden = defineCommand({
  name: 'toggle-hidden',
  label: (words, context) =>
    context && allEditable(context).length > 0
      ? areHidden(context)
        ? words.commands.show
        : words.commands.hide
      : words.commands.toggleHidden,
  group: 'edit',
  hotkeys: ['mod+shift+h'],
  menu: 'state',
  reach: 'anywhere',
  isEnabled: hasSelection,
  run(context) {
    const { program } = context
    const isHidden = areHidden(context)
    transact(program, { by: 'command', name: isHidden ? 'show' : 'hide' }, () => {
      for (const id of allEditable(context)) setShowWhen(program, id, { hidden: isHidden ? undefined : true })
    })
  },
})

export const typeInText = defineCommand({
  name: 'type-in-text',
  label: (words: Words) => words.studio.typeInText,
  group: 'edit',
  hotkeys: ['enter'],
  menu: 'state',
  reach: 'canvas',
  isEnabled: (context) => firstText(context) !== undefined,
  run(context) {
    const text = firstText(context)
    if (text) context.startTyping(text.id, text.prop)
  },
})

export const editCommands: readonly StudioCommand[] = [
  undo,
  redo,
  duplicateSelection,
  deleteSelection,
  toggleHidden,
  typeInText,
]

function areHidden(context: CommandContext): boolean {
  return allEditable(context).every((id) => readShowWhen(context.program.node(id)?.showWhen).showWhen?.hidden === true)
}

/** "Heading", or "3 blocks". */
export function nameOfSeveral({ program, blocks, words }: CommandContext, ids: Selection): string {
  const [only] = ids
  return ids.length === 1 && only !== undefined
    ? words.studio.nameOf(blocks.nameOf(typeOf(program, only)))
    : words.studio.blocksOf(ids.length)
}

function firstText(context: CommandContext): { readonly id: NodeId; readonly prop: string } | undefined {
  const lead = leadOf(context.view.getState())
  const part = lead === undefined || !context.canWrite ? undefined : findPart(context.program, lead)
  const id = part ? lead : editable({ ...context, canEdit: context.canWrite })
  const type = part?.source.type ?? (id === undefined ? '' : typeOf(context.program, id))
  const fields = context.blocks.find(type)?.fields ?? {}
  const prop = Object.keys(fields).find((name) => isCanvasText(fields[name]))
  if (id === undefined || prop === undefined) return undefined
  return context.canLock || !isLocked(context.program, id, prop) ? { id, prop } : undefined
}

function typeOf(program: Program, id: NodeId): string {
  return program.node(id)?.type ?? ''
}
