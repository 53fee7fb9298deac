import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startFakeTextService } from './testing/fake-text-service.ts'
import type { FakeTextService } from './testing/fake-text-service.ts'
import type { TextMessage } from './text-sender.ts'
import { createWebhookTextSender } from './webhook-text-sender.ts'

const secret = 'a secret of thirty-two characters'
const message: TextMessage = {
  to: '+8613800138000',
  text: '123456 is your code for Lin’s Noodles.',
  template: 'sign-in-code',
  language: 'en',
  parameters: { code: '123456', asker: 'Lin’s Noodles' },
}

let service: FakeTextService
beforeAll(async () => {
  service = await startFakeTextService()
})
beforeEach(() => {
  service.taken.length = 0
  service.answers(202)
})
afterAll(() => service.close())

const senderWith = (patienceMs?: number) =>
  createWebhookTextSender({
    url: service.url,
    secret,
    nowMs: () => 1_763_800_000_500,
    ...(patienceMs !== undefined && { patienceMs }),
  })

test('the service gets the whole message once, signed with the time', async () => {
  await senderWith().send(message)
  const [sent] = service.taken
  expect(service.taken).toHaveLength(1)
  expect(JSON.parse(sent?.body ?? '')).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), ...message })
  const expected = createHmac('sha256', secret).update(`1763800000.${sent?.body}`).digest('hex')
  expect(sent?.signature).toBe(`t=1763800000,v1=${expected}`)
})

test('two messages have two ids', async () => {
  await senderWith().send(message)
  await senderWith().send(message)
  const ids = service.taken.map(({ body }) => (JSON.parse(body) as { id: string }).id)
  expect(new Set(ids).size).toBe(2)
})

test.for([400, 401, 429, 500, 307])('an answer of %i is a message that was not sent', async (status) => {
  service.answers(status)
  await expect(senderWith().send(message)).rejects.toThrow()
  expect(service.taken).toHaveLength(1)
})

test('a service that never answers, or is not there, does not keep anybody waiting', async () => {
  service.answers('nothing')
  await expect(senderWith(50).send(message)).rejects.toThrow(/timeout/i)
  const nowhere = createWebhookTextSender({ url: 'http://127.0.0.1:1/', secret })
  await expect(nowhere.send(message)).rejects.toThrow()
})
