import { expect, test } from 'vitest'
import type { MerchantDish } from '#platform/contract/merchant.ts'
import { draftOf, emptySize, inputOf, isSound, problemsOf } from './dish-draft.ts'

const both = (text: string) => ({ en: text, 'zh-CN': text })
const catalogue = { categories: [{ id: 'noodles', name: both('Noodles'), served: null }], currency: 'CNY' }
const dish = {
  id: 'd1',
  version: 4,
  categoryId: 'noodles',
  name: { en: 'Beef noodles', 'zh-CN': '牛肉面' },
  description: both(''),
  variants: [{ id: 'v1', name: both(''), priceMinor: 2850 }],
} as unknown as MerchantDish
const size = (name: string, price: string) => ({ ...emptySize(), name, price })

test('an empty form asks for a name and a price, and for nothing else', () => {
  const draft = draftOf(undefined, catalogue, 'en')
  const problems = problemsOf(draft, 'CNY')
  expect([problems.name, problems.category, [...problems.sizes], [...problems.prices.values()]]).toEqual([
    true,
    false,
    [],
    ['empty'],
  ])
  expect(isSound(problemsOf({ ...draft, name: 'Congee', sizes: [size('', '8')] }, 'CNY'))).toBe(true)
})

test('of several sizes each needs a name of its own', () => {
  const draft = { ...draftOf(undefined, catalogue, 'en'), name: 'Congee' }
  const sizes = [size('', '8'), size('Large', '11'), size(' large', '12')]
  expect([...problemsOf({ ...draft, sizes }, 'CNY').sizes.values()]).toEqual(['size-missing', 'size-twice'])
})

test('a shop without a category names its first one', () => {
  const draft = {
    ...draftOf(undefined, { ...catalogue, categories: [] }, 'en'),
    name: 'Congee',
    sizes: [size('', '8')],
  }
  expect(problemsOf(draft, 'CNY').category).toBe(true)
  const input = inputOf({ ...draft, newCategory: ' Breakfast ' }, { ...of, dish: undefined })
  expect(input).toMatchObject({
    dish: null,
    category: { name: 'Breakfast' },
    variants: [{ id: null, priceMinor: 800 }],
  })
})

const of = { dish, currency: 'CNY', language: 'zh-CN', requestId: 'r', pictureId: undefined } as const

test('a dish is shown in the language of the screen, and sent back with its version; a picture only when it changed', () => {
  const draft = draftOf(dish, catalogue, 'zh-CN')
  expect([draft.name, draft.sizes[0]?.price]).toEqual(['牛肉面', '28.50'])
  const input = inputOf({ ...draft, name: '招牌牛肉面' }, of)
  expect(input).toMatchObject({ dish: { id: 'd1', ifVersion: 4 }, name: '招牌牛肉面', category: { id: 'noodles' } })
  expect(input.variants).toEqual([{ id: 'v1', name: '', priceMinor: 2850 }])
  expect(input).not.toHaveProperty('pictureId')
  expect(inputOf(draft, { ...of, pictureId: null }).pictureId).toBeNull()
})
