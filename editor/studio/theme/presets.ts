import type { CompiledTheme } from '#model/compiled-program.ts'
import type { LocalText } from '#model/program-spec.ts'

export interface ThemePreset {
  readonly id: string
  readonly name: LocalText
  readonly theme: CompiledTheme
}

/** Finished themes. The scheme is left out of most: it stays as the merchant has it. */
export const themePresets: readonly ThemePreset[] = [
  preset(
    'broth',
    { en: 'Broth', 'zh-CN': '骨汤' },
    { accent: '#c2410c', ground: '#faf6f0', fontFamily: 'sans', radiusPx: 14 },
  ),
  preset(
    'jade',
    { en: 'Jade', 'zh-CN': '青玉' },
    { accent: '#0f766e', ground: '#f3f7f5', fontFamily: 'sans', radiusPx: 10 },
  ),
  preset(
    'plum',
    { en: 'Plum', 'zh-CN': '梅子' },
    { accent: '#9d174d', ground: '#fbf5f7', fontFamily: 'serif', radiusPx: 6 },
  ),
  preset(
    'clinic',
    { en: 'Clear', 'zh-CN': '清澈' },
    { accent: '#1d5fd1', ground: '#f5f7fb', fontFamily: 'sans', radiusPx: 8 },
  ),
  preset(
    'matcha',
    { en: 'Matcha', 'zh-CN': '抹茶' },
    { accent: '#4d7c0f', ground: '#f7f8ef', fontFamily: 'rounded', radiusPx: 20 },
  ),
  preset(
    'ink',
    { en: 'Ink', 'zh-CN': '墨色' },
    { accent: '#1f2937', ground: '#ffffff', fontFamily: 'serif', radiusPx: 0 },
  ),
  preset(
    'peach',
    { en: 'Peach', 'zh-CN': '蜜桃' },
    { accent: '#e0513f', ground: '#fff6f2', fontFamily: 'rounded', radiusPx: 18 },
  ),
  preset(
    'night',
    { en: 'Night', 'zh-CN': '夜市' },
    { accent: '#f59e0b', ground: '#f6f4ef', fontFamily: 'sans', radiusPx: 12, scheme: 'dark' },
  ),
]

function preset(
  id: string,
  name: LocalText,
  choices: Omit<CompiledTheme, 'typeScale' | 'scheme'> & Partial<CompiledTheme>,
): ThemePreset {
  return { id, name, theme: { typeScale: 1, scheme: 'auto', ...choices } }
}

export function isPreset({ theme }: ThemePreset, now: CompiledTheme): boolean {
  return (Object.keys(theme) as (keyof CompiledTheme)[]).every((name) => theme[name] === now[name])
}
