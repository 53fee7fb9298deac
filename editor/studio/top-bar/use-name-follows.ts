import { useEffect } from 'react'
import { may } from '#platform/contract/rights.ts'
import { api, asApiFailure } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { wordsNow } from '#editor/words/use-words.ts'
import { describeFailure } from '../session/describe-failure.ts'
import { followName } from '../session/follow-name.ts'
import { useSession } from '../session/use-session.tsx'

/** A program is called in lists and on bills as its document calls it. */
export function useNameFollows(): void {
  const { program, link, facts } = useSession()
  const mayRename = may(facts.role, 'manage')
  useEffect(() => {
    if (!mayRename) return
    return followName(program, link.store, {
      rename: (name) => api.renameProgram(facts.id, name),
      failed: (thrown) => showToast({ text: describeFailure(asApiFailure(thrown).code, wordsNow()), tone: 'bad' }),
    })
  }, [program, link, facts.id, mayRename])
}
