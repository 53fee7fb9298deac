import { describe, expect, test } from 'vitest'
import type { BlockDefinition } from '#components/kit/define-block.ts'
import { definitions } from '#components/definitions.ts'
import type { Field, LinkValue, TextField } from '#components/kit/fields.ts'
import { sampleOffers } from '#components/coupon-wall/situations.ts'
import type { ShopData } from '#components/kit/view.ts'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import { fieldsInCommon, sharedValue } from './common-values.ts'
import { isShown } from '#compiler/checks/is-shown.ts'

import { carryKeys, iconOfItem, pictureOfItem } from './list-items.ts'
import { keyOfLink, linkSections, type LinkWorld } from './link-targets.tsx'
import { findEntries } from './pick-sections.ts'
import { readFigure, steppedFigure } from './read-figure.ts'
import { en } from '#editor/words/en.ts'

const service: ShopData['services'][number] = {
  id: 'any',
  kind: 'table',
  name: '',
  description: '',
  durationMinutes: 90,
  priceMinor: 0,
  minParty: 1,
  maxParty: 8,
  minNoticeMinutes: 0,
  maxAdvanceDays: 30,
}

const label = { en: '', 'zh-CN': '' }
const definition = (type: string) => definitions[type] as BlockDefinition

describe('several blocks at once', () => {
  const props = (type: string, values: object = {}) => ({
    definition: definition(type),
    stored: {},
    props: { ...values },
  })

  test('of one kind share all fields, of different kinds what lays them out', () => {
    const heading = Object.keys(definition('heading').fields)
    expect(fieldsInCommon([definition('heading'), definition('heading')]).map(({ prop }) => prop)).toEqual(heading)
    // The text's alignment has one option more, so it is no field of both.
    expect(fieldsInCommon([definition('heading'), definition('text')]).map(({ prop }) => prop)).toEqual([
      'size',
      'colour',
      'spacing',
    ])
    expect(fieldsInCommon(Object.values(definitions)).map(({ prop }) => prop)).toEqual(['spacing'])
    expect(fieldsInCommon([])).toEqual([])
  })

  test('a value that differs is mixed, and a default counts as a value', () => {
    expect(sharedValue([props('heading', { size: 'l' }), props('heading', { size: 'l' })], 'size')).toEqual({
      value: 'l',
      isMixed: false,
    })
    expect(sharedValue([props('heading', { size: 'm' }), props('heading')], 'size').isMixed).toBe(false)
    expect(sharedValue([props('heading', { size: 'l' }), props('heading')], 'size').isMixed).toBe(true)
  })
})

test('of several conditions all must hold', () => {
  const field: TextField = {
    kind: 'text',
    label,
    default: '',
    maxLength: 9,
    when: [
      { field: 'mode', is: ['a', 'b'] },
      { field: 'on', is: [true] },
    ],
  }
  expect(isShown(field, { mode: 'b', on: true })).toBe(true)
  expect(isShown(field, { mode: 'b', on: false })).toBe(false)
  expect(isShown(field, { mode: 'c', on: true })).toBe(false)
})

describe('items of a list', () => {
  const before = { items: [{ t: 'a' }, { t: 'b' }, { t: 'c' }], keys: ['1', '2', '3'] }
  let made = 3
  const keys = (...texts: string[]) =>
    carryKeys(
      before,
      texts.map((t) => ({ t })),
      () => String(++made),
    )

  test('keep their names when they are moved, changed, added and taken away', () => {
    expect(keys('c', 'a', 'b')).toEqual(['3', '1', '2'])
    expect(keys('a', 'b!', 'c')).toEqual(['1', '2', '3'])
    expect(keys('a', 'c')).toEqual(['1', '3'])
    expect(keys('a', 'a', 'b', 'c')).toEqual(['1', '4', '2', '3'])
  })

  test('are shown by their first picture or icon', () => {
    const fields: { [name: string]: Field } = {
      icon: { kind: 'icon', label, default: '' },
      picture: { kind: 'picture', label, default: null },
    }
    expect(pictureOfItem(fields, { picture: { url: '/p/1' } })).toBe('/p/1')
    expect(pictureOfItem(fields, { picture: null })).toBeUndefined()
    expect(iconOfItem(fields, { icon: 'cart' })).toBe('cart')
  })
})

test('a pasted figure is understood with its unit', () => {
  expect(readFigure('12 px')).toBe(12)
  expect(readFigure(' 1,250.5')).toBe(1250.5)
  expect(readFigure('１６像素')).toBe(16)
  expect(readFigure('-3')).toBe(-3)
  expect(readFigure('12 or 13')).toBeUndefined()
  expect(readFigure('many')).toBeUndefined()
})

test('steps stay in their range and free of dust', () => {
  expect(steppedFigure(0.1, 2, { min: 0, max: 1, step: 0.1 })).toBe(0.3)
  expect(steppedFigure(28, 10, { min: 2, max: 30 })).toBe(30)
})

describe('where a link can lead', () => {
  const pages = [{ id: 'p1', title: 'Home' }] as unknown as LinkWorld['pages']
  const world: LinkWorld = { pages, shop: null, words: en, language: 'en' }
  const keys = (search: string) =>
    findEntries(linkSections(world, search), search).flatMap(({ entries }) => entries.map(({ key }) => key))

  test('kinds of which there is none are not shown', () => {
    expect(findEntries(linkSections(world, ''), '').map(({ key }) => key)).toEqual(['none', 'pages', 'other'])
  })

  test('everything of the shop is a target, with its phone and its map', () => {
    const shop: ShopData = {
      ...sampleShopData(),
      services: [{ ...service, id: 'table', name: 'A table' }],
      coupons: sampleOffers({ nowMs: 0, language: 'en' }),
    }
    const sections = findEntries(linkSections({ ...world, shop }, ''), '')
    expect(sections.map(({ key }) => key)).toEqual(['none', 'pages', 'dishes', 'services', 'coupons', 'other'])
    const targets = sections.flatMap(({ entries }) => entries)
    expect(targets.map(({ value }) => value?.kind)).toEqual(
      expect.arrayContaining(['page', 'dish', 'service', 'coupon', 'phone', 'web', 'map']),
    )
    for (const { key, value } of targets) expect(keyOfLink(value)).toBe(key)
    const target = (kind: LinkValue['kind']) => targets.find(({ value }) => value?.kind === kind)
    expect(target('service')).toMatchObject({ title: 'A table', value: { serviceId: 'table' } })
    expect(target('phone')?.value).toEqual({ kind: 'phone', number: '+86 21 5555 0188' })
    expect(target('map')).toMatchObject({ title: 'The map', value: { kind: 'map' } })
  })

  test('a typed address or number is a target of its own', () => {
    expect(keys('example.com')).toEqual(['typed-web'])
    expect(keys('021 555 0188')).toEqual(['typed-phone'])
    expect(keys('hom')).toEqual(['page/p1'])
    expect(keys('javascript:alert(1)')).toEqual([])
  })
})
