import { CloudOff, FileQuestion, Lock, PlugZap, RefreshCw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link, paths } from '#editor/router.tsx'
import { reloadIntoNewest } from '#editor/shell/start-worker.ts'
import { Button, buttonClass } from '#editor/ui/button.tsx'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { Skeleton } from '#editor/ui/skeleton.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { dropFrameAhead, loadFrameAhead } from './canvas/frame-ahead.ts'
import { openStudio, type Opened, type OpeningFailure } from './session/open-studio.ts'
import { SessionContext } from './session/use-session.tsx'
import { Studio } from './studio.tsx'
import './studio.css'

const MOST_IN_A_ROW = 4

/** `/p/:programId`: opens the program, or says why it cannot. */
export function StudioPage({ programId }: { readonly programId: string }) {
  const [attempt, setAttempt] = useState(0)
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' })
  useEffect(() => {
    loadFrameAhead()
    const opening = openStudio(programId)
    const stop = opening.store.subscribe(setOpened)
    setOpened(opening.store.getState())
    return () => {
      stop()
      opening.close()
      dropFrameAhead()
    }
  }, [programId, attempt])

  const onRetry = () => setAttempt((count) => count + 1)
  const inARow = useRef(0)
  useEffect(() => {
    if (opened.kind === 'open') inARow.current = 0
    if (opened.kind !== 'again') return
    // Where the browser cannot put away what does not fit, it would never end.
    if (++inARow.current > MOST_IN_A_ROW) setOpened({ kind: 'failed', reason: 'refused' })
    else onRetry()
  }, [opened.kind])
  if (opened.kind === 'opening' || opened.kind === 'again') return <Opening />
  if (opened.kind === 'failed') return <CannotOpen reason={opened.reason} onRetry={onRetry} />
  if (opened.lost !== undefined) return <CannotOpen reason={opened.lost} onRetry={onRetry} unsaved={opened.unsaved} />
  return (
    <SessionContext value={opened.session}>
      <Studio />
    </SessionContext>
  )
}

function Opening() {
  const words = useWords()
  return (
    <main className="st-opening" aria-busy aria-label={words.studio.openingProgram}>
      <div className="st-opening__bar">
        <Skeleton width={160} heightPx={20} />
      </div>
      <div className="st-opening__body">
        <div className="st-opening__phone">
          <Skeleton heightPx={160} />
          <Skeleton width="60%" heightPx={24} />
          <Skeleton heightPx={80} />
          <Skeleton heightPx={80} />
        </div>
      </div>
    </main>
  )
}

const icons = {
  'signed-out': Lock,
  'other-person': Lock,
  'document-replaced': RefreshCw,
  'not-allowed': Lock,
  removed: Lock,
  locked: Lock,
  gone: FileQuestion,
  'newer-document': RefreshCw,
  'too-large': PlugZap,
  refused: PlugZap,
  offline: CloudOff,
  failed: PlugZap,
} as const satisfies { readonly [reason in OpeningFailure]: unknown }

function CannotOpen({
  reason,
  onRetry,
  unsaved = 0,
}: {
  readonly reason: OpeningFailure
  readonly onRetry: () => void
  readonly unsaved?: number
}) {
  const words = useWords()
  const { title, text } = words.studio.cannotOpen[reason]
  const Icon = icons[reason]
  return (
    <main className="app-middle" data-testid="cannot-open" data-reason={reason}>
      <EmptyState
        icon={<Icon size={28} />}
        title={title}
        text={unsaved > 0 && reason === 'removed' ? `${text} ${words.people.notKept(unsaved)}` : text}
        action={<WayOut reason={reason} onRetry={onRetry} />}
      />
    </main>
  )
}

function WayOut({ reason, onRetry }: { readonly reason: OpeningFailure; readonly onRetry: () => void }) {
  const words = useWords()
  if (reason === 'newer-document') {
    return (
      <Button variant="primary" onPress={() => void reloadIntoNewest()}>
        {words.common.loadAgain}
      </Button>
    )
  }
  if (reason === 'signed-out' || reason === 'not-allowed' || reason === 'removed' || reason === 'gone') {
    return (
      <Link to={paths.home} className={buttonClass({ variant: 'primary' })}>
        {reason === 'signed-out' ? words.studio.signIn : words.common.toPrograms}
      </Link>
    )
  }
  return (
    <Button variant="primary" onPress={onRetry}>
      {words.common.tryAgain}
    </Button>
  )
}
