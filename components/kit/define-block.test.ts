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
  expect(defining({ icon: 'unicorn' })).toThrow('its icon "unicorn" is none of the icon set')
  expect(defining({ upgrades: { 2: (old) => old } })).toThrow('upgrades[2] leads past version 1')
  expect(defining({ needs: ['magic' as 'share'], interactive: true })).toThrow('needs "magic", which is no capability')
  expect(defining({ needs: ['shop.pay'] })).toThrow('needs "shop.pay", but is not interactive')
  expect(defining({ standsIn: [] })).toThrow('may stand nowhere')
  expect(defining({ fields: { words: { ...words!, when: { field: 'gone', is: [1] } } } })).toThrow(
    '"gone", which does not exist',
  )
  const opened = { label, axis: 'vertical', openedBy: 'words' } as const
  expect(defining({ slots: { one: opened } })).toThrow(
    'slot "one" is opened by "words", which is no text on the canvas',
  )
  expect(defining({ fields: { spacing: words! } })).toThrow('field "spacing" is one that all blocks have')
  const rows = { kind: 'list', label, itemLabel: label, default: [], maxItems: 3 } as const
  expect(
    defining({ fields: { rows: { ...rows, item: { a: { ...words!, when: { field: 'words', is: [1] } } } } } }),
  ).toThrow('field "rows.a" depends on "words", which its item does not have')
  const size = { kind: 'choice', label, default: 'xl', options: [{ value: 's', label }] } as const
  expect(defining({ fields: { size } })).toThrow('field "size" has the default "xl", which is none of its options')
  const least = { kind: 'number', label, default: 7, min: 1, max: 5 } as const
  expect(defining({ fields: { least } })).toThrow('field "least" has the default 7, which is not from 1 to 5')
  const picture = { kind: 'picture', label, default: null, ratioFrom: 'gone' } as const
  expect(defining({ fields: { picture } })).toThrow('field "picture" takes its ratio from "gone"')
  const areas = { ...rows, areasOn: 'gone', item: { words: words! } } as const
  expect(defining({ fields: { areas } })).toThrow('field "areas" lies on "gone", which is no picture of it')
  expect(
    defining({
      fields: { picture: { ...picture, ratioFrom: undefined as never }, areas: { ...areas, areasOn: 'picture' } },
    }),
  ).toThrow('field "areas" lies on a picture, and its items have no numbers left, top, width and height')
  expect(defining({ fields: { rows: { ...rows, item: { inner: { ...rows, item: { words: words! } } } } } })).toThrow(
    'field "rows" holds a list in a list',
  )
  expect(
    defining({
      fields: { rows: { ...rows, item: { rich: { kind: 'rich-text', label, default: '', maxLength: 9 } } } },
    }),
  ).toThrow('field "rows" holds rich text in a list, where it could not merge by character')
})
