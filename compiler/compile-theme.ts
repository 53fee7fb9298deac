import type { CompiledTheme } from '#model/compiled-program.ts'
import type { JsonObject, JsonValue } from '#model/json.ts'

const families = ['sans', 'serif', 'rounded'] as const
const schemes = ['light', 'dark', 'auto'] as const

export const defaultTheme: CompiledTheme = {
  accent: '#c2410c',
  ground: '#f7f5f2',
  fontFamily: 'sans',
  typeScale: 1,
  radiusPx: 12,
  scheme: 'auto',
}

/** The theme with every value filled in; what cannot be read counts as not chosen. */
export function compileTheme(theme: JsonObject): CompiledTheme {
  return {
    accent: colour(theme.accent, defaultTheme.accent),
    ground: colour(theme.ground, defaultTheme.ground),
    fontFamily: families.find((family) => family === theme.fontFamily) ?? defaultTheme.fontFamily,
    typeScale: number(theme.typeScale, 0.8, 1.5, defaultTheme.typeScale),
    radiusPx: number(theme.radiusPx, 0, 32, defaultTheme.radiusPx),
    scheme: schemes.find((scheme) => scheme === theme.scheme) ?? defaultTheme.scheme,
  }
}

function colour(value: JsonValue | undefined, otherwise: string): string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : otherwise
}

function number(value: JsonValue | undefined, low: number, high: number, otherwise: number): number {
  return typeof value === 'number' && value >= low && value <= high ? value : otherwise
}
