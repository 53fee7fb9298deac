import { useMemo } from 'react'
import { compileTheme } from '#compiler/index.ts'
import type { CompiledTheme } from '#model/compiled-program.ts'
import { themeColours } from '#runtime/theme-css.ts'
import { canvasSchemeOf } from '../canvas/canvas-scheme.ts'
import { useSession, useTopic, useView } from '../session/use-session.tsx'

export function useTheme(): CompiledTheme {
  useTopic('theme')
  const { theme } = useSession().program
  return useMemo(() => compileTheme(theme), [theme])
}

/** The colours that blocks get from the theme, in the scheme the canvas shows. */
export function useThemeColours() {
  const theme = useTheme()
  const { program } = useSession()
  const wanted = useView((view) => view.scheme)
  return themeColours(theme)[canvasSchemeOf(program.theme, wanted)]
}
