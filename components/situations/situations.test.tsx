/** What each situation does to the real shop, and that blocks show what they say they show. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Slot } from '#model/shop/bookings.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import { definitions } from '../definitions.ts'
import { isOpenAt } from '../kit/shop-time.ts'
import { situationIds, type SituationId } from '../kit/situations.ts'
import type { BlockStates } from '../kit/stories/block-state.ts'
import { mockHost } from '../kit/stories/mock-host.ts'
import { loaded, mockNowMs, mockShop } from '../kit/stories/mock-shop.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { inSituation } from '../kit/stories/story-scene.ts'
import type { BlockData, ShopData, VisitorData } from '../kit/view.ts'
import { sampleMenu } from '../menu/sample-menu.ts'
import { sampleOffers } from '../coupon-wall/situations.ts'
import { sampleCard } from '../membership-card/situations.ts'
import { sampleOrder } from '../kit/sample-order.ts'
import { blockSituations } from './block-situations.ts'
import { worldOf } from './world.ts'

const stories = import.meta.glob<{ states: BlockStates }>('../*/states.ts', { eager: true })

const shopData: ShopData = {
  shop: mockShop('en'),
  menu: sampleMenu('en'),
  services: [
    {
      id: 'table',
      kind: 'table',
      name: 'A table',
      description: '',
      durationMinutes: 90,
      priceMinor: 0,
      minParty: 1,
      maxParty: 8,
      minNoticeMinutes: 60,
      maxAdvanceDays: 30,
    },
  ],
  membership: {
    pointsPerUnit: 2,
    tiers: [
      { id: 'friend', name: 'Friend', fromPoints: 0, discountPercent: 0, perk: '' },
      { id: 'family', name: 'Family', fromPoints: 900, discountPercent: 15, perk: '' },
    ],
  },
  coupons: sampleOffers({ nowMs: mockNowMs, language: 'en' }),
}
const real = { shopData, nowMs: mockNowMs, language: 'en' } as const
const scene = { shopData, nowMs: mockNowMs, language: 'en' } as const
const withShop = (change: Partial<ShopInfo>) => ({ ...real, shopData: { ...shopData, shop: mockShop('en', change) } })
const allLoaded = (data: object) => Object.fromEntries(Object.entries(data).map(([key, value]) => [key, loaded(value)]))
const storyWorld = {
  data: allLoaded(shopData) as unknown as BlockData,
  env: { mode: 'live', language: 'en', nowMs: mockNowMs } as const,
  host: mockHost({}, () => {}),
}
const { shop } = storyWorld.host

test('a story cannot name a situation that its block brings nothing for', () => {
  expect(() => inSituation('heading', { situation: 'sold-out' }, storyWorld)).toThrow('heading brings nothing')
})

test('every block that brings situations is asked for them', () => {
  const root = path.join(import.meta.dirname, '..')
  const folders = readdirSync(root).filter((folder) => existsSync(path.join(root, folder, 'definition.ts')))
  const bringing = folders.filter((folder) => existsSync(path.join(root, folder, 'situations.ts')))
  expect(Object.keys(blockSituations).toSorted()).toEqual(bringing.toSorted())
})

describe.each(Object.entries(blockSituations))('%s', (type, own) => {
  const stranger: Partial<VisitorData> = { card: null, orders: [], bookings: [], wallet: [] }
  // And somebody who has something of everything, so that also having nothing is a change.
  const known: VisitorData = {
    card: sampleCard(scene),
    orders: [sampleOrder(scene, { number: 3 })],
    bookings: blockSituations.booking?.['gold-member']?.visitor?.(scene).bookings ?? [],
    order: sampleOrder(scene),
    queue: { isOpen: true, lines: [], ticket: null, asOfMs: 0 },
    wallet: blockSituations['coupon-wall']?.['gold-member']?.visitor?.(scene).wallet ?? [],
  }
  const draw = (data: Partial<ShopData & VisitorData>) =>
    renderToString(<StateView type={type} language="en" state={{ data: () => allLoaded(data) }} />)

  test('has a story for each', () => {
    const told = Object.values(stories[`../${type}/states.ts`]?.states ?? {}).flatMap(({ situation: id }) => id ?? [])
    expect([...new Set(told)].toSorted()).toEqual(Object.keys(own).toSorted())
  })

  test('draws its stories with what canvas and preview are told', async () => {
    for (const id of Object.keys(own) as (keyof typeof own)[]) {
      const { shopData: changed, visitor, answers } = own[id]!
      const { data, host } = inSituation(type, { situation: id }, storyWorld)
      const parts = { ...changed?.(scene), ...visitor?.(scene) }
      expect(data, id).toEqual({ ...storyWorld.data, ...allLoaded(parts) })
      for (const name of Object.keys(answers?.(scene, shop) ?? {}) as (keyof typeof shop)[])
        expect(host.shop[name], id).not.toBe(storyWorld.host.shop[name])
    }
  })

  for (const [id, situation] of Object.entries(own)) {
    const draws = situation.shopData ?? situation.visitor
    if (draws)
      test(`looks different in "${id}"`, () => {
        const parts = { ...situation.shopData?.(scene), ...situation.visitor?.(scene) }
        const usual = [known, stranger].map((visitor) => [
          draw({ ...shopData, ...visitor }),
          draw({ ...shopData, ...visitor, ...parts }),
        ])
        expect(usual.some(([before, after]) => before !== after)).toBe(true)
      })
    test(`declares the data it changes in "${id}"`, () => {
      const { shopData: shopKeys = [], visitorData = [] } = definitions[type] ?? {}
      const keys = Object.keys({ ...situation.shopData?.(scene), ...situation.visitor?.(scene) })
      expect([...shopKeys, ...visitorData]).toEqual(expect.arrayContaining(keys))
      if (!draws) expect(Object.keys(situation.answers?.(scene, shop) ?? {})).not.toEqual([])
    })
  }
})

test('now is the shop as it is, and a stranger', () => {
  const world = worldOf('now', real)
  expect(world).toMatchObject({
    nowMs: mockNowMs,
    delayMs: 0,
    visitor: { card: null, orders: [], bookings: [], wallet: [] },
  })
  expect(world.shopData).toEqual(shopData)
  expect(world.answers(shop)).toEqual(shop)
})

test('lunch rush: the next quarter past twelve, orders paused, what is loved most sold out', () => {
  const { nowMs, shopData: data } = worldOf('lunch-rush', real)
  expect(new Date(nowMs).toISOString()).toBe('2026-10-14T04:15:00.000Z')
  expect(data.shop).toMatchObject({ isOpen: true, ordersPaused: true, changesAtIso: '2026-10-14T06:00:00.000Z' })
  expect(data.menu.dishes.filter(({ soldOut }) => soldOut)).toHaveLength(4)
  expect(data.menu.dishes.map(({ id }) => id)).toEqual(shopData.menu.dishes.map(({ id }) => id))
})

test('sold out: the own dishes, all of them, in an open shop also at night', () => {
  const night = { ...withShop({ isOpen: false }), nowMs: Date.parse('2026-10-14T23:50:00+08:00') }
  const { nowMs, shopData: data } = worldOf('sold-out', night)
  expect(data.menu.dishes.every(({ soldOut }) => soldOut)).toBe(true)
  expect(new Date(nowMs).toISOString()).toBe('2026-10-15T03:30:00.000Z')
  expect(isOpenAt(data.shop, nowMs)).toBe(true)
})

test('closed: half an hour after closing, and it says when it opens again', () => {
  const { nowMs, shopData: data } = worldOf('closed', real)
  expect(new Date(nowMs).toISOString()).toBe('2026-10-14T06:30:00.000Z')
  expect(data.shop).toMatchObject({ isOpen: false, changesAtIso: '2026-10-14T09:00:00.000Z' })
  const now = worldOf('closed', { ...withShop({ isOpen: false }), nowMs: Date.parse('2026-10-14T15:05:00+08:00') })
  expect(now.nowMs).toBe(Date.parse('2026-10-14T15:05:00+08:00'))
})

test('a shop that never closes is closed for the day, one without hours has no next opening', () => {
  const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))
  const day = worldOf('closed', withShop({ hours: { weekly: always, exceptions: [] } }))
  expect(day.shopData.shop).toMatchObject({ isOpen: false, changesAtIso: '2026-10-14T16:00:00.000Z' })
  const none = withShop({ hours: { weekly: [], exceptions: [] } })
  expect(worldOf('closed', none).shopData.shop).toMatchObject({ isOpen: false, changesAtIso: null })
  expect(worldOf('lunch-rush', none).shopData.shop.isOpen).toBe(true)
})

test('gold member: the shop’s own highest tier, a booking, and its discount in the price', async () => {
  const world = worldOf('gold-member', real)
  expect(world.visitor.card).toMatchObject({ tierId: 'family' })
  expect(world.visitor.bookings).toHaveLength(1)
  const priced = {
    ...shop,
    quote: async () =>
      ({ ok: true, value: { subtotalMinor: 2000, discountMinor: 0, totalMinor: 2000 } as never }) as const,
  }
  expect(await world.answers(priced).quote({} as never)).toMatchObject({
    value: { discountMinor: 300, totalMinor: 1700 },
  })
})

test('first visit: nothing is known; coupon expired: one voucher is over, one is good', () => {
  expect(worldOf('first-visit', real).visitor).toEqual({ card: null, orders: [], bookings: [], wallet: [] })
  const coupons = worldOf('coupon-expired', real).visitor.card?.coupons ?? []
  expect(coupons.map(({ expiresAtIso }) => Date.parse(expiresAtIso ?? '') > mockNowMs)).toEqual([false, true])
})

test('payment failed: every way to pay says so, and so does the order', async () => {
  const world = worldOf('payment-failed', real)
  const answering = world.answers(shop)
  for (const answer of [await answering.placeOrder({} as never, ''), await answering.payDirect({} as never, '')])
    expect(answer).toMatchObject({ ok: false, failure: { code: 'payment-failed' } })
  expect(world.visitor.order).toMatchObject({ payStatus: 'failed' })
})

test('when it is full, no time is free; in the rush, few are', async () => {
  const slots = Array.from({ length: 10 }, (): Slot => ({
    startsAtIso: '',
    localTime: '',
    partOfDay: 'morning',
    available: true,
  }))
  const answering = { ...shop, slots: async () => ({ ok: true, value: slots }) as const }
  const free = async (id: SituationId) => {
    const answer = await worldOf(id, real)
      .answers(answering)
      .slots({} as never)
    return answer.ok ? answer.value.filter(({ available }) => available).length : -1
  }
  expect([await free('now'), await free('lunch-rush'), await free('sold-out')]).toEqual([10, 2, 0])
})

test('a slow network: everything takes its time, and is then as it really is', () => {
  const world = worldOf('slow-network', real)
  expect(world.delayMs).toBeGreaterThan(1000)
  expect(world.shopData).toEqual(shopData)
})

test('every situation can be shown of any shop', () => {
  const bare: ShopData = {
    shop: mockShop('en', { hours: { weekly: [], exceptions: [] }, tables: [], changesAtIso: null }),
    menu: { categories: [], dishes: [], modifierGroups: [] },
    services: [],
    membership: { tiers: [], pointsPerUnit: 0 },
    coupons: [],
  }
  for (const id of situationIds) expect(() => worldOf(id, { ...real, shopData: bare })).not.toThrow()
})
