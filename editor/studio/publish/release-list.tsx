import { History } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { Publishing, Release } from '#platform/contract/merchant.ts'
import { api, asApiFailure } from '#editor/api/index.ts'
import { ReleaseMark } from '#editor/publishing/release-mark.tsx'
import { Badge } from '#editor/ui/badge.tsx'
import { Button } from '#editor/ui/button.tsx'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { VersionChanges } from '#editor/changes/version-changes.tsx'
import { describeFailure } from '../session/describe-failure.ts'
import { useSession } from '../session/use-session.tsx'

export interface Releases {
  readonly list: readonly Release[] | 'loading' | 'failed'
  readonly reload: () => void
  readonly replace: (list: readonly Release[]) => void
}

export function useReleases(programId: string): Releases {
  const [list, setList] = useState<Releases['list']>('loading')
  const reload = useCallback(() => {
    api.releases(programId).then(setList, () => setList((now) => (now === 'loading' ? 'failed' : now)))
  }, [programId])
  useEffect(reload, [reload])
  return { list, reload, replace: setList }
}

interface ReleaseListProps {
  readonly releases: Releases
  /** Absent as long as it is not known. */
  readonly publishing: Publishing | undefined
  readonly timeZone: string
  /** Another version is live now. */
  readonly onChanged: () => void
}

/** Every version stays; one click makes any of them the live one again. */
export function ReleaseList({ releases, publishing, timeZone, onChanged }: ReleaseListProps) {
  const words = useWords()
  const { list } = releases
  if (list === 'loading') return <Skeleton heightPx={48} />
  if (list === 'failed') {
    return (
      <p className="st-releases__none">
        {words.studio.versionsFailed}{' '}
        <Button size="small" variant="plain" onPress={releases.reload}>
          {words.common.tryAgain}
        </Button>
      </p>
    )
  }
  if (list.length === 0) return <p className="st-releases__none">{words.studio.neverPublished}</p>
  return (
    <section className="st-releases" aria-label={words.studio.versions}>
      <h3 className="st-releases__title">
        <History size={16} aria-hidden />
        {words.studio.versions}
      </h3>
      <ul>
        {list.map((release, at) => (
          <ReleaseRow
            key={release.id}
            release={release}
            previous={list[at + 1]}
            releases={releases}
            publishing={publishing}
            timeZone={timeZone}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </section>
  )
}

function ReleaseRow({
  release,
  previous,
  releases,
  publishing,
  timeZone,
  onChanged,
}: ReleaseListProps & { readonly release: Release; readonly previous: Release | undefined }) {
  const { facts, canEdit } = useSession()
  const words = useWords()
  const locale = useLocale()
  const [isWorking, setWorking] = useState(false)
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(release.publishedAtIso),
  )
  const bringBack = async () => {
    setWorking(true)
    try {
      const live = await api.activateRelease(facts.id, release.id)
      if (Array.isArray(releases.list)) {
        releases.replace(
          (releases.list as readonly Release[]).map((other) => ({ ...other, isLive: other.id === live.id })),
        )
      }
      releases.reload()
      onChanged()
      showToast({ text: words.studio.versionIsLive(release.version), tone: 'good' })
    } catch (thrown) {
      showToast({ text: describeFailure(asApiFailure(thrown).code, words), tone: 'bad' })
    } finally {
      setWorking(false)
    }
  }
  return (
    <li className="st-release">
      <span className="st-release__version">{words.studio.version(release.version)}</span>
      <div className="st-release__words">
        <span className="st-release__when">
          {when} · {release.publishedBy}
        </span>
        {release.note === '' ? null : <span className="st-release__note">{release.note}</span>}
        <ReleaseMark release={release} publishing={publishing} timeZone={timeZone} />
        <VersionChanges programId={facts.id} release={release} previous={previous} />
      </div>
      {release.isLive ? (
        <Badge tone="good">{words.studio.live}</Badge>
      ) : (
        <Button
          size="small"
          isPending={isWorking}
          isDisabled={!canEdit}
          aria-label={`${words.studio.bringBack}: ${words.studio.version(release.version)}`}
          onPress={() => void bringBack()}
        >
          {words.studio.bringBack}
        </Button>
      )}
    </li>
  )
}
