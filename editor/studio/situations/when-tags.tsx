import { Clock, EyeOff } from 'lucide-react'
import type { NodeId } from '#model/ids.ts'
import { readShowWhen } from '#model/show-when.ts'
import { isShownNow, type ShowFacts } from '#runtime/show-when.ts'
import { scaled } from '../canvas/geometry.ts'
import { useMeasured } from '../canvas/use-measured.ts'
import { useFact, useView } from '../session/use-session.tsx'
import { useConditionalNodes } from './conditional-nodes.ts'
import { conditionsInShort, type Telling } from './show-when-words.ts'
import { useShowFacts } from './use-show-facts.ts'
import { useTelling } from './use-telling.ts'
import './when-tags.css'

/** Says on the canvas which blocks are not for everybody at every hour, and which of them are hidden at this one. */
export function WhenTags() {
  const ids = useConditionalNodes()
  return ids.length === 0 ? null : <Tags ids={ids} />
}

function Tags({ ids }: { readonly ids: readonly NodeId[] }) {
  const facts = useShowFacts()
  const telling = useTelling()
  return ids.map((id) => <WhenTag key={id} id={id} facts={facts} telling={telling} />)
}

function WhenTag({
  id,
  facts,
  telling,
}: {
  readonly id: NodeId
  readonly facts: ShowFacts
  readonly telling: Telling
}) {
  const rect = useMeasured(id)?.rect
  const zoom = useView((view) => view.zoom)
  const stored = useFact(id, (program) => program.node(id)?.showWhen)
  const { showWhen } = readShowWhen(stored)
  if (!rect || !showWhen) return null
  const { x, y, width } = scaled(rect, zoom)
  const isShown = isShownNow(showWhen, facts)
  const words = conditionsInShort(showWhen, telling, facts.nowMs)
  return (
    <div className="st-when-tag" data-when-tag={id} data-shown={isShown} style={{ top: y, left: x, maxWidth: width }}>
      {isShown ? <Clock size={12} aria-hidden /> : <EyeOff size={12} aria-hidden />}
      <span>{isShown || showWhen.hidden ? words : `${words} · ${telling.words.hiddenNow}`}</span>
    </div>
  )
}
