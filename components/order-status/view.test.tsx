import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const textOf = (state: BlockState, language: 'en' | 'zh-CN' = 'en') =>
  renderToString(<StateView type="order-status" state={state} language={language} />)
    .replaceAll(/<path[^>]*>|<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('number, table and steps with the shop’s times', () => {
  const text = textOf(states.default)
  expect(text).toContain('Your number 17')
  expect(text).toContain('Eat here · Table B1')
  expect(text).toMatch(/Placed 11:05 Accepted 11:08 Cooking 11:11 Serving Done/)
})

test('lines, discount and total as the shop priced them', () => {
  const text = textOf(states.default)
  expect(text).toContain('2× Braised beef noodle soup Large · A little · Fried egg ×2 · no coriander ¥88')
  expect(text).toMatch(/Subtotal ¥100 Member discount −¥5 Total ¥95/)
  expect(text).toContain('Ordered 11:05 · Paid')
})

test('ready means to be fetched or to be served', () => {
  expect(textOf(states.readyForPickup, 'zh-CN')).toContain('可以取餐了')
  expect(textOf(states.beingServed, 'zh-CN')).toContain('正在为您上菜')
})

test('an unpaid order has no number and no steps, but a way to pay', () => {
  for (const state of [states.toPay, states.payFailed]) {
    const text = textOf(state)
    expect(text).not.toContain('Your number')
    expect(text).not.toContain('Cooking')
    expect(text).toMatch(/\bPay\b/)
  }
  expect(textOf(states.paidJustNow)).not.toMatch(/\bPay\b/)
})

test('an order at the counter says that it is still to be paid', () => {
  expect(textOf(states.placed)).toContain('To pay at the counter')
})

test('an order that came to nothing says why and what happens to the money', () => {
  expect(textOf(states.rejected)).toContain('The shop says We have run out of beef for today.')
  expect(textOf(states.rejected)).toContain('Paid back')
  expect(textOf(states.expired)).toContain('Nothing was taken')
})

test('points are told once they are earned', () => {
  expect(textOf(states.completed)).toContain('95 points earned')
  expect(textOf(states.default)).not.toContain('points earned')
})
