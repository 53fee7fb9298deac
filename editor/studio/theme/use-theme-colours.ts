import { compileTheme } from '#compiler/index.ts'
import type { CompiledTheme } from '#model/compiled-program.ts'
import { themeColours } from '#runtime/theme-css.ts'
import { canvasSchemeOf } from '../canvas/canvas-scheme.ts'
import { rememberBy } from '#compiler/checks/remember-by.ts'
import { useSession, useTopic, useView } from '../session/use-session.tsx'

/** However many fields ask: colours are reckoned out of a theme until each can be read on the others. */
const compiledTheme = rememberBy(compileTheme)
const coloursOf = rememberBy(themeColours)

export function useTheme(): CompiledTheme {
  useTopic('theme')
  const { theme } = useSession().program
  return compiledTheme(theme)
}

/** The colours that blocks get from the theme, in the scheme the canvas shows. */
export function useThemeColours() {
  const theme = useTheme()
  const { program } = useSession()
  const wanted = useView((view) => view.scheme)
  return coloursOf(theme)[canvasSchemeOf(program.theme, wanted)]
}
