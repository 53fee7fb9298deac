import { expect, test } from 'vitest'
import { problemsOf } from '../testing/compile.ts'

/** A definition in which one thing may be wrong, and a view made from it. */
function block(change: { readonly fields?: string; readonly more?: string; readonly view?: string }): string {
  return `import { Text } from '#components/primitives/index.ts'
    import { defineBlock, type ViewPropsOf } from '#components/kit/define-block.ts'
    const label = { en: 'x', 'zh-CN': 'x' }
    export const demo = defineBlock({
      type: 'demo', label, description: label, group: 'tell', icon: 'star', version: 1,
      fields: {
        words: { kind: 'text', label, default: '', maxLength: 9 },
        ${change.fields ?? ''}
      },
      slots: {}, shopData: ['shop'], visitorData: [], needs: ['shop.pay'], interactive: true, upgrades: {},
      ${change.more ?? ''}
    })
    export function DemoView({ props, data, host, env }: ViewPropsOf<typeof demo>) {
      return ${change.view ?? '<Text>{props.words}</Text>'}
    }`
}

test('a definition that holds together compiles, with all that a view may use of it', () => {
  const view = `<Text onClick={() => void host.pay({} as never)}>{data.shop.status}{env.language}</Text>`
  const fields = `size: { kind: 'choice', label, default: 's', options: [{ value: 's', label }, { value: 'l', label }] },
    more: { kind: 'text', label, default: '', maxLength: 9, when: { field: 'size', is: ['l'] } },`
  const more = `version: 3, upgrades: { 2: (old) => ({ ...old, words: '' }), 3: (old) => ({ ...old }) },
    starter: { words: { $text: label } }`
  expect(problemsOf(block({ fields, view }))).toEqual([])
  expect(problemsOf(block({ fields, more }).replace('version: 1,', '').replace('upgrades: {},', ''))).toEqual([])
})

test.each([
  [
    'a default that is none of the options',
    {
      fields: `size: { kind: 'choice', label, default: 'xl', options: [{ value: 's', label }] },`,
    },
    'Field \\"size\\" has the default \\"xl\\", which is none of its options',
  ],
  [
    'a condition on a field that is not there',
    {
      fields: `more: { kind: 'text', label, default: '', maxLength: 9, when: { field: 'gone', is: [1] } },`,
    },
    'Field \\"more\\" depends on \\"gone\\", which does not exist',
  ],
  [
    'the same in the items of a list',
    {
      fields: `rows: { kind: 'list', label, itemLabel: label, default: [], maxItems: 3, item: {
      a: { kind: 'text', label, default: '', maxLength: 9, when: { field: 'words', is: ['x'] } } } },`,
    },
    'Field \\"rows.a\\" depends on \\"words\\", which does not exist',
  ],
  [
    'a field that all blocks have',
    { fields: `spacing: { kind: 'text', label, default: '', maxLength: 9 },` },
    'Field \\"spacing\\" is one that all blocks have',
  ],
  [
    'a start with something that is no field',
    { more: `starter: { wordz: 'x' },` },
    'The block starts with \\"wordz\\", which is no field of it',
  ],
  [
    'a kind of field that there is not',
    { fields: `x: { kind: 'texts', label, default: '', maxLength: 9 },` },
    '"texts"',
  ],
  ['a capability that there is not', { more: `needs: ['magic'],` }, '"magic"'],
  ['shop data that there is not', { more: `shopData: ['stock'],` }, '"stock"'],
] as const)('%s does not compile, and says where', (_, change, sentence) => {
  const wrong = block(change).replace(/needs: \['shop.pay'\],|shopData: \['shop'\],/g, (kept) =>
    'more' in change && change.more.startsWith(kept.split(':')[0] ?? '') ? '' : kept,
  )
  const problems = problemsOf(wrong).filter((problem) => !problem.includes('DemoView'))
  expect(problems.length).toBeGreaterThan(0)
  expect(problems[0]).toContain(sentence)
})

test('a version without its upgrade does not compile', () => {
  const wrong = block({ more: 'version: 3,' })
    .replace('version: 1,', '')
    .replace('upgrades: {}', 'upgrades: { 2: (old) => old }')
  expect(problemsOf(wrong)).toContainEqual(expect.stringContaining("Property '3' is missing"))
})

test('a view that uses what its definition does not name does not compile', () => {
  const wrong = (view: string) => problemsOf(block({ view: `<Text>{String(${view})}</Text>` }))
  expect(wrong('props.wordz')).toEqual([expect.stringContaining("'wordz' does not exist")])
  expect(wrong('data.menu')).toEqual([expect.stringContaining("'menu' does not exist")])
  expect(wrong('host.scan()')).toEqual([expect.stringContaining("'scan' does not exist")])
  expect(wrong('host.shop.placeOrder')).toEqual([expect.stringContaining("'placeOrder' does not exist")])
})
