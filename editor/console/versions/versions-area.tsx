import { History, RotateCcw, Rocket } from 'lucide-react'
import { api, hope, queryCache, useMutation } from '#editor/api/index.ts'
import { Link, paths } from '#editor/router.tsx'
import { Badge, Button, buttonClass, EmptyState, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLanguage, useWords, wordsNow } from '#editor/words/use-words.ts'
import { whenText } from '#components/kit/shop-time.ts'
import type { Release } from '#platform/contract/merchant.ts'
import { Answer, AreaHead } from '../area.tsx'
import { keys } from '../keys.ts'
import { useReleases } from '../queries.ts'
import { useCanWork, useShop } from '../shop-context.ts'
import './versions.css'

/** Every version ever published; one is live, any other can be brought back. */
export function VersionsArea() {
  const words = useWords()
  const { program } = useShop()
  const releases = useReleases(program.id)
  return (
    <>
      <AreaHead title={words.console.areas.versions} note={words.console.versionsNote} />
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

function VersionList({ releases }: { readonly releases: readonly Release[] }) {
  const words = useWords()
  const language = useLanguage()
  const { program, settings } = useShop()
  const canWork = useCanWork()
  const key = keys.releases(program.id)
  const putLive = (id: string) => (shown: Release[]) => shown.map((each) => ({ ...each, isLive: each.id === id }))
  const bringBack = useMutation((release: Release) => api.activateRelease(program.id, release.id), {
    hope: (release) => [hope<Release[]>(key, putLive(release.id))],
    onDone: (release) => {
      queryCache.tell<Release[]>(key, putLive(release.id))
      void queryCache.refresh(keys.program(program.id))
      showToast({ text: wordsNow().console.broughtBack(release.version), tone: 'good' })
    },
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
  return (
    <ol className="versions panel">
      {releases.map((release) => (
        <li key={release.id} className={`version${release.isLive ? ' version--live' : ''}`}>
          <span className="version__number">{words.home.version(release.version)}</span>
          <span className="version__words">
            <span>{whenText(release.publishedAtIso, settings.timeZone, language, Date.now())}</span>
            <small>
              {release.publishedBy} · {words.console.pages(release.pages)}
            </small>
          </span>
          {release.isLive ? (
            <Badge tone="good" icon={<Rocket size={14} aria-hidden />}>
              {words.home.live}
            </Badge>
          ) : canWork ? (
            <Button
              icon={<RotateCcw size={16} aria-hidden />}
              aria-label={words.console.bringBackNamed(release.version)}
              isDisabled={bringBack.busy}
              onPress={() => void bringBack.run(release)}
            >
              {words.console.bringBack}
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
