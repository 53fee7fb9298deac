import { Clock, EyeOff } from 'lucide-react'
import type { NodeId } from '#model/ids.ts'
import { readShowWhen } from '#model/show-when.ts'
import { useFact } from '../session/use-session.tsx'
import { conditionsInShort } from './show-when-words.ts'
import { useTelling } from './use-telling.ts'

/** For a row of the layer tree: whether the block is hidden, or shown only at times or to some. */
export function ShowWhenMark({ id }: { readonly id: NodeId }) {
  const stored = useFact(id, (program) => program.node(id)?.showWhen)
  return stored === undefined ? null : <Mark showWhen={readShowWhen(stored).showWhen} />
}

function Mark({ showWhen }: Pick<ReturnType<typeof readShowWhen>, 'showWhen'>) {
  const telling = useTelling()
  if (!showWhen) return null
  const words = conditionsInShort(showWhen, telling, Date.now())
  const Icon = showWhen.hidden ? EyeOff : Clock
  return (
    <span className="st-when-mark" role="img" aria-label={words} title={words}>
      <Icon size={14} aria-hidden />
    </span>
  )
}
