import { contrast, hexOf, mix, oklchOf, type Oklch } from './colour.ts'

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

/** WCAG 2 AA for text is 4.5; a little more, so that rounding never falls below. */
const readable = 4.55

/** The light scheme on the merchant's own ground, which may be any colour. */
export function lightColours(accent: string, ground: string): SchemeColours {
  const base = oklchOf(ground)
  const darkInk = contrast('#000000', ground) >= contrast('#ffffff', ground)
  const card = darkInk ? (base.lightness > 0.9 ? '#ffffff' : lighter(base, 0.06)) : cardUnderLightInk(base)
  return coloursOn({ accent, ground, card, darkInk })
}

/** The dark scheme: the ground keeps only its hue. */
export function darkColours(accent: string, ground: string): SchemeColours {
  const { chroma, hue } = oklchOf(ground)
  const tint = Math.min(chroma, 0.012)
  const darkGround = hexOf({ lightness: 0.175, chroma: tint, hue })
  const card = hexOf({ lightness: 0.225, chroma: tint, hue })
  return coloursOn({ accent, ground: darkGround, card, darkInk: false })
}

function coloursOn(on: { accent: string; ground: string; card: string; darkInk: boolean }): SchemeColours {
  const { accent, ground, card, darkInk } = on
  const seed = oklchOf(accent)
  const base = oklchOf(card)
  const soft = hexOf({
    lightness: base.lightness + (darkInk ? -0.045 : 0.045),
    chroma: Math.min(seed.chroma, 0.045),
    hue: seed.hue,
  })
  // A tint must not cost legibility: on a ground of middling lightness it falls back to the card itself.
  const accentSoft = contrast(darkInk ? '#000000' : '#ffffff', soft) >= readable ? soft : card
  const under = [ground, card, accentSoft]
  const read = (from: Oklch, ratio = readable) => moveUntilReadable(from, under, darkInk, ratio)
  const hue = oklchOf(ground).hue
  const ink = read({ lightness: darkInk ? 0.24 : 0.95, chroma: 0.012, hue }, 7)
  const readableAccent = read(seed)
  const danger = read({ lightness: darkInk ? 0.53 : 0.72, chroma: 0.19, hue: 0.44 })
  return {
    ground,
    card,
    ink,
    muted: read({ lightness: darkInk ? 0.54 : 0.7, chroma: 0.012, hue }),
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
function moveUntilReadable(from: Oklch, under: readonly string[], darkInk: boolean, ratio: number): string {
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
