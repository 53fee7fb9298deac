import type { CompiledTheme } from '#model/compiled-program.ts'
import { contrast, isHexColour, oklchOf, readable } from './colour.ts'
import { moveUntilReadable, type SchemeColours } from './theme-colours.ts'
import { themeColours } from './theme-css.ts'
import { texturedGrounds } from './theme-texture.ts'

/** WCAG 2 AA for text of ordinary size. */
const leastContrast = 4.5

export type TextToken =
  | 'ink'
  | 'muted'
  | 'accent'
  | 'danger'
  | 'success'
  | 'warning'
  | 'on-accent'
  | 'on-brand'
  | 'on-danger'
export type GroundToken = 'ground' | 'card' | 'accent-soft' | 'texture' | 'accent' | 'brand' | 'danger'

/** One text that cannot be read well on one of its grounds: the worst of them. */
export interface ContrastFinding {
  readonly scheme: 'light' | 'dark'
  readonly text: TextToken
  readonly on: GroundToken
  readonly textColour: string
  readonly groundColour: string
  /** 1 to 21; {@link needed} would do. */
  readonly ratio: number
  readonly needed: number
  /** Choices of the theme that make it readable, for `setTheme`; undefined takes a choice back. */
  readonly fix: { readonly [Name in 'ink' | 'muted' | 'card']?: string | undefined }
}

/**
 * Where texts of a theme cannot be read on what lies under them, in the schemes visitors can see. Only colours that
 * somebody chose one by one can be the reason: all others are made to fit. Pure and quick enough to run on every change.
 */
export function contrastFindings(theme: CompiledTheme): readonly ContrastFinding[] {
  const colours = themeColours(theme)
  const schemes = theme.scheme === 'auto' ? (['light', 'dark'] as const) : [theme.scheme]
  return schemes.flatMap((scheme) => {
    const pairs = textPairs(colours[scheme], theme)
    const texts = [...new Set(pairs.map(({ text }) => text))]
    return texts.flatMap((text) => {
      const [worst] = pairs.filter((pair) => pair.text === text).toSorted((a, b) => a.ratio - b.ratio)
      if (!worst || worst.ratio >= leastContrast) return []
      return [{ ...worst, scheme, needed: leastContrast, fix: fixFor(text, colours[scheme], theme) }]
    })
  })
}

/** Every text with every ground blocks may lay it on, and how well it can be read there. */
export function textPairs(
  colours: SchemeColours,
  { texture }: Pick<CompiledTheme, 'texture'>,
): readonly Omit<ContrastFinding, 'scheme' | 'needed' | 'fix'>[] {
  const grounds = groundsOf(colours, texture)
  const texts = ['ink', 'muted', 'accent', 'danger', 'success', 'warning'] as const
  const onGrounds = texts.flatMap((text) => grounds.map(([on, colour]) => pairOf(text, colours[text], on, colour)))
  const onFills = (['accent', 'brand', 'danger'] as const).map((fill) =>
    pairOf(`on-${fill}`, colours[`on-${fill}`], fill, colours[fill]),
  )
  return [...onGrounds, ...onFills]
}

function pairOf(text: TextToken, textColour: string, on: GroundToken, groundColour: string) {
  return { text, on, textColour, groundColour, ratio: contrast(textColour, groundColour) }
}

function groundsOf(
  colours: SchemeColours,
  texture: CompiledTheme['texture'],
): readonly (readonly [GroundToken, string])[] {
  const { ground, brand } = colours
  return [
    ['ground', ground],
    ['card', colours.card],
    ['accent-soft', colours['accent-soft']],
    ...texturedGrounds(texture, ground, brand).map((colour) => ['texture', colour] as const),
  ]
}

/** The nearest colour that can be read everywhere it is used; where grounds are too far apart for any, their card goes. */
function fixFor(text: TextToken, colours: SchemeColours, theme: CompiledTheme): ContrastFinding['fix'] {
  const isChosen = (text === 'ink' || text === 'muted') && theme[text] !== undefined
  if (!isChosen) return { card: undefined }
  const under = groundsOf(colours, theme.texture).map(([, colour]) => colour)
  const near = nearestReadable(colours[text], under)
  return near === undefined ? { card: undefined, [text]: undefined } : { [text]: near }
}

/** The colour of the same hue, as little darker or lighter as will do. @returns undefined when no shade can be read on all */
export function nearestReadable(colour: string, under: readonly string[]): string | undefined {
  if (!isHexColour(colour)) return undefined
  const from = oklchOf(colour)
  const candidates = [true, false].map((darker) => moveUntilReadable(from, under, darker, readable))
  return candidates
    .filter((candidate) => under.every((ground) => contrast(candidate, ground) >= leastContrast))
    .toSorted((a, b) => distance(a, from.lightness) - distance(b, from.lightness))[0]
}

function distance(colour: string, lightness: number): number {
  return Math.abs(oklchOf(colour).lightness - lightness)
}
