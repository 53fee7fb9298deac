import { expect, test } from 'vitest'
import { defineBlock, type BlockDefinition } from './define-block.ts'

const label = { en: 'x', 'zh-CN': 'x' }
const good: BlockDefinition = {
  type: 'demo',
  label,
  description: label,
  group: 'tell',
  icon: 'star',
  version: 1,
  fields: { words: { kind: 'text', label, default: '', maxLength: 9 } },
  slots: {},
  shopData: [],
  visitorData: [],
  interactive: false,
  upgrades: {},
}
const defining = (change: Partial<BlockDefinition>) => () => defineBlock({ ...good, ...change })

test('a wrong definition fails with a sentence that names block and field', () => {
  expect(defining({})).not.toThrow()
  expect(defining({ type: 'Demo Block' })).toThrow('Block "Demo Block": its type must be kebab-case')
  expect(defining({ version: 3, upgrades: { 2: (old) => old } })).toThrow('upgrades[3] is missing')
  expect(defining({ starter: { gone: 1 } })).toThrow('starts with "gone", which is no field')
  const { words } = good.fields
  expect(defining({ fields: { 'two-words': words! } })).toThrow('field "two-words" must be camelCase')
  expect(defining({ fields: { words: { ...words!, when: { field: 'gone', is: [1] } } } })).toThrow(
    '"gone", which does not exist',
  )
  const size = { kind: 'choice', label, default: 'xl', options: [{ value: 's', label }] } as const
  expect(defining({ fields: { size } })).toThrow('field "size" has the default "xl", which is none of its options')
})
