import type { Publishing, Release } from '#platform/contract/merchant.ts'
import { Badge } from '#editor/ui/badge.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useMoment } from './use-moment.ts'
import './standing.css'

interface ReleaseMarkProps {
  readonly release: Release
  readonly publishing: Publishing | undefined
  readonly timeZone: string
}

/** What a version of the list is to visitors besides live: shown to a share of them, or about to go live. */
export function ReleaseMark({ release, publishing, timeZone }: ReleaseMarkProps) {
  const { publishing: words } = useWords()
  const say = useMoment(timeZone)
  const { rollout = null, plans = [] } = publishing ?? {}
  const plan = plans.find(({ releaseId }) => releaseId === release.id)
  if (!plan && rollout?.to.releaseId !== release.id && rollout?.from.releaseId !== release.id) return null
  return (
    <span className="release-marks">
      {rollout?.to.releaseId === release.id ? <Badge tone="accent">{words.markShare(rollout.percent)}</Badge> : null}
      {rollout?.from.releaseId === release.id ? (
        <Badge tone="accent">{words.markShare(100 - rollout.percent)}</Badge>
      ) : null}
      {plan ? <Badge tone="warn">{words.markPlanned(say(plan.dueAtIso))}</Badge> : null}
    </span>
  )
}
