import type { CompiledTheme } from '#model/compiled-program.ts'
import { contrast, mix, readable } from './colour.ts'

type Texture = NonNullable<CompiledTheme['texture']>

interface TextureStyle {
  readonly image: string
  readonly size: string
  /** The strongest colour it lays over the ground: what text must still be readable on. */
  readonly over: 'ink' | 'accent'
  readonly share: number
}

const tint = (over: 'ink' | 'accent', percent: number) =>
  `color-mix(in srgb,var(--sw-${over === 'accent' ? 'brand' : 'ink'}) ${percent}%,transparent)`

/** Grounds drawn by gradients alone: no picture to load, sharp at every density, in the theme's own colours. */
const textures: { readonly [name in Exclude<Texture, 'none'>]: TextureStyle } = {
  paper: {
    image: `repeating-linear-gradient(0deg,${tint('ink', 3)} 0 1px,transparent 1px 4px),repeating-linear-gradient(88deg,${tint('ink', 2)} 0 1px,transparent 1px 7px)`,
    size: 'auto',
    over: 'ink',
    share: 0.05,
  },
  dots: {
    image: `radial-gradient(${tint('ink', 13)} 1px,transparent 1.5px)`,
    size: '14px 14px',
    over: 'ink',
    share: 0.13,
  },
  grid: {
    image: `linear-gradient(${tint('ink', 6)} 1px,transparent 1px),linear-gradient(90deg,${tint('ink', 6)} 1px,transparent 1px)`,
    size: '24px 24px',
    over: 'ink',
    share: 0.12,
  },
  stripes: {
    image: `repeating-linear-gradient(90deg,${tint('accent', 7)} 0 20px,transparent 20px 40px)`,
    size: 'auto',
    over: 'accent',
    share: 0.07,
  },
  gradient: {
    image: `linear-gradient(${tint('accent', 16)},transparent 420px)`,
    size: 'auto',
    over: 'accent',
    share: 0.16,
  },
  confetti: {
    image: `radial-gradient(circle at 18% 26%,${tint('accent', 16)} 0 4px,transparent 5px),radial-gradient(circle at 72% 12%,${tint('ink', 8)} 0 3px,transparent 4px),radial-gradient(circle at 56% 74%,${tint('accent', 12)} 0 6px,transparent 7px)`,
    size: '84px 84px',
    over: 'accent',
    share: 0.16,
  },
}

/** As CSS variables; nothing where no texture was chosen. */
export function textureVariables(texture: CompiledTheme['texture'], ground: string, accent: string): string {
  const style = textureOf(texture)
  if (!style) return ''
  if (texturedGrounds(texture, ground, accent).length === 0) return '--sw-ground-image:none;'
  return `--sw-ground-image:${style.image};--sw-ground-size:${style.size};`
}

/**
 * The ground at the texture's strongest place, for checking what text can be read on it; empty for a plain ground. A
 * ground of middling lightness, on which no text could be read any more, stays plain.
 */
export function texturedGrounds(texture: CompiledTheme['texture'], ground: string, accent: string): readonly string[] {
  const style = textureOf(texture)
  if (!style) return []
  const ink = contrast('#000000', ground) >= contrast('#ffffff', ground) ? '#000000' : '#ffffff'
  const strongest = mix(ground, style.over === 'ink' ? ink : accent, style.share)
  return contrast(ink, strongest) >= readable ? [strongest] : []
}

function textureOf(texture: CompiledTheme['texture']): TextureStyle | undefined {
  return texture === undefined || texture === 'none' || !Object.hasOwn(textures, texture)
    ? undefined
    : textures[texture]
}
