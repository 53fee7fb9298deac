import { useEffect } from 'react'
import { api } from '#editor/api/index.ts'
import { useSession } from '../session/use-session.tsx'

/** While the tab is in sight, this often is noted that one has seen what came. */
const noteEveryMs = 60_000

/** Tells the server when this person looks, and learns where they stopped the time before. */
export function useVisit(): void {
  const { facts, view, program } = useSession()
  useEffect(() => {
    let hasChanged = false
    const stop = program.subscribe(() => (hasChanged = true))
    const arrive = () =>
      api.history.visit(facts.id, { arriving: true }).then(
        ({ since }) => view.setState({ lastHere: since ?? undefined }),
        // It is a courtesy: without an answer there is no notice.
        () => undefined,
      )
    const note = () => {
      hasChanged = false
      api.history.visit(facts.id, {}).catch(() => undefined)
    }
    const onVisibility = () => void (document.visibilityState === 'visible' ? arrive() : note())
    const timer = setInterval(() => {
      if (hasChanged && document.visibilityState === 'visible') note()
    }, noteEveryMs)
    if (document.visibilityState === 'visible') void arrive()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      stop()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisibility)
      if (document.visibilityState === 'visible') note()
    }
  }, [facts.id, program, view])
}
