/** A colour field's value as CSS; undefined for none. */
export function colourCss(value: string): string | undefined {
  if (value === '') return undefined
  return value.startsWith('theme:') ? `var(--sw-${value.slice(6)})` : value
}

/**
 * Ground and ink of a box that stands out from its surroundings: everything in it then takes its colours from these
 * two. Null for a ground that the theme's own colours are legible on.
 */
export function groundAndInk(value: string): { readonly ground: string; readonly ink: string } | null {
  if (value.startsWith('#')) return { ground: value, ink: contrastInk(value) }
  if (value === 'theme:accent') return { ground: 'var(--sw-brand)', ink: 'var(--sw-on-brand)' }
  if (value === 'theme:ink' || value === 'theme:muted')
    return { ground: `var(--sw-${value.slice(6)})`, ink: 'var(--sw-ground)' }
  return null
}

/** Black or white, whichever stands out more (WCAG 2 relative luminance); always at least 4.5 : 1. */
function contrastInk(hex: string): string {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
  return luminance > 0.179 ? '#000000' : '#ffffff'
}
