import { expect, test } from 'vitest'
import { addressOf, meansThisDevice } from './use-phone-address.ts'

test.each([
  ['http://abc.localhost:4000/', true],
  ['http://localhost:4000', true],
  ['http://127.0.0.1:4000', true],
  ['http://[::1]:4000', true],
  ['https://abc.shops.example', false],
  ['http://192.168.1.20:4000', false],
  ['https://localhost.example', false],
])('%s means the phone itself on a phone: %s', (url, expected) => {
  expect(meansThisDevice(url)).toBe(expected)
})

test('the likeliest address of the draft is taken, or why there is none', () => {
  const addresses = ['http://192.168.1.20:4000/phone/x', 'http://10.0.0.3:4000/phone/x']
  expect(addressOf({ addresses, problem: null })).toEqual({ kind: 'preview', address: addresses[0] })
  expect(addressOf({ addresses: [], problem: 'only-here' })).toEqual({ kind: 'none', problem: 'only-here' })
})
