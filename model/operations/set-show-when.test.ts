import { expect, test } from 'vitest'
import { checkEdit } from '../testing/check-edit.ts'
import { node, peersOf, sync } from '../testing/peers.ts'
import { nodesOf } from '../schema.ts'
import type { NodeMap } from '../schema.ts'
import { readShowWhen } from '../show-when.ts'
import { duplicateNode } from './duplicate-node.ts'
import { setProp } from './set-prop.ts'
import { setShowWhen } from './set-show-when.ts'

const a = node('a')

test('[M23] conditions are set, changed and taken away one by one, each undone alone', () => {
  checkEdit('root(a)', (program) => setShowWhen(program, a, { hidden: true, fromMs: 5 }), 'root(a)')
  const [ann] = peersOf('root(a)')
  setShowWhen(ann, a, { hidden: true, fromMs: 5 })
  expect(ann.node(a)?.showWhen).toEqual({ hidden: true, fromMs: 5 })
  setShowWhen(ann, a, { hidden: undefined, untilMs: 9 })
  expect(ann.node(a)?.showWhen).toEqual({ fromMs: 5, untilMs: 9 })
  setShowWhen(ann, a, null)
  expect(ann.node(a)).not.toHaveProperty('showWhen')
  expect(setShowWhen(ann, node('gone'), null)).toEqual({ ok: false, reason: 'gone' })
})

test('[M23] one hides a block while another gives it an end: both stay', () => {
  const [ann, bo] = peersOf('root(a)')
  setShowWhen(ann, a, { hidden: true })
  setShowWhen(bo, a, { untilMs: 7 })
  sync(ann, bo)
  for (const program of [ann, bo]) expect(program.node(a)?.showWhen).toEqual({ hidden: true, untilMs: 7 })
})

test('[M23] no property of a block is a condition, whatever it is called', () => {
  const [ann] = peersOf('root(a)')
  setProp(ann, a, 'hidden', true)
  setProp(ann, a, 'w:hidden', true)
  expect(ann.node(a)).not.toHaveProperty('showWhen')
})

test('[M23] a copy is seen when the original is', () => {
  const [ann] = peersOf('root(a(x))')
  setShowWhen(ann, node('x'), { audience: 'members' })
  const copy = duplicateNode(ann, a)
  const [inside] = copy.ok ? ann.children(copy.value) : []
  expect(inside && ann.node(inside)?.showWhen).toEqual({ audience: 'members' })
})

test('[M24] a moment that no calendar has cannot be read, and hides', () => {
  for (const fromMs of [1e300, -1e15, Number.NaN]) {
    expect(readShowWhen({ fromMs })).toEqual({ showWhen: { hidden: true }, problems: ['fromMs'] })
  }
  expect(readShowWhen({ fromMs: Date.parse('2099-01-01T00:00:00Z') }).problems).toEqual([])
})

test('setting what is set already writes nothing', () => {
  const [ann] = peersOf('root(a)')
  setShowWhen(ann, a, { hours: 'open' })
  let updates = 0
  ann.doc.on('update', () => updates++)
  setShowWhen(ann, a, { hours: 'open', hidden: undefined })
  expect(updates).toBe(0)
})

test('[M24] a condition that cannot be read hides the block, and is taken away with the others', () => {
  expect(readShowWhen({ weather: 'rain', hours: 'open' })).toEqual({
    showWhen: { hidden: true, hours: 'open' },
    problems: ['weather'],
  })
  expect(readShowWhen({ fromMs: 'soon' }).showWhen).toEqual({ hidden: true })
  expect(readShowWhen({ hidden: false }).showWhen).toEqual({ hidden: true })
  const [ann] = peersOf('root(a)')
  ;(nodesOf(ann.doc).get('a') as NodeMap).set('w:weather', 'rain')
  expect(ann.node(a)?.showWhen).toEqual({ weather: 'rain' })
  setShowWhen(ann, a, null)
  expect(ann.node(a)).not.toHaveProperty('showWhen')
})
