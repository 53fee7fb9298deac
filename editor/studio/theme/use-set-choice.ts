import { useMemo } from 'react'
import type { CompiledTheme } from '#model/compiled-program.ts'
import { setTheme } from '#model/index.ts'
import { createTypingGesture } from '../canvas/typing-gesture.ts'
import { useSession } from '../session/use-session.tsx'

export type SetChoice = <Name extends keyof CompiledTheme>(name: Name, value: CompiledTheme[Name] | undefined) => void

/** Sets one choice of the theme; a slider's drag or a walk through a colour picker is one step of undo. */
export function useSetChoice(): SetChoice {
  const session = useSession()
  const gesture = useMemo(() => createTypingGesture(performance), [])
  return (name, value) =>
    session.edit('change-theme', (program) => setTheme(program, { [name]: value }), gesture.of(name))
}
