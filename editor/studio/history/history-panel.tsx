import { History } from 'lucide-react'
import { memo, useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { UndoStep } from '#model/index.ts'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { goToStep } from './go-to-step.ts'
import { sayStep } from './say-step.ts'
import { since } from './since.ts'
import { useNow } from './use-now.ts'

/** Own steps in words, the newest on top; a click goes back or forth to it. */
export function OwnSteps() {
  const { undo } = useSession()
  const words = useWords()
  const done = useSyncExternalStore(undo.subscribe, () => undo.undoSteps)
  const undone = useSyncExternalStore(undo.subscribe, () => undo.redoSteps)
  const nowMs = useNow()
  const present = useRef<HTMLOListElement>(null)
  const go = useCallback((steps: number) => goToStep(undo, steps), [undo])
  useEffect(() => present.current?.querySelector<HTMLElement>('[aria-current]')?.focus(), [])
  // One list, so that a row is the same row, and keeps the focus, when one goes past it.
  const rows = [
    ...undone.map((step) => ({ step, state: 'undone' as const })),
    ...[...done.toReversed(), undefined].map((step, at) => ({
      step,
      state: at === 0 ? ('present' as const) : ('done' as const),
    })),
  ]
  if (done.length + undone.length === 0)
    return <EmptyState icon={<History size={28} />} title={words.history.empty} text={words.history.emptyHelp} />
  return (
    <>
      <ol ref={present} className="st-history__steps">
        {rows.map(({ step, state }, at) => (
          <Step
            key={rows.length - 1 - at}
            step={step}
            position={rows.length - 1 - at}
            state={state}
            nowMs={nowMs}
            go={go}
          />
        ))}
      </ol>
      <p className="st-history__note">{words.history.onlyYours}</p>
    </>
  )
}

interface StepProps {
  /** Undefined for what was there at first. */
  readonly step: UndoStep | undefined
  /** How many steps can be taken back once one is there. */
  readonly position: number
  readonly state: 'done' | 'present' | 'undone'
  readonly nowMs: number
  readonly go: (position: number) => void
}

const Step = memo(function Step({ step, position, state, nowMs, go }: StepProps) {
  const { blocks, canEdit } = useSession()
  const words = useWords()
  const locale = useLocale()
  const said = step ? sayStep(step, words, blocks) : words.history.start
  const label =
    state === 'present' ? said : state === 'done' ? words.history.goBackTo(said) : words.history.goOnTo(said)
  const ago = step && since(step.atMs, nowMs, locale, words.history.justNow)
  return (
    <li>
      <button
        type="button"
        className={`st-history__step st-history__step--${state}`}
        aria-label={ago === undefined ? label : `${label}, ${ago}`}
        aria-current={state === 'present' ? 'step' : undefined}
        disabled={!canEdit}
        onClick={() => go(position)}
      >
        <span className="st-history__dot" aria-hidden />
        <span className="st-history__words">{said}</span>
        {step ? (
          <time className="st-history__time" dateTime={new Date(step.atMs).toISOString()} aria-hidden>
            {ago}
          </time>
        ) : null}
      </button>
    </li>
  )
})
