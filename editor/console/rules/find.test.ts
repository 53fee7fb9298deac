import { expect, test } from 'vitest'
import type { Member, MerchantDish } from '#platform/contract/merchant.ts'
import { changeSince } from './change-since.ts'
import { findDishes } from './find-dishes.ts'
import { findMembers, sortMembers } from './find-members.ts'

const dish = (id: string, en: string, zh: string, more: Partial<MerchantDish> = {}) =>
  ({ id, categoryId: 'c', name: { en, 'zh-CN': zh }, status: 'on', soldOut: null, ...more }) as MerchantDish

const dishes = [
  dish('beef', 'Braised beef noodles', '红烧牛肉面'),
  dish('egg', 'Tea egg', '茶叶蛋', { soldOut: { untilIso: null }, categoryId: 'd' }),
  dish('soup', 'Beef soup', '牛肉汤', { status: 'hidden' }),
]
const dishIds = (...search: Parameters<typeof findDishes> extends [unknown, ...infer Rest] ? Rest : never) =>
  findDishes(dishes, ...search).map(({ id }) => id)

test('dishes are found by every word, in either language', () => {
  expect(dishIds('all', 'NOODLES beef')).toEqual(['beef'])
  expect(dishIds('all', '牛肉')).toEqual(['beef', 'soup'])
  expect(dishIds('sold-out', '')).toEqual(['egg'])
  expect(dishIds('hidden', '')).toEqual(['soup'])
  expect(dishIds({ categoryId: 'd' }, '')).toEqual(['egg'])
})

const member = (id: string, name: string, points: number, ever = points) =>
  ({
    id,
    name,
    pointsBalance: points,
    pointsEarnedEver: ever,
    phone: '138 0013 80' + id,
    cardNo: '88-' + id,
    joinedAtIso: '2026-10-01T00:00:00Z',
  }) as Member
const members = [member('01', '王磊', 20, 900), member('02', '陈静', 100), member('03', 'anna', 5)]

test('members are found by name, or by figures however they are spaced', () => {
  const found = (search: string) => findMembers(members, search).map(({ id }) => id)
  expect(found('ANN')).toEqual(['03'])
  expect(found('1380013-8002')).toEqual(['02'])
  expect(found('88 01')).toEqual(['01'])
  expect(found('x')).toEqual([])
})

test('names stand in the order of a phone book, tiers by what they took to reach', () => {
  const sorted = (by: 'name' | 'tier' | 'points') =>
    sortMembers(members, { by, isDescending: by !== 'name' }, 'zh-CN').map(({ name }) => name)
  expect(sorted('name').indexOf('陈静')).toBeLessThan(sorted('name').indexOf('王磊'))
  expect(sorted('tier')[0]).toBe('王磊')
  expect(sorted('points')[0]).toBe('陈静')
})

test('a day without a past is compared with nothing', () => {
  expect(changeSince(121, 100)).toBe(21)
  expect(changeSince(50, 100)).toBe(-50)
  expect(changeSince(50, 0)).toBeUndefined()
})
