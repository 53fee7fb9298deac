import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonValue } from '#model/json.ts'
import { definitions } from '../definitions.ts'
import { defaultProps } from './default-props.ts'
import type { Fields } from './fields.ts'
import { parseProps } from './parse-props.ts'

const label = { en: 'x', 'zh-CN': 'x' }
const fields = {
  words: { kind: 'text', label, default: 'hello', maxLength: 5 },
  story: { kind: 'rich-text', label, default: 'once', maxLength: 6 },
  count: { kind: 'number', label, default: 2, min: 1, max: 9 },
  price: { kind: 'money', label, default: null, min: 1, max: 1000 },
  endsAt: { kind: 'date-time', label, default: null },
  room: { kind: 'spacing', label, default: '' },
  shown: { kind: 'switch', label, default: true },
  side: {
    kind: 'choice',
    label,
    default: 'a',
    options: [
      { value: 'a', label },
      { value: 'b', label },
    ],
  },
  ground: { kind: 'colour', label, default: '' },
  picture: { kind: 'picture', label, default: null },
  symbol: { kind: 'icon', label, default: 'star' },
  link: { kind: 'link', label, default: null },
  service: { kind: 'reference', label, default: '', to: 'service' },
  rows: {
    kind: 'list',
    label,
    itemLabel: label,
    default: [],
    maxItems: 2,
    item: { name: { kind: 'text', label, default: '', maxLength: 3 } },
  },
} satisfies Fields

const picture = { url: '/pictures/abc', widthPx: 10, heightPx: 5, alt: 'Noodles' }
const good = {
  words: '牛肉面',
  story: { $rich: [{ insert: 'on' }, { insert: 'ce', attributes: { bold: true } }] } as JsonValue,
  count: 3,
  price: 250,
  endsAt: 1_761_998_400_000,
  room: 'm-l-',
  shown: false,
  side: 'b',
  ground: 'theme:accent',
  picture,
  symbol: 'gift',
  link: { kind: 'page', pageId: 'p1' },
  service: 's1',
  rows: [{ name: 'Ann' }, { name: '' }],
}

/** What becomes of one value, and whether a word was said about it. */
function parsed(name: keyof typeof fields, value: unknown) {
  const { props, problems } = parseProps(fields, { [name]: value } as Parameters<typeof parseProps>[1])
  return [props[name], ...problems.map((problem) => problem.field)]
}

test('good properties pass unchanged', () => {
  expect(parseProps(fields, good)).toEqual({ props: good, problems: [] })
})

test('what is missing gets its default, without a word', () => {
  expect(parseProps(fields, {})).toEqual({ props: defaultProps(fields), problems: [] })
})

test('a value of another kind is replaced and named', () => {
  for (const name of Object.keys(fields) as (keyof typeof fields)[])
    expect(parsed(name, { nonsense: 1 }), name).toEqual([fields[name].default, name])
})

test('what is out of bounds is brought into them', () => {
  expect(parsed('words', 'abcdefgh')).toEqual(['abcde', 'words'])
  expect(parsed('words', 'abcd🍜')).toEqual(['abcd', 'words'])
  expect(parsed('story', 'once more')).toEqual(['once m', 'story'])
  expect(parsed('count', 99)).toEqual([9, 'count'])
  expect(parsed('count', Number.NaN)).toEqual([2, 'count'])
  expect(parsed('price', 0)).toEqual([1, 'price'])
  expect(parsed('price', 9.5)).toEqual([null, 'price'])
  expect(parsed('rows', [{}, {}, {}])).toEqual([[{ name: '' }, { name: '' }], 'rows'])
})

test('items of a list are checked one by one, and named by their place', () => {
  expect(parsed('rows', [{ name: 'far too long', left: 'over' }, 7])).toEqual([
    [{ name: 'far' }, { name: '' }],
    'rows[0].name',
    'rows[1]',
  ])
})

test('a picture keeps its crop and what was meant by an empty text', () => {
  const crop = { x: 0.5, y: 0, zoom: 1.5 }
  const whole = { ...picture, alt: '', crop, decorative: true }
  expect(parseProps(fields, { picture: whole })).toEqual({
    props: expect.objectContaining({ picture: whole }),
    problems: [],
  })
})

test('a crop that makes no sense is left out, never the picture', () => {
  const senseless: readonly JsonValue[] = [
    null,
    'left',
    { x: 2, y: 0, zoom: 1 },
    { x: 0, y: 0, zoom: 9 },
    { x: 0, y: 0 },
  ]
  for (const crop of senseless) {
    const { props, problems } = parseProps(fields, { picture: { ...picture, crop, decorative: 'yes' } })
    expect(props.picture).toEqual(picture)
    expect(problems.map(({ field }) => field)).toEqual(['picture'])
  }
})

test('links and pictures that could do harm are refused', () => {
  for (const url of ['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', '//evil.example', 'http://'])
    expect(parsed('link', { kind: 'web', url }), url).toEqual([null, 'link'])
  for (const number of ['1;ext=2', 'abc', '*21*5#'])
    for (const kind of ['phone', 'sms']) expect(parsed('link', { kind, number }), number).toEqual([null, 'link'])
  expect(parsed('link', { kind: 'mail', address: 'a@b.cn?bcc=c@d.cn' })).toEqual([null, 'link'])
  for (const url of ['https://tracker.example/a.gif', '//tracker.example/a.gif', '/\\tracker.example', 'javascript:1'])
    expect(parsed('picture', { ...picture, url }), url).toEqual([null, 'picture'])
})

test('links lead into the menu and the booking, moments are moments', () => {
  for (const link of [
    { kind: 'dish', dishId: 'd1' },
    { kind: 'service', serviceId: 's1' },
    { kind: 'coupon', couponId: 'c1' },
    { kind: 'sms', number: '+86 138 0013 8000' },
    { kind: 'mail', address: 'hi@old-lane.cn' },
  ])
    expect(parsed('link', link)).toEqual([link])
  expect(parsed('link', { kind: 'dish' })).toEqual([null, 'link'])
  expect(parsed('endsAt', 1.5)).toEqual([null, 'endsAt'])
  expect(parsed('endsAt', 1e17)).toEqual([null, 'endsAt'])
  expect(parsed('room', '16px')).toEqual(['', 'room'])
})

test('names that every object has are no properties', () => {
  const raw = JSON.parse('{"__proto__": {"count": 7}, "constructor": 1, "toString": "x"}')
  expect(parseProps(fields, raw)).toEqual({ props: defaultProps(fields), problems: [] })
})

test('whatever is stored, the answer is complete and stays the same when checked again', () => {
  const value = fc.jsonValue({ maxDepth: 4 })
  for (const { fields: known } of Object.values(definitions)) {
    const names = fc.constantFrom('unknown', ...Object.keys(known))
    const raw = fc.dictionary(fc.oneof({ weight: 5, arbitrary: names }, { weight: 1, arbitrary: fc.string() }), value)
    fc.assert(
      fc.property(raw, (saved) => {
        const first = parseProps(known, saved as never)
        expect(Object.keys(first.props)).toEqual(Object.keys(known))
        expect(parseProps(known, first.props as never)).toEqual({ props: first.props, problems: [] })
      }),
      { numRuns: 60, seed: 7 },
    )
  }
})
