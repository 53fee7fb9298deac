import type { CompiledTheme } from '#model/compiled-program.ts'
import type { JsonValue } from '#model/json.ts'
import type { FinishedTheme } from '#templates/themes/index.ts'

/** Every choice of a theme. Typed so that a new one cannot be forgotten here. */
const names = Object.keys({
  accent: 0,
  ground: 0,
  card: 0,
  ink: 0,
  muted: 0,
  darkGround: 0,
  fontFamily: 0,
  headingFamily: 0,
  headings: 0,
  typeScale: 0,
  radiusPx: 0,
  density: 0,
  pictures: 0,
  texture: 0,
  scheme: 0,
} satisfies { readonly [Name in keyof Required<CompiledTheme>]: 0 }) as (keyof CompiledTheme)[]

/** A theme as a change of the document: what it leaves open is taken out, so that nothing of the theme before stays. */
export function wholeTheme(theme: CompiledTheme): { readonly [name: string]: JsonValue | undefined } {
  return Object.fromEntries(names.map((name) => [name, theme[name]]))
}

/** Whether the program looks exactly like this finished theme. */
export function isApplied({ theme }: FinishedTheme, now: CompiledTheme): boolean {
  return names.every((name) => theme[name] === now[name])
}
