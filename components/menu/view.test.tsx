import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { loaded, mockShop } from '../kit/stories/mock-shop.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { sampleMenu } from './sample-menu.ts'
import { states } from './states.ts'

const htmlOf = (state: BlockState, mode: 'live' | 'canvas' = 'live') =>
  renderToString(<StateView type="menu" state={state} language="en" mode={mode} />)
const count = (html: string, part: string) => html.split(part).length - 1
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

test('the pre-rendered menu is complete: every category, dish and price, before any script', () => {
  const menu = sampleMenu('en')
  const html = htmlOf(states.default)
  const text = textOf(html)
  for (const { name } of [...menu.categories, ...menu.dishes]) expect(text).toContain(name)
  expect(text).toContain('from ¥ 32')
  expect(count(html, 'b-menu__price')).toBe(menu.dishes.length)
})

test('no level of headings is left out, with a title and without', () => {
  expect(count(htmlOf(states.default), '<h3')).toBe(5)
  const untitled = htmlOf(states.filled)
  expect(untitled).not.toContain('<h3')
  expect(count(untitled, '<h2')).toBe(5)
})

test('categories lead to their dishes without any script', () => {
  const html = htmlOf(states.default)
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
  expect(targets).toHaveLength(5)
  for (const id of targets) expect(html).toContain(`id="${id}"`)
})

test('every dish can be led to by a link', () => {
  const html = htmlOf(states.default)
  for (const { id } of sampleMenu('en').dishes) expect(html).toContain(`id="dish-${id}"`)
})

test('pictures keep their place, and only the first ones are fetched at once', () => {
  const pictures = [...htmlOf(states.default).matchAll(/<img [^>]*>/g)].map((match) => match[0])
  for (const picture of pictures) expect(picture).toMatch(/width="480" height="480"/)
  expect(pictures.filter((picture) => !picture.includes('loading="lazy"')).length).toBeLessThanOrEqual(6)
  expect(pictures.some((picture) => picture.includes('loading="lazy"'))).toBe(true)
})

test('what is sold out says until when, and cannot be added', () => {
  const html = htmlOf(states.someSoldOut)
  expect(textOf(html)).toContain('Sold out · back tomorrow 11:20')
  expect(count(html, 'b-menu__step--more')).toBe(12)
  expect(count(html, 'b-menu__dish--out')).toBe(4)
  expect(htmlOf(states.soldOut)).not.toContain('b-menu__step--more')
})

test('what is nearly gone says how many are left, and a cart holds no more than that', () => {
  const text = textOf(htmlOf(states.fewLeft))
  expect(text).toContain('Only 3 left')
  // Of both sizes together.
  expect(text).toContain('Only 6 left')
  expect(count(htmlOf(states.fewLeft), 'b-menu__left')).toBe(3)
  expect(htmlOf(states.default)).not.toContain('b-menu__left')
})

test('what is served at another hour says from when, and cannot be added', () => {
  const html = htmlOf(states.servedLater)
  expect(textOf(html)).toContain('Served from tomorrow 06:00')
  expect(count(html, 'b-menu__dish--out')).toBe(4)
  const later = { ...states.servedLater, env: { nowMs: Date.parse('2026-10-15T06:00:00+08:00') } }
  expect(count(htmlOf(later), 'b-menu__dish--out')).toBe(0)
})

test('a menu for reading has no buttons to buy with and no cart', () => {
  const html = htmlOf(states.readingOnly)
  expect(html).not.toContain('b-menu__step')
  expect(html).not.toContain('b-menu__dock')
})

test('a shop without tables offers no orders to the table', () => {
  const data = () => ({ menu: loaded(sampleMenu('en')), shop: loaded(mockShop('en', { tables: [] })) })
  expect(htmlOf({ props: { pickup: false }, data })).not.toContain('b-menu__step')
  expect(htmlOf({ data })).toContain('b-menu__step')
})

test('a closed shop says when it opens, a busy kitchen asks for patience', () => {
  expect(textOf(htmlOf(states.closed))).toContain('Closed · opens 17:00')
  expect(textOf(htmlOf(states.ordersPaused))).toContain('Orders are paused')
})

test('a page left open knows by itself that the shop has closed', () => {
  const later = { ...states.default, env: { nowMs: Date.parse('2026-10-14T14:01:00+08:00') } }
  expect(textOf(htmlOf(states.default))).not.toContain('Closed')
  expect(textOf(htmlOf(later))).toContain('Closed')
})

test('on the canvas everything is drawn and nothing can be pressed by keyboard', () => {
  const html = htmlOf(states.default, 'canvas')
  expect(count(html, 'class="sw-view b-menu__dish"')).toBe(16)
  expect(html).not.toContain('href=')
  expect(html).not.toMatch(/b-menu__open"[^>]*tabindex/)
})
