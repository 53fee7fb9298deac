import { expect, test } from 'vitest'
import { changePage, changePageSettings, hidePage, moveTab } from '#model/index.ts'
import { page, peersOf } from '#model/testing/peers.ts'
import { createProgramState } from '#runtime/program-state.ts'
import { compileProgram } from './compile-program.ts'
import { createIncrementalCompiler } from './incremental.ts'

const home = page('home')
const second = page('second')

test('settings, hiding and the order of tabs reach the compiled program and those who follow it', () => {
  const [program] = peersOf('home() second()')
  const compiler = createIncrementalCompiler(program)
  const frame = createProgramState(compiler.current())
  compiler.onPatch((patch) => frame.apply(structuredClone(patch)))
  for (const id of [home, second]) changePage(program, id, { tab: { label: id, icon: 'star' } })
  moveTab(program, second, 0)
  expect(frame.facts.get().tabs.map(({ pageId }) => pageId)).toEqual([second, home])
  changePageSettings(program, second, { shareText: 'All of it', searchWords: 'noodles', unlisted: true })
  hidePage(program, second, true)
  const compiled = compileProgram(program).pages[1]
  expect(compiled).toMatchObject({ hidden: true, share: { text: 'All of it' }, searchWords: 'noodles', unlisted: true })
  expect(frame.facts.get().tabs.map(({ pageId }) => pageId)).toEqual([home])
  expect(frame.facts.get().pages.get(second)).toMatchObject({ hidden: true, unlisted: true })
})

test('a page that says nothing of itself compiles as it did before there were settings', () => {
  const [program] = peersOf('home()')
  expect(Object.keys(compileProgram(program).pages[0]!)).toEqual(['id', 'slug', 'title', 'root', 'nodes'])
})
