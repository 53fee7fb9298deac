import { duplicateNode, removeNode, transact, type NodeId, type Program } from '#model/index.ts'
import type { Words } from '#editor/words/use-words.ts'
import { defineCommand, type CommandContext, type StudioCommand } from './studio-command.ts'
import { neighbourOf } from './structure.ts'

/** The selected node, as long as it exists and may be changed. */
export function editable({ program, view, canEdit }: CommandContext): NodeId | undefined {
  const { selected } = view.getState()
  return canEdit && selected !== undefined && program.node(selected) ? selected : undefined
}

const hasSelection = (context: CommandContext) => editable(context) !== undefined

export const undo = defineCommand({
  name: 'undo',
  label: (words) => words.common.undo,
  group: 'edit',
  hotkeys: ['mod+z'],
  reach: 'anywhere',
  isEnabled: ({ undo: { canUndo }, canEdit }) => canEdit && canUndo,
  run: ({ undo: steps }) => void steps.undo(),
})

export const redo = defineCommand({
  name: 'redo',
  label: (words) => words.common.redo,
  group: 'edit',
  hotkeys: ['mod+shift+z', 'mod+y'],
  reach: 'anywhere',
  isEnabled: ({ undo: { canRedo }, canEdit }) => canEdit && canRedo,
  run: ({ undo: steps }) => void steps.redo(),
})

export const deleteSelection = defineCommand({
  name: 'delete-selection',
  label: (words) => words.common.delete,
  group: 'edit',
  hotkeys: ['delete', 'backspace'],
  reach: 'anywhere',
  isEnabled: hasSelection,
  run(context) {
    const id = editable(context)
    if (id === undefined) return
    const { program, view, blocks, words, toast } = context
    const next = neighbourOf(program, id) // while it still has neighbours
    const name = words.studio.nameOf(blocks.nameOf(program.node(id)?.type ?? ''))
    transact(program, { by: 'command', name: 'delete-selection' }, () => removeNode(program, id))
    view.setState({ selected: next })
    toast({ text: words.studio.deleted(name), action: { label: words.common.undo, run: () => undo.run(context) } })
  },
})

export const duplicateSelection = defineCommand({
  name: 'duplicate-selection',
  label: (words) => words.common.duplicate,
  group: 'edit',
  hotkeys: ['mod+d'],
  reach: 'anywhere',
  isEnabled: hasSelection,
  run(context) {
    const id = editable(context)
    if (id === undefined) return
    const { program, view } = context
    const copy = transact(program, { by: 'command', name: 'duplicate-selection' }, () => duplicateNode(program, id))
    if (copy.ok) view.setState({ selected: copy.value })
  },
})

export const typeInText = defineCommand({
  name: 'type-in-text',
  label: (words: Words) => words.studio.typeInText,
  group: 'edit',
  hotkeys: ['enter'],
  reach: 'canvas',
  isEnabled: (context) => firstText(context) !== undefined,
  run(context) {
    const text = firstText(context)
    if (text) context.startTyping(text.id, text.prop)
  },
})

export const editCommands: readonly StudioCommand[] = [undo, redo, duplicateSelection, deleteSelection, typeInText]

function firstText(context: CommandContext): { readonly id: NodeId; readonly prop: string } | undefined {
  const id = editable(context)
  const fields = id === undefined ? {} : (context.blocks.find(typeOf(context.program, id))?.fields ?? {})
  const prop = Object.keys(fields).find((name) => fields[name]?.kind === 'text' && fields[name].onCanvas === true)
  return id !== undefined && prop !== undefined ? { id, prop } : undefined
}

function typeOf(program: Program, id: NodeId): string {
  return program.node(id)?.type ?? ''
}
