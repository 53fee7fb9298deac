import { expect, test } from 'vitest'
import { capabilities } from '#model/capabilities.ts'
import type { Capability } from '#model/capabilities.ts'
import { answerHostCall, memberPreviewPaths } from './answer-host-call.ts'

const everything: ReadonlySet<Capability> = new Set(capabilities)

function platform(status: number, body: unknown) {
  const asked: { url: string; body: unknown }[] = []
  const request = (async (url: string, init?: RequestInit) => {
    asked.push({ url, body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined })
    return new Response(JSON.stringify(body), { status })
  }) as typeof fetch
  return { asked, request }
}

test('a price is asked of the server, with the cart as the block sent it', async () => {
  const { asked, request } = platform(200, { totalMinor: 4200 })
  expect(await answerHostCall(memberPreviewPaths('p1'), everything, 'quote', { lines: [] }, request)).toEqual({
    ok: true,
    value: { totalMinor: 4200 },
  })
  expect(asked).toEqual([{ url: '/api/programs/p1/preview/quotes', body: { lines: [] } }])
})

test('free times are asked by query', async () => {
  const { asked, request } = platform(200, [])
  await answerHostCall(
    memberPreviewPaths('p1'),
    everything,
    'slots',
    { serviceId: 's', date: '2026-11-23', partySize: 2 },
    request,
  )
  expect(asked[0]?.url).toBe('/api/programs/p1/preview/slots?serviceId=s&date=2026-11-23&partySize=2')
})

test('the shop’s own refusal reaches the block; anything else is an internal one', async () => {
  const soldOut = { error: { code: 'sold-out', message: 'gone', subjectIds: ['d1'] } }
  expect(
    await answerHostCall(memberPreviewPaths('p1'), everything, 'quote', {}, platform(409, soldOut).request),
  ).toEqual({
    ok: false,
    failure: soldOut.error,
  })
  expect(
    await answerHostCall(memberPreviewPaths('p1'), everything, 'quote', {}, platform(502, 'oops').request),
  ).toMatchObject({
    ok: false,
    failure: { code: 'internal' },
  })
})

test('nothing is ordered, booked or paid from a preview', async () => {
  const { asked, request } = platform(200, {})
  for (const method of ['placeOrder', 'holdSlot', 'confirmBooking', 'join', 'payDirect', 'anything']) {
    expect(await answerHostCall(memberPreviewPaths('p1'), everything, method, {}, request)).toMatchObject({
      ok: false,
      failure: { code: 'preview-only' },
    })
  }
  expect(asked).toEqual([])
})

test('without a network the block is told so', async () => {
  const request = (() => Promise.reject(new TypeError('failed'))) as typeof fetch
  expect(await answerHostCall(memberPreviewPaths('p1'), everything, 'quote', {}, request)).toMatchObject({
    ok: false,
    failure: { code: 'offline' },
  })
})

test.for([
  ['quote', 'shop.order'],
  ['slots', 'shop.book'],
] as const)('%s is refused where no block of the draft needs it', async ([method, needed]) => {
  const { asked, request } = platform(200, {})
  const others = new Set(capabilities.filter((each) => each !== needed))
  expect(await answerHostCall(memberPreviewPaths('p1'), others, method, {}, request)).toMatchObject({
    ok: false,
    failure: { code: 'not-granted' },
  })
  expect(asked).toEqual([])
})
