import { History } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { Release } from '#platform/contract/merchant.ts'
import { api, asApiFailure } from '#editor/api/index.ts'
import { Badge } from '#editor/ui/badge.tsx'
import { Button } from '#editor/ui/button.tsx'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
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

/** Every version stays; one click makes any of them the live one again. */
export function ReleaseList({ releases }: { readonly releases: Releases }) {
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
        {list.map((release) => (
          <ReleaseRow key={release.id} release={release} releases={releases} />
        ))}
      </ul>
    </section>
  )
}

function ReleaseRow({ release, releases }: { readonly release: Release; readonly releases: Releases }) {
  const { facts, canEdit } = useSession()
  const words = useWords()
  const language = useLanguage()
  const [isWorking, setWorking] = useState(false)
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
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
      <span className="st-release__when">
        {when} · {release.publishedBy}
      </span>
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
