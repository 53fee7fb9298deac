import { expect, test } from 'vitest'
import { rememberLive } from './live-memory.ts'

function memory() {
  const state = { nowMs: 0, release: 1, loads: 0, tell: (_programId: string | undefined): void => undefined }
  const waiting: (() => void)[] = []
  const remembered = rememberLive(
    async (_program: { programId: string }) => {
      state.loads++
      const { release } = state
      if (release === 0) throw new Error('no database')
      await new Promise<void>((resolve) => waiting.push(resolve))
      return { release }
    },
    { nowMs: () => state.nowMs, onChange: (listener) => void (state.tell = listener) },
  )
  const answer = async (asked: Promise<{ release: number }>) => {
    for (const resolve of waiting.splice(0)) resolve()
    return (await asked).release
  }
  return {
    state,
    find: (programId = 'a') => remembered.find({ programId }),
    peek: (programId = 'a') => remembered.peek(programId),
    answer,
  }
}

test('what was asked is not asked again for a second, however many ask', async () => {
  const { state, find, answer } = memory()
  expect(await answer(Promise.all([find(), find()]).then(([first]) => first))).toBe(1)
  state.release = 2
  state.nowMs = 999
  expect(await answer(find())).toBe(1)
  state.nowMs = 1000
  expect(await answer(find())).toBe(2)
  expect(state.loads).toBe(2)
})

test('a change that is told shows at once, for that program alone', async () => {
  const { state, find, answer } = memory()
  await answer(find('a'))
  await answer(find('b'))
  state.release = 2
  state.tell('a')
  expect([await answer(find('a')), await answer(find('b'))]).toEqual([2, 1])
  state.tell(undefined)
  expect(await answer(find('b'))).toBe(2)
})

test('an answer that was under way when the change was told is not remembered', async () => {
  const { state, find, answer } = memory()
  const early = find()
  state.release = 2
  state.tell('a')
  expect([await answer(early), await answer(find())]).toEqual([1, 2])
})

test('a failure is not remembered', async () => {
  const { state, find, answer } = memory()
  state.release = 0
  await expect(find()).rejects.toThrow('no database')
  state.release = 3
  expect(await answer(find())).toBe(3)
})

test('what is known without asking is what would be answered, and nothing once that is out of date', async () => {
  const { state, find, peek, answer } = memory()
  const asked = find()
  expect(peek()).toBeUndefined()
  await answer(asked)
  expect(peek()).toEqual({ release: 1 })
  state.nowMs = 1000
  expect(peek()).toBeUndefined()
  await answer(find())
  state.tell('a')
  expect(peek()).toBeUndefined()
})
