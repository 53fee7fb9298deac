import { CloudOff, SearchX, UserPen } from 'lucide-react'
import { useState } from 'react'
import type { ChangesFilter } from '#editor/api/shop-changes.ts'
import { useNow } from '#editor/console/use-now.ts'
import { Button, EmptyState, Skeleton } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { sayDay } from '#editor/words/say-moment.ts'
import { useLanguage, useLocale, useWords } from '#editor/words/use-words.ts'
import type { Role } from '#platform/contract/people.ts'
import type { ShopChange } from '#platform/contract/shop-changes.ts'
import { ActRow } from './act-row.tsx'
import { groupShopChanges } from './group-shop-changes.ts'
import { ShopChangeFilters } from './shop-change-filters.tsx'
import { useShopChanges } from './use-shop-changes.ts'
import { useTakeBack } from './use-take-back.ts'
import './shop-changes.css'

export interface ShopChangeListProps {
  readonly programId: string
  /** What the reader is in this program: the filters offer what they may see. */
  readonly role: Role
  readonly ownUserId: string
}

const unfiltered: ChangesFilter = { area: 'own' }

/** Who changed what of the shop, day by day, the newest first; each can be taken back as long as it stands. */
export function ShopChangeList({ programId, role, ownUserId }: ShopChangeListProps) {
  const [filter, setFilter] = useState(unfiltered)
  const words = useWords().shopChanges
  const state = useShopChanges(programId, filter)
  const isFiltered = filter.area !== unfiltered.area || filter.by !== undefined
  const people = state.newest.status === 'ready' ? state.newest.value.people : []
  return (
    <>
      <ShopChangeFilters filter={filter} onChange={setFilter} role={role} people={people} ownUserId={ownUserId} />
      <Changes
        state={state}
        programId={programId}
        ownUserId={ownUserId}
        empty={
          isFiltered ? (
            <EmptyState
              icon={<SearchX size={28} />}
              title={words.noneFound}
              text={words.noneFoundText}
              action={<Button onPress={() => setFilter(unfiltered)}>{words.showAll}</Button>}
            />
          ) : (
            <EmptyState icon={<UserPen size={28} />} title={words.noneTitle} text={words.noneText} />
          )
        }
      />
    </>
  )
}

interface ChangesProps {
  readonly state: ReturnType<typeof useShopChanges>
  readonly programId: string
  readonly ownUserId: string
  /** All is about one thing, which stands above. */
  readonly isOfOneThing?: boolean
  /** Instead of a list without a row. */
  readonly empty: React.ReactNode
}

/** A list of changes in each of its states. */
export function Changes({ state, programId, ownUserId, isOfOneThing = false, empty }: ChangesProps) {
  const words = useWords()
  const { newest, changes, loadOlder, isLoadingOlder } = state
  if (newest.status === 'failed')
    return (
      <EmptyState
        icon={<CloudOff size={28} />}
        title={failureText(newest.failure, words)}
        action={<Button onPress={newest.retry}>{words.common.tryAgain}</Button>}
      />
    )
  if (newest.status === 'loading')
    return (
      <div className="sc-waiting" aria-busy role="status" aria-label={words.shopChanges.loading}>
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} heightPx={56} />
        ))}
      </div>
    )
  if (changes.length === 0) return empty
  return (
    <>
      <Days changes={changes} programId={programId} ownUserId={ownUserId} isOfOneThing={isOfOneThing} />
      {loadOlder ? (
        <Button isPending={isLoadingOlder} onPress={loadOlder}>
          {words.shopChanges.older}
        </Button>
      ) : null}
    </>
  )
}

function Days({
  changes,
  programId,
  ownUserId,
  isOfOneThing,
}: {
  readonly changes: readonly ShopChange[]
  readonly programId: string
  readonly ownUserId: string
  readonly isOfOneThing: boolean
}) {
  const words = useWords()
  const locale = useLocale()
  const language = useLanguage()
  const nowMs = useNow(30_000)
  const teller = { words, locale, language, nowMs }
  const { takeBack, isBusy } = useTakeBack(programId, teller)
  const dayOf = (iso: string) => sayDay(Date.parse(iso), nowMs, locale, words.versions)
  const days = new Map<string, ReturnType<typeof groupShopChanges>[number][]>()
  for (const act of groupShopChanges(changes)) {
    const day = dayOf(act.atIso)
    days.set(day, [...(days.get(day) ?? []), act])
  }
  return (
    <div className="sc-days" data-testid="shop-changes">
      {[...days].map(([day, acts]) => (
        <section key={day} aria-label={day}>
          <h3 className="sc-day">{day}</h3>
          <ol className="sc-acts">
            {acts.map((act) => (
              <ActRow
                key={act.id}
                act={act}
                teller={teller}
                ownUserId={ownUserId}
                isOfOneThing={isOfOneThing}
                onTakeBack={isBusy ? undefined : takeBack}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
