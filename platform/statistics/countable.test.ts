import { expect, test } from 'vitest'
import { lookOf, mayCount } from './countable.ts'

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const wechat =
  'Mozilla/5.0 (Linux; Android 14; M2102J2SC Build/UKQ1; wv) AppleWebKit/537.36 Version/4.0 Chrome/126.0 MMWEBID/3 Mobile Safari/537.36 MicroMessenger/8.0.49'
const host = 'noodles.example'
const look = (headers: Record<string, string>) => lookOf(new Headers({ 'user-agent': phone, ...headers }), host)

test('of the user agent nothing is kept but what kind of thing it is', () => {
  expect(look({})).toEqual({ device: 'phone', isArrival: true })
  const deviceOf = (agent: string) => look({ 'user-agent': agent })?.device
  expect(deviceOf(wechat)).toBe('phone')
  expect(deviceOf('Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 Chrome/138.0 Safari/537.36')).toBe(
    'tablet',
  )
  expect(deviceOf('Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148')).toBe('tablet')
  expect(deviceOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('computer')
})

test.for([
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  'Mozilla/5.0 (Linux; Android 6.0.1) AppleWebKit/537.36 Mobile Safari/537.36 (compatible; Bytespider)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5',
  'facebookexternalhit/1.1',
  'WhatsApp/2.23',
  'curl/8.5.0',
  '',
])('a robot is left out: %s', (agent) => {
  expect(look({ 'user-agent': agent })).toBeUndefined()
})

test('who asks not to be counted is not, neither when a page is sent nor when it tells', () => {
  const wishes: Record<string, string>[] = [{ dnt: '1' }, { 'sec-gpc': '1' }]
  for (const wish of wishes) {
    expect(look(wish)).toBeUndefined()
    expect(mayCount(new Headers({ 'user-agent': phone, ...wish }))).toBe(false)
  }
  expect(look({ dnt: '0' })).toBeDefined()
})

test('a page that is fetched ahead, or by a service worker that keeps it, is nobody’s look', () => {
  expect(look({ 'sec-purpose': 'prefetch', 'sec-fetch-mode': 'navigate' })).toBeUndefined()
  expect(look({ 'sec-purpose': 'prefetch;prerender' })).toBeUndefined()
  expect(look({ purpose: 'prefetch' })).toBeUndefined()
  expect(look({ 'sec-fetch-mode': 'same-origin', 'sec-fetch-dest': 'empty' })).toBeUndefined()
  // The same request that a browser makes by itself, sent early because a worker is on its way.
  expect(look({ 'sec-fetch-mode': 'navigate', 'service-worker-navigation-preload': 'true' })).toBeDefined()
})

test('a visit begins where somebody comes from outside', () => {
  const arrives = (headers: Record<string, string>) => look(headers)?.isArrival
  expect(arrives({ 'sec-fetch-site': 'none' })).toBe(true)
  expect(arrives({ 'sec-fetch-site': 'cross-site', referer: `https://${host}/` })).toBe(true)
  expect(arrives({ 'sec-fetch-site': 'same-origin' })).toBe(false)
  expect(arrives({ referer: `http://${host}/menu` })).toBe(false)
  expect(arrives({ referer: 'https://search.example/' })).toBe(true)
  expect(arrives({ referer: 'not an address' })).toBe(true)
})
