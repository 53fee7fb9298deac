import { expect, test } from 'vitest'
import { compileTheme } from '#compiler/index.ts'
import type { CompiledTheme } from '#model/compiled-program.ts'
import { themeColours, themeCss } from '#runtime/theme-css.ts'
import { contrastFindings, textPairs } from '#runtime/theme-contrast.ts'
import { finishedThemes } from '#templates/themes/index.ts'

for (const { id, theme } of finishedThemes)
  test(`every text of the theme "${id}" can be read on every ground, in light and dark`, () => {
    const both: CompiledTheme = { ...theme, scheme: 'auto' }
    expect(contrastFindings(both)).toEqual([])
    const { light, dark } = themeColours(both)
    for (const [scheme, colours] of Object.entries({ light, dark }))
      for (const { text, on, ratio } of textPairs(colours, both))
        expect(ratio, `${scheme}: ${text} on ${on}`).toBeGreaterThanOrEqual(4.5)
  })

test('every finished theme is read back from a document as it was written', () => {
  for (const { theme } of finishedThemes) expect(compileTheme({ ...theme })).toEqual(theme)
})

test('no two finished themes look like siblings: each differs in colours and in at least three other choices', () => {
  expect(finishedThemes.length).toBeGreaterThanOrEqual(10)
  const looks = [
    'fontFamily',
    'headingFamily',
    'headings',
    'typeScale',
    'radiusPx',
    'density',
    'pictures',
    'texture',
  ] as const
  for (const [at, { id, theme }] of finishedThemes.entries())
    for (const other of finishedThemes.slice(at + 1)) {
      expect([theme.accent, theme.ground], `${id}, ${other.id}`).not.toEqual([other.theme.accent, other.theme.ground])
      const differing = looks.filter((name) => theme[name] !== other.theme[name])
      expect(differing.length, `${id}, ${other.id}: ${differing.join()}`).toBeGreaterThanOrEqual(3)
    }
})

test('a theme becomes a small piece of style sheet', () => {
  for (const { theme } of finishedThemes) expect(themeCss(theme).length).toBeLessThan(3600)
})
