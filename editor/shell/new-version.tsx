import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '#editor/ui/button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { newVersion, reloadIntoNewest } from './start-worker.ts'
import './new-version.css'

/** Offers a newer build of the editor; never takes it by itself. */
export function NewVersion() {
  const { offline } = useWords()
  const isReady = useStore(newVersion, (state) => state.isReady)
  const [isLoading, setLoading] = useState(false)
  if (!isReady) return null
  const load = () => {
    setLoading(true)
    void reloadIntoNewest()
  }
  return (
    <section className="new-version" data-area role="status" data-testid="new-version">
      <Sparkles className="new-version__icon" size={18} aria-hidden />
      <p className="new-version__text">{offline.newVersion}</p>
      <Button size="small" variant="plain" onPress={() => newVersion.setState({ isReady: false })}>
        {offline.newVersionLater}
      </Button>
      <Button size="small" isPending={isLoading} onPress={load}>
        {offline.newVersionLoad}
      </Button>
    </section>
  )
}
