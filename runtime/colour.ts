/** Colour arithmetic in OKLCH, where equal steps look equal: https://bottosson.github.io/posts/oklab/ */

export interface Oklch {
  /** 0 black to 1 white. */
  readonly lightness: number
  readonly chroma: number
  /** Radians. */
  readonly hue: number
}

type Triple = readonly [number, number, number]

/** @param hex - `#rrggbb` */
export function oklchOf(hex: string): Oklch {
  const [r, g, b] = linearOf(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, bb),
    hue: Math.atan2(bb, a),
  }
}

/** The nearest colour a screen can show: chroma gives way, lightness and hue stay. */
export function hexOf({ lightness, chroma, hue }: Oklch): string {
  let low = 0
  let high = chroma
  if (!isShowable(linearFrom(lightness, chroma, hue))) {
    for (let step = 0; step < 12; step++) {
      const middle = (low + high) / 2
      if (isShowable(linearFrom(lightness, middle, hue))) low = middle
      else high = middle
    }
    chroma = low
  }
  const channels = linearFrom(lightness, chroma, hue).map((value) => {
    const clamped = Math.min(1, Math.max(0, value))
    const encoded = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`
}

/** Contrast ratio of WCAG 2, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG 2 AA for text is 4.5; a little more, so that rounding never falls below. */
export const readable = 4.55

/** `share` of the way from one colour to the other. */
export function mix(from: string, to: string, share: number): string {
  const parts = channelsOf(from).map((value, index) =>
    Math.round(value + ((channelsOf(to)[index] ?? value) - value) * share),
  )
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

export function isHexColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text)
}

function luminance(hex: string): number {
  const [r, g, b] = linearOf(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function channelsOf(hex: string): Triple {
  const at = (index: number) => Number.parseInt(hex.slice(index, index + 2), 16)
  return [at(1), at(3), at(5)]
}

function linearOf(hex: string): Triple {
  const decode = (channel: number) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const [r, g, b] = channelsOf(hex)
  return [decode(r), decode(g), decode(b)]
}

function linearFrom(lightness: number, chroma: number, hue: number): Triple {
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function isShowable(linear: Triple): boolean {
  return linear.every((value) => value >= -0.0005 && value <= 1.0005)
}
