import { setContentOnly, setLock, transact, wholeBlock } from '#model/index.ts'
import { defineCommand, type CommandContext, type StudioCommand } from '../commands/studio-command.ts'

const chosen = ({ program, view, canLock }: CommandContext) =>
  canLock ? view.getState().selection.filter((id) => program.node(id)) : []

const areLocked = (context: CommandContext) =>
  chosen(context).every((id) => context.program.node(id)?.locks?.includes(wholeBlock))

/** Locks what is chosen for the shop's people; when all of it is locked already, opens it. */
const toggleBlockLock = defineCommand({
  name: 'toggle-block-lock',
  label: (words, context) =>
    context && chosen(context).length > 0 && areLocked(context) ? words.locks.unlockBlock : words.locks.lockBlock,
  group: 'edit',
  hotkeys: ['mod+shift+l'],
  menu: 'state',
  reach: 'anywhere',
  isEnabled: (context) => chosen(context).length > 0,
  run(context) {
    const wasLocked = areLocked(context)
    transact(context.program, { by: 'command', name: wasLocked ? 'unlock' : 'lock' }, () => {
      for (const id of chosen(context)) setLock(context.program, id, wholeBlock, !wasLocked)
    })
  },
})

const toggleStructureLock = defineCommand({
  name: 'toggle-structure-lock',
  label: (words, context) => (context?.program.contentOnly ? words.locks.unlockStructure : words.locks.lockStructure),
  group: 'program',
  hotkeys: [],
  reach: 'anywhere',
  isEnabled: ({ canLock }) => canLock,
  run({ program, words, toast }) {
    const next = !program.contentOnly
    transact(program, { by: 'command', name: next ? 'lock-structure' : 'unlock-structure' }, () =>
      setContentOnly(program, next),
    )
    if (next) toast({ text: words.locks.contentOnlyHelp })
  },
})

export const lockCommands: readonly StudioCommand[] = [toggleBlockLock, toggleStructureLock]
