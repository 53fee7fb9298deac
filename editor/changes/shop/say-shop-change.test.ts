import { expect, test } from 'vitest'
import { en } from '#editor/words/en.ts'
import { zhCn } from '#editor/words/zh-cn.ts'
import type { ShopChange } from '#platform/contract/shop-changes.ts'
import type { Detail } from '../say-change.ts'
import { groupShopChanges } from './group-shop-changes.ts'
import { sayChange, sayInShort, saySubject, type ShopTeller } from './say-shop-change.ts'

const nowMs = Date.parse('2026-11-22T12:00:00Z')
const english: ShopTeller = { words: en, language: 'en', locale: 'en', nowMs }
const chinese: ShopTeller = { words: zhCn, language: 'zh-CN', locale: 'zh-CN', nowMs }

const change = (given: Partial<ShopChange>): ShopChange => ({
  seq: 1,
  actId: 'a',
  atIso: '2026-11-22T11:00:00Z',
  program: { id: 'p', name: 'Lucky', currency: 'CNY', timeZone: 'Asia/Shanghai' },
  by: { id: 'ann', name: 'Ann' },
  kind: 'dish',
  subjectId: 'd',
  subjectName: { en: 'Beef noodles', 'zh-CN': '牛肉面' },
  part: null,
  deed: 'changed',
  field: 'status',
  before: null,
  after: null,
  takesBack: null,
  canTakeBack: true,
  ...given,
})

const textOf = (shown: Detail['before']): string =>
  shown === undefined ? '' : 'text' in shown ? shown.text : shown.picture.url
const said = (given: Partial<ShopChange>, teller = english): string =>
  sayChange(change(given), teller)
    .map(({ label, before, after }) => `${label}: ${textOf(before)} → ${textOf(after)}`)
    .join('; ')

const large = { kind: 'variant', id: 'v', name: { en: 'Large', 'zh-CN': '大碗' } }

test.each<[Partial<ShopChange>, string, string]>([
  [
    { field: 'price_minor', part: large, before: 2800, after: 3050 },
    'Price · Large: ¥28.00 → ¥30.50',
    '价格 · 大碗: ¥28.00 → ¥30.50',
  ],
  [{ field: 'status', before: 'on', after: 'hidden' }, 'Status: on the menu → hidden', '状态: 在菜单上 → 已隐藏'],
  [
    { field: 'sold_out', before: false, after: { until: null } },
    'Availability: on sale → sold out',
    '供应: 在售 → 售罄',
  ],
  [
    { field: 'sold_out', before: { until: '2026-11-23T02:00:00+00:00' }, after: false },
    'Availability: sold out until tomorrow 10:00 → on sale',
    '供应: 售罄至 明天 10:00 → 在售',
  ],
  [
    {
      field: 'category_id',
      before: { id: 'a', name: { en: 'Soups', 'zh-CN': '汤面' } },
      after: { id: 'b', name: { en: 'Cold dishes', 'zh-CN': '凉菜' } },
    },
    'Category: Soups → Cold dishes',
    '分类: 汤面 → 凉菜',
  ],
  [{ field: 'tags', before: [], after: ['spicy', 'new'] }, 'Marks: nothing → spicy, new', '标签: 无 → 辣，新品'],
  [
    { kind: 'shop', field: 'hours.1', before: [{ opens: '10:00', closes: '22:00' }], after: [] },
    'Hours on Monday: 10:00–22:00 → closed',
    '周一营业时间: 10:00–22:00 → 休息',
  ],
  [
    { kind: 'shop', field: 'hours.2026-11-22', before: null, after: { periods: [], note: 'Holiday' } },
    'Hours on 22 Nov 2026: as usual → closed “Holiday”',
    '2026年11月22日营业时间: 照常 → 休息 “Holiday”',
  ],
  [{ kind: 'shop', field: 'orders_paused', before: false, after: true }, 'Orders: taken → paused', '接单: 正常 → 暂停'],
  [{ kind: 'shop', field: 'kind', before: null, after: 'cafe' }, 'Kind: nothing → Café', '类型: 无 → 咖啡馆'],
  [
    { kind: 'coupon', field: 'total_limit', before: 100, after: null },
    'How many there are: 100 → no limit',
    '发放总数: 100 → 不限',
  ],
  [{ kind: 'coupon', field: 'percent', before: 10, after: 15 }, 'Share off: 10% → 15%', '减免比例: 10% → 15%'],
  [
    { kind: 'order', field: 'status', before: 'placed', after: 'accepted' },
    'Status: New → Accepted',
    '状态: 新订单 → 已接单',
  ],
  [
    { kind: 'person', field: 'role', before: 'viewer', after: 'editor' },
    'Role: Viewer → Editor',
    '角色: 查看者 → 编辑',
  ],
  [{ field: 'something_new', before: 1, after: 2 }, 'Something else: 1 → 2', '其他内容: 1 → 2'],
])('%o', (given, inEnglish, inChinese) => {
  expect(said(given)).toBe(inEnglish)
  expect(said(given, chinese)).toBe(inChinese)
})

test('what came or went says so, with what matters most of it', () => {
  const made = { deed: 'made', field: null, before: null } as const
  expect(said({ ...made, part: large, after: { price_minor: 3200 } })).toBe('Added: Large:  → ¥32.00')
  expect(said({ ...made, kind: 'person', after: { role: 'editor' } })).toBe('Joined:  → Editor')
  expect(said({ deed: 'removed', field: null, before: { category_id: null } })).toBe('Removed:  → ')
  const refund = { kind: 'refund', id: 'r', name: null }
  expect(said({ ...made, kind: 'order', part: refund, after: { amount_minor: 3600, status: 'requested' } })).toBe(
    'Refund:  → ¥36.00',
  )
  const spice = { kind: 'modifier-group', id: 'g', name: { en: 'Spice', 'zh-CN': '辣度' } }
  expect(said({ ...made, part: spice, after: {} })).toBe('Added: Offers “Spice”:  → ')
})

test('a thing is called what it was called; an order by its number, a person whose account is gone as such', () => {
  expect(saySubject(change({}), chinese)).toBe('牛肉面')
  expect(saySubject(change({ kind: 'order', subjectName: '17' }), english)).toBe('Order 17')
  expect(saySubject(change({ kind: 'person', subjectName: null }), english)).toBe('Somebody who left')
  expect(sayInShort(change({ field: 'price_minor', after: 2800 }), english)).toBe('Beef noodles, Price ¥28.00')
})

test('what one act changed stands together, thing by thing, in the order it was written', () => {
  const acts = groupShopChanges([
    change({ seq: 9, actId: 'late' }),
    change({ seq: 5, actId: 'import', subjectId: 'second' }),
    change({ seq: 4, actId: 'import', subjectId: 'first', field: 'name' }),
    change({ seq: 3, actId: 'import', subjectId: 'first' }),
  ])
  expect(acts.map(({ id }) => id)).toEqual(['late', 'import'])
  expect(acts[1]!.things.map(({ changes }) => changes.map(({ seq }) => seq))).toEqual([[3, 4], [5]])
})
