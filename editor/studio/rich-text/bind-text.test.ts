import { expect, test } from 'vitest'
import { changeText, createUndo, setText, transact } from '#model/index.ts'
import { charactersOf } from '#model/rich-text.ts'
import { applyDelta } from '#model/text-delta.ts'
import { node, peersOf, sync } from '#model/testing/peers.ts'
import { createDeltaLink, type DeltaMessage } from '#runtime/rich-text/delta-link.ts'
import { bindText } from './bind-text.ts'

const a = node('a')

/** A text of the document, typed at the other end of a wire on which messages wait until they are let through. */
function open(words?: string) {
  const [ann, bo] = peersOf('root(a)')
  if (words !== undefined) setText(ann, a, 'text', words)
  sync(ann, bo)
  const undo = createUndo(ann)
  const wire: DeltaMessage[] = []
  const link = createDeltaLink(true)
  const bound = bindText({
    program: ann,
    nodeId: a,
    prop: 'text',
    send: (message) => void wire.push(message),
    edit: (run) => transact(ann, { by: 'command', name: 'type-text' }, run),
    lost: () => expect.unreachable(),
  })
  let runs = bound.runs
  return {
    ann,
    bo,
    undo,
    bound,
    text: () => charactersOf(runs),
    type(at: number, insert: string) {
      const delta = [...(at > 0 ? [{ retain: at }] : []), { insert }]
      runs = applyDelta(runs, delta)
      return link.made(delta)
    },
    letThrough() {
      for (const message of wire.splice(0)) runs = applyDelta(runs, link.arrived(message) ?? [])
    },
  }
}

test('[M42] what two people type at once, with a wire between, is all there once', () => {
  const { ann, bo, bound, text, type, letThrough } = open('牛肉面')
  const mine = type(3, '，热')
  changeText(bo, a, 'text', [{ insert: '红烧' }])
  sync(ann, bo)
  bound.arrived(mine)
  letThrough()
  sync(ann, bo)
  expect(text()).toBe('红烧牛肉面，热')
  expect([ann.text(a, 'text')?.toString(), bo.text(a, 'text')?.toString()]).toEqual([text(), text()])
})

test('undo comes back over the wire', () => {
  const { ann, undo, bound, text, type, letThrough } = open('面')
  bound.arrived(type(1, '!'))
  expect(ann.text(a, 'text')?.toString()).toBe('面!')
  undo.undo()
  letThrough()
  expect(text()).toBe('面')
})

test('[M40] a text that is not there yet is made by the first letter, and may be undone to nothing', () => {
  const { ann, bo, undo, bound, text, type, letThrough } = open()
  bound.arrived(type(0, 'hi'))
  changeText(ann, a, 'text', [{ retain: 2 }, { insert: '!' }])
  letThrough()
  expect([text(), ann.text(a, 'text')?.toString()]).toEqual(['hi!', 'hi!'])
  sync(ann, bo)
  undo.undo()
  letThrough()
  expect(text()).toBe(ann.text(a, 'text')?.toString() ?? '')
})

test('whoever closed it is told no more', () => {
  const { ann, bound, text, letThrough } = open('x')
  bound.close()
  changeText(ann, a, 'text', [{ insert: 'y' }])
  letThrough()
  expect(text()).toBe('x')
})
