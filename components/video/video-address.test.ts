import { expect, test } from 'vitest'
import { videoOrigin } from './video-address.ts'

test.for([
  ['https://cdn.example.com/films/noodles.mp4?v=2', 'https://cdn.example.com'],
  [' https://CDN.example.com:8443/a.mp4 ', 'https://cdn.example.com:8443'],
  ['http://cdn.example.com/a.mp4', undefined],
  ['https://cdn.example.com', undefined],
  ['https://user@cdn.example.com/a.mp4', undefined],
  ["https://a.example;script-src 'unsafe-inline'/a.mp4", undefined],
  ['https://a.example/a b.mp4', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
] as const)('%s comes from %s', ([url, origin]) => {
  expect(videoOrigin(url)).toBe(origin)
})
