import { memo } from 'react'
import { Cloud, CloudAlert, CloudCheck, CloudOff, Eye } from 'lucide-react'
import { Button as PlainButton } from 'react-aria-components'
import { useStore } from 'zustand'
import { Tooltip } from '#editor/ui/tooltip.tsx'
import { useWords, type Words } from '#editor/words/use-words.ts'
import { describeSaveState, type SaveState } from '../session/save-state.ts'
import { saveStateNow } from '../session/save-state-now.ts'
import type { KeepState } from '../session/keep-copy.ts'
import { useSession } from '../session/use-session.tsx'

const icons = {
  loading: Cloud,
  connecting: Cloud,
  saved: CloudCheck,
  saving: Cloud,
  offline: CloudOff,
  full: CloudAlert,
  looking: Eye,
} as const

/** Where the person's work is: with everybody, on this device, or only in this tab. Offline, a press tries to connect. */
export function SaveStateWords() {
  const session = useSession()
  const { link, keeper } = session
  const words = useWords()
  useStore(link.store)
  const { problem } = useStore(keeper.store)
  return <SaveStateLine state={saveStateNow(session)} problem={problem} words={words} retry={link.retry} />
}

interface SaveStateLineProps {
  readonly state: SaveState
  readonly problem: KeepState['problem']
  readonly words: Words
  readonly retry: () => void
}

/** While somebody types the numbers behind it change all the time, and what is said does not. */
const SaveStateLine = memo(function SaveStateLine({ state, problem, words, retry }: SaveStateLineProps) {
  const isInTab = state.kind === 'offline' && state.onDevice === 'no'
  const Icon = isInTab ? CloudAlert : icons[state.kind]
  const shown = (
    <>
      <Icon size={16} aria-hidden />
      <span className="st-save__words">{describeSaveState(state, words)}</span>
    </>
  )
  return (
    <span
      className={`st-save st-save--${isInTab ? 'in-tab' : state.kind}`}
      role="status"
      data-testid="save-state"
      data-state={state.kind}
      data-on-device={state.kind === 'offline' ? state.onDevice : undefined}
    >
      {state.kind === 'offline' ? (
        <Tooltip text={`${whatToDo(state, problem, words)} ${words.offline.tryNow}.`}>
          <PlainButton className="st-save__retry" onPress={retry}>
            {shown}
          </PlainButton>
        </Tooltip>
      ) : (
        shown
      )}
    </span>
  )
}, isSameLine)

function isSameLine(a: SaveStateLineProps, b: SaveStateLineProps): boolean {
  const isSame = a.words === b.words && a.problem === b.problem && a.retry === b.retry
  return isSame && JSON.stringify(a.state) === JSON.stringify(b.state)
}

function whatToDo(
  { waiting, onDevice }: Extract<SaveState, { kind: 'offline' }>,
  problem: 'full' | 'unavailable' | undefined,
  { offline }: Words,
): string {
  if (onDevice === 'no' && problem) return offline[problem]
  return waiting > 0 ? offline.goOnKept : offline.goOn
}
