import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { JsonValue } from '#model/json.ts'
import { drawnLines, fittingText } from './rich-text.ts'
import { StateView } from './stories/state-view.tsx'

const draw = (text: JsonValue, mode: 'live' | 'canvas' = 'live') =>
  renderToString(<StateView type="text" state={{ env: { mode } }} language="en" change={{ text }} />)

test('a plain string is a rich text without marks, each break a line', () => {
  expect(drawnLines('one\n\ntwo')).toEqual([
    { list: undefined, spans: [{ text: 'one' }] },
    { list: undefined, spans: [] },
    { list: undefined, spans: [{ text: 'two' }] },
  ])
  expect(draw('one\ntwo').match(/sw-rich__line/g)).toHaveLength(2)
  expect(draw('  \n ')).toBe('')
})

test('marks, lists and links are drawn; readers are told of lists', () => {
  const html = draw({
    $rich: [
      { insert: 'Fresh', attributes: { bold: true, colour: 'accent' } },
      { insert: '\nsoup' },
      { insert: '\n', attributes: { list: 'number' } },
      { insert: 'call', attributes: { link: { kind: 'phone', number: '+86 21 5555' } } },
      { insert: '\n', attributes: { list: 'number', end: true } },
    ],
  })
  expect(html).toContain('sw-rich__span--bold sw-rich__span--accent">Fresh')
  expect(html.match(/role="list"/g)).toHaveLength(1)
  expect(html.match(/role="listitem"/g)).toHaveLength(2)
  expect(html).toMatch(/<a [^>]*href="tel:\+86 21 5555"/)
})

test('on the canvas a link is only words, and a blank text a hint', () => {
  const linked = { $rich: [{ insert: 'home', attributes: { link: { kind: 'page', pageId: 'home' } } }] }
  expect(draw(linked, 'canvas')).not.toContain('<a ')
  expect(draw(linked, 'canvas')).toContain('data-edit="text"')
  expect(draw('', 'canvas')).toContain('data-hint="Write something"')
})

test('what is saved is made to fit: known marks, safe links, so many characters', () => {
  const saved: JsonValue = {
    $rich: [
      {
        insert: 'click',
        attributes: { link: { kind: 'web', url: 'javascript:alert(1)' }, glow: 3, colour: '#ff0000' },
      },
      { insert: ' me🍜🍜', attributes: { bold: true } },
    ],
  }
  expect(fittingText(saved, 9)).toEqual({
    value: { $rich: [{ insert: 'click' }, { insert: ' me', attributes: { bold: true } }] },
    cut: true,
  })
  expect(fittingText({ $rich: [{ insert: 7 }] }, 9)).toBeUndefined()
  expect(fittingText({ $rich: [{ insert: 'a' }, { insert: 'b' }] }, 9)).toEqual({ value: 'ab', cut: false })
})
