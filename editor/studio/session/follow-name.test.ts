import { createStore } from 'zustand/vanilla'
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createProgramDoc, createUndo, openProgram, setName, transact, type Program } from '#model/index.ts'
import { followName } from './follow-name.ts'

let program: Program
let names: string[]
let failures: unknown[]
/** Answers the request that is on its way; each waits for its turn. */
let answer: (failure?: Error) => void
const link = createStore(() => ({ connected: true, waiting: 0 }))

const rename = (name: string) => {
  names.push(name)
  return new Promise<void>((resolve, reject) => {
    answer = (failure) => (failure ? reject(failure) : resolve())
  })
}
const call = (name: string) =>
  transact(program, { by: 'command', name: 'rename-program' }, () => setName(program, name))
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

beforeEach(() => {
  const spec = { theme: {}, pages: [{ title: { en: 'Home', 'zh-CN': '首页' }, slug: '', nodes: [] }] }
  program = openProgram(createProgramDoc(spec, { name: 'Noodles', language: 'en' }))
  names = []
  failures = []
  link.setState({ connected: true, waiting: 0 })
  followName(program, link, { rename, failed: (thrown) => failures.push(thrown) })
})

test('the platform is told of a new name, of undo and of redo', async () => {
  const undo = createUndo(program)
  const done = async (act: () => void) => {
    act()
    await settled()
    answer()
    await settled()
  }
  await done(() => call('Soups'))
  await done(() => undo.undo())
  await done(() => undo.redo())
  expect(names).toEqual(['Soups', 'Noodles', 'Soups'])
})

test('only when the document is saved, also after a time without a connection', async () => {
  link.setState({ connected: false, waiting: 1 })
  call('Soups')
  call('Broths')
  await settled()
  link.setState({ connected: true })
  await settled()
  expect(names).toEqual([])
  link.setState({ waiting: 0 })
  await settled()
  expect(names).toEqual(['Broths'])
})

test('one at a time, so that the last name is the last one told', async () => {
  call('Soups')
  await settled()
  call('Broths')
  await settled()
  expect(names).toEqual(['Soups'])
  answer()
  await settled()
  expect(names).toEqual(['Soups', 'Broths'])
})

test('a name that somebody else gave is theirs to tell', async () => {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(program.doc))
  setName(openProgram(other), 'Theirs')
  Y.applyUpdate(program.doc, Y.encodeStateAsUpdate(other))
  await settled()
  expect([program.name, names]).toEqual(['Theirs', []])
  call('Noodles')
  await settled()
  expect(names).toEqual(['Noodles'])
})

test('a refusal is said, and the next name is told all the same', async () => {
  call('Soups')
  await settled()
  answer(new Error('no'))
  await settled()
  expect(failures).toHaveLength(1)
  call('Broths')
  await settled()
  expect(names).toEqual(['Soups', 'Broths'])
})
