import { describe, expect, test } from 'vitest'
import type { Field, Fields, LinkField, TextField } from '#components/kit/fields.ts'
import type { JsonValue } from '#model/index.ts'
import type { RichText } from '#model/rich-text.ts'
import { contrast } from '#runtime/colour.ts'
import { checkField, type KnownThings } from '#compiler/checks/check-field.ts'
import { findFieldProblems, valueWithFix } from '#compiler/checks/find-field-problems.ts'
import { fixesOf } from '#compiler/checks/fixes-of.ts'

const label = { en: '', 'zh-CN': '' }
const known: KnownThings = {
  pageIds: ['home'],
  serviceIds: ['table'],
  categoryIds: ['soups'],
  dishIds: ['noodles'],
  couponIds: ['welcome'],
  nowMs: 1_000,
  ground: '#ffffff',
}
const text: TextField = { kind: 'text', label, default: '', maxLength: 10 }
const link: LinkField = { kind: 'link', label, default: null }

/** The problem, and what the fixes make of the value. */
function mended(field: Field, value: JsonValue) {
  const problem = checkField(field, value, known)
  return problem && [problem, ...fixesOf(field, value, problem, known).map((fix) => [fix.kind, fix.value])]
}

describe('every fix leaves a value without a problem', () => {
  test('texts are shortened at a word, never within a character', () => {
    expect(mended(text, 'Fresh noodles')).toEqual(['too-long', ['shorten', 'Fresh nood']])
    expect(mended({ ...text, maxLength: 14 }, 'Fresh noodles today')).toEqual([
      'too-long',
      ['shorten', 'Fresh noodles'],
    ])
    expect(mended({ ...text, maxLength: 5 }, '牛肉面馆🍜🍜')).toEqual(['too-long', ['shorten', '牛肉面馆']])
  })

  test('figures come into their range', () => {
    const count: Field = { kind: 'number', label, default: 1, min: 1, max: 8 }
    expect(mended(count, 40)).toEqual(['out-of-range', ['clamp', 8]])
    expect(mended(count, -2)).toEqual(['out-of-range', ['clamp', 1]])
    expect(mended(count, 3)).toBeUndefined()
  })

  test('addresses get their beginning, numbers lose their letters, or the link goes', () => {
    const remove = ['remove-link', null]
    expect(mended(link, { kind: 'web', url: 'example.com/menu' })).toEqual([
      'bad-address',
      ['add-https', { kind: 'web', url: 'https://example.com/menu' }],
      remove,
    ])
    expect(mended(link, { kind: 'web', url: 'javascript:alert(1)' })).toEqual(['bad-address', remove])
    expect(mended(link, { kind: 'phone', number: '电话：０２１-5550188' })).toEqual([
      'bad-phone',
      ['write-phone', { kind: 'phone', number: '021-5550188' }],
      remove,
    ])
    expect(mended(link, { kind: 'phone', number: 'ask inside' })).toEqual(['bad-phone', remove])
  })

  test('what is gone is let go of', () => {
    expect(mended(link, { kind: 'page', pageId: 'old' })).toEqual(['page-gone', ['remove-link', null]])
    expect(mended(link, { kind: 'dish', dishId: 'old' })).toEqual(['not-there', ['remove-link', null]])
    expect(mended(link, { kind: 'dish', dishId: 'noodles' })).toBeUndefined()
    expect(mended(link, { kind: 'service', serviceId: 'old' })).toEqual(['not-there', ['remove-link', null]])
    expect(mended(link, { kind: 'coupon', couponId: 'old' })).toEqual(['not-there', ['remove-link', null]])
    expect(mended(link, { kind: 'coupon', couponId: 'welcome' })).toBeUndefined()
    expect(mended({ kind: 'reference', label, default: '', to: 'dish' }, 'old')).toEqual([
      'not-there',
      ['show-all', ''],
    ])
    expect(checkField(link, { kind: 'dish', dishId: 'any' }, { ...known, dishIds: undefined })).toBeUndefined()
  })

  test('broken links in a formatted text go, all at once; words, marks and good links stay', () => {
    const rich: Field = { kind: 'rich-text', label, default: '', maxLength: 99 }
    const words = (link: JsonValue): RichText => ({
      $rich: [
        { insert: 'Our ' },
        { insert: 'menu', attributes: { bold: true, link } },
        { insert: ', or ' },
        { insert: 'home', attributes: { link: { kind: 'page', pageId: 'home' } } },
      ],
    })
    const unlinked: RichText = {
      $rich: [{ insert: 'Our ' }, { insert: 'menu', attributes: { bold: true } }, ...words(null).$rich.slice(2)],
    }
    const gone: readonly (readonly [string, JsonValue])[] = [
      ['page-gone', { kind: 'page', pageId: 'old' }],
      ['not-there', { kind: 'dish', dishId: 'old' }],
      ['not-there', { kind: 'coupon', couponId: 'old' }],
      ['bad-address', { kind: 'web', url: 'https://nowhere' }],
      ['bad-phone', { kind: 'phone', number: '1' }],
    ]
    for (const [problem, link] of gone) {
      expect(mended(rich, words(link))).toEqual([problem, ['remove-link', unlinked]])
    }
    const two: RichText = { $rich: gone.slice(0, 2).map(([, link], at) => ({ insert: `${at}`, attributes: { link } })) }
    expect(mended(rich, two)).toEqual(['page-gone', ['remove-link', '01']])
    expect(mended(rich, words({ kind: 'dish', dishId: 'noodles' }))).toBeUndefined()
    expect(mended(rich, 'https://nowhere')).toBeUndefined()
  })

  test('a colour that cannot be read becomes the nearest one that can', () => {
    const ink: Field = { kind: 'colour', label, default: '', isInk: true }
    const [problem, fix] = mended(ink, '#ffd24d') ?? []
    expect(problem).toBe('unreadable')
    expect(contrast((fix as [string, string])[1], '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(mended(ink, '#7a3b00')).toBeUndefined()
    expect(mended(ink, 'theme:accent')).toBeUndefined()
    expect(mended({ ...ink, isInk: undefined } as unknown as Field, '#ffd24d')).toBeUndefined()
  })

  test('a moment that is over is cleared, a list too long loses its end', () => {
    const moment: Field = { kind: 'date-time', label, default: null }
    expect(mended(moment, 999)).toEqual(['past', ['clear', null]])
    expect(mended(moment, 2_000)).toBeUndefined()
    const list: Field = { kind: 'list', label, itemLabel: label, default: [], maxItems: 1, item: { text } }
    expect(mended(list, [{ text: 'a' }, { text: 'b' }])).toEqual(['too-many', ['keep-first', [{ text: 'a' }]]])
  })
})

describe('all problems of a block', () => {
  const fields: Fields = {
    title: text,
    mode: { kind: 'switch', label, default: false },
    note: { ...text, when: { field: 'mode', is: [true] } },
    rows: { kind: 'list', label, itemLabel: label, default: [], maxItems: 5, item: { link } },
  }

  test('are found by their path, those in lists too, and what is out of sight is left out', () => {
    const rows = [{ link: null }, { link: { kind: 'page', pageId: 'old' } }]
    const found = findFieldProblems(fields, { title: 'far too long a title', note: 'also far too long', rows }, known)
    expect(found.map(({ path, problem }) => [path.join('.'), problem])).toEqual([
      ['title', 'too-long'],
      ['rows.1.link', 'page-gone'],
    ])
    expect(findFieldProblems(fields, { mode: true, note: 'also far too long' }, known)).toHaveLength(1)
  })

  test('are mended without touching the rest', () => {
    const rows = [
      { link: null, name: 'a' },
      { link: { kind: 'page', pageId: 'old' }, name: 'b' },
    ]
    expect(valueWithFix(rows, [1, 'link'], null)).toEqual([
      { link: null, name: 'a' },
      { link: null, name: 'b' },
    ])
    expect(valueWithFix('long', [], 'short')).toBe('short')
  })
})
