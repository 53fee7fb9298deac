import { expect, test } from 'vitest'
import type { CompiledTheme } from '#model/compiled-program.ts'
import { contrast } from './colour.ts'
import { contrastFindings, nearestReadable } from './theme-contrast.ts'
import { themeColours, themeCss } from './theme-css.ts'

const theme: CompiledTheme = {
  accent: '#c2410c',
  ground: '#ffffff',
  fontFamily: 'sans',
  typeScale: 1,
  radiusPx: 12,
  scheme: 'light',
}

test('accent and ground alone never give a finding, whatever they are', () => {
  for (const accent of ['#ffff00', '#ffffff', '#000000', '#808080'])
    for (const ground of ['#ffffff', '#808080', '#000000', '#ffe600'])
      for (const texture of ['none', 'gradient', 'dots', 'confetti'] as const)
        expect(contrastFindings({ ...theme, accent, ground, texture, scheme: 'auto' })).toEqual([])
})

test('a text colour too pale for its ground is found, with the nearest colour that can be read', () => {
  const [finding, ...others] = contrastFindings({ ...theme, ink: '#c8c8c8' })
  expect(others).toEqual([])
  expect(finding).toMatchObject({ scheme: 'light', text: 'ink', textColour: '#c8c8c8', needed: 4.5 })
  expect(finding!.ratio).toBeLessThan(2)
  const fixed = { ...theme, ...(finding!.fix as Partial<CompiledTheme>) }
  expect(contrastFindings(fixed)).toEqual([])
  expect(contrast(fixed.ink!, '#ffffff')).toBeLessThan(5.6)
})

test('a card on which no text could stand is taken back', () => {
  const wrong: CompiledTheme = { ...theme, card: '#101010' }
  const findings = contrastFindings(wrong)
  expect(findings.length).toBeGreaterThan(0)
  const fixed = { ...wrong, ...Object.assign({}, ...findings.map(({ fix }) => fix)) }
  expect(fixed.card).toBeUndefined()
  expect(contrastFindings(fixed)).toEqual([])
})

test('for 200 random themes, doing what the findings say ends with none', () => {
  const random = seeded(11)
  const colour = () =>
    `#${Math.floor(random() * 0x1000000)
      .toString(16)
      .padStart(6, '0')}`
  for (let round = 0; round < 200; round++) {
    let now: CompiledTheme = {
      ...theme,
      accent: colour(),
      ground: colour(),
      ...(round % 2 ? { ink: colour() } : {}),
      ...(round % 3 ? { muted: colour() } : {}),
      ...(round % 4 === 0 ? { card: colour() } : {}),
      ...(round % 5 === 0 ? { texture: 'gradient' as const } : {}),
      darkGround: colour(),
      scheme: 'auto',
    }
    const before = JSON.stringify(now)
    for (let step = 0; step < 4 && contrastFindings(now).length > 0; step++)
      now = { ...now, ...Object.assign({}, ...contrastFindings(now).map(({ fix }) => fix)) }
    expect(contrastFindings(now), before).toEqual([])
  }
})

test('what visitors do not see is not found', () => {
  expect(contrastFindings({ ...theme, ink: '#ffffff', scheme: 'dark' })).toEqual([])
})

test('a colour is moved the short way', () => {
  const darker = nearestReadable('#808080', ['#ffffff'])!
  expect(contrast(darker, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(darker, '#ffffff')).toBeLessThan(5)
  expect(nearestReadable('#888888', ['#000000'])).toBe('#888888')
  expect(nearestReadable('#777777', ['#000000', '#ffffff'])).toBeUndefined()
})

test('a dark ground of one’s own carries the dark scheme', () => {
  const { dark } = themeColours({ ...theme, darkGround: '#0b0b10' })
  expect(dark.ground).toBe('#0b0b10')
  expect(dark.card).not.toBe('#0b0b10')
})

test('a theme that chooses nothing new adds nothing to its style sheet; values that are no choices do not reach it', () => {
  const css = themeCss(theme)
  for (const name of ['--sw-inset', '--sw-heading', '--sw-picture', '--sw-ground-image'])
    expect(css).not.toContain(name)
  const odd = { ...theme, texture: 'x{}', pictures: 'y{}', density: 'z{}', headings: 'toString', ink: 'red;}' }
  expect(themeCss(odd as unknown as CompiledTheme)).toBe(css)
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 0x100000000
  }
}
