import { findDefinition } from '#components/definitions.ts'
import type { Fields } from '#components/kit/fields.ts'
import { canInsist, revertChange, type Change, type RevertRefusal } from '#model/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { mayChange } from './may-change.ts'
import type { Difference } from './use-difference.ts'

/** What came of it. Shown where it was pressed: a toast would lie outside of the dialog, out of reach. */
export interface Said {
  readonly text: string
  readonly tone: 'good' | 'plain'
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Takes a change back as one step of undo, and says what came of it; what cannot be taken back is told with its reason. */
export function useTakeBack(
  { before, after }: Pick<Difference, 'before' | 'after'>,
  say: (said: Said | undefined) => void,
): (change: Change) => void {
  const session = useSession()
  const { versions: words, common } = useWords()
  const { edit, undo } = session
  const takeThatBack = () => {
    undo.undo()
    say(undefined)
  }
  const run = (change: Change, evenIfChanged: boolean) => {
    if (!mayChange(change, session)) return say({ text: words.refusals.locked, tone: 'plain' })
    let refusal: RevertRefusal | undefined
    edit('take-back', (program) => {
      const outcome = revertChange(program, change, { before, after, isText, evenIfChanged })
      refusal = outcome.ok ? undefined : outcome.reason
    })
    if (refusal === undefined)
      return say({ text: words.takenBack, tone: 'good', action: { label: common.undo, run: takeThatBack } })
    return say({
      text: words.refusals[refusal],
      tone: 'plain',
      ...(canInsist.has(refusal) && { action: { label: words.setBack, run: () => run(change, true) } }),
    })
  }
  return (change) => run(change, false)
}

/** Words merge; a colour, a size or an address is one thing. */
function isText(type: string, prop: string, path: readonly (string | number)[]): boolean {
  const fields: Fields = findDefinition(type)?.fields ?? {}
  const field = Object.hasOwn(fields, prop) ? fields[prop] : undefined
  const [, part] = path
  if (field?.kind === 'list') return typeof part === 'string' && field.item[part]?.kind === 'text'
  return path.length === 0 && (field?.kind === 'text' || field?.kind === 'rich-text')
}
