import { expect, test } from 'vitest'
import { en, type Words } from '#editor/words/en.ts'
import { zhCn } from '#editor/words/zh-cn.ts'
import { describeSaveState, saveStateOf, type SaveFacts } from './save-state.ts'

const calm: SaveFacts = {
  connected: true,
  tried: true,
  retrying: false,
  loaded: true,
  waiting: 0,
  kept: 0,
  problem: undefined,
  canEdit: true,
}
const inWords = (facts: Partial<SaveFacts>, words: Words = en) =>
  describeSaveState(saveStateOf({ ...calm, ...facts }), words)

test('says saved only when the server has stored everything', () => {
  expect(inWords({})).toBe('Saved')
  expect(inWords({ waiting: 1 })).toBe('Saving…')
})

test('counts what waits while there is no connection, and where it is kept', () => {
  const offline = { connected: false, kept: 4 }
  expect(inWords({ ...offline, waiting: 4 })).toBe('Offline — 4 changes kept on this device')
  expect(inWords({ ...offline, waiting: 1 })).toBe('Offline — 1 change kept on this device')
  expect(inWords(offline)).toBe('Offline')
  expect(inWords({ ...offline, waiting: 4 }, zhCn)).toBe('已离线 — 4 处修改已存在本机')
})

test('says so when nothing can be kept on this device, but not while it is only being written', () => {
  const unwritten = { connected: false, waiting: 2, kept: 1 }
  expect(saveStateOf({ ...calm, ...unwritten })).toMatchObject({ onDevice: 'soon' })
  for (const problem of ['full', 'unavailable'] as const)
    expect(inWords({ ...unwritten, problem })).toBe('Offline — 2 changes in this tab only')
})

test('a connection that is being made for the first time, or again because the person asked, is no word of alarm', () => {
  expect(inWords({ connected: false, tried: false })).toBe('Connecting…')
  expect(inWords({ connected: false, retrying: true, waiting: 1, kept: 1 })).toBe('Reconnecting…')
})

test('says that the server has no room, to those whose changes wait for it', () => {
  expect(inWords({ waiting: 2, storageFull: true })).toBe('Not saved yet, 2 changes wait')
  expect(inWords({ waiting: 0, storageFull: true })).toBe('Saved')
  expect(inWords({ waiting: 2, storageFull: true }, zhCn)).toBe('尚未保存，2 处修改待保存')
})

test('a document that has not arrived is neither saved nor lost', () => {
  expect(saveStateOf({ ...calm, loaded: false, connected: false })).toEqual({ kind: 'loading' })
})

test('who may only look is told so, not that something was saved', () => {
  expect(inWords({ canEdit: false })).toBe('You are looking only')
})
