import { expect, test } from 'vitest'
import { z } from 'zod/mini'
import { authFailureOf } from './auth.ts'
import { createRequest, failureOf } from './request.ts'

const answering = (status: number, body: unknown) =>
  (async () => new Response(JSON.stringify(body), { status })) as typeof fetch

test('an answer is checked against the contract', async () => {
  const request = createRequest({ fetch: answering(200, { version: '1' }) })
  await expect(request(z.object({ version: z.int() }), '/x')).rejects.toMatchObject({ code: 'unreadable-answer' })
  await expect(request(z.object({ version: z.string() }), '/x')).resolves.toEqual({ version: '1' })
})

test('a refusal keeps its code and the fields at fault', async () => {
  const error = { code: 'bad-request', message: 'no', issues: [{ path: 'name', message: 'too long' }] }
  const request = createRequest({ fetch: answering(400, { error }) })
  await expect(request(z.unknown(), '/x')).rejects.toMatchObject({
    code: 'bad-request',
    status: 400,
    issues: error.issues,
  })
})

test('no answer at all is offline, and is reported', async () => {
  const reached: boolean[] = []
  const fetch = (() => Promise.reject(new TypeError('failed'))) as unknown as typeof globalThis.fetch
  const request = createRequest({ fetch, onReach: (now) => reached.push(now) })
  await expect(request(z.unknown(), '/x')).rejects.toMatchObject({ code: 'offline', status: 0 })
  expect(reached).toEqual([false])
})

test('an error page of something in between is named by its status', () => {
  expect(failureOf(502, '<html>').code).toBe('offline')
  expect(failureOf(409, '').code).toBe('conflict')
  expect(failureOf(418, '').code).toBe('internal')
})

test("better-auth's codes become ours", () => {
  const told = (status: number, code: string) => authFailureOf(status, JSON.stringify({ code, message: code })).code
  expect(told(401, 'INVALID_EMAIL_OR_PASSWORD')).toBe('wrong-password')
  expect(told(422, 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL')).toBe('email-taken')
  expect(told(400, 'PASSWORD_TOO_SHORT')).toBe('password-too-short')
  expect(told(429, '')).toBe('too-many-requests')
})

test('a lost session is told once asked for anything but the session itself', async () => {
  let told = 0
  const error = { code: 'unauthorised', message: 'no' }
  const request = createRequest({ fetch: answering(401, { error }), onSignedOut: () => (told += 1) })
  await expect(request(z.unknown(), '/api/me')).rejects.toMatchObject({ code: 'unauthorised' })
  expect(told).toBe(0)
  await expect(request(z.unknown(), '/api/x')).rejects.toMatchObject({ code: 'unauthorised' })
  expect(told).toBe(1)
})
