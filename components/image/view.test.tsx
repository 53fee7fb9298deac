import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { pictureUrl } from '../kit/picture-url.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

test('keeps its place free, offers sizes and says what it shows', () => {
  const html = renderToString(<StateView type="image" state={states.default} language="en" />)
  expect(html).toContain('aspect-ratio:1120 / 746')
  expect(html).toContain('/pictures/story.webp?w=320 320w')
  expect(html).toContain('alt="A table of small plates"')
})

test('shows the part that was chosen, cut by its box, and asks for the pixels that enlarging it takes', () => {
  const html = renderToString(<StateView type="image" state={states.cropped} language="en" />)
  expect(html).toContain('sw-picture-box--cropped')
  expect(html).toContain('object-position:20% 80%')
  expect(html).toContain('scale(1.6)')
  // 1.6 times enlarged, and half as wide again as its square box.
  expect(html).toContain('/pictures/story.webp?w=640 266w')
  expect(html).toContain('/pictures/story.webp?w=1280 533w')
})

test('without a picture there is nothing in a running program', () => {
  expect(renderToString(<StateView type="image" state={{}} language="en" />)).toBe('')
})

test('the next larger copy is taken, and inline pictures stay as they are', () => {
  expect([100, 160, 161, 5000].map((width) => pictureUrl('/pictures/a', width))).toEqual([
    '/pictures/a?w=160',
    '/pictures/a?w=160',
    '/pictures/a?w=320',
    '/pictures/a?w=1280',
  ])
  expect(pictureUrl('data:image/gif;base64,AA', 100)).toBe('data:image/gif;base64,AA')
})
