/**
 * What a theme lets people choose from, by name. Absent choices mean the look programs had before there was such a
 * choice, so an old program looks as it did.
 */
export const themeChoices = {
  fontFamily: ['sans', 'serif', 'rounded', 'kai', 'mono'],
  headingFamily: ['sans', 'serif', 'rounded', 'kai', 'mono'],
  /** How far headings stand out in size and weight. */
  headings: ['calm', 'clear', 'bold'],
  /** Room around and between blocks. */
  density: ['tight', 'normal', 'airy'],
  /** How pictures of content are cut and coloured. */
  pictures: ['rounded', 'square', 'arch', 'framed', 'soft', 'warm', 'mono'],
  /** What lies over the ground, drawn by gradients. */
  texture: ['none', 'paper', 'dots', 'grid', 'stripes', 'gradient', 'confetti'],
  /** `auto` follows the visitor's phone. */
  scheme: ['auto', 'light', 'dark'],
} as const

export type ThemeChoice<Name extends keyof typeof themeChoices> = (typeof themeChoices)[Name][number]
