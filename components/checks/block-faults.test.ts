import { expect, test } from 'vitest'
import { defineBlock } from '../kit/define-block.ts'
import { blockFaults, type BlockFolder } from './block-faults.ts'

const label = { en: 'Demo', 'zh-CN': '示例' }
const definition = defineBlock({
  type: 'demo',
  label,
  description: label,
  group: 'tell',
  icon: 'star',
  version: 1,
  fields: { words: { kind: 'text', label, default: '', maxLength: 9 } },
  starter: { words: { $text: label } },
  slots: {},
  shopData: ['shop'],
  visitorData: [],
  interactive: true,
  upgrades: {},
})
const stories = ['default', 'fresh', 'empty', 'longest', 'loading', 'failed']
const good: BlockFolder = {
  type: 'demo',
  definition,
  states: { default: {} },
  files: {
    'definition.ts': '',
    'view.tsx': "import { Text } from '#components/primitives/index.ts'\nhost.open(link)",
    'view.stories.tsx': stories.map((name) => `export const S = story('${name}')`).join('\n'),
    'demo.css':
      '.b-demo {\n}\n.b-demo__line,\n.b-demo--wide > .b-demo__line {\n}\n@media (width > 1px) {\n  .b-demo {\n  }\n}',
  },
  isListed: { definition: true, view: true },
}
const faultsWith = (change: Partial<BlockFolder>, files: BlockFolder['files'] = {}) =>
  blockFaults({ ...good, ...change, files: { ...good.files, ...files } })

test('nothing is wrong with a block that is complete', () => {
  expect(faultsWith({})).toEqual([])
})

test('a state without a story is named, whether the block or its definition declares it', () => {
  expect(faultsWith({ states: { default: {}, soldOut: {} } })).toEqual([
    `Block "demo": its state "soldOut" has no story: add "export const SoldOut = story('soldOut')" to view.stories.tsx`,
  ])
  const own = { 'view.stories.tsx': "export const Default = story('default')" }
  expect(faultsWith({}, own)).toEqual(
    ['fresh', 'empty', 'longest', 'loading', 'failed'].map((name) =>
      expect.stringContaining(`its state "${name}" has no story`),
    ),
  )
  expect(faultsWith({ states: {} })).toEqual([expect.stringContaining('has no state')])
})

test('a story of nothing, and two of one state, are named', () => {
  const more = (name: string) => ({
    'view.stories.tsx': `${good.files['view.stories.tsx']}\nexport const X = story('${name}')`,
  })
  expect(faultsWith({}, more('gone'))).toEqual(['Block "demo": its story shows "gone", which is no state of it'])
  expect(faultsWith({}, more('fresh'))).toEqual(['Block "demo": its state "fresh" has two stories'])
})

test('words that are missing in a language are named, wherever they belong', () => {
  const half = { en: 'Yes', 'zh-CN': ' ' }
  const size = { kind: 'choice', label, default: 's', options: [{ value: 's', label: half }] } as const
  const rows = {
    kind: 'list',
    label,
    itemLabel: label,
    default: [],
    maxItems: 2,
    item: { a: { ...definition.fields.words, help: half } },
  } as const
  const changed = { ...definition, description: half, fields: { ...definition.fields, size, rows } }
  expect(faultsWith({ definition: changed })).toEqual([
    'Block "demo": its description has no words in zh-CN',
    'Block "demo": option "s" of field "size" has no words in zh-CN',
    'Block "demo": the help of field "rows.a" has no words in zh-CN',
  ])
})

test('what it starts with has to fit its fields', () => {
  const changed = { ...definition, starter: { words: 'far too long' } }
  expect(faultsWith({ definition: changed })).toContainEqual(
    expect.stringContaining('what it starts with does not fit: "words" is 12'),
  )
})

test('a use of the host needs its capability', () => {
  const view = (text: string) => ({ 'view.tsx': text })
  expect(faultsWith({}, view('await host.scan()'))).toEqual([
    'Block "demo": view.tsx uses host.scan, which needs "scan": name it in needs of definition.ts',
  ])
  expect(faultsWith({}, view('host.shop.placeOrder(order, key)'))).toEqual([expect.stringContaining('"shop.order"')])
  expect(faultsWith({}, view("import { SignIn } from '../kit/sign-in.tsx'"))).toEqual([
    expect.stringContaining('"shop.customer"'),
  ])
  expect(faultsWith({ definition: { ...definition, needs: ['scan'] } }, view('await host.scan()'))).toEqual([])
})

test('styles and imports stay within the block and the kit', () => {
  const css = { 'demo.css': '.b-demo div {\n}\n.other {\n}\n.b-demo:has(.b-demo__x) {\n}' }
  expect(faultsWith({}, css)).toHaveLength(3)
  const from = (name: string) => ({ 'view.tsx': `import { x } from '${name}'` })
  for (const name of ['lodash', '#runtime/store.ts', '../menu/cart.ts', '../kit/stories/mock-shop.ts', 'react-dom'])
    expect(faultsWith({}, from(name)), name).toEqual([expect.stringContaining(`view.tsx imports "${name}"`)])
})

test('a block that is not listed, or called other than its folder, is named', () => {
  expect(faultsWith({ isListed: { definition: false, view: false } })).toEqual([
    'Block "demo": is missing in components/definitions.ts',
    'Block "demo": is missing in components/views.ts',
  ])
  expect(faultsWith({ type: 'other', files: {} })).toContainEqual(
    expect.stringContaining('its folder is called "other"'),
  )
})

test('what is typed on the canvas has to be translatable', () => {
  const typed = { ...definition.fields.words, onCanvas: true } as const
  const withField = (words: typeof typed & { readonly translatable?: true }) =>
    faultsWith({ definition: { ...definition, fields: { words } } })
  expect(withField(typed)).toEqual(['Block "demo": field "words" is typed on the canvas, but not translatable'])
  expect(withField({ ...typed, translatable: true })).toEqual([])
})
