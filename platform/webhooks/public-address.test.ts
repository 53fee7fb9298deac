import { expect, test } from 'vitest'
import { createSendWebhook, isWebhookUrl } from './send-webhook.ts'
import { guardedLookup, isPublicAddress } from './public-address.ts'

const inside = [
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
  ...['192.0.0.1', '192.168.1.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '203.0.113.9'],
  ...['::', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1', 'fc00::1', 'fd12::1'],
  ...['fe80::1', 'fec0::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '2001::1', '3fff::1', '4000::1'],
]

test('what is behind somebody’s door, or stands for it, is not public', () => {
  expect(inside.filter(isPublicAddress)).toEqual([])
  expect(['', 'localhost', '1.1.1', '256.1.1.1'].filter(isPublicAddress)).toEqual([])
  const outside = ['1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2606:4700::1111', '240e::1']
  expect(outside.filter(isPublicAddress)).toEqual(outside)
})

/** Every way to write an address that a URL understands, also those that look like names. */
const sneaky = [
  ...[
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://2130706433/',
  ],
  ...['https://0x7f.1/', 'https://0177.0.0.1/', 'https://127.1/', 'https://①②⑦.0.0.1/', 'https://0/', 'https://[::]/'],
  ...['https://169.254.169.254/latest/meta-data/', 'https://[fd00:ec2::254]/', 'https://10.0.0.1:8443/'],
  ...['http://example.com/', 'https://ann:secret@example.com/', 'file:///etc/passwd', 'gopher://example.com/', 'no'],
]

test('nothing is sent there, however it is written', async () => {
  const send = createSendWebhook({ patienceMs: 5000 })
  const event = { id: 'e', type: 'order', body: '{}', secret: 's' }
  for (const url of sneaky)
    expect([url, await send({ ...event, url })]).toEqual([url, { status: null, problem: 'refused-address' }])
  expect(isWebhookUrl('https://example.com:8443/hook?a=b')).toBe(true)
})

test('a name is looked up once, and one address that is not allowed refuses it', async () => {
  const look = (isAllowed: (address: string) => boolean) =>
    new Promise<string>((resolve) =>
      guardedLookup(isAllowed)('localhost', { all: true }, (error, found) =>
        resolve(error ? error.message : JSON.stringify(found)),
      ),
    )
  expect(await look(isPublicAddress)).toMatch(/not public/)
  expect(await look(() => true)).toMatch(/"address":"(127\.0\.0\.1|::1)"/)
  expect(await look((address) => address === '192.0.2.1')).toMatch(/not public/)
})
