import type { CompiledTheme } from '#model/compiled-program.ts'
import { isHexColour } from './colour.ts'
import { darkColours, lightColours, type SchemeColours } from './theme-colours.ts'

const fonts: { readonly [family in CompiledTheme['fontFamily']]: string } = {
  sans: 'system-ui,-apple-system,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif',
  serif: '"Songti SC","Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC",Georgia,"Times New Roman",serif',
  rounded:
    'ui-rounded,"SF Pro Rounded","Yuanti SC","Hiragino Maru Gothic ProN",system-ui,"PingFang SC","Noto Sans SC",sans-serif',
}

const typeSizesPx = { xs: 12, s: 14, m: 16, l: 18, xl: 22, '2xl': 28 } as const

const fallback = { accent: '#c2410c', ground: '#f7f5f2' } as const

/**
 * A theme as CSS variables. All pairs of text and ground that blocks may use reach WCAG AA in both schemes, whatever
 * colours the merchant picked.
 * @param switchable - for the editor's frames: `data-scheme="light|dark"` on the root then overrules the phone's setting
 *   where the theme leaves the choice to the phone
 */
export function themeCss(theme: CompiledTheme, switchable = false): string {
  const { light, dark } = themeColours(theme)
  const fixed =
    `--sw-radius:${clamp(theme.radiusPx, 0, 32)}px;--sw-font:${fonts[theme.fontFamily] ?? fonts.sans};` +
    `--sw-scale:${clamp(theme.typeScale, 0.8, 1.5)};--sw-space:4px;` +
    Object.entries(typeSizesPx)
      .map(([name, px]) => `--sw-text-${name}:calc(${px}px*var(--sw-scale));`)
      .join('')
  const lightRules = `color-scheme:light;${declarations(light)}`
  const darkRules = `color-scheme:dark;${declarations(dark)}`
  if (theme.scheme === 'light') return `:root{${fixed}${lightRules}}`
  if (theme.scheme === 'dark') return `:root{${fixed}${darkRules}}`
  const root = switchable ? ':root:not([data-scheme=light])' : ':root'
  const chosen = switchable ? `:root[data-scheme=dark]{${darkRules}}` : ''
  return `:root{${fixed}${lightRules}}@media(prefers-color-scheme:dark){${root}{${darkRules}}}${chosen}`
}

/** Both schemes as colours; a value that is no colour is replaced by the default one. */
export function themeColours(theme: Pick<CompiledTheme, 'accent' | 'ground'>): {
  readonly light: SchemeColours
  readonly dark: SchemeColours
} {
  const accent = isHexColour(theme.accent) ? theme.accent.toLowerCase() : fallback.accent
  const ground = isHexColour(theme.ground) ? theme.ground.toLowerCase() : fallback.ground
  return { light: lightColours(accent, ground), dark: darkColours(accent, ground) }
}

function declarations(colours: SchemeColours): string {
  return Object.entries(colours)
    .map(([name, value]) => `--sw-${name}:${value};`)
    .join('')
}

function clamp(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : low
}
