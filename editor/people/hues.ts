/** Apart from each other and from the selection's own blue; white letters are read on all of them. */
export const peerColours = [
  '#c2410c',
  '#0f766e',
  '#7c3aed',
  '#be185d',
  '#15803d',
  '#92580c',
  '#b91c1c',
  '#0e7490',
  '#a21caf',
  '#475569',
] as const

/** The same for a person wherever lists show them, as rooms choose it while nobody else has it. */
export function hueOf(id: string): string {
  const hues: readonly string[] = peerColours
  let hue = 0
  for (const letter of id) hue = (hue * 31 + letter.charCodeAt(0)) % hues.length
  return hues[hue] ?? peerColours[0]
}
