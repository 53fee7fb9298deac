import { expect, test } from 'vitest'
import { createUndo, findPart, resetOverride, setOverride, setText, transact } from '#model/index.ts'
import { charactersOf, runsOfValue } from '#model/rich-text.ts'
import { applyDelta } from '#model/text-delta.ts'
import { node, peersOf, sync } from '#model/testing/peers.ts'
import { createDeltaLink, type DeltaMessage } from '#runtime/rich-text/delta-link.ts'
import { bindPart } from './bind-part.ts'

const part = node('i~a')

/** The formatted text of one part of a section that stands in two places. */
function open() {
  const [program] = peersOf('home(i=$s j=$s) $s(a)')
  setText(program, node('a'), 'text', 'Noodles')
  const undo = createUndo(program)
  const link = createDeltaLink(true)
  const wire: DeltaMessage[] = []
  const bound = bindPart({
    program,
    nodeId: part,
    prop: 'text',
    send: (message) => void wire.push(message),
    edit: (run) => transact(program, { by: 'command', name: 'type-text' }, run),
    lost: () => expect.unreachable(),
  })
  let runs = bound.runs
  return {
    program,
    undo,
    bound,
    link,
    text: () => charactersOf(runs),
    in: (place: string) => findPart(program, node(`${place}~a`))?.props.text,
    letThrough() {
      for (const message of wire.splice(0)) runs = applyDelta(runs, link.arrived(message) ?? [])
    },
  }
}

test('[M51] formatted text typed in one place is other in that place only, and undone in one step', () => {
  const { bound, link, undo, letThrough, text, ...program } = open()
  expect(charactersOf(bound.runs)).toBe('Noodles')
  bound.arrived(link.made([{ retain: 7, attributes: { bold: true } }, { insert: '!' }]))
  expect(runsOfValue(program.in('i'))).toEqual([{ insert: 'Noodles', attributes: { bold: true } }, { insert: '!' }])
  expect(program.in('j')).toBe('Noodles')
  undo.undo()
  letThrough()
  expect(program.in('i')).toBe('Noodles')
  expect(text()).toBe('Noodles')
})

test('what the section says meanwhile comes in as long as nothing was typed here', () => {
  const { program, letThrough, text } = open()
  setText(program, node('a'), 'text', 'Beef noodles')
  letThrough()
  expect(text()).toBe('Beef noodles')
  resetOverride(program, node('i'), 'a/text')
  letThrough()
  expect(text()).toBe('Beef noodles')
})

test('[M56] what two people type in one part at the same moment is all there, and each hears of the other', () => {
  const one = open()
  const [, bo] = peersOf('home(i=$s j=$s) $s(a)')
  sync(one.program, bo)
  one.bound.arrived(one.link.made([{ insert: 'Beef ' }]))
  setOverride(bo, part, 'text', 'Noodles with egg')
  sync(one.program, bo)
  one.letThrough()
  expect([one.in('i'), findPart(bo, part)?.props.text]).toEqual(Array(2).fill('Beef Noodles with egg'))
  expect(one.in('j')).toBe('Noodles')
})
