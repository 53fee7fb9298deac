import { Sparkles, X } from 'lucide-react'
import { Faces } from '#editor/people/faces.tsx'
import { api } from '#editor/api/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { byOthersSince, writersIn } from './attribute-changes.ts'
import { usePeopleText } from './use-people-text.ts'
import { useDifference } from './use-difference.ts'
import { useVersions, versionAt } from './use-versions.ts'
import './versions.css'

/** "Ann made 3 changes since you were last here", over the canvas until one has looked or does not want to. */
export function SinceLastHere() {
  const { facts, view, ownUserId } = useSession()
  const { versions: words } = useWords()
  const people = usePeopleText()
  const lastHere = useView((state) => state.lastHere)
  const versions = useVersions()
  const base = versions.status === 'ready' && lastHere ? versionAt(versions.value.versions, lastHere.seq) : undefined
  const difference = useDifference(base?.seq, 'now')
  if (!lastHere || difference.status !== 'ready') return null
  const told = byOthersSince(difference.value.told, lastHere.atMs, ownUserId)
  if (told.length === 0) return null
  const writers = writersIn(told)
  const dismiss = () => {
    view.setState({ lastHere: undefined })
    api.history.visit(facts.id, { caughtUp: true }).catch(() => undefined)
  }
  return (
    <div className="st-since" role="status" data-testid="since-last-here">
      {writers.length > 0 ? <Faces people={writers} /> : <Sparkles size={16} aria-hidden />}
      <p>{words.since(people(writers), told.length)}</p>
      <Button size="small" onPress={() => view.setState({ lookingBack: { kind: 'since', ...lastHere } })}>
        {words.see}
      </Button>
      <IconButton size="small" label={words.dismiss} icon={<X size={16} />} onPress={dismiss} />
    </div>
  )
}
