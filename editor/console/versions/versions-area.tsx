import { History, RotateCcw, Rocket } from 'lucide-react'
import { api, hope, queryCache, useMutation } from '#editor/api/index.ts'
import { Link, paths } from '#editor/router.tsx'
import { ReleaseMark } from '#editor/publishing/release-mark.tsx'
import { Standing } from '#editor/publishing/standing.tsx'
import { Badge, Button, buttonClass, EmptyState, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLanguage, useWords, wordsNow } from '#editor/words/use-words.ts'
import { VersionChanges } from '#editor/changes/version-changes.tsx'
import { whenText } from '#components/kit/shop-time.ts'
import type { Publishing, Release } from '#platform/contract/merchant.ts'
import { Answer, AreaHead } from '../area.tsx'
import { keys } from '../keys.ts'
import { usePublishing, useReleases } from '../queries.ts'
import { useCanPublish, useShop } from '../shop-context.ts'
import { DownloadPackage } from './download-package.tsx'
import './versions.css'

/** Every version ever published; one is live, any other can be brought back. */
export function VersionsArea() {
  const words = useWords()
  const { program } = useShop()
  const releases = useReleases(program.id)
  return (
    <>
      <AreaHead title={words.console.areas.versions} note={words.console.versionsNote} />
      <WhatStands />
      <Answer query={releases}>
        {(value) =>
          value.length === 0 ? (
            <EmptyState
              icon={<History size={28} />}
              title={words.console.noVersionsTitle}
              text={words.console.noVersionsText}
              action={
                <Link to={paths.studio(program.id)} className={buttonClass({ variant: 'primary' })}>
                  {words.console.toEditor}
                </Link>
              }
            />
          ) : (
            <VersionList releases={value} />
          )
        }
      </Answer>
    </>
  )
}

/** A gradual release that runs, with its figures and its share, and what will happen by itself. */
function WhatStands() {
  const { program, settings } = useShop()
  const canPublish = useCanPublish()
  const publishing = usePublishing(program.id)
  if (publishing.status !== 'ready') return null
  return (
    <div className="versions-standing">
      <Standing
        programId={program.id}
        publishing={publishing.value}
        canPublish={canPublish}
        timeZone={settings.timeZone}
        onChanged={(changed) => {
          queryCache.tell<Publishing>(keys.publishing(program.id), () => changed)
          void queryCache.refresh(keys.releases(program.id))
          void queryCache.refresh(keys.program(program.id))
        }}
      />
    </div>
  )
}

function VersionList({ releases }: { readonly releases: readonly Release[] }) {
  const words = useWords()
  const language = useLanguage()
  const { program, settings } = useShop()
  const canPublish = useCanPublish()
  const standing = usePublishing(program.id)
  const publishing = standing.status === 'ready' ? standing.value : undefined
  const key = keys.releases(program.id)
  const putLive = (id: string) => (shown: Release[]) => shown.map((each) => ({ ...each, isLive: each.id === id }))
  const bringBack = useMutation((release: Release) => api.activateRelease(program.id, release.id), {
    hope: (release) => [hope<Release[]>(key, putLive(release.id))],
    onDone: (release) => {
      queryCache.tell<Release[]>(key, putLive(release.id))
      void queryCache.refresh(keys.publishing(program.id))
      void queryCache.refresh(keys.program(program.id))
      showToast({ text: wordsNow().console.broughtBack(release.version), tone: 'good' })
    },
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
  return (
    <ol className="versions panel">
      {releases.map((release, at) => (
        <li key={release.id} className={`version${release.isLive ? ' version--live' : ''}`}>
          <span className="version__number">{words.home.version(release.version)}</span>
          <span className="version__words">
            <span>{whenText(release.publishedAtIso, settings.timeZone, language, Date.now())}</span>
            <small>
              {release.publishedBy} · {words.console.pages(release.pages)}
            </small>
            {release.note === '' ? null : <span className="version__note">{release.note}</span>}
            <ReleaseMark release={release} publishing={publishing} timeZone={settings.timeZone} />
            <VersionChanges programId={program.id} release={release} previous={releases[at + 1]} />
          </span>
          <span className="version__acts">
            {release.isLive ? (
              <Badge tone="good" icon={<Rocket size={14} aria-hidden />}>
                {words.home.live}
              </Badge>
            ) : canPublish ? (
              <Button
                icon={<RotateCcw size={16} aria-hidden />}
                aria-label={words.console.bringBackNamed(release.version)}
                isDisabled={bringBack.busy}
                onPress={() => void bringBack.run(release)}
              >
                {words.console.bringBack}
              </Button>
            ) : null}
            <DownloadPackage programId={program.id} release={release} />
          </span>
        </li>
      ))}
    </ol>
  )
}
