/**
 * Room around a block. Stored as one letter per side, top, right, bottom, left: `m-l-` is medium above, large below and
 * the rest as the block has it. Steps, not pixels, so that a theme with more air gives all blocks more of it.
 */
export const sides = ['top', 'right', 'bottom', 'left'] as const
export type Side = (typeof sides)[number]

/** From none to extra large; `-` is what the block has by itself. */
export const spacingSteps = ['-', '0', 's', 'm', 'l', 'x'] as const
export type SpacingStep = (typeof spacingSteps)[number]
export type Spacing = { readonly [S in Side]: SpacingStep }

/** How many of the theme's units of space a step is. */
const unitsOf: { readonly [step in Exclude<SpacingStep, '-'>]: number } = { '0': 0, s: 2, m: 4, l: 8, x: 14 }

const pattern = /^[-0smlx]{4}$/

export function isSpacing(value: string): boolean {
  return value === '' || pattern.test(value)
}

/** What cannot be read is as the block has it. */
export function readSpacing(value: string): Spacing {
  const letters = pattern.test(value) ? value : '----'
  return Object.fromEntries(sides.map((side, at) => [side, letters[at]])) as Spacing
}

/** The shortest way to store it: nothing where nothing was chosen. */
export function writeSpacing(spacing: Spacing): string {
  const letters = sides.map((side) => spacing[side]).join('')
  return letters === '----' ? '' : letters
}

/**
 * Class and style of the box around a block; undefined when the block keeps its own room. The box hands the chosen
 * steps to the block's outermost element in place of that element's own padding (`runtime/shell/shell.css`).
 */
export function spacingBox(value: unknown): { readonly className: string; readonly style: Style } | undefined {
  if (typeof value !== 'string' || !pattern.test(value)) return undefined
  const style: { [name: `--${string}`]: string } = {}
  const classes = sides.flatMap((side, at) => {
    const step = value[at] as SpacingStep
    if (step === '-') return []
    style[`--sw-room-${side}`] = step === '0' ? '0px' : `calc(var(--sw-space)*${unitsOf[step]})`
    return `sw-room-${side}`
  })
  return { className: classes.join(' '), style }
}

type Style = { readonly [name: `--${string}`]: string }
