import { expect, test } from 'vitest'
import { compileForCanvas } from '#compiler/compile-program.ts'
import { createIncrementalCompiler } from '#compiler/index.ts'
import {
  addCodeBlock,
  codeBlockType,
  createProgramDoc,
  openProgram,
  pageSlot,
  placeCodeBlock,
  setCodeBlockSource,
} from '#model/index.ts'
import { createEditedBlocks } from '../inspector/edited-blocks.ts'
import { createNodeSignals } from '../session/node-signals.ts'
import { knownBlocks } from '../session/known-blocks.ts'
import { createOwnBlocks, type CodeBlockChange } from './own-blocks.ts'
import { greeting, heldCompiler } from './testing-source.ts'
import { withOwnBlocks } from './with-own-blocks.ts'

function opened(source = greeting('One')) {
  const spec = { theme: {}, pages: [{ title: { en: 'Home', 'zh-CN': '首页' }, slug: '', nodes: [] }] }
  const program = openProgram(createProgramDoc(spec, { name: 'Test', language: 'en' }))
  const id = addCodeBlock(program, { name: 'Greeting', source })
  const type = codeBlockType(id)
  const placed = placeCodeBlock(program, id, { parentId: program.pages()[0]!.id, slot: pageSlot, index: 0 })
  if (!placed.ok) throw new Error(placed.reason)
  const held = heldCompiler()
  const own = createOwnBlocks(program, held.compiler)
  const compiler = createIncrementalCompiler(program, own.definitions)
  own.onDefined(compiler.redefine)
  const changes: CodeBlockChange[] = []
  own.onCompiled((changed) => changes.push(changed))
  const write = (text: string) => setCodeBlockSource(program, id, text)
  const state = () => own.store.getState().get(id)!
  return { program, id, type, nodeId: placed.value, held, own, compiler, changes, write, state }
}

test('until its source was read, a block has room on the canvas; then it is drawn with its own fields', async () => {
  const { compiler, nodeId, held, own, type, changes, state } = opened()
  expect(compiler.node(nodeId)).toMatchObject({ type, props: {} })
  expect(compiler.node(nodeId)?.problem).toBeUndefined()
  expect(state()).toMatchObject({ isBehind: true })
  await held.answer()
  expect(compiler.node(nodeId)).toMatchObject({ props: { text: 'Hello' } })
  expect(changes.map((change) => Object.keys(change))).toEqual([[type]])
  expect(own.current()[type]?.code).toContain('One')
  expect(state()).toMatchObject({ isBehind: false, problems: [] })
})

test('with a mistake the last good version stays, and the mistake is told at its line', async () => {
  const { compiler, nodeId, held, own, type, changes, write, state } = opened()
  await held.answer()
  write(greeting('Two').replace('</View>', ''))
  await held.answer()
  expect(own.current()[type]?.code).toContain('One')
  expect(state().problems).toMatchObject([{ line: 7 }])
  expect(compiler.node(nodeId)?.problem).toBeUndefined()
  expect(changes).toHaveLength(1)
  write(greeting('Two'))
  await held.answer()
  expect(own.current()[type]?.code).toContain('Two')
  expect(state().problems).toEqual([])
})

test('one that never was without a mistake is a box that says so', async () => {
  const { compiler, nodeId, held, write } = opened('const = 1')
  await held.answer()
  expect(compiler.node(nodeId)?.problem?.code).toBe('unknown-block')
  write(greeting('One'))
  await held.answer()
  expect(compiler.node(nodeId)?.problem).toBeUndefined()
})

test('while one version is compiled, only the newest of those typed meanwhile waits', async () => {
  const { held, own, type, write, state } = opened()
  for (const text of ['Two', 'Three', 'Four']) write(greeting(text))
  expect(held.asked).toHaveLength(1)
  await held.answer()
  expect(held.asked.at(-1)).toBe(greeting('Four'))
  expect(state().isBehind).toBe(true)
  await held.answer()
  expect(held.asked).toHaveLength(2)
  expect(own.current()[type]?.code).toContain('Four')
})

test('another view changes no node; other fields do, and saved values that fit stay', async () => {
  const { program, compiler, nodeId, held, own, write } = opened()
  await held.answer()
  const defined: string[] = []
  own.onDefined((types) => defined.push(...types))
  write(greeting('Two'))
  await held.answer()
  expect(defined).toEqual([])
  write(greeting('Two', 'other'))
  await held.answer()
  expect(defined).toHaveLength(1)
  expect(compiler.node(nodeId)?.props).toMatchObject({ other: 'Hello' })
  expect(compiler.current()).toEqual(compileForCanvas(program, own.definitions))
})

test('a block is called what its source says, else what its list says', async () => {
  const { program, held, own, type } = opened()
  const blocks = withOwnBlocks(knownBlocks, program, own)
  expect(blocks.nameOf(type)).toEqual({ en: 'Greeting', 'zh-CN': 'Greeting' })
  await held.answer()
  expect(blocks.nameOf(type)).toEqual({ en: 'Greeting', 'zh-CN': '问候' })
  expect(blocks.find(type)?.fields).toHaveProperty('text')
  expect(blocks.find('heading')).toBe(knownBlocks.find('heading'))
})

test('without a compiler it says so, and compiles once there is one', async () => {
  const { held, own, state } = opened()
  held.breakDown()
  await held.answer()
  expect(state()).toMatchObject({ cannotCompile: true, isBehind: false })
  held.breakDown(false)
  own.tryAgain()
  await held.answer()
  expect(state()).toMatchObject({ cannotCompile: false })
  expect(state().good).toBeDefined()
})

test('all of the inspector hears of other fields', async () => {
  const { program, compiler, nodeId, held, own } = opened()
  const signals = createNodeSignals(program)
  own.onDefined(signals.redefined)
  const edited = createEditedBlocks({ program, compiler, signals, blocks: withOwnBlocks(knownBlocks, program, own) }, [
    nodeId,
  ])
  const fields = () => edited.read().flatMap(({ definition }) => Object.keys(definition.fields))
  expect(fields()).not.toContain('text')
  const seen: string[] = []
  for (const part of ['a field', 'the form'])
    edited.subscribe(() => void (fields().includes('text') && seen.push(part)))
  await held.answer()
  expect(seen).toEqual(['a field', 'the form'])
})
