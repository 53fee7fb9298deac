import type { CompiledProgram } from '#model/compiled-program.ts'
import { themeColours } from '#runtime/theme-css.ts'
import { escapeHtml } from '../html/render-html.ts'

/** The first letter of the program's name on its brand colour. */
export function packageIcon({ name, theme }: Pick<CompiledProgram, 'name' | 'theme'>): string {
  const { light } = themeColours(theme)
  const letter = escapeHtml([...name.trim()][0]?.toUpperCase() ?? '·')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="16" fill="${light.brand}"/>` +
    `<text x="32" y="44" font-size="34" font-family="sans-serif" font-weight="700" text-anchor="middle" fill="${light['on-brand']}">${letter}</text></svg>\n`
  )
}
