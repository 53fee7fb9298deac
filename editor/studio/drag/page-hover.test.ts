import { expect, test } from 'vitest'
import type { PageId } from '#model/ids.ts'
import { createPageHover, OPENS_AFTER_MS } from './page-hover.ts'

const [home, menu] = ['home', 'menu'] as PageId[]

test('a page opens once the pointer has rested on its name, and then not again', () => {
  let nowMs = 1000
  const hover = createPageHover({ now: () => nowMs })
  expect(hover.over(menu)).toBeUndefined()
  nowMs += OPENS_AFTER_MS - 1
  expect(hover.over(menu)).toBeUndefined()
  nowMs += 1
  expect(hover.over(menu)).toBe(menu)
  nowMs += 5000
  expect(hover.over(menu)).toBeUndefined()
})

test('passing over names opens none of them', () => {
  let nowMs = 0
  const hover = createPageHover({ now: () => nowMs })
  for (const page of [menu, home, undefined, menu, home]) {
    expect(hover.over(page)).toBeUndefined()
    nowMs += OPENS_AFTER_MS - 1
  }
})
