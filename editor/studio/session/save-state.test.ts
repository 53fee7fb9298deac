import { expect, test } from 'vitest'
import { en, type Words } from '#editor/words/en.ts'
import { zhCn } from '#editor/words/zh-cn.ts'
import { describeSaveState, saveStateOf, type SaveFacts } from './save-state.ts'

const calm: SaveFacts = { connected: true, loaded: true, waiting: 0, canEdit: true }
const inWords = (facts: Partial<SaveFacts>, words: Words = en) =>
  describeSaveState(saveStateOf({ ...calm, ...facts }), words)

test('says saved only when the server has stored everything', () => {
  expect(inWords({})).toBe('Saved')
  expect(inWords({ waiting: 1 })).toBe('Saving…')
})

test('counts what waits while there is no connection', () => {
  expect(inWords({ connected: false, waiting: 4 })).toBe('You are offline, 4 changes wait')
  expect(inWords({ connected: false, waiting: 1 })).toBe('You are offline, 1 change waits')
  expect(inWords({ connected: false })).toBe('You are offline')
  expect(inWords({ connected: false, waiting: 4 }, zhCn)).toBe('已离线，4 处修改待保存')
})

test('a document that has not arrived is neither saved nor lost', () => {
  expect(saveStateOf({ ...calm, loaded: false, connected: false })).toEqual({ kind: 'loading' })
})

test('who may only look is told so, not that something was saved', () => {
  expect(inWords({ canEdit: false })).toBe('You are looking only')
})
