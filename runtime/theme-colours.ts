import type { CompiledTheme } from '#model/compiled-program.ts'
import { contrast, hexOf, isHexColour, mix, oklchOf, readable, type Oklch } from './colour.ts'
import { texturedGrounds } from './theme-texture.ts'

/** Every colour a block may use, by the name of its CSS variable without `--sw-`. */
export interface SchemeColours {
  readonly ground: string
  readonly card: string
  readonly ink: string
  readonly muted: string
  readonly line: string
  /** The seed, moved just far enough to be read as text on ground, card and accent-soft. */
  readonly accent: string
  readonly 'on-accent': string
  /** A tint to lay under text. */
  readonly 'accent-soft': string
  /** The seed exactly as chosen, for large surfaces; text on it is `on-brand`. */
  readonly brand: string
  readonly 'on-brand': string
  readonly danger: string
  readonly 'on-danger': string
  readonly success: string
  readonly warning: string
}

/** What a theme says about colours. */
export type ThemeColourChoices = Pick<CompiledTheme, 'accent' | 'ground'> &
  Partial<Pick<CompiledTheme, 'card' | 'ink' | 'muted' | 'darkGround' | 'texture'>>

/**
 * The light scheme on the merchant's own ground, which may be any colour. Card, text and quiet text that somebody chose
 * are taken exactly as they are, readable or not (`contrastFindings` tells); all others are made readable on them.
 */
export function lightColours({ accent, ground, texture, ...chosen }: ThemeColourChoices): SchemeColours {
  const base = oklchOf(ground)
  const darkInk = contrast('#000000', ground) >= contrast('#ffffff', ground)
  const derived = darkInk ? (base.lightness > 0.9 ? '#ffffff' : lighter(base, 0.06)) : cardUnderLightInk(base)
  const [card, ink, muted] = [chosen.card, chosen.ink, chosen.muted].map((value) =>
    value !== undefined && isHexColour(value) ? value.toLowerCase() : undefined,
  )
  return coloursOn({ accent, ground, card: card ?? derived, darkInk, texture, ink, muted })
}

/** The dark scheme: on the ground chosen for it, else on a dark one that keeps only the hue of the light one. */
export function darkColours({ accent, ground, darkGround, texture }: ThemeColourChoices): SchemeColours {
  const { chroma, hue } = oklchOf(ground)
  const tint = Math.min(chroma, 0.012)
  if (darkGround === undefined || !isHexColour(darkGround)) {
    const derived = hexOf({ lightness: 0.175, chroma: tint, hue })
    const card = hexOf({ lightness: 0.225, chroma: tint, hue })
    return coloursOn({ accent, ground: derived, card, darkInk: false, texture })
  }
  const base = oklchOf(darkGround)
  const darkInk = contrast('#000000', darkGround) >= contrast('#ffffff', darkGround)
  const card = darkInk ? lighter(base, 0.05) : cardUnderLightInk(base)
  return coloursOn({ accent, ground: darkGround.toLowerCase(), card, darkInk, texture })
}

interface Grounds {
  readonly accent: string
  readonly ground: string
  readonly card: string
  readonly darkInk: boolean
  readonly texture: CompiledTheme['texture']
  readonly ink?: string
  readonly muted?: string
}

function coloursOn(on: Grounds): SchemeColours {
  const { accent, ground, card, darkInk, texture } = on
  const seed = oklchOf(accent)
  const base = oklchOf(card)
  const soft = hexOf({
    lightness: base.lightness + (darkInk ? -0.045 : 0.045),
    chroma: Math.min(seed.chroma, 0.045),
    hue: seed.hue,
  })
  // A tint must not cost legibility: on a ground of middling lightness it falls back to the card itself.
  const accentSoft = contrast(darkInk ? '#000000' : '#ffffff', soft) >= readable ? soft : card
  const under = [ground, card, accentSoft, ...texturedGrounds(texture, ground, accent)]
  const read = (from: Oklch, ratio = readable) => moveUntilReadable(from, under, darkInk, ratio)
  const hue = oklchOf(ground).hue
  const ink = on.ink ?? read({ lightness: darkInk ? 0.24 : 0.95, chroma: 0.012, hue }, 7)
  const readableAccent = read(seed)
  const danger = read({ lightness: darkInk ? 0.53 : 0.72, chroma: 0.19, hue: 0.44 })
  return {
    ground,
    card,
    ink,
    muted: on.muted ?? read({ lightness: darkInk ? 0.54 : 0.7, chroma: 0.012, hue }),
    line: mix(ground, ink, 0.12),
    accent: readableAccent,
    'on-accent': textOn(readableAccent),
    'accent-soft': accentSoft,
    brand: accent,
    'on-brand': textOn(accent),
    danger,
    'on-danger': textOn(danger),
    success: read({ lightness: darkInk ? 0.53 : 0.75, chroma: 0.14, hue: 2.6 }),
    warning: read({ lightness: darkInk ? 0.55 : 0.8, chroma: 0.13, hue: 1.25 }),
  }
}

/** Walks from a colour towards the ink until it can be read on all of these; black or white if nothing else will do. */
export function moveUntilReadable(from: Oklch, under: readonly string[], darkInk: boolean, ratio: number): string {
  const step = darkInk ? -0.01 : 0.01
  for (let lightness = from.lightness; lightness >= 0 && lightness <= 1; lightness += step) {
    const candidate = hexOf({ ...from, lightness })
    if (under.every((ground) => contrast(candidate, ground) >= ratio)) return candidate
  }
  return darkInk ? '#000000' : '#ffffff'
}

function textOn(ground: string): string {
  if (contrast('#ffffff', ground) >= readable) return '#ffffff'
  const { hue, chroma } = oklchOf(ground)
  const dark = hexOf({ lightness: 0.2, chroma: Math.min(chroma, 0.04), hue })
  return contrast(dark, ground) >= readable ? dark : '#000000'
}

function cardUnderLightInk(ground: Oklch): string {
  const raised = lighter(ground, 0.05)
  return contrast('#ffffff', raised) >= 7 ? raised : lighter(ground, -0.05)
}

function lighter(colour: Oklch, by: number): string {
  return hexOf({ ...colour, lightness: Math.min(1, Math.max(0, colour.lightness + by)) })
}
