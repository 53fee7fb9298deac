import type { KeptProgram } from '#editor/local/local-copy.ts'
import { Button, Dialog } from '#editor/ui/index.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'

export interface LeaveDialogProps {
  /** Programs with changes that are on this device only; the dialog is open while there are any. */
  readonly unsent: readonly KeptProgram[]
  readonly onClose: () => void
  readonly onLeave: (keeps: boolean) => void
}

/** Signing out clears what is kept here: asked when some of it is nowhere else. */
export function LeaveDialog({ unsent, onClose, onLeave }: LeaveDialogProps) {
  const { offline } = useWords()
  const locale = useLocale()
  const count = unsent.reduce((sum, { edits }) => sum + edits, 0)
  const names = new Intl.ListFormat(locale).format(unsent.map(({ program }) => program.name))
  return (
    <Dialog
      title={offline.leaveTitle(count)}
      isOpen={unsent.length > 0}
      onClose={onClose}
      foot={
        <>
          <Button onPress={() => onLeave(false)}>{offline.leaveDrop}</Button>
          <Button variant="primary" onPress={() => onLeave(true)}>
            {offline.leaveKeep}
          </Button>
        </>
      }
    >
      <p>{offline.leaveText(names)}</p>
    </Dialog>
  )
}
