import { CheckCheck, FileStack } from 'lucide-react'
import { useState } from 'react'
import { countChanges, isUnchanged } from '#compiler/compare/compare-programs.ts'
import type { PageId } from '#model/ids.ts'
import { ChangeList } from '#editor/changes/change-list.tsx'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { SideBySide } from './side-by-side.tsx'
import { TwoLanes } from './two-lanes.tsx'
import type { Review } from './use-review.ts'

/** What visitors will see differently, in words and side by side. */
export function ReviewChanges({ review }: { readonly review: Review }) {
  const { publishing: words } = useWords()
  const [chosen, setChosen] = useState<PageId | undefined>(undefined)
  if (review.status === 'loading')
    return (
      <div aria-busy aria-label={words.comparing} role="status">
        <Skeleton heightPx={96} />
      </div>
    )
  if (review.status === 'failed') return <p className="st-review__note">{words.cannotCompare}</p>
  const { comparison, draft, live, publishing } = review
  if (!comparison || !live || !publishing.live)
    return (
      <div className="st-review__words">
        <p className="st-review__note">
          <FileStack size={16} aria-hidden />
          {publishing.live === null && draft.pages.length > 0 ? words.first(draft.pages.length) : words.offlineNow}
        </p>
        <TwoLanes review={review} />
      </div>
    )
  const { version } = publishing.live
  if (isUnchanged(comparison))
    return (
      <div className="st-review__words">
        <div className="st-review__same" data-testid="unchanged">
          <CheckCheck size={28} aria-hidden />
          <p className="st-review__same-title">{words.unchanged}</p>
          <p>{words.unchangedHelp(version)}</p>
        </div>
        <TwoLanes review={review} />
      </div>
    )
  // Without a change on a page of its own (a theme, say), the home page shows what it looks like.
  const shown = comparison.pages.some(({ pageId }) => pageId === chosen)
    ? chosen
    : (comparison.pages[0]?.pageId ?? draft.homePageId)
  return (
    <section className="st-review" aria-label={words.review}>
      <div className="st-review__words">
        <h3 className="st-review__title">{words.review}</h3>
        <p className="st-review__sum">
          <strong data-testid="change-sum">{words.sum(countChanges(comparison), comparison.pages.length)}</strong>{' '}
          {words.sinceVersion(version)}
        </p>
        <TwoLanes review={review} />
        <ChangeList comparison={comparison} program={draft} shown={shown} onShow={setChosen} />
      </div>
      {shown === undefined ? null : (
        <SideBySide key={shown} live={live} draft={draft} pageId={shown} comparison={comparison} />
      )}
    </section>
  )
}
