import { expect, test } from 'vitest'
import { wayOf } from './way.ts'

const shop = { phone: '+86 21 5555 0182', address: { text: '218 Middle Road', latitude: null, longitude: null } }
const item = { kind: 'call', label: '', number: '', wechatId: '', address: '' } as const

test('what an entry leaves open is the shop’s', () => {
  expect(wayOf(item, shop)?.link).toEqual({ kind: 'phone', number: '+86 21 5555 0182' })
  expect(wayOf({ ...item, kind: 'sms', number: '138 0013 8000' }, shop)?.link).toEqual({
    kind: 'sms',
    number: '138 0013 8000',
  })
  expect(wayOf({ ...item, kind: 'map' }, shop)).toEqual({
    kind: 'map',
    value: '218 Middle Road',
    link: { kind: 'map' },
  })
})

test('what nobody can reach is not offered', () => {
  const bare = { phone: '', address: { text: '', latitude: null, longitude: null } }
  for (const kind of ['call', 'sms', 'wechat', 'mail', 'map'] as const)
    expect(wayOf({ ...item, kind }, bare)).toBeUndefined()
  for (const address of ['mei', 'mei@', 'mei@example', 'a@b.com,c@d.com', 'a@b.com?bcc=c@d.com', 'a@b.com\nBcc: c'])
    expect(wayOf({ ...item, kind: 'mail', address }, shop), address).toBeUndefined()
  expect(wayOf({ ...item, number: '*21*5#' }, shop)).toBeUndefined()
})

test('a WeChat ID is copied, a letter goes to one address', () => {
  expect(wayOf({ ...item, kind: 'wechat', wechatId: ' laoxiang88 ' }, shop)).toEqual({
    kind: 'wechat',
    value: 'laoxiang88',
    link: null,
  })
  expect(wayOf({ ...item, kind: 'mail', address: 'hi@old-lane.cn' }, shop)?.link).toEqual({
    kind: 'mail',
    address: 'hi@old-lane.cn',
  })
})
