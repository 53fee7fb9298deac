import type { CompiledTheme } from '#model/compiled-program.ts'
import type { JsonObject, JsonValue } from '#model/json.ts'
import { themeChoices } from '#model/theme-choices.ts'

export const defaultTheme: CompiledTheme = {
  accent: '#c2410c',
  ground: '#f7f5f2',
  fontFamily: 'sans',
  typeScale: 1,
  radiusPx: 12,
  scheme: 'auto',
}

const optionalColours = ['card', 'ink', 'muted', 'darkGround'] as const
const optionalChoices = ['headingFamily', 'headings', 'density', 'pictures', 'texture'] as const

/** The theme with every needed value filled in; what cannot be read counts as not chosen. */
export function compileTheme(theme: JsonObject): CompiledTheme {
  return {
    accent: colourOf(theme.accent) ?? defaultTheme.accent,
    ground: colourOf(theme.ground) ?? defaultTheme.ground,
    fontFamily: choiceOf('fontFamily', theme) ?? defaultTheme.fontFamily,
    typeScale: number(theme.typeScale, 0.8, 1.5, defaultTheme.typeScale),
    radiusPx: number(theme.radiusPx, 0, 32, defaultTheme.radiusPx),
    scheme: choiceOf('scheme', theme) ?? defaultTheme.scheme,
    ...chosen(optionalColours, (name) => colourOf(theme[name])),
    ...chosen(optionalChoices, (name) => choiceOf(name, theme)),
  }
}

function chosen<Name extends string>(names: readonly Name[], read: (name: Name) => string | undefined): object {
  return Object.fromEntries(names.flatMap((name) => [[name, read(name)]]).filter(([, value]) => value !== undefined))
}

function choiceOf<Name extends keyof typeof themeChoices>(
  name: Name,
  theme: JsonObject,
): (typeof themeChoices)[Name][number] | undefined {
  const options: readonly (typeof themeChoices)[Name][number][] = themeChoices[name]
  return options.find((option) => option === theme[name])
}

function colourOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : undefined
}

function number(value: JsonValue | undefined, low: number, high: number, otherwise: number): number {
  return typeof value === 'number' && value >= low && value <= high ? value : otherwise
}
