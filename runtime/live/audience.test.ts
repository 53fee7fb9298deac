import { expect, test, vi } from 'vitest'
import type { Membership } from '#model/shop/members.ts'
import { fakeStorage } from '../testing/fake-storage.ts'
import { createAudience, memberKey } from './audience.ts'

const card = { cardNo: '1' } as Membership
const parts = { root: [], nodes: [], blocks: {}, icons: undefined, styles: [], shopData: {} }

function pageWith(hasPart: boolean) {
  const marks = new Set<string>()
  const storage = fakeStorage()
  const document = {
    documentElement: { toggleAttribute: (name: string, on: boolean) => (on ? marks.add(name) : marks.delete(name)) },
    querySelector: () => (hasPart ? {} : null),
  } as unknown as Document
  const load = vi.fn(async (): Promise<typeof parts | undefined> => parts)
  const show = vi.fn(async () => {})
  return { audience: createAudience({ document, storage: () => storage, load, show }), marks, storage, load, show }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('a member is given the parts once, and the next page knows it from the start', async () => {
  const { audience, marks, storage, load, show } = pageWith(true)
  audience.know({ status: 'ready', value: card })
  audience.know({ status: 'ready', value: card })
  await settled()
  expect([load.mock.calls.length, show.mock.calls]).toEqual([1, [[parts]]])
  expect([marks.has('data-member'), storage.getItem(memberKey)]).toEqual([true, '1'])
})

test('nothing is asked for while nobody knows, for others, and where nothing waits', () => {
  const stranger = pageWith(true)
  stranger.audience.know({ status: 'loading' })
  stranger.audience.know({ status: 'ready', value: null })
  const empty = pageWith(false)
  empty.audience.know({ status: 'ready', value: card })
  expect([stranger.load.mock.calls.length, empty.load.mock.calls.length]).toEqual([0, 0])
  expect(stranger.marks.has('data-member')).toBe(false)
})

test('somebody who joins on the page is given them then; a lost answer is asked for again', async () => {
  const { audience, load, show } = pageWith(true)
  audience.know({ status: 'ready', value: null })
  load.mockRejectedValueOnce(new Error('offline'))
  audience.know({ status: 'ready', value: card })
  await settled()
  expect(show).not.toHaveBeenCalled()
  audience.know({ status: 'ready', value: card })
  await settled()
  expect(show).toHaveBeenCalledTimes(1)
})
