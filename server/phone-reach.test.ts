import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { phoneReach } from './phone-reach.ts'

const info = (address: string, more: Partial<NetworkInterfaceInfo> = {}) =>
  ({ address, family: 'IPv4', internal: false, ...more }) as NetworkInterfaceInfo

const network = {
  lo: [info('127.0.0.1', { internal: true })],
  docker0: [info('172.17.0.1')],
  wlan0: [info('fe80::1', { family: 'IPv6' } as never), info('192.168.1.20')],
  eth1: [info('169.254.3.4')],
}
const unset = { publicUrl: undefined, host: undefined }

test('a server that listens everywhere is reached by the numbers of its networks, those of homes and shops first', () => {
  expect(phoneReach(unset, 4000, network)).toEqual({
    origins: ['http://192.168.1.20:4000', 'http://172.17.0.1:4000', 'http://169.254.3.4:4000'],
    problem: null,
  })
  expect(phoneReach({ ...unset, host: '0.0.0.0' }, 4000, network).origins).toHaveLength(3)
})

test('one that listens on a single address is reached there', () => {
  expect(phoneReach({ ...unset, host: '10.0.0.5' }, 80, network).origins).toEqual(['http://10.0.0.5:80'])
})

test('a public address is what phones use too; one of this computer only is none', () => {
  const publicUrl = 'https://make.example/'
  expect(phoneReach({ publicUrl, host: '127.0.0.1' }, 4000, network).origins).toEqual(['https://make.example'])
  expect(phoneReach({ ...unset, publicUrl: 'http://localhost:4000' }, 4000, network).origins).toHaveLength(3)
})

test('it says why it cannot be reached', () => {
  for (const host of ['127.0.0.1', 'localhost', '::1'])
    expect(phoneReach({ ...unset, host }, 4000, network)).toEqual({ origins: [], problem: 'only-here' })
  expect(phoneReach(unset, 4000, { lo: network.lo })).toEqual({ origins: [], problem: 'no-network' })
})
