import type { CompiledProgram } from '#model/compiled-program.ts'
import { themeColours } from '#runtime/theme-css.ts'

/** How long a name home screens have room for. */
const shortNameLength = 12

/** @see https://www.w3.org/TR/appmanifest/ */
export function webManifest({ name, language, theme, tabs, pages }: CompiledProgram): object {
  const { light, dark } = themeColours(theme)
  const colours = theme.scheme === 'dark' ? dark : light
  const icon = (sizePx: number, purpose: 'any' | 'maskable') => ({
    src: `/icon-${sizePx}.png`,
    sizes: `${sizePx}x${sizePx}`,
    type: 'image/png',
    purpose,
  })
  const shortcuts = tabs.flatMap(({ pageId, label }) => {
    const page = pages.find(({ id, hidden }) => id === pageId && !hidden)
    return page && page.slug !== '' ? [{ name: label, url: `/${page.slug}` }] : []
  })
  return {
    id: '/',
    name,
    short_name: [...name].length > shortNameLength ? shortened(name) : name,
    lang: language,
    dir: 'auto',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: colours.ground,
    theme_color: colours.ground,
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
    ...(shortcuts.length > 0 && { shortcuts: shortcuts.slice(0, 4) }),
  }
}

/** Whole words where there are any: "Old Street Noodle House" is "Old Street". */
function shortened(name: string): string {
  const letters = [...name].slice(0, shortNameLength + 1).join('')
  const end = letters.lastIndexOf(' ')
  return end > 0 ? letters.slice(0, end) : [...name].slice(0, shortNameLength).join('')
}
