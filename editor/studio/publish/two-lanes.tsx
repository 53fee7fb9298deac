import { Rocket, Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import { countChanges } from '#compiler/compare/compare-programs.ts'
import { useWords, type Words } from '#editor/words/use-words.ts'
import type { Review } from './use-review.ts'

type Ready = Extract<Review, { readonly status: 'ready' }>

/** Which changes wait for the click, and which went to visitors when they were saved at the counter. */
export function TwoLanes({ review }: { readonly review: Ready }) {
  const { publishing: words } = useWords()
  return (
    <ul className="st-lanes" aria-label={words.lanes}>
      <Lane icon={<Rocket size={16} aria-hidden />} name={words.needsPublish} help={words.needsPublishHelp}>
        {sayWhatWaits(review, words)}
      </Lane>
      <Lane icon={<Zap size={16} aria-hidden />} name={words.atOnce} help={words.atOnceHelp}>
        {sayWhatWasSaved(review, words)}
      </Lane>
    </ul>
  )
}

interface LaneProps {
  readonly icon: ReactNode
  readonly name: string
  readonly help: string
  /** What is in this lane now. */
  readonly children: string | undefined
}

function Lane({ icon, name, help, children }: LaneProps) {
  return (
    <li className="st-lane">
      {icon}
      <p>
        <strong>{name}</strong>
        {children === undefined ? null : <span className="st-lane__now">{children}</span>}
        <span>{help}</span>
      </p>
    </li>
  )
}

function sayWhatWaits({ comparison, draft }: Ready, words: Words['publishing']): string {
  if (!comparison) return words.waitingAll(draft.pages.length)
  const changes = countChanges(comparison)
  return changes === 0 ? words.waitingNone : words.waiting(changes, comparison.pages.length)
}

/** Nothing as long as nothing is live: what is saved then is seen by nobody yet. */
function sayWhatWasSaved({ publishing }: Ready, words: Words['publishing']): string | undefined {
  if (!publishing.live) return undefined
  const { menu, shop } = publishing.savedSince
  const { version } = publishing.live
  return menu + shop === 0 ? words.savedNone(version) : words.savedSince(menu, shop, version)
}
