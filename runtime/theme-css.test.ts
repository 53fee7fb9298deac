import { expect, test } from 'vitest'
import type { CompiledTheme } from '#model/compiled-program.ts'
import { contrast, hexOf, oklchOf } from './colour.ts'
import { themeColours, themeCss } from './theme-css.ts'

const theme: CompiledTheme = {
  accent: '#d9480f',
  ground: '#faf7f2',
  fontFamily: 'sans',
  typeScale: 1,
  radiusPx: 12,
  scheme: 'auto',
}

/** Text and what it may lie on. */
const pairs = [
  ...(['ground', 'card', 'accent-soft'] as const).flatMap((under) =>
    (['ink', 'muted', 'accent', 'danger', 'success', 'warning'] as const).map((text) => [text, under] as const),
  ),
  ['on-accent', 'accent'],
  ['on-brand', 'brand'],
  ['on-danger', 'danger'],
] as const

test('every text can be read on every ground, for 500 random pairs of colours', () => {
  const random = seeded(7)
  const colour = () =>
    `#${Math.floor(random() * 0x1000000)
      .toString(16)
      .padStart(6, '0')}`
  for (let round = 0; round < 500; round++) {
    const seed = { accent: colour(), ground: round % 5 === 0 ? '#ffffff' : colour() }
    const { light, dark } = themeColours(seed)
    for (const [scheme, colours] of Object.entries({ light, dark }))
      for (const [text, under] of pairs)
        expect(
          contrast(colours[text], colours[under]),
          `${scheme}: ${text} on ${under}, ${JSON.stringify(seed)}`,
        ).toBeGreaterThanOrEqual(4.5)
  }
})

test('a seed that can be read already stays as it is', () => {
  expect(themeColours({ accent: '#9a3412', ground: '#ffffff' }).light.accent).toBe('#9a3412')
})

test('the brand keeps the seed exactly, however light', () => {
  const { light } = themeColours({ accent: '#ffd400', ground: '#ffffff' })
  expect(light.brand).toBe('#ffd400')
  expect(light.accent).not.toBe('#ffd400')
})

test('a scheme that is fixed leaves the phone no choice', () => {
  expect(themeCss({ ...theme, scheme: 'light' })).not.toContain('dark')
  expect(themeCss({ ...theme, scheme: 'dark' })).not.toContain('color-scheme:light')
  expect(themeCss(theme)).toContain('prefers-color-scheme:dark')
  expect(themeCss(theme)).not.toContain('data-scheme')
  expect(themeCss(theme, true)).toContain(':root[data-scheme=dark]')
})

test('values that are no colours or sizes never reach the style sheet', () => {
  const css = themeCss({ ...theme, accent: 'red;}body{display:none', ground: '', radiusPx: Number.NaN, typeScale: 99 })
  expect(css).not.toContain('display')
  expect(css).toContain('--sw-radius:0px')
  expect(css).toContain('--sw-scale:1.5')
})

test('colours survive the way to OKLCH and back', () => {
  for (const hex of ['#000000', '#ffffff', '#d9480f', '#1d4ed8', '#7f7f7f', '#00ff00'])
    expect(hexOf(oklchOf(hex))).toBe(hex)
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 0x100000000
  }
}
