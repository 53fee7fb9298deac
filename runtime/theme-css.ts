import type { CompiledTheme } from '#model/compiled-program.ts'
import { isHexColour } from './colour.ts'
import { darkColours, lightColours, type SchemeColours, type ThemeColourChoices } from './theme-colours.ts'
import { textureVariables } from './theme-texture.ts'

export const themeFonts: { readonly [family in CompiledTheme['fontFamily']]: string } = {
  sans: 'system-ui,-apple-system,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif',
  serif: '"Songti SC","Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC",Georgia,"Times New Roman",serif',
  rounded:
    'ui-rounded,"SF Pro Rounded","Yuanti SC","Hiragino Maru Gothic ProN",system-ui,"PingFang SC","Noto Sans SC",sans-serif',
  kai: '"Kaiti SC","STKaiti","KaiTi","BiauKai","Noto Serif SC","Noto Serif CJK SC",Palatino,"Book Antiqua",Georgia,serif',
  mono: 'ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono CJK SC","PingFang SC",monospace',
}

/** Sizes of body text stay; what headings are set in grows or shrinks with how far they are to stand out. */
const bodySizesPx = { xs: 12, s: 14, m: 16 } as const
const headingStyles = {
  calm: { l: 17, xl: 20, '2xl': 24, weight: 500 },
  clear: { l: 18, xl: 22, '2xl': 28, weight: 700 },
  bold: { l: 19, xl: 25, '2xl': 34, weight: 800 },
} as const

/** Room beside blocks, and how much of the usual room is above and below them. */
const densities = { tight: { insetPx: 12, factor: 0.7 }, airy: { insetPx: 22, factor: 1.45 } } as const

/** Variables that `kit/picture-box` and the blocks with pictures of content read. */
const pictureStyles: { readonly [name in Exclude<NonNullable<CompiledTheme['pictures']>, 'rounded'>]: string } = {
  square: '--sw-picture-radius:0;--sw-thumb-radius:2px;',
  arch: '--sw-picture-radius:999px 999px var(--sw-radius) var(--sw-radius);--sw-thumb-radius:50%;',
  framed:
    '--sw-picture-radius:2px;--sw-thumb-radius:2px;--sw-picture-pad:6px;--sw-picture-ground:var(--sw-card);--sw-picture-shadow:0 0 0 1px var(--sw-line),0 2px 6px rgb(0 0 0/8%);',
  soft: '--sw-picture-shadow:0 10px 28px rgb(0 0 0/16%),0 2px 6px rgb(0 0 0/8%);',
  warm: '--sw-picture-filter:sepia(.24) saturate(1.18) contrast(1.04);',
  mono: '--sw-picture-radius:0;--sw-thumb-radius:2px;--sw-picture-filter:grayscale(1) contrast(1.06);',
}

const fallback = { accent: '#c2410c', ground: '#f7f5f2' } as const

/**
 * A theme as CSS variables. All pairs of text and ground that blocks may use reach WCAG AA in both schemes, whatever
 * accent and ground the merchant picked; text colours and cards picked one by one stay as picked, and
 * `contrastFindings` tells where they cannot be read.
 * @param switchable - for the editor's frames: `data-scheme="light|dark"` on the root then overrules the phone's setting
 *   where the theme leaves the choice to the phone
 */
export function themeCss(theme: CompiledTheme, switchable = false): string {
  const fixed = fixedVariables(theme)
  const lightRules = schemeRules(theme, 'light')
  const darkRules = schemeRules(theme, 'dark')
  if (theme.scheme === 'light') return `:root{${fixed}${lightRules}}`
  if (theme.scheme === 'dark') return `:root{${fixed}${darkRules}}`
  const root = switchable ? ':root:not([data-scheme=light])' : ':root'
  const chosen = switchable ? `:root[data-scheme=dark]{${darkRules}}` : ''
  return `:root{${fixed}${lightRules}}@media(prefers-color-scheme:dark){${root}{${darkRules}}}${chosen}`
}

/** The variables alone in one scheme, for an element's own style: a miniature of the theme inside another page. */
export function themeVariables(theme: CompiledTheme, scheme: 'light' | 'dark'): string {
  return fixedVariables(theme) + schemeRules(theme, scheme)
}

function fixedVariables(theme: CompiledTheme): string {
  return (
    `--sw-radius:${clamp(theme.radiusPx, 0, 32)}px;--sw-font:${valueOf(themeFonts, theme.fontFamily) ?? themeFonts.sans};` +
    `--sw-scale:${clamp(theme.typeScale, 0.8, 1.5)};--sw-space:4px;${shapeVariables(theme)}`
  )
}

function schemeRules(theme: CompiledTheme, scheme: 'light' | 'dark'): string {
  const colours = themeColours(theme)[scheme]
  const texture = textureVariables(theme.texture, colours.ground, colours.brand)
  return `color-scheme:${scheme};${declarations(colours)}${texture}`
}

/** Both schemes as colours; a value that is no colour is replaced by the default one. */
export function themeColours(theme: ThemeColourChoices): {
  readonly light: SchemeColours
  readonly dark: SchemeColours
} {
  const accent = isHexColour(theme.accent) ? theme.accent.toLowerCase() : fallback.accent
  const ground = isHexColour(theme.ground) ? theme.ground.toLowerCase() : fallback.ground
  const choices = { ...theme, accent, ground }
  return { light: lightColours(choices), dark: darkColours(choices) }
}

/** Everything but colours. What nobody chose is left to the defaults of the style sheets: old themes stay as small. */
function shapeVariables({ headings, headingFamily, density, pictures }: CompiledTheme): string {
  const { weight, ...headingSizesPx } = valueOf(headingStyles, headings) ?? headingStyles.clear
  const sizes = Object.entries({ ...bodySizesPx, ...headingSizesPx })
    .map(([name, px]) => `--sw-text-${name}:calc(${px}px*var(--sw-scale));`)
    .join('')
  const room = valueOf(densities, density)
  const family = valueOf(themeFonts, headingFamily)
  return [
    sizes,
    weight === headingStyles.clear.weight ? '' : `--sw-heading-weight:${weight};`,
    family === undefined ? '' : `--sw-heading-font:${family};`,
    room ? `--sw-inset:${room.insetPx}px;--sw-density:${room.factor};` : '',
    valueOf(pictureStyles, pictures) ?? '',
  ].join('')
}

/** A stored theme may hold any text, also the name of something every object has. */
function valueOf<Value>(table: { readonly [name: string]: Value }, name: string | undefined): Value | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
}

function declarations(colours: SchemeColours): string {
  return Object.entries(colours)
    .map(([name, value]) => `--sw-${name}:${value};`)
    .join('')
}

function clamp(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : low
}
