import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const htmlOf = (state: BlockState, language: 'en' | 'zh-CN' = 'en', mode: 'live' | 'canvas' = 'live') =>
  renderToString(<StateView type="membership-card" state={state} language={language} mode={mode} />)
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('a member sees name, tier, points, number and code', () => {
  const html = htmlOf(states.default)
  const text = textOf(html)
  expect(text).toContain('Old Lane Noodles Silver spoon 286 points Lin Xiaoyue')
  expect(text).toContain('8800 2601 3742')
  expect(html).toMatch(/role="img" aria-label="Bar code of card 880026013742"[^>]*linear-gradient/)
})

test('the way to the next tier, and none above the highest', () => {
  expect(textOf(htmlOf(states.default))).toContain('350 more points to Gold bowl')
  expect(htmlOf(states.default)).toContain('aria-valuenow="50"')
  expect(textOf(htmlOf(states.highestTier))).toContain('You have reached the highest tier.')
})

test('perks per tier in the words of each language', () => {
  expect(textOf(htmlOf(states.default))).toContain('Gold bowl A drink on your birthday 12% off from 1000 points')
  const text = textOf(htmlOf(states.default, 'zh-CN'))
  expect(text).toContain('8.8 折')
  expect(text).toContain('9.5 折')
})

test('points that came and went, each with its day in the shop’s zone', () => {
  expect(textOf(htmlOf(states.default))).toContain(
    'Order 17 12 Oct +86 A drink on the house 3 Oct −100 Earned 28 Sept +42',
  )
})

test('who has no card may sign in to find theirs, and who has one to keep it; never on the canvas', () => {
  for (const state of [states.default, states.invitation])
    expect(htmlOf(state, 'en', 'canvas')).not.toContain('sw-sign-in')
  for (const state of [states.default, states.invitation]) expect(htmlOf(state)).toContain('sw-sign-in')
})

test('who is not a member is invited, also on the canvas', () => {
  for (const html of [htmlOf(states.invitation), htmlOf(states.invitation, 'en', 'canvas')]) {
    expect(textOf(html)).toContain('Collect points with every order 1 point for every ¥1 you pay Join now')
    expect(html).not.toContain('880026013742')
  }
})

test('vouchers say until when they are good; what has expired stands last and says so', () => {
  const text = textOf(htmlOf(states.couponExpired))
  expect(text).toMatch(/10 % off your next visit Good until 4 Nov A drink with any main dish Expired on 12 Oct/)
  expect(htmlOf(states.default)).not.toContain('Vouchers')
})

test('a card is never part of the page that everybody gets', () => {
  expect(textOf(htmlOf(states.loading))).not.toMatch(/\d{4} \d{4}/)
})
