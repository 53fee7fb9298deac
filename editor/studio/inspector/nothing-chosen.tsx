import { MousePointerClick } from 'lucide-react'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { useWords } from '#editor/words/use-words.ts'

/** What the inspector says while no block is chosen. */
export function NothingChosen() {
  const words = useWords()
  return (
    <EmptyState
      icon={<MousePointerClick size={28} />}
      title={words.studio.nothingSelected}
      text={words.studio.nothingSelectedHelp}
    />
  )
}
