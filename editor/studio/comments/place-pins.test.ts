import { expect, test } from 'vitest'
import { PIN_PX, placePins } from './place-pins.ts'

const rect = (x: number, y: number, width: number) => ({ x, y, width, height: 80 })

test('a pin stands at the block’s right corner, the same size at any zoom and phone width', () => {
  const at = (zoom: number, widthPx: number) =>
    placePins([{ key: 'a', rect: rect(10, 100, widthPx - 20) }], zoom, widthPx)[0]
  expect(at(1, 390)).toEqual({ key: 'a', x: 380 + 12 - PIN_PX, y: 100 })
  expect(at(0.5, 390)).toEqual({ key: 'a', x: 190 + 12 - PIN_PX, y: 50 })
  expect(at(1, 320)).toEqual({ key: 'a', x: 310 + 12 - PIN_PX, y: 100 })
})

test('pins that would cover each other stand one below the other, the page’s first', () => {
  const places = placePins(
    [
      { key: 'inner', rect: rect(0, 0, 390) },
      { key: 'page', rect: undefined },
      { key: 'outer', rect: rect(0, 0, 390) },
      { key: 'column', rect: rect(0, 0, 195) },
      { key: 'below', rect: rect(0, 400, 390) },
    ],
    1,
    390,
  )
  const y = (key: string) => places.find((place) => place.key === key)?.y ?? Number.NaN
  expect(y('page')).toBeLessThan(0)
  expect([y('column'), y('below')]).toEqual([0, 400])
  const stacked = [y('page'), y('inner'), y('outer')].sort((a, b) => a - b)
  expect(stacked[1]! - stacked[0]!).toBeGreaterThanOrEqual(PIN_PX)
  expect(stacked[2]! - stacked[1]!).toBeGreaterThanOrEqual(PIN_PX)
})
