import { expect, test } from 'vitest'
import { placeCard } from './place-card.ts'

const card = { width: 320, height: 180 }
const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

test('a card stands beside what it explains, where there is room', () => {
  expect(placeCard({ left: 56, top: 48, width: 280, height: 852 }, card, desktop)).toMatchObject({
    side: 'right',
    left: 352,
  })
  expect(placeCard({ left: 1120, top: 48, width: 320, height: 852 }, card, desktop)).toMatchObject({
    side: 'left',
    left: 784,
  })
  expect(placeCard({ left: 0, top: 0, width: 390, height: 48 }, card, phone)).toMatchObject({ side: 'below', top: 64 })
  expect(placeCard({ left: 0, top: 788, width: 390, height: 56 }, card, phone)).toMatchObject({
    side: 'above',
    top: 592,
  })
})

test('beside a button of a bar it stands below, and covers none of the bar', () => {
  expect(placeCard({ left: 1300, top: 8, width: 80, height: 32 }, card, desktop)).toMatchObject({
    side: 'below',
    top: 56,
  })
})

test('it never leaves the window, also where what it explains fills it', () => {
  for (const target of [
    { left: 0, top: 0, width: 390, height: 844 },
    { left: 0, top: -2000, width: 390, height: 9000 },
    { left: 330, top: 4, width: 56, height: 40 },
  ]) {
    const { left, top } = placeCard(target, card, phone)
    expect(left).toBeGreaterThanOrEqual(12)
    expect(top).toBeGreaterThanOrEqual(12)
    expect(left + card.width).toBeLessThanOrEqual(phone.width - 12)
    expect(top + card.height).toBeLessThanOrEqual(phone.height - 12)
  }
})
