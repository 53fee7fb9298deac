import { expect, test } from 'vitest'
import type { NodeId } from '#model/ids.ts'
import { compileNode } from './compile-node.ts'
import { testDefinitions } from './testing/definitions.ts'

const id = 'n1' as NodeId
const child = 'n2' as NodeId

test('defaults are filled in, and the slots of the definition are there', () => {
  expect(compileNode({ id, type: 'box', version: 1, props: { text: 'Hi' } }, {}, testDefinitions)).toEqual({
    id,
    type: 'box',
    props: { text: 'Hi', n: 7 },
    slots: { main: [] },
  })
})

test('properties of an old version are brought up step by step', () => {
  const old = { id, type: 'aged', version: 1, props: { size: 'large', heading: 'Hello' } }
  expect(compileNode(old, {}, testDefinitions).props).toEqual({ title: 'Hello', sizePx: 32 })
  const newer = { id, type: 'aged', version: 2, props: { sizePx: 20, heading: 'Hello' } }
  expect(compileNode(newer, {}, testDefinitions).props).toEqual({ title: 'Hello', sizePx: 20 })
})

test('an upgrade that fails costs this node only, and loses nothing', () => {
  const node = compileNode({ id, type: 'aged', version: 1, props: { size: 'broken' } }, {}, testDefinitions)
  expect(node.problem).toMatchObject({ code: 'upgrade-failed', nodeId: id })
  expect(node.props).toEqual({ size: 'broken' })
})

test.for([
  ['an unknown block', 'hologram', 1, 'unknown-block'],
  ['a name that every object has', 'constructor', 1, 'unknown-block'],
  ['a block from a newer version', 'box', 2, 'newer-version'],
] as const)('%s keeps its properties and children', ([, type, version, code]) => {
  const node = compileNode({ id, type, version, props: { x: [1] } }, { deck: [child] }, testDefinitions)
  expect(node).toMatchObject({ props: { x: [1] }, slots: { deck: [child] }, problem: { code, nodeId: id } })
})

test('a value that does not fit is replaced and reported, and the node can be drawn', () => {
  const node = compileNode({ id, type: 'box', version: 1, props: { text: 42, n: 900 } }, {}, testDefinitions)
  expect(node.props).toEqual({ text: '', n: 50 })
  expect(node.problem?.code).toBe('bad-props')
  expect(node.problem?.message).toContain('"text"')
  expect(node.problem?.message).toContain('"n"')
})

test('children in a slot that the block no longer has are kept behind its own slots', () => {
  const node = compileNode({ id, type: 'box', version: 1, props: {} }, { attic: [child] }, testDefinitions)
  expect(node.slots).toEqual({ main: [], attic: [child] })
})
