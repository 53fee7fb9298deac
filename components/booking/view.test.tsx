import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Booking } from '#model/shop/bookings.ts'
import type { BlockState } from '../kit/stories/block-state.ts'
import { loaded, mockShop } from '../kit/stories/mock-shop.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { storyScene } from '../kit/stories/story-scene.ts'
import { ownBooking } from './situations.ts'
import { states } from './states.ts'

const htmlOf = (state: BlockState, mode: 'live' | 'canvas' = 'live') =>
  renderToString(<StateView type="booking" state={state} language="en" mode={mode} />)
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const daysOf = (html: string) =>
  [...html.matchAll(/id="booking-n1-(\d{4}-\d\d-\d\d)"[^>]*/g)].map((match) => ({
    day: match[1],
    closed: match[0].includes('aria-disabled="true"'),
    chosen: match[0].includes('aria-checked="true"'),
  }))

test('the strip begins today in the shop’s zone, with closed days greyed', () => {
  const days = daysOf(htmlOf(states.default))
  expect(days).toHaveLength(31)
  expect(days[0]).toEqual({ day: '2026-10-14', closed: false, chosen: true })
  // Mondays, and the private party of the 25th.
  expect(days.filter((each) => each.closed).map((each) => each.day)).toEqual([
    '2026-10-19',
    '2026-10-25',
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
  ])
})

test('where it is tomorrow already, tomorrow comes first', () => {
  const data = (language: 'en' | 'zh-CN') => ({
    ...states.default.data(language),
    shop: loaded(mockShop(language, { timeZone: 'Pacific/Kiritimati' })),
  })
  const night = { ...states.default, data, env: { nowMs: Date.parse('2026-10-14T11:30:00Z') } }
  expect(daysOf(htmlOf(night))[0]?.day).toBe('2026-10-15')
})

test('a service is asked for only where there are several', () => {
  expect(textOf(htmlOf(states.services))).toContain(
    'Hand-pulled noodle lesson With our chef, for two hands and an apron 120 min · ¥168',
  )
  expect(htmlOf(states.default)).not.toContain('b-booking__service')
})

test('own bookings to come are shown with code and table; past and cancelled ones are not', () => {
  const text = textOf(htmlOf(states.ownBooking))
  expect(text).toContain('Tomorrow 15 Oct, 18:30 A table · 4 guests · Table A1')
  expect(text).toContain('M2TZ')
  const own = (status: Booking['status'], env = {}) => {
    const { services } = states.services.data('en')
    if (services.status !== 'ready') throw new Error('The story has no services')
    const booking = ownBooking(storyScene('en', { services: services.value }))!
    const data = () => ({ services, bookings: loaded([{ ...booking, status }]) })
    return textOf(htmlOf({ ...states.services, data, env }))
  }
  expect(own('confirmed')).toContain('M2TZ')
  expect(own('confirmed', { nowMs: Date.parse('2026-10-15T20:00:00+08:00') })).not.toContain('M2TZ')
  expect(own('cancelled')).not.toContain('M2TZ')
  expect(htmlOf({ ...states.ownBooking, props: { ownBookings: false } })).not.toContain('M2TZ')
})

test('before any script the times are a skeleton; on the canvas they follow the opening hours', () => {
  expect(htmlOf(states.default)).toContain('sw-bone')
  const canvas = textOf(htmlOf(states.default, 'canvas'))
  expect(canvas).toMatch(/Morning 11:00 11:30 Afternoon 12:00/)
  expect(canvas).toContain('21:30')
})

test('nothing to book is said', () => {
  expect(textOf(htmlOf(states.noServices))).toContain('There is nothing to book here yet.')
})
