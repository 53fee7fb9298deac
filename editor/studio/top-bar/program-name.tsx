import { useState } from 'react'
import { setName } from '#model/index.ts'
import { api, asApiFailure } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { describeFailure } from '../session/describe-failure.ts'
import { useSession, useTopic } from '../session/use-session.tsx'

const LONGEST = 60

/** Renamed in place: click, type, Enter. */
export function ProgramName() {
  const session = useSession()
  const words = useWords()
  useTopic('meta')
  const { name } = session.program
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const finish = () => {
    const wanted = typed?.trim().slice(0, LONGEST)
    setTyped(undefined)
    if (!wanted || wanted === name) return
    session.edit('rename-program', (program) => setName(program, wanted))
    // The list of programs shows the platform's copy; the document's own name is what a release carries.
    api
      .renameProgram(session.facts.id, wanted)
      .catch((thrown: unknown) => showToast({ text: describeFailure(asApiFailure(thrown).code, words), tone: 'bad' }))
  }
  if (typed === undefined) {
    return (
      <h1 className="st-name-head">
        <button
          type="button"
          className="st-name"
          title={words.common.rename}
          disabled={!session.canEdit}
          onClick={() => setTyped(name)}
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
