import { expect, test } from 'vitest'
import type { PageId } from '#model/ids.ts'
import type { JsonObject } from '#model/json.ts'
import type { LinkValue } from '#components/kit/fields.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import { linkAddress, mapAddress, pagePaths, phoneAddress, webAddress } from './addresses.ts'
import { createWishes, wishInAddress } from './wish.ts'

const paths = pagePaths([
  { id: 'home' as PageId, slug: '' },
  { id: 'menu' as PageId, slug: 'menu' },
  { id: 'zh' as PageId, slug: '菜单' },
])

test('pages have their paths, pages that are gone have none', () => {
  expect(linkAddress({ kind: 'page', pageId: 'home' }, paths, undefined, 'en')).toBe('/')
  expect(linkAddress({ kind: 'page', pageId: 'menu' }, paths, undefined, 'en')).toBe('/menu')
  expect(linkAddress({ kind: 'page', pageId: 'zh' }, paths, undefined, 'en')).toBe('/%E8%8F%9C%E5%8D%95')
  expect(linkAddress({ kind: 'page', pageId: 'gone' }, paths, undefined, 'en')).toBeUndefined()
  expect(linkAddress({ kind: 'page', pageId: 'toString' }, paths, undefined, 'en')).toBeUndefined()
})

test('a link to a dish, a service or a coupon leads to the first page that shows it', () => {
  const node = (type: string, props: JsonObject = {}, more = {}) => ({ type, props, ...more })
  const places = pagePaths([
    { id: 'p0' as PageId, slug: 'draft', nodes: { a: node('menu', {}, { showWhen: { hidden: true } }) } },
    { id: 'p1' as PageId, slug: '', nodes: { a: node('heading'), b: node('booking', { service: 'hall' }) } },
    { id: 'p2' as PageId, slug: 'order', nodes: { a: node('menu'), b: node('coupon-wall') } },
    { id: 'p3' as PageId, slug: 'book', nodes: { a: node('booking', { service: '' }) } },
    { id: 'p4' as PageId, slug: 'beef', nodes: { a: node('product-detail', { dish: 'd-2' }) } },
    { id: 'p5' as PageId, slug: 'any', nodes: { a: node('product-detail', { dish: '' }) } },
  ])
  const lead = (link: LinkValue) => linkAddress(link, places, undefined, 'en')
  expect(lead({ kind: 'dish', dishId: 'd-1' })).toBe('/order#dish-d-1')
  // One that has a page of its own is shown there.
  expect(lead({ kind: 'dish', dishId: 'd-2' })).toBe('/beef#dish-d-2')
  expect(lead({ kind: 'service', serviceId: 'hall' })).toBe('/#service-hall')
  expect(lead({ kind: 'service', serviceId: 'table' })).toBe('/book#service-table')
  expect(lead({ kind: 'coupon', couponId: 'c-1' })).toBe('/order#coupon-c-1')
  expect(linkAddress({ kind: 'coupon', couponId: 'c-1' }, paths, undefined, 'en')).toBeUndefined()
  expect(linkAddress({ kind: 'dish', dishId: 'd-1' }, paths, undefined, 'en')).toBeUndefined()
})

test('what a link asks for is shown once, by the block that can', () => {
  const wishes = createWishes(wishInAddress('#dish-d1'))
  expect(wishes.take('service')).toBeUndefined()
  expect(wishes.take('dish')).toBe('d1')
  expect(wishes.take('dish')).toBeUndefined()
  expect(wishInAddress('#coupon-0192ab')).toEqual({ kind: 'coupon', id: '0192ab' })
  expect(wishInAddress('#menu-1')).toBeUndefined()
  expect(wishInAddress('#dish-"><script>')).toBeUndefined()
})

test('a text message and a letter go to one receiver, and bring nothing along', () => {
  expect(linkAddress({ kind: 'sms', number: '+86 138-0013' }, paths, undefined, 'en')).toBe('sms:+861380013')
  expect(linkAddress({ kind: 'mail', address: 'a+b@old-lane.cn' }, paths, undefined, 'en')).toBe(
    'mailto:a%2Bb@old-lane.cn',
  )
  for (const address of ['', 'mei', 'a@b.cn?bcc=c@d.cn', 'a@b.cn,c@d.cn'])
    expect(linkAddress({ kind: 'mail', address }, paths, undefined, 'en'), address).toBeUndefined()
})

test('only web addresses are followed', () => {
  expect(webAddress('https://example.com/a b')).toBe('https://example.com/a%20b')
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com',
    'not an address',
    '//example.com',
    '',
  ])
    expect(webAddress(bad), bad).toBeUndefined()
})

test('phone numbers keep what can be dialled', () => {
  expect(phoneAddress('+86 (21) 5555-0123')).toBe('tel:+862155550123')
  expect(phoneAddress('ask inside')).toBeUndefined()
})

test('a map opens at the place, or searches for the words, or is not offered', () => {
  const at = (address: ShopInfo['address'], language: string) => mapAddress({ name: 'Noodle & Co', address }, language)
  const place = { text: '1 Long Road', latitude: 31.2, longitude: 121.5 }
  expect(at(place, 'zh-CN')).toBe(
    'https://uri.amap.com/marker?position=121.5%2C31.2&name=Noodle+%26+Co&coordinate=wgs84',
  )
  expect(at(place, 'en')).toContain('query=31.2%2C121.5')
  expect(at({ ...place, latitude: null, longitude: null }, 'en')).toContain('query=Noodle+%26+Co%2C+1+Long+Road')
  expect(at({ text: ' ', latitude: null, longitude: null }, 'en')).toBeUndefined()
})
