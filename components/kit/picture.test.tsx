import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PictureValue } from './fields.ts'
import { Picture } from './picture.tsx'

const large: PictureValue = { url: '/pictures/abc', widthPx: 1600, heightPx: 1200, alt: 'A bowl of noodles' }

/** The attributes of the picture as the server draws it. */
function draw(props: Partial<Parameters<typeof Picture>[0]> = {}) {
  const html = renderToString(<Picture picture={large} sizes="100vw" {...props} />)
  const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(html)?.[1]
  return { html, of, offered: of('srcset')?.split(', ') }
}

test('a browser is offered every copy, how wide the picture is shown, and the room to keep for it', () => {
  const { of, offered } = draw()
  expect(offered).toEqual([160, 320, 640, 1280].map((width) => `/pictures/abc?w=${width} ${width}w`))
  expect([of('sizes'), of('src'), of('alt')]).toEqual(['100vw', '/pictures/abc?w=640', 'A bowl of noodles'])
  expect([of('width'), of('height')]).toEqual(['1600', '1200'])
})

test('no copy is offered that is larger than the picture, or than the sharpest phone can show', () => {
  expect(draw({ picture: { ...large, widthPx: 400, heightPx: 300 } }).offered).toEqual([
    '/pictures/abc?w=160 160w',
    '/pictures/abc?w=320 320w',
  ])
  expect(draw({ sizes: '96px' }).offered?.at(-1)).toBe('/pictures/abc?w=320 320w')
})

test('a picture comes when it is near; the first of a page at once', () => {
  expect(draw().of('loading')).toBe('lazy')
  expect(draw({ eager: true }).of('loading')).not.toBe('lazy')
})

test('enlarged by its crop, a copy counts for less, and the whole picture is offered too', () => {
  const { offered, of } = draw({ picture: { ...large, crop: { x: 0.5, y: 0.25, zoom: 2 } } })
  expect(offered).toEqual([
    '/pictures/abc?w=160 80w',
    '/pictures/abc?w=320 160w',
    '/pictures/abc?w=640 320w',
    '/pictures/abc?w=1280 640w',
    '/pictures/abc 800w',
  ])
  expect(of('style')).toContain('scale(2)')
})

test('a picture that stands in the document has one size', () => {
  const { offered, of } = draw({ picture: { ...large, url: 'data:image/png;base64,AA' } })
  expect([offered, of('sizes'), of('src')]).toEqual([undefined, undefined, 'data:image/png;base64,AA'])
})
