import { Bookmark, CloudOff, FileWarning, History, Rocket, Sparkles } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Faces } from '#editor/people/faces.tsx'
import { api, useMutation } from '#editor/api/index.ts'
import type { Version, Versions } from '#platform/contract/history.ts'
import { Button } from '#editor/ui/button.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { failureText } from '#editor/words/failure-text.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { sayDay, sayMoment, sayTime } from '#editor/words/say-moment.ts'
import { usePeopleText } from './use-people-text.ts'
import { useVersions } from './use-versions.ts'
import './versions.css'

const longestName = 80

/** Versions of everybody's work, day by day. */
export function VersionList() {
  const { canWrite } = useSession()
  const { versions: words, common } = useWords()
  const versions = useVersions()
  if (versions.status === 'failed')
    return (
      <EmptyState
        icon={<CloudOff size={28} />}
        title={words.failed}
        text={versions.failure.code === 'offline' ? words.offline : ''}
        action={<Button onPress={versions.retry}>{common.tryAgain}</Button>}
      />
    )
  if (versions.status === 'loading')
    return (
      <div className="st-versions" aria-busy role="status" aria-label={words.loading}>
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} heightPx={48} />
        ))}
      </div>
    )
  return (
    <div className="st-versions">
      {canWrite ? <SaveVersion onSaved={versions.retry} /> : null}
      <SinceEntry />
      {versions.value.leftOut ? <LeftOut {...versions.value.leftOut} /> : null}
      {versions.value.versions.length === 0 ? (
        <EmptyState icon={<History size={28} />} title={words.empty} text={words.emptyHelp} />
      ) : (
        <Days versions={versions.value.versions} />
      )}
    </div>
  )
}

/** What is in no version, since it could not be read: said here too, where one looks for what is gone. */
function LeftOut({ edits, latestIso }: NonNullable<Versions['leftOut']>) {
  const { studio } = useWords()
  const locale = useLocale()
  return (
    <p className="st-versions__left-out" role="note" data-testid="versions-left-out">
      <FileWarning size={16} aria-hidden />
      <span>
        <strong>{studio.leftOut.title(edits)}</strong>{' '}
        {studio.leftOut.text(sayMoment(Date.parse(latestIso), Date.now(), locale))}
      </span>
    </p>
  )
}

function SaveVersion({ onSaved }: { readonly onSaved: () => void }) {
  const { facts } = useSession()
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  // What was pressed is gone then; the keyboard goes back to where it came from.
  const [wasOpen, setWasOpen] = useState(false)
  const [name, setName] = useState('')
  const close = () => {
    setWasOpen(true)
    setOpen(false)
  }
  const save = useMutation((named: string) => api.history.save(facts.id, named), {
    onDone: (version) => {
      showToast({ text: words.versions.saved(version.name ?? ''), tone: 'good' })
      close()
      setName('')
      onSaved()
    },
  })
  if (!isOpen)
    return (
      <Button icon={<Bookmark size={16} aria-hidden />} autoFocus={wasOpen} onPress={() => setOpen(true)}>
        {words.versions.save}
      </Button>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void save.run(name.trim())
  }
  return (
    <form className="st-versions__save" onSubmit={submit}>
      <TextField
        label={words.versions.nameLabel}
        placeholder={words.versions.namePlaceholder}
        value={name}
        onChange={setName}
        maxLength={longestName}
        autoFocus
        help={words.versions.saveHelp}
        {...(save.failure ? { error: failureText(save.failure, words) } : {})}
      />
      <div className="st-versions__buttons">
        <Button variant="primary" type="submit" isPending={save.busy} isDisabled={name.trim() === ''}>
          {words.common.save}
        </Button>
        <Button onPress={close}>{words.common.cancel}</Button>
      </div>
    </form>
  )
}

function SinceEntry() {
  const { view } = useSession()
  const { versions: words } = useWords()
  const lastHere = useView((state) => state.lastHere)
  if (!lastHere) return null
  return (
    <button
      type="button"
      className="st-version-row st-version-row--since"
      onClick={() => view.setState({ lookingBack: { kind: 'since', ...lastHere } })}
    >
      <Sparkles size={16} aria-hidden />
      {words.sinceTitle}
    </button>
  )
}

function Days({ versions }: { readonly versions: readonly Version[] }) {
  const { versions: words } = useWords()
  const locale = useLocale()
  const nowMs = Date.now()
  const days = new Map<string, Version[]>()
  for (const version of versions) {
    const day = sayDay(Date.parse(version.atIso), nowMs, locale, words)
    days.set(day, [...(days.get(day) ?? []), version])
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="st-versions__day">
      <h3>{day}</h3>
      <ol>
        {ofDay.map((version) => (
          <li key={version.seq}>
            <Row version={version} isFirst={version === versions.at(-1)} />
          </li>
        ))}
      </ol>
    </section>
  ))
}

function Row({ version, isFirst }: { readonly version: Version; readonly isFirst: boolean }) {
  const { view } = useSession()
  const { versions: words } = useWords()
  const locale = useLocale()
  const people = usePeopleText()
  const { seq, atIso, name, release } = version
  const time = sayTime(Date.parse(atIso), locale)
  const marks = [name, release === null ? null : words.published(release)].filter((mark) => mark !== null)
  const title = marks.length > 0 ? marks.join(' · ') : isFirst ? words.first : time
  const by = isFirst && version.people.length === 0 ? time : words.by(people(version.people), time)
  return (
    <button
      type="button"
      className={`st-version-row${marks.length > 0 ? ' st-version-row--marked' : ''}`}
      data-version={seq}
      onClick={() => view.setState({ lookingBack: { kind: 'version', seq } })}
    >
      <span className="st-version-row__words">
        <span className="st-version-row__title">
          {release === null ? null : <Rocket size={14} aria-hidden />}
          {release === null && name !== null ? <Bookmark size={14} aria-hidden /> : null}
          {title}
        </span>
        <span className="st-version-row__by">{title === time ? people(version.people) : by}</span>
      </span>
      <Faces people={version.people} />
    </button>
  )
}
