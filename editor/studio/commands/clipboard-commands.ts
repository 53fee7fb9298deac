import { removeNode, transact } from '#model/index.ts'
import { copySelection, type CopiedData } from '../clipboard/copy-selection.ts'
import { paste } from '../clipboard/paste.ts'
import { allEditable, editable, nameOfSeveral } from './edit-commands.ts'
import { showHotkey } from './hotkey.ts'
import { neighbourOf } from './structure.ts'
import { defineCommand, type CommandContext, type StudioCommand } from './studio-command.ts'
import { isMac } from './is-mac.ts'
import { outermost } from '#editor/state/selection.ts'

export const copy = defineCommand({
  name: 'copy',
  label: (words) => words.commands.copy,
  group: 'edit',
  hotkeys: ['mod+c'],
  menu: 'clipboard',
  reach: 'anywhere',
  keysAreEvents: true,
  isEnabled: ({ program, view }) => view.getState().selection.some((id) => program.node(id)),
  run(context) {
    const copied = dataToCopy(context)
    if (copied) void writeOut(context, 'mod+c', copied, () => sayCopied(context))
  },
})

export const cut = defineCommand({
  name: 'cut',
  label: (words) => words.commands.cut,
  group: 'edit',
  hotkeys: ['mod+x'],
  menu: 'clipboard',
  reach: 'anywhere',
  keysAreEvents: true,
  isEnabled: (context) => editable(context) !== undefined,
  run(context) {
    const copied = dataToCopy(context)
    // Nothing is taken away that did not arrive on the clipboard.
    if (copied) void writeOut(context, 'mod+x', copied, () => takeAway(context))
  },
})

export const pasteHere = defineCommand({
  name: 'paste',
  label: (words) => words.commands.paste,
  group: 'edit',
  hotkeys: ['mod+v'],
  menu: 'clipboard',
  reach: 'anywhere',
  keysAreEvents: true,
  isEnabled: ({ canEdit }) => canEdit,
  run(context) {
    void context.clipboard.read().then((pasted) => {
      if (pasted) paste(context, pasted)
      else sayClosed(context, 'mod+v')
    })
  },
})

export const clipboardCommands: readonly StudioCommand[] = [cut, copy, pasteHere]

/** What a copy or cut puts on the clipboard; says so when it is more than a paste could take. */
export function dataToCopy(context: CommandContext): CopiedData | undefined {
  const copied = copySelection(context)
  if (copied === 'too-large') context.toast({ text: context.words.commands.pasteTooLarge, tone: 'bad' })
  return copied === 'too-large' ? undefined : copied
}

export function sayCopied(context: CommandContext): void {
  const ids = outermost(context.program, context.view.getState().selection)
  context.toast({ text: context.words.commands.copied(nameOfSeveral(context, ids)) })
}

/** Deletes what was just cut. */
export function takeAway(context: CommandContext): void {
  const { program, view } = context
  const ids = allEditable(context)
  const next = neighbourOf(program, ids) // while they still have neighbours
  transact(program, { by: 'command', name: 'cut' }, () => {
    for (const id of ids) removeNode(program, id)
  })
  view.setState({ selection: next === undefined ? [] : [next] })
}

async function writeOut(context: CommandContext, hotkey: string, copied: CopiedData, then: () => void): Promise<void> {
  if (await context.clipboard.write(copied)) then()
  else sayClosed(context, hotkey)
}

function sayClosed({ toast, words }: CommandContext, hotkey: string): void {
  toast({ text: words.commands.clipboardClosed(showHotkey(hotkey, isMac)), tone: 'bad' })
}
