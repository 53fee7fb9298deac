import { Cloud, CloudCheck, CloudOff, Eye } from 'lucide-react'
import { useStore } from 'zustand'
import { useWords } from '#editor/words/use-words.ts'
import { describeSaveState, saveStateOf } from '../session/save-state.ts'
import { useSession } from '../session/use-session.tsx'

const icons = { loading: Cloud, saved: CloudCheck, saving: Cloud, offline: CloudOff, looking: Eye } as const

export function SaveStateWords() {
  const { link, canEdit } = useSession()
  const words = useWords()
  const { connected, loaded, waiting } = useStore(link.store)
  const state = saveStateOf({ connected, loaded, waiting, canEdit })
  const Icon = icons[state.kind]
  return (
    <span className={`st-save st-save--${state.kind}`} role="status" data-testid="save-state" data-state={state.kind}>
      <Icon size={16} aria-hidden />
      <span className="st-save__words">{describeSaveState(state, words)}</span>
    </span>
  )
}
