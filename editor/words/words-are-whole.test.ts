import { expect, test } from 'vitest'
import { loadAllLanguages } from './languages.ts'

/** What is written in Latin letters in Chinese too: units, kinds of files, keys, names of settings and technology. */
const latinInChinese: ReadonlySet<string> = new Set(
  ['px', 'MB', 'https', 'URL', 'Wi', 'Fi', 'Cookie', 'CSV', 'XL', 'PUBLIC', 'PROGRAM', 'HOST'].concat(
    ['JPEG', 'PNG', 'WebP', 'AVIF', 'GIF', 'SVG'],
    ['Alt', 'Delete', 'Esc', 'Shift', 'Ctrl', 'Tab'],
  ),
)

test('nothing is left in English where the studio speaks Chinese', async () => {
  const left = (await sayingsOf('zh-CN')).flatMap(({ place, text }) =>
    (text.replaceAll('name@example.com', '').match(/[A-Za-z]{2,}/g) ?? [])
      .filter((word) => !latinInChinese.has(word))
      .map((word) => `${place}: ${word}`),
  )
  expect(left).toEqual([])
})

test('nothing is left in Chinese where it speaks English', async () => {
  const left = (await sayingsOf('en')).filter(({ text }) => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text))
  expect(left).toEqual([])
})

interface Saying {
  readonly place: string
  readonly text: string
}

async function sayingsOf(id: string): Promise<readonly Saying[]> {
  const language = (await loadAllLanguages()).find((each) => each.id === id)
  const sayings = allIn(language?.words, '')
  expect(sayings.length).toBeGreaterThan(1000)
  return sayings
}

/** Every text, those made for a name or a figure included: for none, one and several. */
function allIn(value: unknown, place: string): readonly Saying[] {
  if (typeof value === 'string') return [{ place, text: value }]
  if (typeof value === 'function') return madeBy(value as (...args: readonly unknown[]) => unknown, place)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => allIn(each, place === '' ? name : `${place}.${name}`))
}

function madeBy(make: (...args: readonly unknown[]) => unknown, place: string): readonly Saying[] {
  const made = ['9', 0, 1, 2, ['9', '8']].flatMap((argument) => {
    try {
      return [make(...Array.from({ length: Math.max(make.length, 4) }, () => argument))]
    } catch (thrown) {
      // It wants another kind of argument.
      if (thrown instanceof TypeError) return []
      throw thrown
    }
  })
  expect(made.length, place).toBeGreaterThan(0)
  // What the made-up arguments leave behind is no word.
  return made
    .flatMap((each) => allIn(each, place))
    .map(({ text }) => ({ place, text: text.replaceAll(/undefined|NaN/g, '') }))
}
