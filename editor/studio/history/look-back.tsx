import { CheckCheck, CloudOff, History } from 'lucide-react'
import { useState } from 'react'
import { api } from '#editor/api/index.ts'
import type { PageId } from '#model/ids.ts'
import { restoreVersion } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { Dialog } from '#editor/ui/dialog.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { Segmented } from '#editor/ui/segmented.tsx'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { ViewState } from '#editor/state/view-state.ts'
import type { Version } from '#platform/contract/history.ts'
import { SideBySide } from '../publish/side-by-side.tsx'
import { useSession } from '../session/use-session.tsx'
import { byOthersSince, type ToldChange } from './attribute-changes.ts'
import { ChangeGroups } from './change-groups.tsx'
import { mayRestore } from './may-change.ts'
import { NameVersion } from './name-version.tsx'
import { openVersion } from './open-version.ts'
import { sayMoment } from '#editor/words/say-moment.ts'
import type { Said } from './use-take-back.ts'
import { useDifference, type Difference } from './use-difference.ts'
import { useVersions, versionAt } from './use-versions.ts'
import '../publish/publish.css'
import './versions.css'

const widePx = 1120
type At = NonNullable<ViewState['lookingBack']>

/** One version, or all that came since one was last here: what changed in words and side by side, to take back or bring back. */
export function LookBack({ at }: { readonly at: At }) {
  const { view } = useSession()
  const { versions: words } = useWords()
  const locale = useLocale()
  const versions = useVersions()
  const close = () => view.setState({ lookingBack: undefined })
  const known = versions.status === 'ready' ? versions.value.versions : []
  const version = at.kind === 'version' ? known.find(({ seq }) => seq === at.seq) : versionAt(known, at.seq)
  const title =
    at.kind === 'since'
      ? words.sinceTitle
      : (version?.name ?? words.ofMoment(version ? sayMoment(Date.parse(version.atIso), Date.now(), locale) : '…'))
  const [mode, setMode] = useState<'in-it' | 'now'>('in-it')
  const [said, setSaid] = useState<Said | undefined>(undefined)
  const shown = at.kind === 'since' ? 'now' : mode
  const isFirst = version !== undefined && version === known.at(-1)
  const before = shown === 'now' ? version : known[known.findIndex(({ seq }) => seq === version?.seq) + 1]
  const hasSides = !(shown === 'in-it' && isFirst)
  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      widthPx={widePx}
      foot={
        at.kind === 'since' ? (
          <CaughtUp onDone={close} />
        ) : version ? (
          <Foot version={version} onRestored={close} onNamed={versions.retry} />
        ) : undefined
      }
    >
      <div className="st-look-back" data-testid="look-back">
        {at.kind === 'version' ? (
          <Segmented
            label={words.compare}
            isLabelHidden
            options={[
              { value: 'in-it', label: words.inIt },
              { value: 'now', label: words.comparedWithNow },
            ]}
            value={mode}
            onChange={setMode}
          />
        ) : null}
        {said ? <SaidLine said={said} /> : null}
        {versions.status === 'failed' ? (
          <Failed onRetry={versions.retry} />
        ) : version && !hasSides ? (
          <EmptyState icon={<History size={28} />} title={words.first} text={words.firstHelp} />
        ) : (
          <Looked
            key={`${shown} ${version?.seq}`}
            before={before?.seq}
            after={shown === 'now' ? 'now' : (version?.seq ?? 'now')}
            sinceMs={at.kind === 'since' ? at.atMs : undefined}
            say={setSaid}
            names={
              at.kind === 'since'
                ? { before: words.lastHere, after: words.now }
                : shown === 'now'
                  ? { before: words.thisVersion, after: words.now }
                  : { before: words.beforeIt, after: words.thisVersion }
            }
          />
        )}
      </div>
    </Dialog>
  )
}

interface LookedProps {
  readonly before: number | undefined
  readonly after: number | 'now'
  /** Only what others did after that moment. */
  readonly sinceMs: number | undefined
  readonly names: { readonly before: string; readonly after: string }
  readonly say: (said: Said | undefined) => void
}

function SaidLine({ said: { text, tone, action } }: { readonly said: Said }) {
  return (
    <p className={`st-said st-said--${tone}`} role="status">
      {text}
      {action ? (
        <Button size="small" onPress={action.run}>
          {action.label}
        </Button>
      ) : null}
    </p>
  )
}

function Looked({ before, after, sinceMs, names, say }: LookedProps) {
  const { ownUserId } = useSession()
  const { versions: words } = useWords()
  const difference = useDifference(before, after)
  if (difference.status === 'failed') return <Failed onRetry={difference.retry} />
  if (difference.status === 'loading')
    return (
      <div aria-busy role="status" aria-label={words.comparing}>
        <Skeleton heightPx={160} />
      </div>
    )
  const { value } = difference
  const told = sinceMs === undefined ? value.told : byOthersSince(value.told, sinceMs, ownUserId)
  if (told.length === 0)
    return (
      <div className="st-review__same" data-testid="unchanged">
        <CheckCheck size={28} aria-hidden />
        <p className="st-review__same-title">{words.nothing}</p>
        <p>{after === 'now' ? words.nothingSince : words.nothingInIt}</p>
      </div>
    )
  return <Told told={told} difference={value} names={names} say={say} />
}

function Told({
  told,
  difference,
  names,
  say,
}: {
  readonly told: readonly ToldChange[]
  readonly difference: Difference
  readonly names: LookedProps['names']
  readonly say: LookedProps['say']
}) {
  const { versions: words } = useWords()
  const [chosen, setChosen] = useState<PageId | undefined>(undefined)
  const { before, after, comparison } = difference.pages
  const isDrawn = (id: PageId) => [before, after].some(({ pages }) => pages.some((page) => page.id === id))
  const shown = chosen ?? comparison.pages[0]?.pageId ?? after.homePageId
  return (
    <section className="st-review" aria-label={words.sum(told.length)}>
      <div className="st-review__words">
        <p className="st-review__sum">
          <strong data-testid="change-sum">{words.sum(told.length)}</strong>
        </p>
        <ChangeGroups
          told={told}
          difference={difference}
          shown={shown}
          isDrawn={isDrawn}
          onShow={setChosen}
          say={say}
        />
      </div>
      {shown !== undefined && isDrawn(shown) ? (
        <SideBySide key={shown} live={before} draft={after} pageId={shown} comparison={comparison} names={names} />
      ) : null}
    </section>
  )
}

function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const { versions: words, common } = useWords()
  return (
    <EmptyState
      icon={<CloudOff size={28} />}
      title={words.cannotCompare}
      action={<Button onPress={onRetry}>{common.tryAgain}</Button>}
    />
  )
}

function CaughtUp({ onDone }: { readonly onDone: () => void }) {
  const { facts, view } = useSession()
  const { versions: words } = useWords()
  const done = () => {
    view.setState({ lastHere: undefined })
    api.history.visit(facts.id, { caughtUp: true }).catch(() => undefined)
    onDone()
  }
  return (
    <Button variant="primary" onPress={done}>
      {words.caughtUp}
    </Button>
  )
}

function Foot({
  version,
  onRestored,
  onNamed,
}: {
  readonly version: Version
  readonly onRestored: () => void
  readonly onNamed: () => void
}) {
  const session = useSession()
  const { facts, canWrite, edit, undo } = session
  const { versions: words, common } = useWords()
  const locale = useLocale()
  const [isBusy, setBusy] = useState(false)
  if (!canWrite) return null
  const restore = async () => {
    setBusy(true)
    try {
      const doc = await openVersion(facts.id, version.seq)
      // What is there now is one click away too, also tomorrow.
      await api.history.save(facts.id).catch(() => undefined)
      edit('restore-version', (program) => restoreVersion(program, doc))
      const when = sayMoment(Date.parse(version.atIso), Date.now(), locale)
      showToast({
        text: words.restored(when),
        tone: 'good',
        action: { label: common.undo, run: () => void undo.undo() },
      })
      onRestored()
    } catch {
      showToast({ text: words.failed, tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  const isAllowed = mayRestore(session)
  return (
    <div className="st-look-back__foot">
      <NameVersion version={version} onNamed={onNamed} />
      <p className={isAllowed ? 'st-look-back__help' : undefined}>
        {isAllowed ? words.restoreHelp : words.restoreLocked}
      </p>
      <Button variant="primary" isPending={isBusy} isDisabled={!isAllowed} onPress={() => void restore()}>
        {words.restore}
      </Button>
    </div>
  )
}
