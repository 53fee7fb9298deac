import { useState } from 'react'
import { setName } from '#model/index.ts'
import { may } from '#platform/contract/rights.ts'
import { mergeText } from '#runtime/frame/merge-text.ts'
import { useWords } from '#editor/words/use-words.ts'
import { useSession, useTopic } from '../session/use-session.tsx'
import { useNameFollows } from './use-name-follows.ts'

const LONGEST = 60

/** Renamed in place: click, type, Enter. */
export function ProgramName() {
  const session = useSession()
  const words = useWords()
  useTopic('meta')
  useNameFollows()
  const { name } = session.program
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const [base, setBase] = useState(name)
  const finish = () => {
    // Somebody else may have changed it while this was typed.
    const wanted = typed?.trim() && mergeText(base, typed.trim(), name).slice(0, LONGEST)
    setTyped(undefined)
    if (!wanted || wanted === name) return
    session.edit('rename-program', (program) => setName(program, wanted))
  }
  const begin = () => {
    setBase(name)
    setTyped(name)
  }
  if (typed === undefined) {
    return (
      <h1 className="st-name-head">
        <button
          type="button"
          className="st-name"
          title={words.common.rename}
          // The platform's lists and bills follow the name, so giving it is for those who manage the program.
          disabled={!session.canEdit || !may(session.facts.role, 'manage')}
          onClick={begin}
        >
          {name}
        </button>
      </h1>
    )
  }
  return (
    <input
      className="st-name st-name--typing"
      aria-label={words.studio.programName}
      value={typed}
      maxLength={LONGEST}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish()
        if (event.key === 'Escape') setTyped(undefined)
      }}
    />
  )
}
