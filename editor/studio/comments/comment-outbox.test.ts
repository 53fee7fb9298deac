import { beforeEach, expect, test } from 'vitest'
import { ApiFailure, type ApiFailureCode } from '#editor/api/index.ts'
import { createCommentOutbox, type Says } from './comment-outbox.ts'

const stored = new Map<string, string>()
const storage = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
}
let sent: string[]
let failing: ApiFailureCode | undefined

beforeEach(() => {
  stored.clear()
  sent = []
  failing = undefined
})

const open = () =>
  createCommentOutbox({
    storage,
    key: 'k',
    nowIso: () => '2026-01-01T00:00:00.000Z',
    send: async ({ input: { body } }) => {
      if (failing && !(failing === 'bad-request' && body !== 'bad')) throw new ApiFailure(failing, 'no')
      sent.push(body)
    },
  })
const says = (body: string): Says => ({ kind: 'reply', threadId: 't', input: { id: crypto.randomUUID(), body } })
const bodies = (box: ReturnType<typeof open>) => box.store.getState().map((one) => one.says.input.body)

test('what is said is sent, and forgotten once it has arrived', async () => {
  const box = open()
  box.say(says('one'))
  box.say(says('two'))
  await box.flush()
  expect(sent).toEqual(['one', 'two'])
  expect([bodies(box), stored.size]).toEqual([[], 0])
})

test('offline it waits, through a reload too, and goes out in its order', async () => {
  failing = 'offline'
  const box = open()
  box.say(says('one'))
  await box.flush()
  box.say(says('two'))
  await box.flush()
  expect([sent, bodies(box)]).toEqual([[], ['one', 'two']])
  failing = undefined
  const reloaded = open()
  expect(bodies(reloaded)).toEqual(['one', 'two'])
  await reloaded.flush()
  expect([sent, bodies(reloaded)]).toEqual([['one', 'two'], []])
})

test('what is refused stays with the reason and holds up nothing; it is sent once more, or thrown away', async () => {
  failing = 'bad-request'
  const box = open()
  box.say(says('bad'))
  box.say(says('good'))
  await box.flush()
  expect(sent).toEqual(['good'])
  expect(box.store.getState()).toMatchObject([{ refused: 'bad-request' }])
  const { id } = box.store.getState()[0]!.says.input
  failing = undefined
  box.retry(id)
  await box.flush()
  expect([sent, bodies(box)]).toEqual([['good', 'bad'], []])

  failing = 'bad-request'
  box.say(says('bad'))
  await box.flush()
  box.drop(box.store.getState()[0]!.says.input.id)
  expect([bodies(box), stored.size]).toEqual([[], 0])
})

test('other words for one comment wait like a comment; of two the later is sent, also when the first is on its way', async () => {
  failing = 'offline'
  const box = open()
  const edit = (body: string, commentId = 'c'): Says => ({
    kind: 'edit',
    threadId: 't',
    commentId,
    input: { id: crypto.randomUUID(), body },
  })
  box.say(edit('first'))
  box.say(says('between'))
  box.say(edit('second'))
  box.say(edit('another', 'd'))
  await box.flush()
  expect(bodies(open())).toEqual(['between', 'second', 'another'])
  failing = undefined
  const sending = box.flush()
  box.say(edit('third'))
  await sending
  await box.flush()
  expect([sent.at(-1), sent.includes('first'), bodies(box)]).toEqual(['third', false, []])
})

test('a storage that holds something else is none', () => {
  stored.set('k', '{"not": "a list"}')
  expect(bodies(open())).toEqual([])
  stored.set('k', 'not json')
  expect(bodies(open())).toEqual([])
})
