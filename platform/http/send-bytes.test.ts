import { expect, test } from 'vitest'
import { cachedBody, sendCached } from './compressed.ts'
import { isKnown, sendBytes } from './send-bytes.ts'

const bytes = new TextEncoder().encode('0123456789')
const etag = '"ten"'

const ask = (headers: Record<string, string>, method = 'GET'): Response =>
  sendBytes(new Request('http://shop.example/p', { method, headers }), bytes, { etag, 'content-type': 'image/webp' })

test.for([
  ['bytes=0-3', '0123', 'bytes 0-3/10'],
  ['bytes=4-', '456789', 'bytes 4-9/10'],
  ['bytes=-3', '789', 'bytes 7-9/10'],
  ['bytes=8-100', '89', 'bytes 8-9/10'],
  ['bytes=-100', '0123456789', 'bytes 0-9/10'],
  ['bytes=9-9', '9', 'bytes 9-9/10'],
] as const)('the part %s is sent alone', async ([range, expected, said]) => {
  const response = ask({ range })
  expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([206, expected, said])
  expect(response.headers.get('content-length')).toBe(String(expected.length))
})

test.for(['bytes=10-', 'bytes=500-600', 'bytes=-0'])(
  'a part %s that is not there is refused with the size',
  (range) => {
    const response = ask({ range })
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  },
)

test.for([
  'bytes=5-2',
  'bytes=-',
  'bytes=a-b',
  'items=0-3',
  'bytes=0-1,4-5',
  'bytes=0-1e3',
  `bytes=0-${'9'.repeat(400)}`,
])('what is no single range (%s) is answered whole', async (range) => {
  const response = ask({ range })
  expect([response.status, await response.text(), response.headers.get('accept-ranges')]).toEqual([
    200,
    '0123456789',
    'bytes',
  ])
})

test('who has another version gets this one from its start', async () => {
  expect((await ask({ range: 'bytes=4-', 'if-range': '"old"' }).text()).length).toBe(10)
  expect((await ask({ range: 'bytes=4-', 'if-range': etag }).text()).length).toBe(6)
})

test('who has this version gets nothing, whether or not a part was asked for', async () => {
  for (const known of [etag, `W/${etag}`, `"a", ${etag}`, '*']) {
    const response = ask({ 'if-none-match': known, range: 'bytes=0-3' })
    expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([304, '', null])
    expect(response.headers.get('etag')).toBe(etag)
  }
})

test('a date counts only when no tag was sent', () => {
  const file = { etag, 'last-modified': 'Mon, 02 Mar 2026 04:00:00 GMT' }
  const known = (headers: Record<string, string>) => isKnown(new Headers(headers), file)
  expect(known({ 'if-modified-since': 'Mon, 02 Mar 2026 04:00:00 GMT' })).toBe(true)
  expect(known({ 'if-modified-since': 'Mon, 02 Mar 2026 03:59:59 GMT' })).toBe(false)
  expect(known({ 'if-modified-since': 'yesterday' })).toBe(false)
  expect(known({ 'if-modified-since': 'Mon, 02 Mar 2026 04:00:00 GMT', 'if-none-match': '"old"' })).toBe(false)
})

test('what is compressed on its way says that its form depends on who asks, and is never sent in parts', async () => {
  const body = cachedBody('<p>x</p>'.repeat(200), { compress: true, quality: 'quick' })
  const send = (headers: Record<string, string>) =>
    sendCached(new Request('http://shop.example/', { headers }), body, { 'content-type': 'text/html' })
  const zipped = await send({ 'accept-encoding': 'br', range: 'bytes=0-3' })
  expect([zipped.status, zipped.headers.get('content-encoding'), zipped.headers.get('vary')]).toEqual([
    200,
    'br',
    'accept-encoding',
  ])
  expect((await send({ 'if-none-match': body.etag })).headers.get('vary')).toBe('accept-encoding')
})
